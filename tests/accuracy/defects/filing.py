"""Order in time, form, archive (TIME, FORM, ARCH)."""

import datetime

from defects.hands import defect, drop_paper, need, paper, papers

ONE = datetime.timedelta(days=1)


@defect("文书日期在将来", "RI-TIME-03", follows="RI-FORM-02 RI-ARCH-04 RI-TIME-01 RI-TIME-04")
def future(rec, rng):
    doc = paper(rec, "证据清单")
    doc["date"] = datetime.date(2026, 9, 1)
    for entry in rec["archive"]["catalogue"]:
        if entry["page_from"] == doc["page_from"]:
            entry["date"] = doc["date"]


@defect("决定书与案卷记载的决定日期不一致", "RI-TIME-04", follows="RI-SERVICE-16 RI-SERVICE-02 RI-DEC-20 RI-APPR-06")
def two_dates(rec, rng):
    doc = paper(rec, "行政处罚决定书")
    doc["date"] -= ONE
    for entry in rec["archive"]["catalogue"]:
        if entry["page_from"] == doc["page_from"]:
            entry["date"] = doc["date"]


@defect("调查终结报告日期两处不一致", "RI-TIME-04", follows="RI-REPORT-06 RI-TIME-01")
def two_report_dates(rec, rng):
    doc = paper(rec, "调查终结报告")
    doc["date"] -= ONE
    for entry in rec["archive"]["catalogue"]:
        if entry["page_from"] == doc["page_from"]:
            entry["date"] = doc["date"]


# FORM

@defect("没有使用统一文书式样", "RI-FORM-01")
def no_template(rec, rng):
    for doc in rec["documents"]:
        doc["template"] = None


@defect("沿用已停用的文书式样", "RI-FORM-02", era="new")
def old_template(rec, rng):
    for doc in rec["documents"]:
        doc["template"] = "行政执法文书式样（2016年版）"


@defect("空白处没有处理", "RI-FORM-03")
def blanks(rec, rng):
    for doc in papers(rec, "现场笔录") + papers(rec, "询问笔录"):
        doc["blanks_marked"] = False


@defect("涂改处没有确认", "RI-FORM-04")
def corrected(rec, rng):
    paper(rec, "调查终结报告").update(corrections=3, corrections_confirmed=1)


@defect("勾选框没有选择", "RI-FORM-05", order="paper")
def boxes(rec, rng):
    paper(rec, "责令改正通知书")["text"] += "\n□立即改正 □限期改正"


@defect("文书中有错名", "RI-FORM-06", party="法人", several=False, order="paper")
def wrong_name(rec, rng):
    doc, name = paper(rec, "责令改正通知书"), rec["parties"][0]["name"]
    doc["text"] = doc["text"].replace(name, name.replace("有限公司", "有限公词"))


@defect("文书日期不完整", "RI-FORM-07", follows="RI-FORM-08")
def partial_date(rec, rng):
    doc = paper(rec, "调查终结报告")
    day = rec["filing"]["approved_on"]
    need(f"{day.year}年{day.month}月{day.day}日立案" in doc["text"])
    doc["text"] = doc["text"].replace(f"{day.year}年{day.month}月{day.day}日立案", f"{day.year}年 月 日立案")


@defect("文书残留模板字样", "RI-FORM-08")
def placeholder(rec, rng):
    doc = paper(rec, "调查终结报告")
    doc["text"] = doc["text"].replace("一、当事人基本情况：", "一、当事人基本情况：×××（某某公司）")


@defect("决定书残留模板字样", "RI-FORM-08")
def placeholder_in_decision(rec, rng):
    rec["decision"]["text"] += "\n联系人：××× 电话：××××"


@defect("责令改正通知书没有文号", "RI-FORM-10", follows="RI-SERVICE-03 RI-SERVICE-04 RI-SERVICE-01", order="paper")
def unnumbered(rec, rng):
    rec["correction_order"]["number"] = None
    paper(rec, "责令改正通知书")["number"] = None
    for delivery in rec["deliveries"]:
        if delivery["document_kind"] == "责令改正通知书":
            delivery["document_number"] = None
    for entry in rec["archive"]["catalogue"]:
        if entry["title"] == "责令改正通知书":
            entry["number"] = None


@defect("以打印代替签名", "RI-FORM-14")
def typed(rec, rng):
    for signature in paper(rec, "调查终结报告")["signatures"]:
        signature["form"] = "打印"


# ARCH

@defect("一卷装入两案", "RI-ARCH-01")
def two_cases(rec, rng):
    rec["archive"]["case_count"] = 2


@defect("卷宗封面不完整", "RI-ARCH-02")
def cover(rec, rng):
    rec["archive"]["cover_complete"] = False


@defect("没有卷宗封面", "RI-ARCH-02", follows="RI-ARCH-07")
def no_cover(rec, rng):
    drop_paper(rec, "卷宗封面")
    rec["archive"]["cover_complete"] = False


@defect("封面案名与案件不符", "RI-ARCH-02")
def cover_title(rec, rng):
    paper(rec, "卷宗封面")["title"] = "远桥百货有限公司无照经营案"


@defect("没有档号", "RI-ARCH-02", follows="RI-ARCH-01")
def no_file_number(rec, rng):
    rec["archive"]["file_number"] = None


@defect("没有卷内目录", "RI-ARCH-03", follows="RI-ARCH-07 RI-ARCH-04 RI-EVID-18 RI-EVID-06")
def no_catalogue(rec, rng):
    drop_paper(rec, "卷内目录")
    rec["archive"]["catalogue"] = []


def _entry(name, items, follows="", **values):
    @defect(name, items, follows=follows)
    def change(rec, rng):
        entry = next(e for e in rec["archive"]["catalogue"] if e["title"] == "案件调查终结报告")
        entry.update({k: v(entry[k]) if callable(v) else v for k, v in values.items()})


_entry("卷内目录缺题名", "RI-ARCH-03", follows="RI-ARCH-04", title=None)
_entry("卷内目录缺页码", "RI-ARCH-03", follows="RI-ARCH-04", page_from=None)
_entry("卷内目录日期与文书不符", "RI-ARCH-04", date=lambda day: day - 3 * ONE)
_entry("卷内目录页码与文书不符", "RI-ARCH-04", follows="RI-ARCH-05", page_from=lambda page: page + 1)
_entry("卷内目录题名与文书不符", "RI-ARCH-04", title="情况说明")


@defect("卷内目录漏列文书", "RI-ARCH-04")
def left_out(rec, rng):
    rec["archive"]["catalogue"] = [e for e in rec["archive"]["catalogue"] if e["title"] != "案件调查终结报告"]
    for seq, entry in enumerate(rec["archive"]["catalogue"], 1):
        entry["seq"] = seq


@defect("文书没有按顺序排列", "RI-ARCH-05")
def out_of_order(rec, rng):
    docs = rec["documents"]
    for kind in ("立案审批表",):
        doc = paper(rec, kind)
        docs.remove(doc)
        docs.insert(len(docs) - 2, doc)
    page = 1
    for doc in docs:
        if "page_from" in doc:
            doc["page_from"], doc["page_to"] = page, page + doc["pages"] - 1
            page += doc["pages"]
    rec["archive"]["catalogue"] = [{"seq": seq, "title": d["title"], "number": d.get("number"), "date": d["date"],
                                    "page_from": d["page_from"], "page_to": d["page_to"]}
                                   for seq, d in enumerate((d for d in docs if "page_from" in d), 1)]
    starts = {d["kind"]: d["page_from"] for d in docs if "page_from" in d}
    for item in rec["evidence"]:
        if item["_on"] in starts:
            item["page"] = starts[item["_on"]]


@defect("页码有跳号", "RI-ARCH-06", follows="RI-ARCH-04")
def skipped(rec, rng):
    late = paper(rec, "调查终结报告")["page_from"]
    for row in rec["documents"] + rec["archive"]["catalogue"]:
        if row.get("page_from") and row["page_from"] >= late:
            row["page_from"] += 1
            row["page_to"] += 1
    rec["archive"]["pages"] += 1
    for item in rec["evidence"]:
        if item["page"] >= late:
            item["page"] += 1


@defect("总页数与页码不符", "RI-ARCH-06")
def total_wrong(rec, rng):
    rec["archive"]["pages"] += 4


@defect("没有备考表", "RI-ARCH-08", follows="RI-ARCH-07")
def no_notes(rec, rng):
    drop_paper(rec, "备考表")
    rec["archive"].update(notes_sheet=False, notes_signed=None)


@defect("备考表没有签名", "RI-ARCH-08")
def notes_unsigned(rec, rng):
    rec["archive"]["notes_signed"] = False
    paper(rec, "备考表")["signatures"] = []


@defect("集体讨论记录装入正卷", "RI-ARCH-09", discussed=True)
def wrong_volume(rec, rng):
    inner = ("案件来源登记表", "投诉举报材料", "交办材料", "调查终结报告", "法制审核意见书", "听证报告", "结案审批表", "处罚决定审批表")
    rec["archive"]["volumes"] = 2
    for doc in rec["documents"]:
        doc["volume"] = "副卷" if doc["kind"] in inner else "正卷"


@defect("结案半年多才归档", "RI-ARCH-10", era="new")
def filed_late(rec, rng):
    day = rec["_"]["calendar"].roll(rec["closing"]["closed_on"] + 220 * ONE)
    rec["archive"].update(archived_on=day, bound_on=day)
    need(day.year < 2026)
    for kind in ("卷宗封面", "卷内目录", "备考表"):
        doc = paper(rec, kind)
        doc["date"] = day
        for signature in doc["signatures"]:
            signature["date"] = day


@defect("没有保管期限", "RI-ARCH-13", follows="RI-ARCH-02")
def no_retention(rec, rng):
    rec["archive"]["retention"] = None


@defect("归档后修改文书", "RI-ARCH-14")
def changed(rec, rng):
    day = rec["archive"]["archived_on"] + 9 * ONE
    paper(rec, "调查终结报告")["modified_at"] = datetime.datetime(day.year, day.month, day.day, 10, 0)
