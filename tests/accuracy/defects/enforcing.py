"""Own enforcement and closing (ENF, CLOSE)."""

import datetime

from defects.hands import calendar, defect, drop_paper, drop_receipt, drop_rows, need, paper, redate, retell, row

ONE = datetime.timedelta(days=1)
ONCE = {"pay": "once", "several": False}


@defect("强制执行前没有催告", "RI-ENF-02", base="perform", follows="RI-EXEC-09 RI-ARCH-07 RI-TIME-02 RI-EXEC-08")
def own_not_reminded(rec, rng):
    rec["enforcement"].update(reminder_on=None, reminder_served_on=None)
    drop_paper(rec, "催告书")


@defect("催告后的陈述申辩没有复核", "RI-ENF-03", base="perform")
def own_not_heard(rec, rng):
    rec["enforcement"]["statement_reviewed_on"] = None
    drop_paper(rec, "催告意见复核书")


@defect("没有强制执行决定书", "RI-ENF-04", base="perform", follows="RI-ARCH-07 RI-TIME-02 RI-SERVICE-01")
def own_no_decision(rec, rng):
    rec["enforcement"]["decided_on"] = None
    drop_paper(rec, "强制执行决定书")


@defect("强制执行决定书没有送达", "RI-ENF-04 RI-SERVICE-01", base="perform")
def own_not_served(rec, rng):
    drop_receipt(rec, "强制执行决定书")


@defect("夜间实施强制执行", "RI-ENF-05", base="perform")
def at_night(rec, rng):
    rec["enforcement"]["executed_at"] = rec["enforcement"]["executed_at"].replace(hour=23)


@defect("法定节假日实施强制执行", "RI-ENF-05", base="perform", follows="RI-RECORD-03")
def on_a_holiday(rec, rng):
    moment = rec["enforcement"]["executed_at"]
    moment = moment.replace(year=moment.year, month=10, day=2)
    need(rec["enforcement"]["decided_on"] <= moment.date() <= rec["closing"]["closed_on"])
    rec["enforcement"]["executed_at"] = moment


@defect("以停止供水供电迫使履行", "RI-ENF-06", base="perform")
def cut_off(rec, rng):
    rec["enforcement"]["measure"] = "对当事人居住的房屋停止供水、供电、供热，迫使其履行"


@defect("中止执行没有文书", "RI-ENF-07", base="perform")
def suspended(rec, rng):
    rec["enforcement"].update(suspended_on=rec["enforcement"]["decided_on"] + ONE,
                              resumed_on=rec["enforcement"]["executed_at"].date())


@defect("决定被撤销后没有执行回转", "RI-ENF-08", base="perform")
def not_reversed(rec, rng):
    rec["enforcement"]["review_result"] = "撤销"


# CLOSE

@defect("没有结案审批表", "RI-CLOSE-01", follows="RI-CLOSE-02 RI-CLOSE-04 RI-ARCH-07 RI-TIME-02 RI-CASE-13")
def no_form(rec, rng):
    drop_paper(rec, "结案审批表")


@defect("结案审批没有执行情况", "RI-CLOSE-02")
def closing_vague(rec, rng):
    rec["closing"].update(note=None, manner=None)
    paper(rec, "结案审批表").update(text="建议结案。同意结案。", _own=True)


@defect("缴清罚款之前结案", "RI-CLOSE-03", follows="RI-TIME-01", **ONCE)
def closed_early(rec, rng):
    day = calendar(rec).add(rec["closing"]["closed_on"], 1)
    need(day <= rec["archive"]["archived_on"])
    rec["payments"][0]["paid_on"] = day
    redate(rec, "缴款票据", day)
    need((day - rec["_"]["served"]).days <= 15)
    retell(rec)


@defect("结案审批没有承办机构意见", "RI-CLOSE-04")
def closing_unit_silent(rec, rng):
    row(rec, "结案", "承办机构")["opinion"] = None


@defect("结案没有负责人审批", "RI-CLOSE-04")
def closing_head_missing(rec, rng):
    rec["closing"]["approver"] = None
    drop_rows(rec, "结案", "负责人")
    doc = paper(rec, "结案审批表")
    doc["signatures"] = [s for s in doc["signatures"] if s["role"] != "负责人"]


@defect("履行完毕一年后才结案", "RI-CLOSE-05", follows="RI-CASE-13", **ONCE)
def closed_late(rec, rng):
    cal = calendar(rec)
    need(rec["closing"]["closed_on"].year < 2025)
    shut = cal.roll(rec["closing"]["closed_on"] + 365 * ONE)
    rec["closing"].update(closed_on=shut, applied_on=shut, report_on=shut)
    redate(rec, "结案审批表", shut)
    for one in rec["approvals"]:
        if one["step"] == "结案":
            one["date"] = shut
    stored = cal.add(shut, 6)
    for kind in ("卷宗封面", "卷内目录", "备考表"):
        redate(rec, kind, stored)
    rec["archive"].update(archived_on=stored, bound_on=stored)
    need(rec["_"]["era"] == "new")
    retell(rec)


@defect("决定书责令改正而没有改正证明即结案", "RI-CLOSE-06 RI-EXEC-12", follows="RI-ORDER-04 RI-ARCH-07", order="decision")
def closed_without_proof(rec, rng):
    del rec["correction_order"]
    drop_paper(rec, "复查笔录")
