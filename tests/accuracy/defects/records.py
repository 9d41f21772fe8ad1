"""On-site and questioning records (INSP, INQ), recordings (RECORD)."""

import datetime

from defects.hands import defect, drop_paper, need, paper, record, remove, retell, rewrite

SITE, TALK = "现场笔录", "询问笔录"
MINUTE = datetime.timedelta(minutes=1)


def drop_record(rec, kind):
    for one in [t for t in rec["transcripts"] if t["kind"] == kind]:
        remove(rec["transcripts"], one)
    drop_paper(rec, kind)
    rec["evidence"] = [e for e in rec["evidence"] if e["_on"] != kind]
    for number, item in enumerate(rec["evidence"], 1):
        item["number"] = str(number)
    retell(rec)


@defect("没有现场笔录", "RI-INSP-01", follows="RI-EVID-05 RI-TIME-02 RI-ARCH-07 RI-RECORD-02 RI-EVID-13 RI-INSP-14 "
                                        "RI-ARCH-12", measure=None)
def no_site_record(rec, rng):
    need(rec["source"]["channel"] in ("日常检查", "专项检查"))
    drop_record(rec, SITE)


@defect("没有询问笔录", "RI-INQ-01", follows="RI-TIME-02 RI-ARCH-07 RI-INQ-11 RI-EVID-13")
def no_questioning(rec, rng):
    drop_record(rec, TALK)


OTHER_MAN = {"party": "法人"}  # not the party itself, whose data the file has elsewhere


def _set(name, items, kind, follows="", options=None, **values):
    @defect(name, items, follows=follows, **{"refused": False, **(options or {})})
    def change(rec, rng):
        record(rec, kind).update(values)


_set("现场笔录缺结束时间", "RI-INSP-02", SITE, ended_at=None, follows="RI-RECORD-03")
_set("现场笔录缺开始时间", "RI-INSP-02", SITE, started_at=None, follows="RI-RECORD-03 RI-SUBJ-07")
_set("现场笔录地点只写到县", "RI-INSP-03", SITE, place="青石县")
_set("现场笔录缺在场人身份", "RI-INSP-04", SITE, options=OTHER_MAN, subject_position=None, subject_relation=None)
_set("现场笔录缺在场人证件号码", "RI-INSP-04", SITE, options=OTHER_MAN, subject_id_number=None)
_set("现场笔录未逐页签名", "RI-INSP-07", SITE, signed_pages=1)
_set("现场笔录当事人未写日期", "RI-INSP-07 RI-INSP-10", SITE, signed_on=None)
_set("现场笔录当事人未到场也无说明", "RI-INSP-13", SITE, party_present=False)
_set("询问笔录缺被询问人证件号码", "RI-INQ-03", TALK, options=OTHER_MAN, subject_id_number=None)
@defect("询问笔录缺与案件关系", "RI-INQ-03", refused=False, **OTHER_MAN)
def no_relation(rec, rng):
    row = record(rec, TALK)
    rewrite(row, f"，与本案的关系是{row['subject_relation']}", "")
    row["subject_relation"] = None


_set("询问笔录缺地点", "RI-INQ-04", TALK, place=None)
_set("询问笔录缺结束时间", "RI-INQ-04", TALK, ended_at=None)
_set("询问笔录未逐页签名", "RI-INQ-06", TALK, signed_pages=2)
_set("询问笔录缺记录人", "RI-INQ-07", TALK, recorder=None)
_set("询问笔录涂改未确认", "RI-INQ-08 RI-FORM-04", TALK, corrections=2, corrections_confirmed=1)


@defect("现场笔录结束早于开始", "RI-INSP-02 RI-INQ-13", follows="RI-RECORD-03")
def ends_before(rec, rng):
    row = record(rec, SITE)
    row["started_at"], row["ended_at"] = row["ended_at"], row["started_at"]


@defect("现场笔录未记载出示证件", "RI-INSP-05")
def no_certificate(rec, rng):
    row = record(rec, SITE)
    row["certificate_shown"] = False
    rewrite(row, f"向在场的{row['subject']}表明身份、出示执法证件，说明检查事由。{row['subject']}核对证件后表示无异议。", f"向在场的{row['subject']}说明检查事由。")


@defect("现场笔录未告知权利", "RI-INSP-06", measure=None)
def no_rights(rec, rng):
    row = record(rec, SITE)
    row["rights_told"] = False
    rewrite(row, f"执法人员告知其有申请回避、陈述和申辩的权利，有配合检查、如实提供情况的义务。{row['subject']}表示不申请回避。", "")


@defect("现场笔录没有核对无误的语句", "RI-INSP-08", refused=False)
def no_statement(rec, rng):
    row = record(rec, SITE)
    row["confirmed_correct"] = False
    rewrite(row, "本笔录已交当事人阅读，核对无误，记录属实。", "")


@defect("当事人未签名也未注明原因", "RI-INSP-09", follows="RI-INSP-07", refused=False)
def unsigned(rec, rng):
    row = record(rec, SITE)
    row.update(party_signed=False, signed_pages=0)
    doc = paper(rec, SITE)
    doc["signatures"] = [s for s in doc["signatures"] if s["role"] != "当事人"]


@defect("记录人未签名", "RI-INSP-10")
def recorder_unsigned(rec, rng):
    row = record(rec, SITE)
    row["officers_signed"] = row["officers_signed"][:2]
    doc = paper(rec, SITE)
    doc["signatures"] = [s for s in doc["signatures"] if s["role"] != "记录人"]


@defect("现场笔录夹带询问", "RI-INSP-12")
def mixed(rec, rng):
    row = record(rec, SITE)
    rewrite(row, "\n检查于", "\n问：这些情况从什么时候开始？\n答：有一段时间了。\n问：有没有获利？\n答：没有。\n检查于")


@defect("一份现场笔录记两名当事人", "RI-INSP-12")
def two_in_one_site(rec, rng):
    record(rec, SITE)["subject"] += "、毕试七"


@defect("一份询问笔录询问两人", "RI-INQ-02", follows="RI-INQ-05")
def two_in_one(rec, rng):
    record(rec, TALK)["subject"] += "、毕试七"


@defect("首次询问未告知权利", "RI-INQ-05", witness=False)
def rights_not_told(rec, rng):
    row = record(rec, TALK)
    row["rights_told"] = False
    start = row["text"].index("问：你有申请回避")
    rewrite(row, row["text"][start:row["text"].index("问：请说明你的身份")], "")


@defect("询问笔录未签名也未注明原因", "RI-INQ-06", follows="RI-INSP-09", witness=False)
def talk_unsigned(rec, rng):
    record(rec, TALK).update(party_signed=False, signed_pages=0)
    doc = paper(rec, TALK)
    doc["signatures"] = [s for s in doc["signatures"] if s["role"] != "被询问人"]


@defect("询问笔录一名执法人员签名", "RI-INQ-07 RI-SUBJ-09", witness=False)
def talk_one_officer(rec, rng):
    row = record(rec, TALK)
    row["officers_signed"] = row["officers_signed"][:1]


@defect("没有确认送达地址", "RI-INQ-11 RI-SERVICE-12", follows="RI-SERVICE-13 RI-SERVICE-14 RI-SERVICE-15", method="直接送达",
        test=False)
def no_address(rec, rng):
    row = record(rec, TALK)
    start = row["text"].index("问：送达文书的地址")
    rewrite(row, row["text"][start:row["text"].index("问：以上所说是否属实")], "")
    del rec["address_confirmation"]
    drop_paper(rec, "送达地址确认书")


@defect("签名日期早于询问", "RI-INQ-13")
def signed_before(rec, rng):
    row = record(rec, TALK)
    row["signed_on"] = row["started_at"].date() - datetime.timedelta(days=1)


@defect("询问笔录结束早于开始", "RI-INQ-13 RI-INQ-04")
def talk_ends_before(rec, rng):
    row = record(rec, TALK)
    row["started_at"], row["ended_at"] = row["ended_at"], row["started_at"]


@defect("同一执法人员同时制作两份笔录", "RI-INQ-12 RI-RECORD-04", witness=True)
def twice_at_once(rec, rng):
    first, second = [t for t in rec["transcripts"] if t["kind"] == TALK]
    second["started_at"] = first["started_at"] + 10 * MINUTE
    second["ended_at"] = second["started_at"] + 30 * MINUTE
    need(second["started_at"] < first["ended_at"])


@defect("现场检查没有音像记录", "RI-RECORD-02", follows="RI-ARCH-12", measure=None)
def no_recording(rec, rng):
    rec["media"] = []
    record(rec, SITE)["media_number"] = None


@defect("音像记录没有覆盖全过程", "RI-RECORD-03", measure=None, era="new")
def recording_too_short(rec, rng):
    rec["media"][0]["began_at"] += 10 * MINUTE


@defect("音像记录没有附卷", "RI-ARCH-12", measure=None)
def recording_not_filed(rec, rng):
    rec["media"][0]["filed"] = False


@defect("决定没有公示", "RI-RECORD-01")
def not_published(rec, rng):
    rec["publicity"] = {"required": True}


@defect("第二十一个工作日公示", "RI-RECORD-01", sector=("市场监管",), era="new")
def published_late(rec, rng):
    rec["publicity"]["published_on"] = rec["_"]["calendar"].add(rec["decision"]["date"], 21)
    need(rec["publicity"]["published_on"] <= rec["closing"]["closed_on"])
