"""行政许可 (PERM)."""

import datetime

import binding
from defects.hands import (calendar, defect, drop_paper, drop_receipt, drop_rows, need, paper, receipt,
                           redate, rewrite, row, served)

ONE = datetime.timedelta(days=1)
GRANT = {"base": "permit", "outcome": "准予"}
ASKED = {**GRANT, "supplement": True}


def undated(rec, kind):
    paper(rec, kind)["date"] = None
    binding.bind(rec)


def _field(name, items, follows="", options=GRANT, on=None, **values):
    """`on`: what else shows it on the paper itself."""
    @defect(name, items, follows=follows, **options)
    def change(rec, rng):
        rec["permit"].update(values)
        if on:
            on(rec)


_field("许可申请书填写不完整", "RI-PERM-03", form_complete=False)
_field("没有收件清单", "RI-PERM-05", follows="RI-ARCH-07", on=lambda rec: drop_paper(rec, "申请材料清单"), materials_listed=False,
       list_signed=False)
_field("收件清单没有签名", "RI-PERM-05", on=lambda rec: paper(rec, "申请材料清单").update(signatures=[]), list_signed=False)
_field("申请材料复印件没有核对", "RI-PERM-06", copies_verified=False)
_field("受理通知书没有专用章", "RI-PERM-10", follows="RI-SUBJ-04", on=lambda rec: paper(rec, "受理通知书").update(sealed=False,
        seal_name=None),
       acceptance_sealed=False)
_field("受理通知书没有注明日期", "RI-PERM-10", follows="RI-PERM-11 RI-FORM-07 RI-ARCH-04 RI-SERVICE-16",
       on=lambda rec: undated(rec, "受理通知书"), acceptance_dated=False)
_field("两次要求补正", "RI-PERM-07", options=ASKED, supplement_times=2)
_field("补正材料与要求不符", "RI-PERM-09", options=ASKED, supplemented=["经营场所使用证明"])
_field("没有告知利害关系人", "RI-PERM-15", options={**GRANT, "interested": False}, interested_party=True,
       interested_party_told=False)
_field("应当听证而没有听证", "RI-PERM-16", options={**GRANT, "hearing_due": False}, hearing_required=True)
_field("许可决定没有盖章", "RI-PERM-22", follows="RI-SUBJ-04", on=lambda rec: paper(rec, "许可决定书").update(sealed=False,
        seal_name=None), sealed=False)
_field("收费没有依据", "RI-PERM-25", fee=300)
_field("收费没有票据", "RI-PERM-25", fee=300, fee_basis="价格主管部门核定的收费标准")
_field("许可决定没有公开", "RI-PERM-26", published_on=None)
_field("重大许可没有法制审核", "RI-PERM-29", options={**GRANT, "major": False}, major=True)


@defect("没有许可申请书", "RI-PERM-03", follows="RI-ARCH-07 RI-TIME-02", **GRANT)
def no_application(rec, rng):
    rec["permit"]["form_complete"] = None
    drop_paper(rec, "许可申请书")


@defect("引用已失效的法律", "RI-PERM-02", **GRANT)
def old_law(rec, rng):
    rec["permit"]["legal_bases"][0].update(law="中华人民共和国公司登记管理条例", article=9)
    need(rec["permit"]["decided_on"] > datetime.date(2022, 4, 1))


@defect("引用不存在的条文", "RI-PERM-02", **GRANT)
def no_such_article(rec, rng):
    rec["permit"]["legal_bases"][1]["article"] = 98


@defect("代理人没有授权", "RI-PERM-04", follows="RI-PARTY-08", agent=True, **GRANT)
def unauthorized(rec, rng):
    rec["parties"][0]["agent_authorized"] = False
    drop_paper(rec, "授权委托书")


@defect("第六个工作日才要求补正", "RI-PERM-07", follows="RI-PERM-20 RI-PERM-10", told_last_day=True, **ASKED)
def asked_late(rec, rng):
    day = calendar(rec).add(rec["permit"]["received_on"], 6)
    need(day <= rec["permit"]["supplemented_on"])
    rec["permit"]["supplement_told_on"] = day
    served(rec, "补正告知书").update(sent_on=day, served_on=day, signed_on=day)
    doc = paper(rec, "补正告知书")
    old = doc["date"]
    doc["text"] = doc["text"].replace(f"{old.year}年{old.month}月{old.day}日", f"{day.year}年{day.month}月{day.day}日")
    receipt(rec, doc)["date"] = day
    redate(rec, "补正告知书", day)
    binding.bind(rec)


@defect("补正告知书没有期限", "RI-PERM-08", **ASKED)
def supplement_vague(rec, rng):
    doc = paper(rec, "补正告知书")
    rewrite(doc, doc["text"][doc["text"].index("请于"):doc["text"].index("前补正") + 3], "请补正")
    doc["text"] = doc["text"].replace("逾期未补正的，视为放弃申请。", "")


@defect("补正告知书没有盖章", "RI-PERM-08", follows="RI-SUBJ-04", **ASKED)
def supplement_unsealed(rec, rng):
    paper(rec, "补正告知书").update(sealed=False, seal_name=None)


@defect("第六个工作日才受理", "RI-PERM-10", supplement=False, accepted_last_day=True, follows="RI-PERM-20 RI-PERM-05", **GRANT)
def accepted_late(rec, rng):
    day = calendar(rec).add(rec["permit"]["accepted_on"], -6)
    p = rec["permit"]
    p["received_on"] = p["applied_on"] = day
    for kind in ("许可申请书", "申请材料清单", "身份证明", "授权委托书"):
        redate(rec, kind, day)
    binding.bind(rec)


@defect("受理通知书申请人没有签收", "RI-PERM-11", follows="RI-SERVICE-05", **GRANT)
def acceptance_unsigned(rec, rng):
    paper(rec, "受理通知书")["signatures"] = []
    served(rec, "受理通知书").update(signed=False, signed_on=None)


@defect("不予受理没有理由", "RI-PERM-12", base="permit", outcome="不予受理")
def refused_without_reason(rec, rng):
    rec["permit"]["refusal_reason"] = None
    doc = paper(rec, "不予受理通知书")
    rewrite(doc, doc["text"][doc["text"].index("，理由如下"):doc["text"].index("依据《")], "，")


@defect("不予受理没有救济途径", "RI-PERM-12", base="permit", outcome="不予受理")
def refused_without_remedy(rec, rng):
    rec["permit"]["remedies_told"] = False
    doc = paper(rec, "不予受理通知书")
    rewrite(doc, doc["text"][doc["text"].index("如不服"):doc["text"].index("\n" + rec["agency"]["name"] + "（行政许可专用章）")],
            "")


@defect("受理审批没有意见", "RI-PERM-13", **GRANT)
def acceptance_opinion(rec, rng):
    row(rec, "受理", "承办人")["opinion"] = None


@defect("一人现场核查", "RI-PERM-14", **GRANT)
def one_checker(rec, rng):
    need(rec["permit"].get("site_checkers"))
    rec["permit"]["site_checkers"] = rec["permit"]["site_checkers"][:1]
    doc = paper(rec, "核查记录")
    doc["signatures"] = doc["signatures"][:2]


@defect("现场核查没有记录", "RI-PERM-14", follows="RI-ARCH-07", **GRANT)
def no_check_record(rec, rng):
    need(rec["permit"].get("site_checkers"))
    drop_paper(rec, "核查记录")


@defect("特别程序没有告知", "RI-PERM-17", follows="RI-PERM-20", hearing_due=True, **GRANT)
def special_untold(rec, rng):
    rec["permit"]["special_told"] = False
    drop_paper(rec, "特别程序告知书")


@defect("审查意见空白", "RI-PERM-19", **GRANT)
def examined_silently(rec, rng):
    row(rec, "审查", "承办人")["opinion"] = None


@defect("审查没有姓名和日期", "RI-PERM-19", **GRANT)
def examined_by_nobody(rec, rng):
    row(rec, "审查", "承办机构").update(name=None, date=None)


@defect("超过法定期限一个工作日", "RI-PERM-20", decided_last_day=True, prolonged=False, hearing_due=False, major=False,
        committed=False, supplement=True, **GRANT)
def decided_late(rec, rng):
    """Accepted a working day earlier, when the papers were complete a day earlier too."""
    p, cal = rec["permit"], calendar(rec)
    day = cal.add(p["accepted_on"], -1)
    need(day > p["supplement_told_on"])
    p["accepted_on"] = p["supplemented_on"] = day
    doc = paper(rec, "受理通知书")
    old = doc["date"]
    doc["text"] = doc["text"].replace(f"{old.year}年{old.month}月{old.day}日", f"{day.year}年{day.month}月{day.day}日")
    served(rec, "受理通知书").update(sent_on=day, served_on=day, signed_on=day)
    receipt(rec, doc)["date"] = day
    redate(rec, "受理通知书", day)
    for one in rec["approvals"]:
        if one["step"] == "受理":
            one["date"] = day
    binding.bind(rec)


@defect("超过承诺期限", "RI-PERM-20", decided_last_day=True, prolonged=False, hearing_due=False, committed=True, **GRANT)
def promise_broken(rec, rng):
    rec["permit"]["committed_days"] -= 2


@defect("延期没有告知理由", "RI-PERM-20", prolonged=True, decided_last_day=True, **GRANT)
def prolonged_silently(rec, rng):
    rec["permit"]["extension_reason_told"] = False
    drop_paper(rec, "许可延期通知书")


@defect("没有许可决定书", "RI-PERM-22", follows="RI-ARCH-07 RI-TIME-02 RI-PERM-24 RI-SERVICE-01", **GRANT)
def no_decision(rec, rng):
    drop_paper(rec, "许可决定书")
    rec["permit"]["sealed"] = None


@defect("不予许可没有理由", "RI-PERM-23", base="permit", outcome="不予")
def denied_without_reason(rec, rng):
    rec["permit"]["refusal_reason"] = None
    doc = paper(rec, "不予许可决定书")
    rewrite(doc, doc["text"][doc["text"].index("，理由如下"):doc["text"].index("依据《")], "，")


@defect("不予许可没有救济途径", "RI-PERM-23", base="permit", outcome="不予")
def denied_without_remedy(rec, rng):
    rec["permit"]["remedies_told"] = False
    doc = paper(rec, "不予许可决定书")
    rewrite(doc, doc["text"][doc["text"].index("如不服"):doc["text"].index("\n" + rec["agency"]["name"] + "（印章）")], "")


@defect("第十一个工作日才送达许可证件", "RI-PERM-24", served_last_day=True, **GRANT)
def delivered_late(rec, rng):
    day = calendar(rec).add(rec["permit"]["decided_on"], 11)
    rec["permit"]["delivered_on"] = day
    served(rec, "许可决定书").update(sent_on=day, served_on=day, signed_on=day)
    receipt(rec, paper(rec, "许可决定书"))["date"] = day
    binding.bind(rec)


@defect("许可决定没有送达签收", "RI-PERM-24 RI-SERVICE-01", follows="RI-SERVICE-05", **GRANT)
def not_delivered(rec, rng):
    rec["permit"]["delivered_on"] = None
    drop_receipt(rec, "许可决定书")


@defect("没有后续监管记录", "RI-PERM-27", follows="RI-ARCH-07", **GRANT)
def not_supervised(rec, rng):
    rec["permit"]["supervised_on"] = None
    drop_paper(rec, "监管记录")


@defect("许可案卷没有目录", "RI-PERM-28 RI-ARCH-03", follows="RI-ARCH-07 RI-ARCH-04", **GRANT)
def no_catalogue(rec, rng):
    drop_paper(rec, "卷内目录")
    rec["archive"]["catalogue"] = []


@defect("许可审批没有负责人", "RI-PERM-22 RI-CASE-10 RI-PERM-19", follows="RI-PERM-22", **GRANT)
def head_missing(rec, rng):
    drop_rows(rec, "许可决定", "负责人")
