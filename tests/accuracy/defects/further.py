"""Daily fines (DAILY), and orders of time that no other chapter seeds (TIME, HEAR-02)."""

import datetime

import binding
from defects.hands import calendar, defect, drop_paper, need, paper, papers, redate, retell
from defects.telling import noticed_on
from telling import period_end_of

ONE = datetime.timedelta(days=1)


@defect("按日处罚前没有责令改正", "RI-DAILY-01", base="daily", follows="RI-DAILY-02 RI-DAILY-04 RI-DAILY-05 RI-ORDER-01 "
                                                            "RI-ORDER-02 RI-ORDER-03 RI-ORDER-04 RI-ARCH-07")
def no_order(rec, rng):
    rec["daily_fine"]["ordered_on"] = None
    drop_paper(rec, "责令改正通知书")
    rec["correction_order"] = {"corrected": True, "proof": True,
                               "rechecked_on": rec["correction_order"]["rechecked_on"]}


@defect("责令改正之后第三十一日才复查", "RI-DAILY-02", base="daily", follows="RI-DAILY-04")
def rechecked_late(rec, rng):
    fine = rec["daily_fine"]
    day = fine["ordered_on"] + 31 * ONE
    need(calendar(rec).is_workday(day - ONE))  # else the last day moves
    need(calendar(rec).is_workday(day) and day < papers(rec, "行政处罚告知书")[-1]["date"])
    old = fine["amount"]
    fine.update(rechecked_on=day, days=31, amount=31 * fine["base"])
    rec["payments"][-1]["amount"] += fine["amount"] - old
    rec["correction_order"]["rechecked_on"] = day
    for doc in rec["documents"]:
        if doc["title"] in ("整改复查笔录", "责令改正通知书（第二次）", "责令改正通知书（第二次）送达回证"):
            doc["date"] = day
        if doc["title"] == "第二次复查笔录":
            doc["date"] = calendar(rec).add(day, 8)
    for delivery in rec["deliveries"]:
        if delivery["document_number"] == next(d["number"] for d in rec["documents"] if d["title"] == "责令改正通知书（第二次）"):
            delivery.update(sent_on=day, served_on=day, signed_on=day)
    for doc in papers(rec, "按日连续处罚决定书"):
        doc.pop("text")
    retell(rec)


@defect("按日处罚决定早于原处罚决定", "RI-DAILY-03", base="daily", follows="RI-TIME-01 RI-TIME-04")
def too_early(rec, rng):
    day = rec["decision"]["date"] - ONE
    rec["daily_fine"]["decided_on"] = day
    redate(rec, "按日连续处罚决定书", day)
    binding.bind(rec)


@defect("按日计罚多计一日", "RI-DAILY-04", base="daily", follows="RI-EVID-15")
def one_day_more(rec, rng):
    fine = rec["daily_fine"]
    fine["days"] += 1
    fine["amount"] += fine["base"]
    rec["payments"][-1]["amount"] += fine["base"]


@defect("按日罚款总额算错", "RI-DAILY-04 RI-EVID-15", base="daily", follows="RI-EXEC-02")
def wrong_sum(rec, rng):
    rec["daily_fine"]["amount"] += 1000
    rec["payments"][-1]["amount"] += 1000


@defect("再次责令改正没有事实依据和后果", "RI-DAILY-05", base="daily", follows="RI-ORDER-02 RI-ORDER-03")
def second_order_vague(rec, rng):
    doc = next(d for d in papers(rec, "责令改正通知书") if d.get("_second"))
    doc.update(text=f"{rec['parties'][0]['name']}：\n请停止有关行为。\n{rec['agency']['name']}", _own=True)


@defect("放弃听证没有书面记录", "RI-HEAR-02", follows="RI-NOTICE-07 RI-NOTICE-08 RI-APPR-04", statement="waived",
        hearing="waived", hearing_told=True, era="new", limit="soon")
def waiver_not_written(rec, rng):
    need(rec["decision"]["date"] <= period_end_of(rec))
    rec["hearing"] = {"waived": False}
    drop_paper(rec, "放弃听证声明")
    retell(rec)


@defect("结案早于决定书送达", "RI-TIME-01", follows="RI-CLOSE-03 RI-CLOSE-05 RI-CLOSE-06 RI-RECORD-01 RI-EXEC-12", pay="once",
        method="直接送达", served_last_day=True, several=False)
def closed_before_service(rec, rng):
    day = calendar(rec).add(rec["_"]["served"], -1)
    need(day > rec["decision"]["date"])
    rec["closing"].update(closed_on=day, applied_on=day, report_on=day)
    redate(rec, "结案审批表", day)
    for one in rec["approvals"]:
        if one["step"] == "结案":
            one["date"] = day
    retell(rec)


@defect("告知当日作出决定", "RI-NOTICE-07 RI-TIME-05", statement="silent", hearing="silent", era="new", several=False,
        reviewed=False, discussed=False,
        follows="RI-APPR-04 RI-NOTICE-08 RI-TIME-06 RI-TIME-01 RI-SERVICE-18 RI-HEAR-02")
def decided_same_day(rec, rng):
    noticed_on(rec, rec["decision"]["date"])


@defect("加处罚款起算日没有顺延", "RI-TIME-06 RI-EXEC-07", base="court")
def surcharge_too_soon(rec, rng):
    due = rec["_"]["served"] + 15 * ONE
    need(not calendar(rec).is_workday(due))
    rec["enforcement"]["surcharge_from"] = due + ONE


@defect("简易程序没有处罚决定书", "RI-DEC-01 RI-TIME-02 RI-ARCH-07", base="simple",
        follows="RI-SERVICE-01 RI-DEC-24 RI-DEC-18 RI-SUBJ-04 RI-FORM-10 RI-TIME-04 RI-SERVICE-02")
def no_decision_on_the_spot(rec, rng):
    rec["decision"]["number"] = None
    drop_paper(rec, "行政处罚决定书")


@defect("统一办理超过四十五个工作日", "RI-PERM-21 RI-PERM-20", base="permit", outcome="准予", supplement=False, prolonged=False,
        hearing_due=False, interested=False)
def joint_too_long(rec, rng):
    p, cal = rec["permit"], calendar(rec)
    day = cal.add(p["decided_on"], -46)
    p.update(joint=True, statutory_days=45, committed_days=45, applied_on=day, received_on=day, accepted_on=day)
    for kind in ("许可申请书", "申请材料清单", "身份证明", "授权委托书", "受理通知书"):
        redate(rec, kind, day)
    doc = paper(rec, "受理通知书")
    doc["text"] = doc["text"].rsplit("\n", 1)[0] + f"\n{day.year}年{day.month}月{day.day}日"
    for delivery in rec["deliveries"]:
        if delivery["document_kind"] == "受理通知书":
            delivery.update(sent_on=day, served_on=day, signed_on=day)
    next(d for d in rec["documents"] if d.get("_of") is doc)["date"] = day
    for one in rec["approvals"]:
        if one["step"] == "受理":
            one["date"] = day
    binding.bind(rec)


@defect("罚款数额没有货币单位", "RI-FORM-09", several=False)
def no_currency(rec, rng):
    need("（¥" in rec["decision"]["text"])
    fine = next(p["amount"] for p in rec["decision"]["penalties"] if p["kind"] == "罚款")
    text = rec["decision"]["text"]
    start = text.index("罚款人民币")
    end = text.index("）", start) + 1
    rec["decision"]["text"] = text[:start] + f"罚款{fine}" + text[end:]
