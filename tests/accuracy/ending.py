"""Files that end otherwise: no penalty, transfer to the police."""

import datetime

import closing
import inquiry
import opening
import texts
from days import plus
from opening import basis
from wording import citation, day


def no_penalty(c):
    """轻微、及时改正, or the first time; the party is educated."""
    opening.first_day(c)
    c.options.setdefault("goods", False)
    c.options.setdefault("income", False)
    opening.choose(c)
    opening.open_case(c)
    inquiry.investigate(c)
    rec, f = c.rec, c.facts
    old = f["era"] == "old"
    clause = basis("处罚依据", "中华人民共和国行政处罚法", (27, 2, 0) if old else (33, 1, 0))
    c.on(1, 3)
    rec["legal_review"] = {"submitted_on": c.today, "unit": "法制科", "reviewer": c.reviewer,
                           "reviewer_qualification": f"A2017{c.rng.randrange(10**9, 10**10)}",
                           "reviewed_on": c.today, "opinion": "同意"}
    c.approve("法制审核", c.today, "送请法制机构审核。", legal="经审核，同意不予处罚的意见。")
    c.paper("法制审核意见书", number=c.number("法审"), pages=2, signers=[("审核人", c.reviewer)])
    c.on(0, 3)
    decided = c.today
    county = c.names.county
    number = c.number("不罚")
    reasons = ["违法行为轻微", "及时改正", "没有造成危害后果"]
    text = (f"当事人：{c.party['name']}；住址：{c.party['address']}；{c.party['id_kind']}：{c.party['id_number']}。\n经查，"
            f"{{facts}}\n以上事实有现场检查笔录、询问笔录、现场照片等证据证实。上述行为违反了{citation(f['breach'])}的规定。鉴于违法行为轻微并及时改正，没有造成危害后果，"
            f"依据{citation(clause)}，"
            f"决定不予行政处罚。本机关已对当事人进行教育，当事人承诺今后守法经营。违法行为已经改正。\n如不服本决定，可以自收到本决定书之日起六十日内向{county}人民政府申请行政复议，"
            f"或者自收到本决定书之日起六个月内向{county}人民法院提起行政诉讼。\n{rec['agency']['name']}（印章）\n{day(decided)}")
    rec["decision"] = {
        "number": number, "date": decided, "approver": c.head, "approved_on": decided, "outcome": "不予处罚",
        "party_stated": True, "facts_stated": True, "evidence_stated": True,
        "review_body": f"{county}人民政府", "review_days": 60, "court": f"{county}人民法院", "court_months": 6, "sealed": True,
        "seal_name": rec["agency"]["name"], "issuer": rec["agency"]["name"],
        "party_name": c.party["name"], "party_address": c.party["address"], "offence_types": [c.offence.act],
        "correction_ordered": True,
        "legal_bases": [dict(f["breach"]), clause],
        "discretion": {"standard": f"{county}{c.offence.sector}轻微违法不予处罚清单（{decided.year - 1}年版）", "tier": "不予",
                       "reasons": reasons, "evidence": ["1", "2"], "edition_on": datetime.date(decided.year - 1, 1, 1)},
        "text": text.format(facts=texts.what_happened(rec))}
    rec["investigation"].update(discretion_reason="、".join(reasons), proposed="建议不予行政处罚，并对当事人进行教育。")
    c.approve("决定", decided, "违法行为轻微并已改正，建议不予行政处罚。", legal="经审核，同意不予处罚的意见。", head=c.head, heads_opinion="同意不予行政处罚。")
    c.paper("处罚决定审批表", "行政处罚决定审批表", decided, pages=2,
            signers=[("承办人", c.officers[0]), ("承办机构负责人", c.chief), ("法制机构负责人", c.reviewer), ("负责人", c.head)])
    doc = c.outward("不予行政处罚决定书", "不罚", day=decided, pages=2)
    c.on(0, 3)
    c.served = c.today
    c.deliver(doc)
    closing.prove_correction(c)
    f["own_note"] = True
    closing.close(c, "不予处罚", f"不予行政处罚决定书（{number}）已于{day(c.served)}送达，处理结果：不予行政处罚，违法行为已改正，对当事人进行了教育。")
    for row in rec["approvals"]:
        if row["step"] == "结案" and row["role"] == "承办人":
            row["opinion"] = "已作出不予处罚决定并送达，当事人已改正，建议结案。"
        if row["step"] == "调查终结" and row["role"] == "承办人":
            row["opinion"] = "违法行为轻微并已改正，建议不予行政处罚。"
    closing.archive(c)


def transfer(c):
    """A suspected crime goes to the police: approved within three days of the report, sent within a day."""
    opening.first_day(c)
    c.options.setdefault("key", ("水污染物", "食品过期", "燃气"))
    c.options["measure"] = None
    opening.choose(c)
    opening.open_case(c)
    inquiry.investigate(c)
    rec, f = c.rec, c.facts
    if rec.get("goods"):
        rec["goods"][0].update(disposed_on=c.cal.add(c.today, 1), disposal="随案移送公安机关",
                               disposed_quantity=rec["goods"][0]["quantity"])
    reported = c.today
    approved = c.cal.back(plus(reported, c.rng.randint(1, 3)))
    approved = max(approved, reported)
    sent = plus(approved, 1)
    sent = sent if c.cal.is_workday(sent) else approved
    c.today = approved
    police = f"{c.names.county}公安局"
    c.approve("移送", approved, f"当事人的行为{f['offence'].facts}，涉嫌犯罪，依据《行政执法机关移送涉嫌犯罪案件的规定》第五条，建议移送公安机关。", legal="经审核，同意移送。",
              head=c.head, heads_opinion="同意移送。")
    received = sent
    filed = c.cal.add(sent, 3)
    rec["decision"] = {"date": approved, "outcome": "移送司法", "approver": c.head, "approved_on": approved}
    rec["transfer"] = {"suspected_crime": True, "transferred_on": sent, "to": police, "approver": c.head,
                       "item_list": True, "receipt": True, "receipt_on": received, "result": "立案", "result_on": filed}
    certificate = "、".join(f"{o['name']}（执法证号{o['certificate_number']}）" for o in rec["officers"][:2])
    doc = c.paper("移送函", "涉嫌犯罪案件移送书", sent, c.number("移", sent), pages=2, sealed=True, party_name=c.party["name"],
                  signers=[("承办人", c.officers[0]), ("承办人", c.officers[1]), ("负责人", c.head)])
    doc["text"] = (f"{police}：\n本机关调查的{c.party['name']}{c.offence.act}案，"
                   f"{texts.what_happened(rec)}依据《中华人民共和国行政处罚法》第{'二十七' if f['era'] == 'new' else '二十二'}条和《行政执法机关移送涉嫌犯罪案件的规定》第三条，现将该案移送你局。\n"
                   f"附：案件调查报告、涉案物品清单、检验报告等材料清单一份。承办人：{certificate}。\n{rec['agency']['name']}（印章）\n{day(sent)}")
    c.paper("移送回执", day=received, pages=1, signers=[("接收人", c.names.person())], sealed=True, seal_name=police)
    c.paper("立案通知书", day=filed, pages=1, sealed=True, seal_name=police)
    c.today = filed
    rec["case"]["status"] = "已归档"
    f["own_note"] = True
    closing.close(c, "移送", f"本案涉嫌犯罪，已于{day(sent)}移送{police}，公安机关于{day(filed)}立案，移送文号{doc['number']}。")
    for row in rec["approvals"]:
        if row["step"] == "结案" and row["role"] == "承办人":
            row["opinion"] = "案件已移送公安机关并立案，建议结案。"
        if row["step"] == "调查终结" and row["role"] == "承办人":
            row["opinion"] = "当事人的行为涉嫌犯罪，建议移送公安机关。"
    rec["investigation"].update(discretion_reason="涉嫌犯罪，情节不属于行政裁量范围", proposed="建议移送公安机关。")
    closing.archive(c)
