"""Opening of the case (CASE)."""

import datetime

from defects.hands import calendar, defect, drop_paper, drop_rows, need, paper, record, redate, retell, row

ONE = datetime.timedelta(days=1)


def found_earlier(rec, day):
    rec["source"].update(found_on=day, received_on=day)
    rec["offence"].update(ended_on=day, began_on=min(rec["offence"]["began_on"], day - 5 * ONE))
    rec["filing"]["applied_on"] = max(rec["filing"]["applied_on"], day)
    for kind in ("案件来源登记表", "投诉举报材料", "交办材料"):
        redate(rec, kind, day)
    retell(rec)


@defect("没有立案审批表", "RI-CASE-01", follows="RI-TIME-02 RI-ARCH-07 RI-CASE-07 RI-CASE-08")
def no_form(rec, rng):
    drop_paper(rec, "立案审批表")


@defect("先询问后立案", "RI-CASE-02", follows="RI-TIME-01 RI-TIME-03 RI-TIME-04 RI-CASE-12", opened_last_day=True,
        sector=("市场监管",), witness=False, oldest=False, agent=False)
def asked_first(rec, rng):
    day = calendar(rec).add(rec["filing"]["approved_on"], -2)
    need(day >= rec["source"]["found_on"])
    talk = record(rec, "询问笔录")
    old = talk["started_at"].date()
    for name in ("started_at", "ended_at"):
        talk[name] = talk[name].replace(year=day.year, month=day.month, day=day.day)
    talk["signed_on"] = day
    for item in rec["evidence"]:
        if item["collected_on"] == old and item["_on"] in ("询问笔录", "身份证明", "证据清单"):
            item["collected_on"] = day
    for kind in ("询问笔录", "身份证明", "送达地址确认书"):
        redate(rec, kind, day)
    rec["address_confirmation"]["signed_on"] = day
    retell(rec)


@defect("市场监管案件第十六个工作日立案", "RI-CASE-03", sector=("市场监管",), era="new", oldest=False)
def opened_late(rec, rng):
    found_earlier(rec, calendar(rec).add(rec["filing"]["approved_on"], -16))


@defect("生态环境案件超过十五日立案", "RI-CASE-03", sector=("生态环境",), era="new", oldest=False)
def opened_late_ecology(rec, rng):
    opened = rec["filing"]["approved_on"]
    need(opened >= datetime.date(2023, 9, 1))
    found = calendar(rec).back(opened - 25 * ONE)
    need(found < calendar(rec).add(opened, -15))  # late by working days too, as the office counts
    found_earlier(rec, found)


@defect("案件来源未载明", "RI-CASE-04", follows="RI-CASE-05")
def no_source(rec, rng):
    need(rec["source"]["channel"] in ("日常检查", "专项检查"))
    rec["source"].update(channel=None, description=None)


@defect("没有投诉举报材料", "RI-CASE-05", channel="投诉举报")
def no_complaint(rec, rng):
    rec["source"]["supporting_paper"] = False
    drop_paper(rec, "投诉举报材料")


@defect("没有上级交办材料", "RI-CASE-05", channel="上级交办")
def no_assignment(rec, rng):
    rec["source"]["supporting_paper"] = False
    drop_paper(rec, "交办材料")


@defect("案件名称不规范", "RI-CASE-06")
def bad_title(rec, rng):
    rec["case"]["title"] = paper(rec, "卷宗封面")["title"] = "关于一起违法行为的处理材料"
    retell(rec)


@defect("立案案情摘要缺时间地点", "RI-CASE-07")
def vague_summary(rec, rng):
    doc = paper(rec, "立案审批表")
    basis = doc["text"].rsplit("承办人意见", 1)[1]
    doc.update(text="案情摘要：当事人有违法行为。\n承办人意见" + basis, _own=True)
    rec["offence"]["description"] = "当事人有违法行为。"


@defect("立案未写明涉嫌违反的条款", "RI-CASE-08")
def no_provision(rec, rng):
    row(rec, "立案", "承办人")["opinion"] = "当事人的行为涉嫌违法，建议立案调查。"
    doc = paper(rec, "立案审批表")
    doc.update(text=doc["text"].rsplit("承办人意见", 1)[0] + "承办人意见：当事人的行为涉嫌违法，建议立案调查。", _own=True)


@defect("立案承办机构无意见", "RI-CASE-09")
def unit_silent(rec, rng):
    row(rec, "立案", "承办机构")["opinion"] = None


@defect("立案承办人无日期", "RI-CASE-09")
def undated(rec, rng):
    row(rec, "立案", "承办人")["date"] = None


@defect("立案没有承办机构审批", "RI-CASE-09")
def unit_missing(rec, rng):
    drop_rows(rec, "立案", "承办机构")


@defect("立案审批意见空白", "RI-CASE-10")
def head_silent(rec, rng):
    rec["filing"]["opinion"] = row(rec, "立案", "负责人")["opinion"] = None


@defect("立案审批意见只写已阅", "RI-CASE-10")
def head_only_read(rec, rng):
    rec["filing"]["opinion"] = row(rec, "立案", "负责人")["opinion"] = "已阅。"


@defect("立案无负责人签名", "RI-CASE-10")
def head_unsigned(rec, rng):
    rec["filing"]["approver"] = row(rec, "立案", "负责人")["name"] = None
    doc = paper(rec, "立案审批表")
    doc["signatures"] = [s for s in doc["signatures"] if s["role"] != "负责人"]


@defect("立案审批人没有审批权", "RI-CASE-11")
def no_authority(rec, rng):
    row(rec, "立案", "负责人")["position"] = "一级科员"


@defect("立案前没有核查材料", "RI-CASE-12", follows="RI-CASE-05 RI-ARCH-07", channel="日常检查")
def no_clue(rec, rng):
    rec["source"]["supporting_paper"] = False
    drop_paper(rec, "案件来源登记表")


@defect("决定后既不结案也不销案", "RI-CASE-13", follows="RI-CLOSE-01 RI-ARCH-10 RI-ARCH-07 RI-TIME-02 RI-CLOSE-05")
def left_open(rec, rng):
    rec["case"]["status"] = "已决定"
    for kind in ("结案审批表", "卷宗封面", "卷内目录", "备考表"):
        drop_paper(rec, kind)
    for name in ("closing", "archive"):
        del rec[name]
    drop_rows(rec, "结案")
