"""Evidence, tests, order to correct, report (EVID, TEST, ORDER, REPORT)."""

import datetime

from defects.hands import calendar, defect, drop_paper, need, paper, record, redate, retell, rewrite

ONE = datetime.timedelta(days=1)


def piece(rec, kind, copied=None):
    found = [e for e in rec["evidence"] if e["kind"] == kind and (copied is None or bool(e.get("copy")) == copied)]
    need(found)
    return found[0]


def _piece(name, items, kind, follows="", options=None, **values):
    @defect(name, items, follows=follows, **(options or {}))
    def change(rec, rng):
        piece(rec, kind).update(values)


_piece("复制件未核对", "RI-EVID-07", "书证", verified_against_original=False)
_piece("复制件提供人未签名", "RI-EVID-08", "书证", provider_signed=False)
_piece("复制件缺取证人", "RI-EVID-08", "书证", collectors=None)
_piece("复制件缺提供人", "RI-EVID-08 RI-EVID-07", "书证", provider=None)
_piece("照片缺拍摄地点", "RI-EVID-09", "视听资料", place=None)
_piece("照片缺证明对象", "RI-EVID-09", "视听资料", proves=None)
_piece("证人身份证明缺失", "RI-EVID-10", "证人证言", provider_identity_proof=False, options={"witness": True})
_piece("证人未签名", "RI-EVID-10", "证人证言", provider_signed=False, options={"witness": True})


@defect("只有当事人陈述", "RI-EVID-02", channel="投诉举报", test=False, measure=None, goods=False, witness=False,
        follows="RI-EVID-01 RI-EVID-05 RI-EVID-06 RI-EVID-13 RI-EVID-18 RI-INSP-01 RI-INSP-14 RI-RECORD-02 RI-ARCH-12 "
                "RI-ARCH-07 RI-TIME-02")
def only_statement(rec, rng):
    rec["evidence"] = [e for e in rec["evidence"] if e["kind"] == "当事人陈述"]
    rec["evidence"][0]["number"] = "1"
    rec["decision"]["discretion"]["evidence"] = ["1"]
    rec["transcripts"] = [t for t in rec["transcripts"] if t["kind"] == "询问笔录"]
    rec["media"] = []
    for kind in ("现场笔录", "现场照片"):
        drop_paper(rec, kind)
    retell(rec)


@defect("没有证据清单", "RI-EVID-06", follows="RI-REPORT-02 RI-ARCH-07 RI-EVID-18 RI-TIME-02")
def no_list(rec, rng):
    rec["investigation"]["evidence_listed"] = False
    drop_paper(rec, "证据清单")


@defect("涉案财物缺规格和状态", "RI-EVID-12", measure=None, goods=True)
def goods_vague(rec, rng):
    rec["goods"][0].update(specification=None, condition=None)


@defect("按货值罚款而没有认定货值", "RI-EVID-14", follows="RI-DEC-10", key=("食品标签", "食品过期"), era="new")
def no_value(rec, rng):
    rec["decision"]["goods_value"] = None


@defect("货值与财物价值不符", "RI-EVID-15", key=("食品标签", "食品过期"), era="new")
def value_wrong(rec, rng):
    rec["decision"]["goods_value"] += 700


@defect("没收数额与违法所得不符", "RI-EVID-15", income=True, several=False)
def income_wrong(rec, rng):
    rec["decision"]["illegal_income"] -= 400


@defect("证据页码超出卷宗", "RI-EVID-18")
def page_wrong(rec, rng):
    rec["evidence"][1]["page"] = rec["archive"]["pages"] + 20


def _test(name, items, follows="", **values):
    @defect(name, items, follows=follows, test=True)
    def change(rec, rng):
        rec["tests"][0].update(values)


_test("检测机构无资质证号", "RI-TEST-01", body_qualification=None)
_test("检测报告缺方法依据", "RI-TEST-02", method=None)
_test("检测报告缺委托方", "RI-TEST-02", client=None)
_test("检测报告没有结论", "RI-TEST-02", conclusion=None, follows="RI-TEST-09")


@defect("检测报告未签发", "RI-TEST-05", test=True)
def report_not_issued(rec, rng):
    rec["tests"][0]["signed"] = False
    doc = paper(rec, "检测报告")
    doc["signatures"] = [s for s in doc["signatures"] if s["role"] != "签发人"]


@defect("检测报告无编号", "RI-TEST-01", test=True, limit="soon")
def unnumbered(rec, rng):
    rec["tests"][0]["number"] = paper(rec, "检测报告")["number"] = None
    retell(rec)


@defect("检测报告未盖章", "RI-TEST-05", test=True)
def report_unsealed(rec, rng):
    rec["tests"][0]["sealed"] = False
    paper(rec, "检测报告").update(sealed=False, seal_name=None)


@defect("检测早于收样", "RI-TEST-03", test=True)
def tested_early(rec, rng):
    rec["tests"][0]["tested_on"] = rec["tests"][0]["received_on"] - ONE


@defect("收样早于抽样", "RI-TEST-03", test=True, limit="soon")
def received_early(rec, rng):
    rec["tests"][0]["received_on"] = rec["tests"][0]["sampled_on"] - ONE


@defect("报告点位与抽样点位不一致", "RI-TEST-04", test=True)
def other_points(rec, rng):
    rec["tests"][0]["points"] = ["车间外排口"]


@defect("检测结果没有告知", "RI-TEST-06", follows="RI-INQ-11", test=True)
def result_not_told(rec, rng):
    rec["tests"][0]["told_on"] = None
    drop_paper(rec, "检测结果告知书")
    row = record(rec, "询问笔录")
    rewrite(row, "问：检测结果将书面告知你（单位），是否清楚？\n答：清楚，收到后如有异议会提出。\n", "")


@defect("检测结果在处罚告知后才告知", "RI-TEST-06", follows="RI-TIME-01", test=True)
def result_told_late(rec, rng):
    day = rec["notice"]["date"] + ONE
    rec["tests"][0]["told_on"] = day
    redate(rec, "检测结果告知书", day)
    slip = next(d for d in rec["documents"] if d.get("_of") is paper(rec, "检测结果告知书"))
    slip["date"] = day
    for delivery in rec["deliveries"]:
        if delivery["document_kind"] == "检测结果告知书":
            delivery.update(sent_on=day, served_on=day, signed_on=day)
    retell(rec)


@defect("没有抽样记录", "RI-TEST-07", follows="RI-ARCH-07", test=True)
def no_sampling(rec, rng):
    rec["tests"][0]["sampling_record"] = False
    drop_paper(rec, "抽样取证凭证")


@defect("检测时仪器检定已过期", "RI-TEST-10", test=True)
def calibration_over(rec, rng):
    rec["tests"][0]["instrument_valid_to"] = rec["tests"][0]["tested_on"] - ONE


# ORDER

@defect("没有责令改正", "RI-ORDER-01", order="decision")
def no_order(rec, rng):
    rec["decision"]["correction_ordered"] = False
    retell(rec)


@defect("责令改正没有期限和后果", "RI-ORDER-02", order="paper")
def order_vague(rec, rng):
    rec["correction_order"].update(due_on=None, content="责令改正。")
    doc = paper(rec, "责令改正通知书")
    start = doc["text"].index("，责令你（单位）于")
    rewrite(doc, doc["text"][start:doc["text"].index("\n如不服")], "，责令改正。")


@defect("责令改正没有依据和事实", "RI-ORDER-03", order="paper")
def order_without_basis(rec, rng):
    rec["correction_order"]["basis"] = None
    doc = paper(rec, "责令改正通知书")
    rewrite(doc, doc["text"][doc["text"].index("经查"):doc["text"].index("责令你（单位）")], "现")


@defect("期满没有复查", "RI-ORDER-04", order="paper")
def no_recheck(rec, rng):
    rec["correction_order"]["rechecked_on"] = None
    drop_paper(rec, "复查笔录")


@defect("期满之前即复查", "RI-ORDER-04", follows="RI-CLOSE-03 RI-CLOSE-06 RI-EXEC-12", order="paper")
def rechecked_early(rec, rng):
    day = calendar(rec).add(rec["correction_order"]["due_on"], -2)
    rec["correction_order"].update(rechecked_on=day, corrected=False)  # and nobody looked again
    redate(rec, "复查笔录", day)
    retell(rec)


@defect("没有改正证明", "RI-EXEC-12 RI-CLOSE-06", follows="RI-ORDER-04", order="paper")
def no_proof(rec, rng):
    rec["correction_order"].update(proof=False, rechecked_on=None, corrected=None)
    drop_paper(rec, "复查笔录")


# REPORT

@defect("没有调查终结报告", "RI-REPORT-01", follows="RI-TIME-02 RI-ARCH-07 RI-REPORT-02 RI-REPORT-04 RI-REPORT-05 RI-REPORT-06")
def no_report(rec, rng):
    rec["investigation"]["report_on"] = None
    drop_paper(rec, "调查终结报告")


@defect("调查报告没有处理建议", "RI-REPORT-02")
def no_proposal(rec, rng):
    rec["investigation"].update(proposed=None, proposed_fine=None)
    doc = paper(rec, "调查终结报告")
    rewrite(doc, doc["text"][doc["text"].index("\n八、"):], "")


@defect("调查报告没有法律依据", "RI-REPORT-02")
def no_basis(rec, rng):
    rec["investigation"]["basis"] = None
    doc = paper(rec, "调查终结报告")
    rewrite(doc, doc["text"][doc["text"].index("六、"):doc["text"].index("七、")], "")


@defect("调查报告没有裁量理由", "RI-REPORT-04", follows="RI-DISC-07 RI-DISC-01")
def no_reason(rec, rng):
    rec["investigation"]["discretion_reason"] = None
    doc = paper(rec, "调查终结报告")
    rewrite(doc, doc["text"][doc["text"].index("七、"):doc["text"].index("八、")], "")


@defect("调查报告一人署名", "RI-REPORT-05")
def one_author(rec, rng):
    rec["investigation"]["authors"] = rec["investigation"]["authors"][:1]
    doc = paper(rec, "调查终结报告")
    doc["signatures"] = doc["signatures"][:1]
    retell(rec)


@defect("调查报告未签名", "RI-REPORT-05")
def report_unsigned(rec, rng):
    rec["investigation"]["signed"] = False
    paper(rec, "调查终结报告")["signatures"] = []


@defect("调查报告早于最后的证据", "RI-REPORT-06", follows="RI-TIME-01 RI-EVID-05")
def evidence_after_report(rec, rng):
    item = piece(rec, "书证", True)
    item["collected_on"] = calendar(rec).add(rec["investigation"]["report_on"], 1)
    retell(rec)


@defect("调查报告晚于告知", "RI-REPORT-06", follows="RI-TIME-01 RI-REVIEW-09", reviewed=False, discussed=False)
def report_after_notice(rec, rng):
    day = calendar(rec).add(rec["notice"]["served_on"], 1)
    rec["investigation"].update(report_on=day, concluded_on=day)
    redate(rec, "调查终结报告", day)
    for one in rec["approvals"]:
        if one["step"] == "调查终结":
            one["date"] = day
    retell(rec)
