"""Notice and hearing (NOTICE, HEAR)."""

import datetime

from defects.hands import (calendar, defect, drop_paper, drop_receipt, need, paper, receipt, record,
                           redate, remove, retell, rewrite, served)

ONE = datetime.timedelta(days=1)
SILENT = {"statement": "silent", "hearing": "silent", "era": "new", "limit": "soon", "several": False}
HELD = {"hearing": "held", "hearing_told": True, "era": "new", "several": False}


def noticed_on(rec, day):
    """The notice served later, every proof of it with it."""
    rec["notice"]["served_on"] = day
    rec["notice"]["date"] = min(rec["notice"]["date"], day)
    for delivery in rec["deliveries"]:
        if delivery["document_kind"] == "行政处罚告知书":
            delivery.update(sent_on=day, served_on=day, signed_on=day)
    slip = receipt(rec, paper(rec, "行政处罚告知书"))
    slip["date"] = day
    for signature in slip["signatures"]:
        signature["date"] = day
    retell(rec)


@defect("没有告知", "RI-NOTICE-01", statement="silent", hearing_told=False,
        follows="RI-TIME-02 RI-ARCH-07 RI-NOTICE-02 RI-NOTICE-03 RI-NOTICE-04 RI-NOTICE-05 RI-NOTICE-06 RI-NOTICE-07 "
                "RI-NOTICE-08 RI-NOTICE-09 RI-NOTICE-11 RI-NOTICE-13 RI-NOTICE-14 RI-NOTICE-15 RI-DEC-04 RI-APPR-04 "
                "RI-DISC-01 RI-SERVICE-01")
def no_notice(rec, rng):
    drop_paper(rec, "行政处罚告知书")
    del rec["notice"]
    rec["approvals"][:] = [a for a in rec["approvals"] if a["step"] != "告知"]
    rec.pop("statement", None)
    rec["decision"]["response_to_statement"] = False
    retell(rec)


@defect("告知书没有依据", "RI-NOTICE-02", follows="RI-NOTICE-14")
def no_basis(rec, rng):
    rec["notice"].update(basis_told=False, legal_bases=[])
    text = rec["notice"]["text"]
    rec["notice"]["text"] = text[:text.index("上述行为违反")] + text[text.index("参照《"):]


@defect("告知书没有事实", "RI-NOTICE-02")
def no_facts(rec, rng):
    rec["notice"]["facts_told"] = False
    text = rec["notice"]["text"]
    rec["notice"]["text"] = text[:text.index("经查，")] + text[text.index("上述行为违反"):]


@defect("告知书没有拟处罚数额", "RI-NOTICE-03", follows="RI-NOTICE-11 RI-NOTICE-05", several=False)
def no_amount(rec, rng):
    rec["notice"].update(proposed_fine=None)
    text = rec["notice"]["text"]
    rec["notice"]["text"] = text[:text.index("本机关拟作出")] + "本机关拟对你（单位）罚款。" + text[text.index("\n你（单位）有权"):]


@defect("告知书没有拟处罚种类", "RI-NOTICE-03", follows="RI-NOTICE-11 RI-NOTICE-05", several=False)
def no_kind(rec, rng):
    rec["notice"].update(proposed_fine=None, proposed_kinds=None)
    text = rec["notice"]["text"]
    rec["notice"]["text"] = text[:text.index("本机关拟作出")] + "本机关拟对你（单位）作出处理。" + text[text.index("\n你（单位）有权"):]


@defect("没有告知陈述申辩权", "RI-NOTICE-04", follows="RI-NOTICE-06 RI-NOTICE-07", statement="waived", hearing_told=False,
        era="new")
def no_statement_right(rec, rng):
    rec["notice"].update(statement_right_told=False, statement_days=None)
    text = rec["notice"]["text"]
    rec["notice"]["text"] = text[:text.index("你（单位）有权在收到")] + text[text.index("\n联系地址") + 1:]


def hearing_untold(rec):
    rec["notice"].update(hearing_right_told=False, hearing_days=None)
    rec.pop("hearing", None)
    retell(rec)


@defect("单位罚款二十万元以上没有告知听证权", "RI-NOTICE-05", key=("广告", "水污染物"), hearing="silent", hearing_told=True, era="new",
        party="法人", tier="一般", several=False, statement="silent")
def no_hearing_right(rec, rng):
    hearing_untold(rec)


@defect("责令停产停业没有告知听证权", "RI-NOTICE-05", hearing="silent", hearing_told=True, era="new", party="法人", several=False,
        statement="silent", tier="从重")
def no_hearing_right_for_stop(rec, rng):
    rec["decision"]["penalties"].append({"kind": "责令停产停业", "object": "停业整顿三十日", "party": rec["parties"][0]["name"]})
    rec["notice"]["proposed_kinds"].append("责令停产停业")
    if "discussion" in rec:
        rec["discussion"]["kinds"].append("责令停产停业")
    hearing_untold(rec)


@defect("听证申请期限写成三日", "RI-NOTICE-06", hearing_told=True, era="new", limit="soon")
def hearing_three_days(rec, rng):
    rec["notice"]["hearing_days"] = 3
    retell(rec)


@defect("没有写明陈述申辩期限", "RI-NOTICE-06", hearing_told=False, era="new", statement="waived")
def no_days(rec, rng):
    rec["notice"]["statement_days"] = None
    rec["notice"]["text"] = rec["notice"]["text"].replace("有权在收到本告知书之日起5个工作日内向本机关", "有权向本机关")


EARLY = "RI-APPR-04 RI-TIME-05 RI-TIME-06 RI-TIME-01 RI-HEAR-02 RI-REVIEW-09 RI-SERVICE-18"


@defect("期限最后一日作出决定", "RI-NOTICE-07 RI-NOTICE-08", follows=EARLY, **SILENT)
def decided_on_last_day(rec, rng):
    day = calendar(rec).add(rec["decision"]["date"], -5)
    need(day >= rec["notice"]["served_on"])
    noticed_on(rec, day)


@defect("告知后第二日作出决定", "RI-NOTICE-07", follows=EARLY + " RI-NOTICE-08", reviewed=False, discussed=False, **SILENT)
def decided_at_once(rec, rng):
    noticed_on(rec, calendar(rec).add(rec["decision"]["date"], -2))


@defect("按日历日计算五日期限", "RI-NOTICE-08 RI-NOTICE-07", follows=EARLY, **SILENT)
def calendar_days(rec, rng):
    day = rec["decision"]["date"] - 6 * ONE
    cal = calendar(rec)
    need(cal.is_workday(day) and cal.add(day, 5) >= rec["decision"]["date"] and day >= rec["notice"]["served_on"])
    noticed_on(rec, day)


@defect("告知没有送达证明", "RI-NOTICE-09", follows="RI-SERVICE-01 RI-NOTICE-07 RI-NOTICE-08 RI-APPR-04 RI-TIME-04 RI-TIME-05",
        several=False, statement="silent", hearing="silent")
def notice_unproved(rec, rng):
    drop_receipt(rec, "行政处罚告知书")
    rec["notice"]["served_on"] = None


@defect("陈述申辩没有复核", "RI-NOTICE-10", follows="RI-TIME-02", statement="made", hearing_told=False)
def not_reviewed(rec, rng):
    rec["statement"].update(reviewed_on=None, review_opinion=None)
    drop_paper(rec, "陈述申辩复核意见书")


@defect("决定之后才复核陈述申辩", "RI-NOTICE-10", follows="RI-TIME-01", statement="made", hearing_told=False)
def reviewed_after(rec, rng):
    day = calendar(rec).add(rec["decision"]["date"], 1)
    rec["statement"]["reviewed_on"] = day
    redate(rec, "陈述申辩复核意见书", day)
    retell(rec)


@defect("决定罚款高于告知", "RI-NOTICE-11", follows="RI-NOTICE-12 RI-DISC-05", several=False, statement="waived", tier="从重")
def heavier(rec, rng):
    rec["notice"]["proposed_fine"] = rec["decision"]["discretion"]["range_min"] - 100
    retell(rec)


@defect("决定增加告知以外的处罚种类", "RI-NOTICE-11", follows="RI-GROUP-08", several=False, discussed=False)
def more_kinds(rec, rng):
    rec["decision"]["penalties"].append({"kind": "警告", "party": rec["parties"][0]["name"]})
    retell(rec)


@defect("告知书没有文号", "RI-NOTICE-13 RI-FORM-10", follows="RI-SERVICE-04 RI-SERVICE-03 RI-NOTICE-09 RI-SERVICE-01")
def unnumbered(rec, rng):
    rec["notice"]["number"] = paper(rec, "行政处罚告知书")["number"] = None
    for delivery in rec["deliveries"]:
        if delivery["document_kind"] == "行政处罚告知书":
            delivery["document_number"] = None
    retell(rec)


@defect("告知依据与决定依据不一致", "RI-NOTICE-14")
def other_basis(rec, rng):
    basis = next(b for b in rec["notice"]["legal_bases"] if b["role"] == "处罚依据")
    basis["article"] -= 1
    retell(rec)


@defect("决定认定的违法行为没有全部告知", "RI-NOTICE-15")
def more_offences(rec, rng):
    rec["decision"]["offence_types"] = rec["decision"]["offence_types"] + ["未按规定公示经营信息"]


# HEAR

@defect("要求听证而没有举行", "RI-HEAR-01", follows="RI-HEAR-02 RI-HEAR-03 RI-HEAR-04 RI-HEAR-06 RI-HEAR-07 RI-HEAR-08 "
                                           "RI-ARCH-07 RI-TIME-02 RI-REVIEW-01", **HELD)
def not_held(rec, rng):
    for kind in ("听证通知书", "听证笔录", "听证报告"):
        drop_paper(rec, kind)
    remove(rec["transcripts"], record(rec, "听证笔录"))
    rec["approvals"][:] = [a for a in rec["approvals"] if a["step"] != "听证"]
    rec["hearing"] = {"requested_on": rec["hearing"]["requested_on"], "waived": False}
    retell(rec)


@defect("听证前六个工作日才通知", "RI-HEAR-03", follows="RI-TIME-05", **HELD)
def told_late(rec, rng):
    day = calendar(rec).add(rec["hearing"]["held_on"], -6)
    rec["hearing"]["notified_on"] = day
    served(rec, "听证通知书").update(sent_on=day, served_on=day, signed_on=day)
    receipt(rec, paper(rec, "听证通知书"))["date"] = day
    redate(rec, "听证通知书", day)
    retell(rec)


@defect("听证通知没有主持人", "RI-HEAR-04", **HELD)
def no_host(rec, rng):
    rec["hearing"]["host_told"] = False
    rewrite(paper(rec, "听证通知书"), f"听证主持人：{rec['hearing']['host']}；记录员：{rec['hearing']['recorder']}。", "")


@defect("听证通知没有地点", "RI-HEAR-04", **HELD)
def no_place(rec, rng):
    rec["hearing"]["place_told"] = False
    rewrite(paper(rec, "听证通知书"), f"在{rec['agency']['name']}听证室", "")


@defect("调查人员主持听证", "RI-HEAR-05", **HELD)
def host_is_officer(rec, rng):
    old, new = rec["hearing"]["host"], rec["officers"][2]["name"]
    rec["hearing"]["host"] = new
    row = record(rec, "听证笔录")
    row["officers"] = [new] + row["officers"][1:]
    row["officers_signed"] = [new] + row["officers_signed"][1:]
    for kind in ("听证笔录", "听证报告"):
        for signature in paper(rec, kind)["signatures"]:
            if signature["name"] == old:
                signature["name"] = new
    retell(rec)


@defect("听证笔录没有最后陈述", "RI-HEAR-06", **HELD)
def no_last_word(rec, rng):
    row = record(rec, "听证笔录")
    rewrite(row, "\n当事人最后陈述：接受监督，请求从宽处理。", "")
    rewrite(row, "、申辩和作最后陈述的权利", "、申辩的权利")


@defect("听证笔录当事人未签名", "RI-HEAR-07", follows="RI-HEAR-06", **HELD)
def record_unsigned(rec, rng):
    rec["hearing"]["record_signed"] = False
    record(rec, "听证笔录").update(party_signed=False, signed_pages=0)
    doc = paper(rec, "听证笔录")
    doc["signatures"] = [s for s in doc["signatures"] if s["role"] != "当事人"]


@defect("没有听证报告", "RI-HEAR-08", follows="RI-ARCH-07 RI-TIME-02", **HELD)
def no_report(rec, rng):
    rec["hearing"]["report_on"] = None
    drop_paper(rec, "听证报告")


@defect("先讨论后听证而没有再次讨论", "RI-HEAR-09 RI-GROUP-07", follows="RI-TIME-01", discussed=True, **HELD)
def discussed_before(rec, rng):
    day = calendar(rec).add(rec["hearing"]["held_on"], -1)
    rec["discussion"]["held_on"] = day
    redate(rec, "集体讨论记录", day)
    retell(rec)


@defect("向当事人收取听证费用", "RI-HEAR-10", **HELD)
def fee(rec, rng):
    rewrite(paper(rec, "听证通知书"), "请携带身份证明", "请在听证前缴纳听证费二百元，并携带身份证明")
