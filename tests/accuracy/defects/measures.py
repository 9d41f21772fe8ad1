"""Preservation, sealing and seizure (REG, SEAL)."""

import datetime

from defects.hands import (calendar, defect, drop_paper, drop_rows, need, paper, receipt, record,
                           redate, retell, rewrite, row, served)
from defects.records import drop_record

ONE = datetime.timedelta(days=1)
KEPT = {"measure": "先行登记保存", "era": "new"}
SEIZED = {"measure": "扣押", "era": "new", "key": ("食品标签", "食品过期"), "confiscating": False}


@defect("先行登记保存后才批准", "RI-REG-01", **KEPT)
def approved_after(rec, rng):
    day = calendar(rec).add(rec["measures"][0]["started_on"], 1)
    rec["measures"][0]["approved_on"] = day
    redate(rec, "先行登记保存审批表", day)
    for one in rec["approvals"]:
        if one["step"] == "先行登记保存":
            one["date"] = day
    retell(rec)


@defect("保存清单当事人未签名", "RI-REG-02", **KEPT)
def list_unsigned(rec, rng):
    rec["measures"][0]["list_signed"] = False
    doc = paper(rec, "财物清单")
    doc["signatures"] = [s for s in doc["signatures"] if s["role"] != "当事人"]


@defect("先行登记保存通知书未盖章", "RI-REG-02 RI-SUBJ-04", **KEPT)
def notice_unsealed(rec, rng):
    paper(rec, "先行登记保存通知书").update(sealed=False, seal_name=None)


@defect("保存物品清单项目不全", "RI-REG-03", follows="RI-EVID-12", **KEPT)
def list_vague(rec, rng):
    rec["goods"][0].update(condition=None, specification=None)


@defect("没有告知保存期限和地点", "RI-REG-04", **KEPT)
def no_term(rec, rng):
    measure, doc = rec["measures"][0], paper(rec, "先行登记保存通知书")
    measure.update(ends_on=None, storage_place=None)
    rewrite(doc, doc["text"][doc["text"].index("保存期限自"):doc["text"].index("保存期间不得")], "")


def _handled(rec, day):
    rec["measures"][0]["disposed_on"] = rec["goods"][0]["disposed_on"] = day
    doc = paper(rec, "先行登记保存处理决定书")
    delivery = served(rec, "先行登记保存处理决定书")
    delivery.update(sent_on=day, served_on=day, signed_on=day)
    receipt(rec, doc)["date"] = day
    redate(rec, "先行登记保存处理决定书", day)
    redate(rec, "退还物品清单", day)
    retell(rec)


@defect("第八个工作日才作出处理决定", "RI-REG-05", follows="RI-TIME-06", **KEPT)
def handled_late(rec, rng):
    _handled(rec, calendar(rec).add(rec["measures"][0]["started_on"], 8))


@defect("先行登记保存没有处理决定", "RI-REG-05", follows="RI-REG-06 RI-REG-07 RI-EXEC-05 RI-SEAL-13", **KEPT)
def never_handled(rec, rng):
    for name in ("disposed_on", "disposal"):
        rec["measures"][0][name] = rec["goods"][0][name] = None
    rec["goods"][0]["disposed_quantity"] = None
    drop_paper(rec, "先行登记保存处理决定书")
    drop_paper(rec, "退还物品清单")


@defect("登记保存物品只处理一部分", "RI-REG-06", follows="RI-SEAL-13", **KEPT)
def partly_handled(rec, rng):
    rec["goods"][0]["disposed_quantity"] = str(int(rec["goods"][0]["quantity"]) - 5)


@defect("退还物品没有清单和签收", "RI-REG-07", **KEPT)
def returned_without_paper(rec, rng):
    drop_paper(rec, "退还物品清单")


# SEAL

@defect("查封扣押没有审批", "RI-SEAL-02", follows="RI-TIME-02 RI-ARCH-07", **SEIZED)
def no_approval(rec, rng):
    rec["measures"][0].update(approver=None, approved_on=None)
    drop_paper(rec, "查封扣押审批表")
    drop_rows(rec, "查封扣押")


@defect("查封扣押没有写明地点", "RI-SEAL-02", **SEIZED)
def no_place(rec, rng):
    rec["measures"][0]["place"] = None


@defect("查封扣押没有理由", "RI-SEAL-02 RI-SEAL-04", **SEIZED)
def no_reason(rec, rng):
    reason = rec["measures"][0]["reason"]
    rewrite(paper(rec, "查封扣押决定书"), reason + "。", "")
    rec["measures"][0]["reason"] = None


@defect("查封扣押决定书没有依据", "RI-SEAL-04", **SEIZED)
def no_basis(rec, rng):
    basis = rec["measures"][0]["basis"]
    rewrite(paper(rec, "查封扣押决定书"), f"依据{basis}和《中华人民共和国行政强制法》第二十四条，", "")
    rec["measures"][0]["basis"] = None


@defect("查封扣押决定书没有救济途径", "RI-SEAL-04", **SEIZED)
def no_remedy(rec, rng):
    doc = paper(rec, "查封扣押决定书")
    rewrite(doc, doc["text"][doc["text"].index("如不服"):doc["text"].index("提起行政诉讼。") + 7], "")


@defect("查封扣押决定书没有当场交付", "RI-SEAL-05", **SEIZED)
def handed_late(rec, rng):
    day = calendar(rec).add(rec["measures"][0]["started_on"], 2)
    rec["measures"][0]["delivered_on"] = day
    served(rec, "查封扣押决定书").update(sent_on=day, served_on=day, signed_on=day)
    receipt(rec, paper(rec, "查封扣押决定书"))["date"] = day
    retell(rec)


@defect("查封扣押没有物品清单", "RI-SEAL-05 RI-SEAL-02", follows="RI-SEAL-08 RI-ARCH-07", **SEIZED)
def no_item_list(rec, rng):
    rec["measures"][0].update(item_list=False, list_signed=False)
    drop_paper(rec, "财物清单")


@defect("查封扣押没有现场笔录", "RI-SEAL-06", follows="RI-SEAL-07 RI-INSP-01 RI-TIME-02 RI-ARCH-07 RI-RECORD-02 RI-RECORD-03 "
                                            "RI-EVID-13 RI-ARCH-12 RI-INSP-14", **SEIZED)
def no_site_record(rec, rng):
    rec["measures"][0]["on_site_record"] = False
    drop_record(rec, "现场笔录")


@defect("查封扣押没有当场告知理由和权利", "RI-SEAL-07", **SEIZED)
def not_told(rec, rng):
    rec["measures"][0]["rights_told"] = False
    rewrite(record(rec, "现场笔录"), "当场告知当事人采取措施的理由、依据、依法享有的权利和救济途径，听取陈述和申辩，当事人没有异议。", "")


@defect("查封扣押清单没有签名", "RI-SEAL-08", **SEIZED)
def seizure_list_unsigned(rec, rng):
    rec["measures"][0]["list_signed"] = False
    paper(rec, "财物清单")["signatures"] = []


@defect("查封扣押期限三十一日而未延长", "RI-SEAL-09", extended=False, **SEIZED)
def too_long(rec, rng):
    need(calendar(rec).is_workday(rec["measures"][0]["ends_on"]))
    rec["measures"][0]["ends_on"] += ONE
    retell(rec)


@defect("查封扣押期满后才批准延长", "RI-SEAL-09", follows="RI-SEAL-11", extended=True, **SEIZED)
def extended_late(rec, rng):
    measure = rec["measures"][0]
    need(calendar(rec).is_workday(measure["ends_on"]))  # else the last day moves
    day = calendar(rec).add(measure["ends_on"], 1)
    need(day < measure["disposed_on"])
    measure["extension_approved_on"] = day
    for one in rec["approvals"]:
        if one["step"] == "延长期限":
            one["date"] = day
    served(rec, "延长查封扣押期限通知书").update(sent_on=day, served_on=day, signed_on=day)
    receipt(rec, paper(rec, "延长查封扣押期限通知书"))["date"] = day
    redate(rec, "延长查封扣押期限通知书", day)
    retell(rec)


@defect("延长超过法定上限", "RI-SEAL-10", extended=True, **SEIZED)
def extended_too_far(rec, rng):
    rec["measures"][0]["extended_to"] = rec["measures"][0]["ends_on"] + 46 * ONE  # food: thirty days and forty-five
    retell(rec)


@defect("延长没有理由", "RI-SEAL-10", extended=True, **SEIZED)
def extended_without_reason(rec, rng):
    row(rec, "延长期限", "承办人")["opinion"] = None
    row(rec, "延长期限", "负责人")["opinion"] = None


@defect("期满后第三日才解除", "RI-SEAL-11", follows="RI-SEAL-09", extended=False, **SEIZED)
def released_late(rec, rng):
    measure = rec["measures"][0]
    day = calendar(rec).roll(measure["ends_on"] + 3 * ONE)
    measure["disposed_on"] = rec["goods"][0]["disposed_on"] = day
    served(rec, "解除查封扣押决定书").update(sent_on=day, served_on=day, signed_on=day)
    receipt(rec, paper(rec, "解除查封扣押决定书"))["date"] = day
    redate(rec, "解除查封扣押决定书", day)
    redate(rec, "退还物品清单", day)
    retell(rec)


@defect("期满没有处理决定", "RI-SEAL-11", follows="RI-SEAL-09 RI-SEAL-13 RI-SEAL-12 RI-EXEC-05 RI-REG-06", **SEIZED)
def never_released(rec, rng):
    for name in ("disposed_on", "disposal"):
        rec["measures"][0][name] = rec["goods"][0][name] = None
    rec["goods"][0]["disposed_quantity"] = None
    drop_paper(rec, "解除查封扣押决定书")
    drop_paper(rec, "退还物品清单")


@defect("解除决定书没有理由和原决定文号", "RI-SEAL-12", **SEIZED)
def release_vague(rec, rng):
    doc = paper(rec, "解除查封扣押决定书")
    doc.update(text=f"{rec['parties'][0]['name']}：\n决定退还物品。\n{rec['agency']['name']}", _own=True)


@defect("退还数量与清单不符", "RI-SEAL-13", follows="RI-REG-06", **SEIZED)
def returned_less(rec, rng):
    rec["goods"][0]["disposed_quantity"] = str(int(rec["goods"][0]["quantity"]) - 3)
