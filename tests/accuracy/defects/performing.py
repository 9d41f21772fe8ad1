"""Performance of the decision (EXEC)."""

import datetime

from days import plus_months
from defects.hands import calendar, defect, drop_paper, drop_rows, need, paper, receipt, redate, retell, rewrite, served

ONE = datetime.timedelta(days=1)
ONCE = {"pay": "once", "several": False}


@defect("没有缴款票据", "RI-EXEC-01", follows="RI-ARCH-07 RI-TIME-02", **ONCE)
def no_receipt(rec, rng):
    rec["payments"][0].update(receipt_number=None, official_receipt=None)
    drop_paper(rec, "缴款票据")


@defect("没有使用财政票据", "RI-EXEC-01", **ONCE)
def private_receipt(rec, rng):
    rec["payments"][0]["official_receipt"] = False


@defect("没有任何缴款记录", "RI-EXEC-01 RI-EXEC-02 RI-CLOSE-03", follows="RI-EXEC-06 RI-EXEC-13 RI-ARCH-07 RI-TIME-02", **ONCE)
def nothing_paid(rec, rng):
    rec["payments"] = []
    drop_paper(rec, "缴款票据")


@defect("少缴罚款而没有批准", "RI-EXEC-02", follows="RI-CLOSE-03 RI-EXEC-13 RI-EXEC-06", **ONCE)
def paid_less(rec, rng):
    rec["payments"][0]["amount"] -= 200
    retell(rec)


@defect("分期缴纳没有批准", "RI-EXEC-03", follows="RI-EXEC-06", pay="instalment", several=False)
def not_granted(rec, rng):
    rec["instalment"]["approved_on"] = None
    drop_paper(rec, "延期分期缴纳审批表")
    drop_rows(rec, "分期延期缴纳")


@defect("分期缴纳没有申请", "RI-EXEC-03", pay="instalment", several=False)
def not_asked(rec, rng):
    rec["instalment"]["applied_on"] = None


@defect("普通程序由执法人员当场收缴", "RI-EXEC-04", **ONCE)
def on_the_spot(rec, rng):
    need(rec["payments"][0]["amount"] > 100)
    rec["payments"][0]["channel"] = "当场收缴"


@defect("简易程序当场收缴超过一百元", "RI-EXEC-04", base="simple", spot=False, era="new", party="法人", highest=True)
def spot_too_much(rec, rng):
    rec["payments"][0].update(channel="当场收缴", remitted_on=rec["payments"][0]["paid_on"])


CONFISCATED = {"key": ("食品标签", "食品过期"), "measure": None, "confiscating": True, "several": False}


@defect("没收物品没有处理记录", "RI-EXEC-05", follows="RI-ARCH-07", **CONFISCATED)
def goods_not_handled(rec, rng):
    for name in ("disposed_on", "disposed_quantity", "disposal", "witness"):
        rec["goods"][0][name] = None
    drop_paper(rec, "罚没物品处理记录")


@defect("没收物品处理没有见证人", "RI-EXEC-05", **CONFISCATED)
def no_witness(rec, rng):
    rec["goods"][0]["witness"] = None
    doc = paper(rec, "罚没物品处理记录")
    doc["signatures"] = [s for s in doc["signatures"] if s["role"] != "见证人"]


@defect("没收物品没有清单", "RI-EXEC-05", **{**CONFISCATED, "key": ("食品标签",)}, follows="RI-EVID-12 RI-EVID-15 RI-EVID-14")
def no_goods(rec, rng):
    rec["goods"] = []
    drop_paper(rec, "罚没物品处理记录")


@defect("逾期缴款而没有采取措施", "RI-EXEC-06", follows="RI-EXEC-03 RI-EXEC-07 RI-EXEC-02 RI-CLOSE-05", method="直接送达", **ONCE)
def late_and_nothing(rec, rng):
    cal = calendar(rec)
    paid = cal.roll(served(rec, "行政处罚决定书")["served_on"] + 30 * ONE)
    rec["payments"][0]["paid_on"] = paid
    redate(rec, "缴款票据", paid)
    shut = max(cal.add(paid, 2), rec["closing"]["closed_on"])
    rec["closing"].update(closed_on=shut, applied_on=shut, report_on=shut)
    redate(rec, "结案审批表", shut)
    for one in rec["approvals"]:
        if one["step"] == "结案":
            one["date"] = shut
    stored = cal.add(shut, 6)
    for kind in ("卷宗封面", "卷内目录", "备考表"):
        redate(rec, kind, stored)
    rec["archive"].update(archived_on=stored, bound_on=stored)
    retell(rec)


@defect("加处罚款超过本金", "RI-EXEC-07", base="court")
def surcharge_too_high(rec, rng):
    rec["payments"][0]["surcharge"] += 1000


@defect("催告后第九个工作日即申请法院", "RI-EXEC-08", base="court")
def reminded_late(rec, rng):
    day = calendar(rec).add(rec["enforcement"]["court_applied_on"], -9)
    rec["enforcement"].update(reminder_on=day, reminder_served_on=day)
    served(rec, "催告书").update(sent_on=day, served_on=day, signed_on=day)
    receipt(rec, paper(rec, "催告书"))["date"] = day
    redate(rec, "催告书", day)
    retell(rec)


@defect("催告期第十个工作日即申请法院", "RI-EXEC-08", base="court", reminded_barely=True)
def reminded_a_day_late(rec, rng):
    day = calendar(rec).add(rec["enforcement"]["court_applied_on"], -10)
    rec["enforcement"].update(reminder_on=day, reminder_served_on=day)
    served(rec, "催告书").update(sent_on=day, served_on=day, signed_on=day)
    receipt(rec, paper(rec, "催告书"))["date"] = day
    redate(rec, "催告书", day)
    retell(rec)


@defect("没有催告即申请法院", "RI-EXEC-08", base="court", follows="RI-EXEC-09 RI-ENF-02 RI-ARCH-07 RI-TIME-02")
def not_reminded(rec, rng):
    rec["enforcement"].update(reminder_on=None, reminder_served_on=None)
    drop_paper(rec, "催告书")


@defect("催告书没有告知陈述申辩权", "RI-EXEC-09", base="court")
def reminder_without_right(rec, rng):
    rewrite(paper(rec, "催告书"), "你（单位）有权陈述和申辩。", "")


@defect("催告书没有期限和数额", "RI-EXEC-09", base="court")
def reminder_vague(rec, rng):
    doc = paper(rec, "催告书")
    rewrite(doc, doc["text"][doc["text"].index("，你（单位）逾期未履行"):doc["text"].index("你（单位）有权")], "，请履行。")


@defect("超过三个月才申请法院", "RI-EXEC-10", base="court", applied_last_day=True, follows="RI-CLOSE-05")
def applied_late(rec, rng):
    cal = calendar(rec)
    day = cal.add(cal.roll(plus_months(rec["_"]["served"], 9)), 3)
    need(day < rec["enforcement"]["court_ruled_on"])
    rec["enforcement"]["court_applied_on"] = day
    redate(rec, "强制执行申请书", day)
    for one in rec["approvals"]:
        if one["step"] == "强制执行":
            one["date"] = day
    retell(rec)


@defect("强制执行申请书没有附件和事实", "RI-EXEC-11", base="court")
def application_vague(rec, rng):
    doc = paper(rec, "强制执行申请书")
    rewrite(doc, doc["text"][doc["text"].index("事实和理由"):doc["text"].index("此致")], "")


@defect("强制执行申请书没有负责人签名", "RI-EXEC-11", base="court")
def application_unsigned(rec, rng):
    paper(rec, "强制执行申请书")["signatures"] = []


@defect("强制执行申请书未盖章", "RI-EXEC-11", base="court", follows="RI-SUBJ-04")
def application_unsealed(rec, rng):
    paper(rec, "强制执行申请书").update(sealed=False, seal_name=None)


@defect("没有履行也没有说明即结案", "RI-EXEC-13", follows="RI-EXEC-01 RI-EXEC-02 RI-EXEC-06 RI-CLOSE-02 RI-CLOSE-03 RI-ARCH-07 "
                                              "RI-TIME-02", **ONCE)
def not_performed(rec, rng):
    rec["payments"] = []
    drop_paper(rec, "缴款票据")
    rec["closing"].update(note=None, manner="终结执行")
