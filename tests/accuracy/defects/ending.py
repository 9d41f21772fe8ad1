"""Transfer and no-penalty files (TRANS, NOPEN)."""

import datetime

from defects.hands import calendar, defect, drop_paper, drop_rows, paper, redate, retell, rewrite, row

ONE = datetime.timedelta(days=1)


@defect("移送没有负责人审批", "RI-TRANS-02", base="transfer", era="new", follows="RI-APPR-01")
def no_head(rec, rng):
    drop_rows(rec, "移送", "负责人")
    rec["transfer"]["approver"] = None


@defect("移送审批没有事实和依据", "RI-TRANS-02", base="transfer")
def no_facts(rec, rng):
    row(rec, "移送", "承办人")["opinion"] = None


@defect("移送函没有盖章", "RI-TRANS-03", base="transfer", follows="RI-SUBJ-04")
def unsealed(rec, rng):
    paper(rec, "移送函").update(sealed=False, seal_name=None)


@defect("移送没有材料清单", "RI-TRANS-03", base="transfer")
def no_list(rec, rng):
    rec["transfer"]["item_list"] = False
    rewrite(paper(rec, "移送函"), "附：案件调查报告、涉案物品清单、检验报告等材料清单一份。", "")


@defect("移送函没有承办人", "RI-TRANS-03", base="transfer")
def no_handler(rec, rng):
    doc = paper(rec, "移送函")
    doc["signatures"] = []
    rewrite(doc, doc["text"][doc["text"].index("承办人："):doc["text"].index("\n" + rec["agency"]["name"] + "（印章）")], "")


@defect("没有接收机关的回执", "RI-TRANS-04", base="transfer", follows="RI-ARCH-07")
def no_receipt(rec, rng):
    rec["transfer"].update(receipt=False, receipt_on=None)
    drop_paper(rec, "移送回执")


@defect("移送结果之前已经罚款", "RI-TRANS-05", follows="RI-TRANS-02 RI-TRANS-03 RI-TRANS-04 RI-TRANS-06 RI-CASE-14 RI-DEC-12",
        several=False, era="new")
def fined_before(rec, rng):
    day = calendar(rec).add(rec["decision"]["date"], -1)
    rec["transfer"] = {"suspected_crime": True, "transferred_on": day, "to": rec["_"]["county"] + "公安局",
                       "approver": rec["decision"]["approver"],
                       "item_list": True, "receipt": True, "receipt_on": day, "result": "立案",
                       "result_on": calendar(rec).add(rec["decision"]["date"], 3)}


@defect("批准后第五日才移送", "RI-TRANS-06", base="transfer", era="new", follows="RI-TIME-01")
def late(rec, rng):
    approved = row(rec, "移送", "负责人")["date"]
    day = calendar(rec).roll(approved + 5 * ONE)
    rec["transfer"].update(transferred_on=day, receipt_on=day, result_on=day + ONE)
    redate(rec, "移送函", day)
    redate(rec, "移送回执", day)
    redate(rec, "立案通知书", day + ONE)
    shut = max(day + ONE, rec["closing"]["closed_on"])
    rec["closing"].update(closed_on=shut, applied_on=shut, report_on=shut)
    redate(rec, "结案审批表", shut)
    for one in rec["approvals"]:
        if one["step"] == "结案":
            one["date"] = shut
    stored = max(rec["archive"]["archived_on"], calendar(rec).add(shut, 3))
    rec["archive"].update(archived_on=stored, bound_on=stored)
    for kind in ("卷宗封面", "卷内目录", "备考表"):
        redate(rec, kind, stored)
    retell(rec)


@defect("不予处罚没有依据", "RI-NOPEN-02", base="no_penalty")
def no_basis(rec, rng):
    rec["decision"]["legal_bases"] = [b for b in rec["decision"]["legal_bases"] if "行政处罚法" not in b["law"]]
    text = rec["decision"]["text"]
    start = text.index("依据《中华人民共和国行政处罚法》")
    rec["decision"]["text"] = text[:start] + text[text.index("决定不予行政处罚"):]


@defect("不予处罚没有告知救济途径", "RI-NOPEN-02", base="no_penalty", follows="RI-DEC-16 RI-DEC-17")
def no_remedy(rec, rng):
    rec["decision"].update(review_days=None, court_months=None, review_body=None, court=None)
    text = rec["decision"]["text"]
    rec["decision"]["text"] = text[:text.index("\n如不服")] + text[text.rindex("\n" + rec["agency"]["name"]):]


@defect("不予处罚没有进行教育", "RI-NOPEN-03", base="no_penalty", follows="RI-NOPEN-02")
def not_educated(rec, rng):
    text = rec["decision"]["text"]
    rec["decision"]["text"] = text.replace("本机关已对当事人进行教育，当事人承诺今后守法经营。", "")
    rec["closing"]["note"] = rec["closing"]["note"].replace("，对当事人进行了教育", "")
    rec["investigation"]["proposed"] = "建议不予行政处罚。"
    for doc in rec["documents"]:
        if doc.get("text"):
            doc["text"] = doc["text"].replace("，对当事人进行了教育", "").replace("，并对当事人进行教育", "").replace("，对当事人进行教育", "")
