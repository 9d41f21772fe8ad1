"""Service (SERVICE)."""

import datetime

from defects.hands import (calendar, defect, drop_paper, drop_receipt, need, paper, receipt,
                           redate, retell, rewrite, served)
from defects.telling import noticed_on

ONE = datetime.timedelta(days=1)
HAND = {"method": "直接送达", "several": False, "family": False}
DECISION = "行政处罚决定书"
GONE = "RI-SERVICE-02 RI-EXEC-06 RI-EXEC-03 RI-ARCH-07 RI-TIME-02"


def served_on(rec, kind, day):
    served(rec, kind).update(sent_on=day, served_on=day, signed_on=day)
    slip = receipt(rec, paper(rec, kind))
    slip["date"] = day
    for signature in slip["signatures"]:
        signature["date"] = day
    retell(rec)


@defect("决定书没有送达回证", "RI-SERVICE-01", follows=GONE, **HAND)
def no_receipt(rec, rng):
    drop_receipt(rec, DECISION)


@defect("责令改正通知书没有送达", "RI-SERVICE-01", order="paper", **HAND)
def order_not_served(rec, rng):
    drop_receipt(rec, "责令改正通知书")


@defect("第八个工作日才送达决定书", "RI-SERVICE-02", era="new", pay="once", **HAND)
def served_late(rec, rng):
    day = calendar(rec).add(rec["decision"]["date"], 8)
    need(day <= rec["payments"][0]["paid_on"])
    served_on(rec, DECISION, day)


@defect("一个月后才送达决定书", "RI-SERVICE-02", follows="RI-EXEC-06 RI-CLOSE-03 RI-TIME-01 RI-RECORD-01", pay="once", **HAND)
def served_much_later(rec, rng):
    day = calendar(rec).add(rec["decision"]["date"], 22)
    served_on(rec, DECISION, day)
    cal = calendar(rec)
    paid = cal.add(day, 2)
    rec["payments"][0]["paid_on"] = paid
    rec["closing"].update(closed_on=cal.add(day, 12), applied_on=cal.add(day, 12), report_on=cal.add(day, 12))
    for doc in rec["documents"]:
        if doc["kind"] == "缴款票据":
            doc["date"] = paid
        if doc["kind"] == "复查笔录" and rec["_"]["order"] == "decision":
            doc["date"] = cal.add(day, 5)
            rec["correction_order"]["rechecked_on"] = doc["date"]
        if doc["kind"] == "罚没物品处理记录":
            doc["date"] = rec["goods"][0]["disposed_on"] = cal.add(day, 3)
        if doc["kind"] == "结案审批表":
            doc["date"] = rec["closing"]["closed_on"]
        if doc["kind"] in ("卷宗封面", "卷内目录", "备考表"):
            doc["date"] = cal.add(day, 20)
        for signature in doc["signatures"]:
            signature["date"] = doc["date"]
    for one in rec["approvals"]:
        if one["step"] == "结案":
            one["date"] = rec["closing"]["closed_on"]
    rec["archive"].update(archived_on=cal.add(day, 20), bound_on=cal.add(day, 20))
    retell(rec)


def _slip(name, items, follows="", options=None, **values):
    @defect(name, items, follows=follows, **{**HAND, **(options or {})})
    def change(rec, rng):
        served(rec, DECISION).update(values)


_slip("送达回证缺地点", "RI-SERVICE-03", place=None)
_slip("送达回证缺送达人", "RI-SERVICE-03", servers=None)
_slip("送达回证缺收件人", "RI-SERVICE-03", recipient=None, relation=None, follows="RI-SERVICE-06")
_slip("送达回证缺方式", "RI-SERVICE-03", method=None)
_slip("送达回证文号与决定书不符", "RI-SERVICE-04", document_number="青市监罚决〔2020〕9999号", follows="RI-SERVICE-01")
_slip("受送达人未签收也无拒收说明", "RI-SERVICE-05", follows="RI-SERVICE-01", signed=False, signed_on=None)
_slip("签收人与受送达人无关", "RI-SERVICE-06", recipient="毕试七", relation="邻居")
_slip("留置送达没有见证人和记录", "RI-SERVICE-07", follows="RI-SERVICE-05 RI-SERVICE-01", options={"method": "留置送达"},
      witnesses=None, recorded=False)
_slip("留置送达没有拒收事由", "RI-SERVICE-07 RI-SERVICE-05", follows="RI-SERVICE-01", options={"method": "留置送达"},
      refusal_reason=None, recorded=False, witnesses=["毕试七"])
_slip("邮寄送达没有邮单号", "RI-SERVICE-08", follows="RI-SERVICE-01", options={"method": "邮寄送达"}, mail_number=None)
_slip("邮寄送达没有回执", "RI-SERVICE-08", follows="RI-SERVICE-01", options={"method": "邮寄送达"}, mail_receipt=False,
      signed_on=None)
_slip("电子送达没有送达凭证", "RI-SERVICE-10", options={"method": "电子送达", "era": "new"}, mail_receipt=False)


@defect("电子送达没有确认书", "RI-SERVICE-10", follows="RI-SERVICE-01", **{**HAND, "method": "电子送达", "era": "new"})
def no_consent(rec, rng):
    served(rec, DECISION)["electronic_consent"] = False
    rec["address_confirmation"]["electronic"] = False


@defect("委托送达没有委托函", "RI-SERVICE-11", follows="RI-SERVICE-01", **{**HAND, "method": "委托送达"})
def no_letter(rec, rng):
    drop_paper(rec, "委托送达函")


PUBLIC = {**HAND, "method": "公告送达"}


@defect("未尝试其他方式即公告送达", "RI-SERVICE-09", follows="RI-SERVICE-02", **PUBLIC)
def not_tried(rec, rng):
    rec["deliveries"][:] = [d for d in rec["deliveries"] if d["document_kind"] != DECISION or d["method"] == "公告送达"]


@defect("公告期少一日", "RI-SERVICE-09", follows="RI-SERVICE-01 RI-EXEC-06 RI-EXEC-03 RI-TIME-04", **{**PUBLIC, "era": "new"})
def too_short(rec, rng):
    row = next(d for d in rec["deliveries"] if d["method"] == "公告送达")
    need(row["announced_on"].year >= 2022)  # before, the period differed by sector
    row["served_on"] -= ONE
    receipt(rec, paper(rec, DECISION))["date"] = row["served_on"]
    text = paper(rec, "公告")["text"]
    retell(rec)
    paper(rec, "公告").update(text=text, _own=True)


@defect("没有公告文本", "RI-SERVICE-09", follows="RI-ARCH-07", **PUBLIC)
def no_text(rec, rng):
    drop_paper(rec, "公告")


@defect("公告没有媒介", "RI-SERVICE-09", follows="RI-SERVICE-01", **PUBLIC)
def no_medium(rec, rng):
    next(d for d in rec["deliveries"] if d["method"] == "公告送达")["medium"] = None


@defect("公告只过了二十日", "RI-SERVICE-09", follows="RI-SERVICE-01 RI-EXEC-06 RI-EXEC-03", **{**PUBLIC, "era": "new"})
def twenty_days(rec, rng):
    row = next(d for d in rec["deliveries"] if d["method"] == "公告送达")
    need(row["announced_on"].year >= 2022)
    row["served_on"] = row["announced_on"] + 20 * ONE
    receipt(rec, paper(rec, DECISION))["date"] = row["served_on"]
    retell(rec)


@defect("没有送达地址确认书", "RI-SERVICE-12", follows="RI-SERVICE-13 RI-SERVICE-14 RI-SERVICE-15 RI-INQ-11", **HAND)
def no_confirmation(rec, rng):
    del rec["address_confirmation"]
    drop_paper(rec, "送达地址确认书")


@defect("送达地址确认书未签名", "RI-SERVICE-13", follows="RI-SERVICE-12", **HAND)
def confirmation_unsigned(rec, rng):
    rec["address_confirmation"]["signed"] = False
    paper(rec, "送达地址确认书")["signatures"] = []


@defect("送达地址确认书没有承诺语", "RI-SERVICE-14", **HAND)
def no_promise(rec, rng):
    rec["address_confirmation"]["acknowledged"] = False
    doc = paper(rec, "送达地址确认书")
    rewrite(doc, doc["text"][doc["text"].index("本人已阅读"):], "")


@defect("送达地址确认书没有日期", "RI-SERVICE-15", follows="RI-SERVICE-12 RI-FORM-07", **HAND)
def confirmation_undated(rec, rng):
    rec["address_confirmation"]["signed_on"] = None
    redate(rec, "送达地址确认书", None)
    retell(rec)


@defect("送达早于文书日期", "RI-SERVICE-16", order="paper", **HAND)
def served_before(rec, rng):
    served_on(rec, "责令改正通知书", calendar(rec).add(rec["correction_order"]["date"], -1))


@defect("决定书送达早于决定", "RI-SERVICE-16", follows="RI-EXEC-06 RI-EXEC-03 RI-TIME-01 RI-APPR-06", **HAND)
def decision_served_before(rec, rng):
    served_on(rec, DECISION, calendar(rec).add(rec["decision"]["date"], -1))


@defect("告知书与决定书同日送达", "RI-SERVICE-18",
        follows="RI-NOTICE-07 RI-NOTICE-08 RI-APPR-04 RI-TIME-01 RI-TIME-05 RI-TIME-06 RI-REVIEW-09 RI-GROUP-07 "
                "RI-NOTICE-09 RI-HEAR-02",
        statement="silent", hearing="silent", **HAND)
def same_day(rec, rng):

    noticed_on(rec, served(rec, DECISION)["served_on"])
