"""The decision and discretion (DEC, DISC)."""

import datetime

from defects.hands import calendar, defect, drop_paper, need, paper, redate, retell
from wording import capitals

ONE = datetime.timedelta(days=1)
PLAIN = {"several": False, "method": "直接送达"}


def cut(rec, start, end):
    text = rec["decision"]["text"]
    need(start in text and end in text)
    rec["decision"]["text"] = text[:text.index(start)] + text[text.index(end):]


def set_fine(rec, amount):
    """The same sum everywhere, paid in full."""
    d = rec["decision"]
    old = next(p["amount"] for p in d["penalties"] if p["kind"] == "罚款")
    for p in d["penalties"]:
        if p["kind"] == "罚款":
            p["amount"] = amount
    d["fine_in_words"] = capitals(amount)
    d["discretion"].update(range_min=min(amount, d["discretion"]["range_min"]),
                           range_max=max(amount, d["discretion"]["range_max"]))
    rec["notice"]["proposed_fine"] = amount
    if "discussion" in rec:
        rec["discussion"]["fine"] = amount
    rec["payments"][0]["amount"] += amount - old
    retell(rec)


@defect("没有处罚决定书", "RI-DEC-01", follows="RI-TIME-02 RI-ARCH-07 RI-SERVICE-01 RI-SERVICE-02 RI-DEC-24 RI-DEC-18 "
                                        "RI-SUBJ-04 RI-SERVICE-11 RI-SERVICE-09 RI-FORM-10 RI-TIME-04", **PLAIN)
def no_decision(rec, rng):
    rec["decision"].update(number=None)
    drop_paper(rec, "行政处罚决定书")


@defect("决定书没有事实要素", "RI-DEC-02")
def no_facts(rec, rng):
    rec["decision"]["facts_stated"] = False
    cut(rec, "经查，", "以上事实有下列证据证实")


@defect("决定书没有列明证据", "RI-DEC-03")
def no_evidence(rec, rng):
    rec["decision"]["evidence_stated"] = False
    cut(rec, "以上事实有下列证据证实", "本机关于" + f"{rec['notice']['served_on'].year}年{rec['notice']['served_on'].month}月{rec['notice']['served_on'].day}日向当事人送达")


@defect("决定书没有说明陈述申辩情况", "RI-DEC-04", follows="RI-HEAR-01", statement="made", hearing_told=False)
def no_response(rec, rng):
    rec["decision"]["response_to_statement"] = False
    day = rec["notice"]["served_on"]
    cut(rec, f"本机关于{day.year}年{day.month}月{day.day}日向当事人送达", "本机关认为")


@defect("引用的法律在行为时已废止", "RI-DEC-06", follows="RI-NOTICE-14 RI-DEC-10 RI-DISC-04 RI-EVID-14 RI-DEC-08", key=("医疗废物",),
        era="new")
def repealed(rec, rng):
    need(rec["offence"]["began_on"] > datetime.date(2022, 3, 1))
    for basis in rec["decision"]["legal_bases"] + rec["notice"]["legal_bases"]:
        if basis["role"] == "处罚依据":
            basis.update(law="中华人民共和国执业医师法", article=37, item=1)
    retell(rec)


@defect("引用的法律在行为时尚未施行", "RI-DEC-06", follows="RI-NOTICE-14 RI-DEC-10 RI-DISC-04", key=("化妆品",), era="new",
        oldest=False)
def not_yet(rec, rng):
    """The act was over before the regulation of 2021; a Seed Act there was before that of 2022 too."""
    offence = rec["offence"]
    need(rec["source"]["found_on"] < datetime.date(2022, 12, 1))
    day = datetime.date(2020, 12, 20)
    offence.update(began_on=day - 9 * ONE, ended_on=day)
    retell(rec)


@defect("处罚依据没有引到款项", "RI-DEC-07", follows="RI-NOTICE-14 RI-DEC-10", key=("消防通道", "食品标签"), era="new")
def not_to_the_item(rec, rng):
    """Of articles that set different fines in different paragraphs, as the law book knows them."""
    for basis in rec["decision"]["legal_bases"] + rec["notice"]["legal_bases"]:
        if basis["role"] == "处罚依据":
            basis.update(paragraph=None, item=None)
    retell(rec)


@defect("法律名称用简称", "RI-DEC-08", follows="RI-NOTICE-14 RI-DEC-06 RI-DEC-10 RI-EVID-14 RI-DISC-04 RI-DEC-07")
def short_name(rec, rng):
    for basis in rec["decision"]["legal_bases"] + rec["notice"]["legal_bases"]:
        need("中华人民共和国" in basis["law"])
        basis["law"] = basis["law"].removeprefix("中华人民共和国")
    retell(rec)


@defect("罚款高于法定最高数额", "RI-DEC-10", tier="从重", follows="RI-DISC-03 RI-DISC-05", pay="once", **PLAIN)
def too_high(rec, rng):
    set_fine(rec, rec["_"]["offence"].fines[1] + 1000)


@defect("罚款低于法定最低数额而无减轻理由", "RI-DISC-04 RI-DEC-10", tier="从轻", follows="RI-DISC-03", pay="once", **PLAIN)
def too_low(rec, rng):
    set_fine(rec, rec["_"]["offence"].fines[0] - 100)


@defect("把责令改正写成处罚种类", "RI-DEC-11", follows="RI-NOTICE-11 RI-GROUP-08", **PLAIN)
def not_a_penalty(rec, rng):
    rec["decision"]["penalties"].append({"kind": "其他", "object": "责令改正", "party": rec["parties"][0]["name"]})
    rec["notice"]["proposed_kinds"].append("其他")
    if "discussion" in rec:
        rec["discussion"]["kinds"].append("其他")
    retell(rec)


@defect("违法行为终了二年后才发现", "RI-DEC-13", follows="RI-DEC-06 RI-DEC-10", key=("特种设备", "挥发性有机物", "医疗废物", "旅行社宣传"),
        oldest=False)
def too_old(rec, rng):
    day = rec["source"]["found_on"]
    day = day.replace(year=day.year - 2, day=min(day.day, 28)) - 2 * ONE
    need(rec["_"]["offence"].since <= day - 30 * ONE)
    rec["offence"].update(began_on=day - 30 * ONE, ended_on=day)
    retell(rec)


@defect("决定书没有履行方式和期限", "RI-DEC-14")
def no_way_to_pay(rec, rng):
    rec["decision"]["performance_stated"] = False
    cut(rec, "当事人应当自收到", "到期不缴纳")


@defect("决定书没有加处罚款", "RI-DEC-15")
def no_late_fee(rec, rng):
    rec["decision"]["late_fee_stated"] = False
    cut(rec, "到期不缴纳罚款的", "如不服本决定")


def _remedy(name, old, new, items="RI-DEC-16", follows="", **values):
    @defect(name, items, follows=follows)
    def change(rec, rng):
        need(old in rec["decision"]["text"])
        rec["decision"].update(values)
        rec["decision"]["text"] = rec["decision"]["text"].replace(old, new)


_remedy("复议期限写成十五日", "六十日内向", "十五日内向", review_days=15)
_remedy("诉讼期限写成三个月", "六个月内向", "三个月内向", court_months=3)


@defect("没有告知诉讼途径", "RI-DEC-16", follows="RI-DEC-17")
def no_court(rec, rng):
    rec["decision"].update(court=None, court_months=None)
    cut(rec, "，或者自收到本决定书之日起六个月内", "。本决定将依法")


@defect("没有告知救济途径", "RI-DEC-16", follows="RI-DEC-17")
def no_remedy(rec, rng):
    rec["decision"].update(court=None, court_months=None, review_body=None, review_days=None)
    cut(rec, "如不服本决定", "本决定将依法")


@defect("复议机关没有写全称", "RI-DEC-17")
def short_body(rec, rng):
    full = rec["decision"]["review_body"]
    rec["decision"]["review_body"] = "县政府"
    rec["decision"]["text"] = rec["decision"]["text"].replace(full, "县政府")


@defect("决定书没有落款机关", "RI-DEC-19", follows="RI-SUBJ-02 RI-SUBJ-03")
def no_issuer(rec, rng):
    rec["decision"]["text"] = rec["decision"]["text"].replace(f"\n{rec['agency']['name']}（印章）", "")
    rec["decision"]["issuer"] = None


@defect("决定书没有日期", "RI-DEC-20", follows="RI-FORM-07 RI-TIME-02 RI-ARCH-04 RI-ARCH-03", **PLAIN)
def undated(rec, rng):
    doc = paper(rec, "行政处罚决定书")
    text = rec["decision"]["text"]
    rec["decision"]["text"] = text[:text.rindex("\n")]
    rec["decision"]["date"] = doc["date"] = None
    for entry in rec["archive"]["catalogue"]:
        if entry["page_from"] == doc["page_from"]:
            entry["date"] = None


def opened_on(rec, day):
    """The opening moved back, found the working day before it."""
    found = calendar(rec).add(day, -1)
    rec["source"].update(found_on=found, received_on=found)
    rec["offence"].update(ended_on=found, began_on=min(rec["offence"]["began_on"], found - 5 * ONE))
    rec["filing"].update(approved_on=day, applied_on=day)
    for one in rec["approvals"]:
        if one["step"] == "立案":
            one["date"] = day
    for kind in ("案件来源登记表", "投诉举报材料", "交办材料"):
        redate(rec, kind, found)
    redate(rec, "立案审批表", day)
    need(rec["offence"]["began_on"] >= rec["_"]["offence"].since)
    retell(rec)


@defect("第九十一日作出决定", "RI-DEC-22", follows="RI-TIME-07", limit="last day", era="new", agent=False, oldest=False, **PLAIN)
def ninety_one(rec, rng):
    day = rec["decision"]["date"] - 91 * ONE
    need(calendar(rec).is_workday(day) and day <= rec["filing"]["approved_on"])
    need(calendar(rec).is_workday(day + 90 * ONE))  # a last day that moves to the ninety-first would be lawful
    opened_on(rec, day)


@defect("没有延期而用了一百多日", "RI-DEC-22", limit="last day", era="new", agent=False, oldest=False, **PLAIN)
def a_hundred(rec, rng):
    opened_on(rec, calendar(rec).back(rec["decision"]["date"] - 104 * ONE))


@defect("延期后仍超期", "RI-DEC-22", follows="RI-APPR-05", limit="extended", sector=("市场监管", "生态环境"), era="new", agent=False,
        oldest=False, **PLAIN)
def extended_and_late(rec, rng):
    opened = calendar(rec).back(rec["decision"]["date"] - 130 * ONE)
    opened_on(rec, opened)
    rec["extensions"][0]["extended_to"] = opened + 120 * ONE


@defect("扣除期间没有证明", "RI-TIME-07", follows="RI-DEC-22", limit="excluded", test=True, sector=("生态环境",), era="new",
        **PLAIN)
def unproved_suspension(rec, rng):
    rec["suspensions"][0]["proof"] = None


@defect("扣除期间没有截止日期", "RI-TIME-07", follows="RI-DEC-22", limit="excluded", test=True, sector=("生态环境",), era="new",
        **PLAIN)
def open_suspension(rec, rng):
    rec["suspensions"][0]["ended_on"] = None


@defect("大写与小写罚款不一致", "RI-DEC-23", **PLAIN)
def words_differ(rec, rng):
    d = rec["decision"]
    d["fine_in_words"] = capitals(sum(p["amount"] for p in d["penalties"] if p["kind"] == "罚款") + 1000)


@defect("决定罚款与建议不一致", "RI-DEC-23", discussed=False, **PLAIN)
def proposal_differs(rec, rng):
    rec["investigation"]["proposed_fine"] += 1000


@defect("决定书没有文号", "RI-DEC-24 RI-FORM-10", follows="RI-SERVICE-03 RI-SERVICE-04 RI-SERVICE-01 RI-SERVICE-02 RI-DEC-01 "
                                                   "RI-CLOSE-02", **PLAIN)
def unnumbered(rec, rng):
    rec["decision"]["number"] = paper(rec, "行政处罚决定书")["number"] = None
    for delivery in rec["deliveries"]:
        if delivery["document_kind"] == "行政处罚决定书":
            delivery["document_number"] = None
    retell(rec)


@defect("决定书文号不合格式", "RI-DEC-24", follows="RI-FORM-10", **PLAIN)
def bad_number(rec, rng):
    number = rec["decision"]["number"].replace("〔", "(").replace("〕", ")").replace("号", "").replace("罚决", "-")
    rec["decision"]["number"] = paper(rec, "行政处罚决定书")["number"] = number
    for delivery in rec["deliveries"]:
        if delivery["document_kind"] == "行政处罚决定书":
            delivery["document_number"] = number
    retell(rec)


@defect("决定书盖有核对无误章", "RI-DEC-26")
def stamp(rec, rng):
    rec["decision"]["text"] += "\n经核对与原件无误"


# DISC

@defect("没有裁量理由", "RI-DISC-01", follows="RI-DISC-07 RI-REPORT-04")
def no_reason(rec, rng):
    rec["decision"]["discretion"].update(reasons=None, tier=None)
    report = rec["investigation"]
    report["discretion_reason"] = None
    for owner in (rec["decision"], rec["notice"]):
        text = owner["text"]
        start = text.index("参照《")
        end = text.index("本机关拟作出") if owner is rec["notice"] else text.index("依据", start)
        owner["text"] = text[:start] + text[end:]
    doc = paper(rec, "调查终结报告")
    doc.update(text=doc["text"][:doc["text"].index("七、")] + doc["text"][doc["text"].index("八、"):], _own=True)


@defect("罚款超出裁量档次", "RI-DISC-03", tier="一般", follows="RI-DISC-02")
def outside_tier(rec, rng):
    fine = next(p["amount"] for p in rec["decision"]["penalties"] if p["kind"] == "罚款")
    rec["decision"]["discretion"].update(range_min=max(0, fine - 900), range_max=fine - 100)


@defect("裁量理由前后不一", "RI-DISC-07")
def other_reason(rec, rng):
    rec["decision"]["discretion"]["reasons"] = ["主动供述行政机关尚未掌握的违法行为"]
    rec["investigation"]["discretion_reason"] = "配合调查、及时改正"


@defect("没有适用裁量基准", "RI-DISC-08")
def no_standard(rec, rng):
    rec["decision"]["discretion"].update(standard=None, edition_on=None)
    for owner in (rec["decision"], rec["notice"]):
        start = owner["text"].index("参照《")
        owner["text"] = owner["text"][:start] + owner["text"][owner["text"].index("》", start) + 1:]


@defect("适用尚未施行的裁量基准", "RI-DISC-08")
def future_standard(rec, rng):
    rec["decision"]["discretion"]["edition_on"] = rec["decision"]["date"] + 20 * ONE
