"""Enforcing body and party (SUBJ, PARTY)."""

import datetime

from defects.hands import defect, drop_paper, paper, record, retell
from names import identity


def as_entrusted(rec):
    """The agency acts for the county government, whose name and seal every paper bears."""
    body = rec["_"]["county"] + "人民政府"
    rec["agency"].update(subject="受委托组织", entrusted_by=body, entrustment_number="委〔2018〕6号",
                         entrustment_valid_from=datetime.date(2018, 1, 1),
                         entrustment_valid_to=datetime.date(2026, 12, 31), entrustment_items=[rec["case"]["item_code"]])
    rec["decision"].update(issuer=body, seal_name=body, review_body="云溪市人民政府")
    for doc in rec["documents"]:
        if doc.get("seal_name") == rec["agency"]["name"]:
            doc["seal_name"] = body
    retell(rec)


@defect("以承办机构名义作出决定", "RI-SUBJ-02", follows="RI-SUBJ-03")
def issued_by_unit(rec, rng):
    rec["decision"]["issuer"] = rec["agency"]["unit"]
    retell(rec)


@defect("受委托组织以自己名义作出决定", "RI-SUBJ-02", follows="RI-SUBJ-03")
def issued_by_entrusted(rec, rng):
    as_entrusted(rec)
    rec["decision"]["issuer"] = rec["agency"]["name"]
    retell(rec)


@defect("落款与印章不一致", "RI-SUBJ-03")
def other_seal(rec, rng):
    rec["decision"]["seal_name"] = paper(rec, "行政处罚决定书")["seal_name"] = rec["_"]["county"] + "水务局"


@defect("决定书未盖章", "RI-SUBJ-04 RI-DEC-18", follows="RI-SUBJ-03")
def unsealed_decision(rec, rng):
    rec["decision"].update(sealed=False, seal_name=None)
    paper(rec, "行政处罚决定书").update(sealed=False, seal_name=None)


@defect("告知书未盖章", "RI-SUBJ-04 RI-NOTICE-13")
def unsealed_notice(rec, rng):
    rec["notice"]["sealed"] = False
    paper(rec, "行政处罚告知书").update(sealed=False, seal_name=None)


@defect("责令改正通知书未盖章", "RI-SUBJ-04", order="paper")
def unsealed_order(rec, rng):
    paper(rec, "责令改正通知书").update(sealed=False, seal_name=None)


@defect("查封扣押决定书未盖章", "RI-SUBJ-04", measure="扣押", era="new", key=("食品标签", "食品过期"))
def unsealed_seizure(rec, rng):
    paper(rec, "查封扣押决定书").update(sealed=False, seal_name=None)


@defect("受委托组织没有委托书", "RI-SUBJ-05")
def no_entrustment(rec, rng):
    as_entrusted(rec)
    for name in ("number", "valid_from", "valid_to", "items"):
        rec["agency"].pop("entrustment_" + name)


@defect("决定时委托已到期", "RI-SUBJ-05")
def entrustment_over(rec, rng):
    as_entrusted(rec)
    rec["agency"]["entrustment_valid_to"] = rec["decision"]["date"] - datetime.timedelta(days=1)


@defect("超出委托事项", "RI-SUBJ-05")
def entrustment_too_narrow(rec, rng):
    as_entrusted(rec)
    rec["agency"]["entrustment_items"] = ["999999999999"]


@defect("执法人员无执法资格", "RI-SUBJ-06", follows="RI-SUBJ-09")
def unqualified(rec, rng):
    rec["officers"][1]["qualified"] = False


@defect("笔录当日执法证已过期", "RI-SUBJ-07")
def certificate_over(rec, rng):
    rec["officers"][0]["certificate_valid_to"] = record(rec, "现场笔录")["started_at"].date() - datetime.timedelta(days=1)


@defect("笔录当日执法证尚未生效", "RI-SUBJ-07", follows="RI-TIME-03")
def certificate_not_yet(rec, rng):
    rec["officers"][1]["certificate_valid_from"] = record(rec, "现场笔录")["started_at"].date() + datetime.timedelta(days=1)


@defect("没有执法证号和证件复印件", "RI-SUBJ-08", follows="RI-SUBJ-06 RI-SUBJ-09")
def no_certificate_number(rec, rng):
    for officer in rec["officers"][:2]:
        officer.update(certificate_number=None, certificate_copy=False, qualified=None)
    retell(rec)


@defect("现场笔录只有一名执法人员签名", "RI-SUBJ-09 RI-INSP-10")
def one_officer(rec, rng):
    row = record(rec, "现场笔录")
    row["officers_signed"] = row["officers_signed"][:1]
    doc = paper(rec, "现场笔录")
    doc["signatures"] = [s for s in doc["signatures"] if s["name"] not in rec["_"]["officers"][1:]]


@defect("简易程序一人执法", "RI-SUBJ-09 RI-INSP-10", base="simple", era="new")
def one_officer_on_the_spot(rec, rng):
    one_officer(rec, rng)


@defect("决定书当事人名称不一致", "RI-PARTY-01", several=False)
def other_name(rec, rng):
    wrong = rec["_"]["county"] + "远桥百货有限公司"
    rec["decision"]["party_name"] = paper(rec, "行政处罚决定书")["party_name"] = wrong


@defect("告知书当事人名称不一致", "RI-PARTY-01 RI-NOTICE-13", several=False)
def other_name_in_notice(rec, rng):
    paper(rec, "行政处罚告知书")["party_name"] = rec["_"]["county"] + "远桥百货有限公司"


@defect("当事人名称与证照不符", "RI-PARTY-02", party="法人")
def not_the_licence(rec, rng):
    rec["parties"][0]["licence_name"] = rec["_"]["county"] + "远桥百货有限公司"


@defect("个体工商户未按登记字号列名", "RI-PARTY-03 RI-PARTY-02", party="个体工商户", named=False)
def shop_misnamed(rec, rng):
    rec["parties"][0].update(trade_name=rec["_"]["county"] + "远桥百货商行", licence_name=rec["_"]["county"] + "远桥百货商行")


@defect("没有当事人身份证明", "RI-PARTY-05", follows="RI-ARCH-07 RI-TIME-02 RI-EVID-13", several=False)
def no_identity(rec, rng):
    rec["parties"][0]["identity_proof"] = False
    drop_paper(rec, "身份证明")
    rec["evidence"] = [e for e in rec["evidence"] if e["_on"] != "身份证明"]
    for number, item in enumerate(rec["evidence"], 1):
        item["number"] = str(number)
    retell(rec)


def _blank(name, field, party):
    @defect(name, "RI-PARTY-06", party=party, agent=False)
    def blank(rec, rng):
        rec["parties"][0][field] = None
        retell(rec)


_blank("缺当事人电话", "phone", "法人")
_blank("缺法定代表人", "legal_representative", "法人")
_blank("缺统一社会信用代码", "id_number", "法人")
_blank("缺性别", "gender", "自然人")
_blank("缺出生日期", "birth_date", "自然人")


@defect("当事人住址过于笼统", "RI-PARTY-07")
def vague_address(rec, rng):
    rec["parties"][0]["address"] = rec["decision"]["party_address"] = rec["_"]["county"] + "城区"
    rec["address_confirmation"]["address"] = rec["parties"][0]["address"]
    retell(rec)


@defect("代理人没有授权委托书", "RI-PARTY-08", follows="RI-SERVICE-06", agent=True, party="法人")
def agent_without_power(rec, rng):
    rec["parties"][0]["agent_authorized"] = False
    drop_paper(rec, "授权委托书")


@defect("没有代理人身份证明", "RI-PARTY-08", agent=True, party="法人")
def agent_without_identity(rec, rng):
    rec["parties"][0]["agent_identity_proof"] = False


@defect("处罚不满十四周岁的人", "RI-PARTY-09", party="自然人")
def a_child(rec, rng):
    act = rec["offence"]["ended_on"]
    birth = datetime.date(act.year - 14, act.month, min(act.day, 28)) + datetime.timedelta(days=40)
    party = rec["parties"][0]
    party.update(birth_date=birth, id_number=identity(rng, birth, party["gender"] == "男"))
    for row in rec["transcripts"]:
        if row["subject"] == party["name"]:
            row["subject_id_number"] = party["id_number"]
    retell(rec)
