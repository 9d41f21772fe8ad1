"""Legal review, discussion, approval (REVIEW, GROUP, APPR)."""

import datetime

from defects.hands import calendar, defect, drop_paper, drop_rows, need, paper, redate, retell, row
from telling import period_end_of

ONE = datetime.timedelta(days=1)
REVIEWED = {"reviewed": True, "several": False}
DISCUSSED = {"discussed": True, "several": False}
HELD = {"hearing": "held", "hearing_told": True, "era": "new"}


def reviewed_on(rec, day):
    rec["legal_review"].update(reviewed_on=day, submitted_on=min(day, rec["legal_review"]["submitted_on"]))
    redate(rec, "法制审核意见书", day)
    for one in rec["approvals"]:
        if one["step"] == "法制审核":
            one["date"] = day
    retell(rec)


@defect("听证案件没有法制审核", "RI-REVIEW-01", follows="RI-TIME-02 RI-ARCH-07 RI-APPR-03 RI-REVIEW-04", **HELD)
def not_reviewed(rec, rng):
    del rec["legal_review"]
    drop_paper(rec, "法制审核意见书")
    drop_rows(rec, "法制审核")
    drop_rows(rec, "决定", "法制机构")


@defect("重大复杂案件没有法制审核", "RI-REVIEW-01", follows="RI-TIME-02 RI-ARCH-07 RI-APPR-03 RI-REVIEW-04", complex=True,
        era="new", reviewed=True)
def complex_not_reviewed(rec, rng):
    not_reviewed(rec, rng)


@defect("审核未通过仍作出决定", "RI-REVIEW-02", **REVIEWED)
def not_passed(rec, rng):
    rec["legal_review"]["opinion"] = "纠正"
    doc = paper(rec, "法制审核意见书")
    doc.update(text=doc["text"].replace("审核意见：同意。", "审核意见：裁量明显不当，建议纠正后再报。"), _own=True)


@defect("陈述申辩提出新证据后没有再次审核", "RI-REVIEW-03", follows="RI-REVIEW-01", statement="made", era="new", reviewed=True,
        complex=True)
def not_reviewed_again(rec, rng):
    rec["statement"]["new_evidence"] = True
    reviewed_on(rec, rec["investigation"]["report_on"])


@defect("审核意见未签名", "RI-REVIEW-04", **REVIEWED)
def review_unsigned(rec, rng):
    rec["legal_review"]["reviewer"] = None
    paper(rec, "法制审核意见书")["signatures"] = []
    retell(rec)


@defect("没有明确的审核意见", "RI-REVIEW-04", follows="RI-REVIEW-02", **REVIEWED)
def no_opinion(rec, rng):
    rec["legal_review"]["opinion"] = None
    doc = paper(rec, "法制审核意见书")
    doc.update(text=doc["text"].replace("审核意见：同意。", ""), _own=True)


@defect("审核人员没有法律职业资格", "RI-REVIEW-05", **REVIEWED)
def unqualified(rec, rng):
    rec["legal_review"]["reviewer_qualification"] = None


@defect("调查人员兼任审核人员", "RI-REVIEW-06", **REVIEWED)
def same_person(rec, rng):
    name = rec["officers"][1]["name"]
    rec["legal_review"]["reviewer"] = name
    paper(rec, "法制审核意见书")["signatures"][0]["name"] = name
    row(rec, "法制审核", "法制机构")["name"] = name
    retell(rec)


@defect("所有环节由一人签名", "RI-REVIEW-07", follows="RI-REVIEW-06 RI-CASE-11", several=False)
def one_hand(rec, rng):
    for one in rec["approvals"]:
        one["name"] = rec["filing"]["approver"]


@defect("审核意见没有逐项审核", "RI-REVIEW-08", **REVIEWED)
def formal(rec, rng):
    doc = paper(rec, "法制审核意见书")
    doc.update(text=f"经审核，同意。\n审核人：{rec['legal_review']['reviewer']}", _own=True)


@defect("审核早于调查终结报告", "RI-REVIEW-09", follows="RI-REVIEW-01 RI-REVIEW-03 RI-TIME-01", **REVIEWED)
def reviewed_early(rec, rng):
    reviewed_on(rec, calendar(rec).add(rec["investigation"]["report_on"], -1))


@defect("审核晚于决定", "RI-REVIEW-09", follows="RI-REVIEW-01 RI-TIME-01", **REVIEWED)
def reviewed_late(rec, rng):
    reviewed_on(rec, calendar(rec).add(rec["decision"]["date"], 1))


@defect("重大复杂案件没有集体讨论", "RI-GROUP-01", follows="RI-TIME-02 RI-ARCH-07 RI-GROUP-02 RI-GROUP-03", complex=True)
def not_discussed(rec, rng):
    del rec["discussion"]
    drop_paper(rec, "集体讨论记录")


@defect("集体讨论没有记录", "RI-GROUP-02", follows="RI-ARCH-07 RI-TIME-02", **DISCUSSED)
def no_record(rec, rng):
    drop_paper(rec, "集体讨论记录")


def _talk(name, items="RI-GROUP-03", follows="", **values):
    @defect(name, items, follows=follows, **DISCUSSED)
    def change(rec, rng):
        rec["discussion"].update(values)
        binding = paper(rec, "集体讨论记录")
        if "each_view_recorded" in values:
            binding.update(text="参加人一致同意处理意见。", _own=True)


_talk("集体讨论没有记录各人意见", each_view_recorded=False)
_talk("集体讨论没有地点", place=None)
_talk("集体讨论没有结论", conclusion=None)
_talk("集体讨论没有参加人", participants=None, follows="RI-GROUP-05 RI-GROUP-06")


@defect("调查人员参加表决", "RI-GROUP-04", **DISCUSSED)
def officer_votes(rec, rng):
    rec["discussion"]["voters"] = rec["discussion"]["voters"] + [rec["officers"][0]["name"]]


@defect("集体讨论人数不足一半", "RI-GROUP-05", **DISCUSSED)
def no_quorum(rec, rng):
    talk = rec["discussion"]
    need(len(talk["participants"]) == 5)
    present, absent = talk["participants"][:2], talk["participants"][2:]
    talk.update(participants=present, absent=absent, voters=list(present), signed_by=list(present))
    doc = paper(rec, "集体讨论记录")
    doc["signatures"] = [s for s in doc["signatures"] if s["name"] not in absent]
    retell(rec)


@defect("集体讨论有人未签名", "RI-GROUP-06", **DISCUSSED)
def member_unsigned(rec, rng):
    missing = rec["discussion"]["signed_by"][-1]
    rec["discussion"]["signed_by"] = rec["discussion"]["signed_by"][:-1]
    doc = paper(rec, "集体讨论记录")
    doc["signatures"] = [s for s in doc["signatures"] if s["name"] != missing]


@defect("告知前讨论而申辩后没有再次讨论", "RI-GROUP-07", follows="RI-TIME-01", statement="made", era="new", **DISCUSSED)
def not_discussed_again(rec, rng):
    day = rec["investigation"]["report_on"]
    rec["discussion"]["held_on"] = day
    redate(rec, "集体讨论记录", day)
    retell(rec)


@defect("决定罚款与讨论结果不一致", "RI-GROUP-08", follows="RI-DEC-23", **DISCUSSED)
def other_result(rec, rng):
    rec["discussion"]["fine"] -= 100


@defect("决定之后才讨论", "RI-GROUP-09", follows="RI-GROUP-01 RI-TIME-01 RI-HEAR-09", **DISCUSSED)
def discussed_after(rec, rng):
    day = calendar(rec).add(rec["decision"]["date"], 1)
    rec["discussion"]["held_on"] = day
    redate(rec, "集体讨论记录", day)
    retell(rec)


@defect("没有决定审批", "RI-APPR-01", follows="RI-APPR-02 RI-APPR-03 RI-TIME-02 RI-ARCH-07 RI-APPR-06")
def not_approved(rec, rng):
    rec["decision"].update(approver=None, approved_on=None)
    drop_paper(rec, "处罚决定审批表")
    drop_rows(rec, "决定")


@defect("决定审批没有负责人意见", "RI-APPR-01", follows="RI-TIME-02")
def head_missing(rec, rng):
    rec["decision"].update(approver=None, approved_on=None)
    drop_rows(rec, "决定", "负责人")
    doc = paper(rec, "处罚决定审批表")
    doc["signatures"] = [s for s in doc["signatures"] if s["role"] != "负责人"]


@defect("决定审批没有承办人意见", "RI-APPR-02")
def undertaker_silent(rec, rng):
    row(rec, "决定", "承办人")["opinion"] = None


@defect("决定审批没有法制机构意见", "RI-APPR-03", **REVIEWED)
def legal_silent(rec, rng):
    row(rec, "决定", "法制机构")["opinion"] = None  # a form without that box is no defect


@defect("陈述申辩期限届满前审批", "RI-APPR-04", follows="RI-TIME-01 RI-REVIEW-09 RI-GROUP-09 RI-NOTICE-07", statement="silent",
        hearing="silent", reviewed=False, discussed=False, era="new")
def approved_early(rec, rng):
    day = calendar(rec).add(period_end_of(rec), -1)
    rec["decision"]["approved_on"] = day
    redate(rec, "处罚决定审批表", day)
    for one in rec["approvals"]:
        if one["step"] == "决定":
            one["date"] = day
    retell(rec)


@defect("延期没有审批人", "RI-APPR-05", limit="extended", sector=("市场监管", "生态环境"), era="new", follows="RI-DEC-22")
def extension_unapproved(rec, rng):
    rec["extensions"][0]["approver"] = None
    row(rec, "延期", "负责人")["name"] = None


@defect("期满后才批准延期", "RI-APPR-05", limit="extended", sector=("市场监管", "生态环境"), era="new", follows="RI-DEC-22")
def extended_late(rec, rng):
    # Three months, as the environment counted until 2023, may be more than ninety days.
    need(rec["case"].get("sector") != "生态环境" or rec["filing"]["approved_on"].isoformat() >= "2023-07-01")
    need(calendar(rec).is_workday(rec["filing"]["approved_on"] + 90 * ONE))  # else the last day moves
    day = calendar(rec).roll(rec["filing"]["approved_on"] + 91 * ONE)
    need(day < rec["decision"]["date"])
    rec["extensions"][0]["approved_on"] = day
    redate(rec, "延期审批表", day)
    for one in rec["approvals"]:
        if one["step"] == "延期":
            one["date"] = day
    retell(rec)


@defect("审批晚于决定", "RI-APPR-06", follows="RI-TIME-01 RI-SERVICE-16", served_last_day=True)
def approved_after(rec, rng):
    day = calendar(rec).add(rec["decision"]["date"], 1)
    rec["decision"]["approved_on"] = day
    redate(rec, "处罚决定审批表", day)
    for one in rec["approvals"]:
        if one["step"] == "决定":
            one["date"] = day
    retell(rec)
