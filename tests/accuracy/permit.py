"""行政许可 files: granted, refused, and not accepted."""

import datetime

import closing
from case import Retry
from days import plus
from opening import basis
from wording import citation, day

# (item, sector, law, provision, statutory days, site check, in force)
ITEMS = [
    ("食品经营许可", "市场监管", "中华人民共和国食品安全法", (35, 1, 0), 20, True, datetime.date(2021, 4, 29), datetime.date(2025, 11, 30)),
    ("燃气经营许可", "城市管理", "城镇燃气管理条例", (15, 1, 0), 20, True, datetime.date(2016, 2, 6), datetime.date(2026, 6, 30)),
    ("道路货物运输经营许可", "交通运输", "中华人民共和国道路运输条例", (24, 1, 0), 20, False, datetime.date(2019, 3, 2),
     datetime.date(2026, 6, 30)),
    ("动物诊疗许可", "农业农村", "中华人民共和国动物防疫法", (62, 1, 0), 15, True, datetime.date(2021, 5, 1), datetime.date(2026, 6, 30)),
]
LAW = "中华人民共和国行政许可法"
CODES = {row[0]: f"00012345{seq:04}" for seq, row in enumerate(ITEMS, 1)}  # as published by the office


def permit(c):
    r, rec = c.rng, c.rec
    outcome = c.want("outcome", lambda: r.choice(("准予", "准予", "准予", "不予", "不予受理")))
    low, high = datetime.date(2019, 5, 6), datetime.date(2025, 6, 30)
    c.today = c.cal.roll(plus(low, r.randrange((high - low).days)))
    items = [i for i in ITEMS if i[6] <= c.today and plus(c.today, 200) <= i[7]]
    if not items:
        raise Retry("nothing to permit")
    item, sector, law, provision, statutory, check, _, _ = r.choice(items)
    c.facts.update(era="new" if c.today >= datetime.date(2021, 7, 15) else "any", item=item)
    c.begin(sector)
    kind = c.options.get("party") or r.choice(("法人", "个体工商户", "其他组织"))
    c.add_party(kind, "商贸")
    c.party.pop("first_violation")
    applied = received = c.today
    who = c.party["_"]
    if c.want("agent", lambda: c.chance(0.2)):
        c.party.update(agent=c.names.person(), agent_authorized=True, agent_identity_proof=True)
        who.update(person=c.party["agent"], position="委托代理人")
    rec["case"] = {"number": c.number("许申"), "title": f"{c.party['name']}申请{item}案", "cause": f"申请{item}",
                   "item_code": CODES[item], "uid": f"PERMIT-{applied.year}-{c.serial:04d}",
                   "kind": "行政许可", "sector": sector, "region": c.names.county, "public_interest": False,
                   "status": "已归档"}
    p = rec["permit"] = {"item": item, "applied_on": applied, "form_complete": True, "materials_listed": True,
                         "list_signed": True, "copies_verified": True, "received_on": received,
                         "statutory_days": statutory, "committed_days": statutory - 5
                                 if c.want("committed", lambda: c.chance(0.4)) else statutory,
                         "interested_party": False, "hearing_required": False, "major": False, "joint": False,
                         "legal_bases": [basis("处罚依据", law, provision),
                                         {"role": "程序依据", "law": LAW, "article": 38,
                                          "paragraph": 1 if outcome == "准予" else 2}]}
    for b in p["legal_bases"]:
        b.pop("_single", None)
        b["role"] = "程序依据"
    signer = [("申请人", who["person"])]
    c.paper("许可申请书", f"{item}申请书", applied, pages=3, signers=signer)
    c.paper("身份证明", "营业执照复印件", applied, pages=1, signers=[("提供人", who["person"])])
    if c.party.get("agent"):
        c.paper("授权委托书", day=applied, pages=1, signers=[("委托人", c.party["legal_representative"])])
    c.paper("申请材料清单", "收件凭证", received, pages=1, sealed=True, signers=signer + [("接收人", c.officers[0])])
    if outcome == "不予受理":
        refuse_to_accept(c, p, signer)
    else:
        accept(c, p, signer)
        decide(c, p, check)
    archive(c)


def accept(c, p, signer):
    complete = p["received_on"]
    if c.want("supplement", lambda: c.chance(0.4)):
        told = c.cal.add(complete, 5 if c.want("told_last_day", lambda: c.chance(0.5)) else c.rng.randint(1, 4))
        asked = ["经营场所使用证明", "设备布局图"]
        done = c.cal.add(told, c.rng.randint(2, 8))
        p.update(supplement_told_on=told, supplement_times=1, supplement_asked=asked, supplemented=list(asked),
                 supplemented_on=done)
        doc = c.outward("补正告知书", "补正", "一次性补正告知书", told, pages=1)
        doc["text"] = f"{c.party['name']}：\n你（单位）申请{p['item']}的材料不齐全，理由是缺少经营场所证明和布局图。请于{day(done)}前补正下列全部内容：{'、'.join(asked)}。逾期未补正的，视为放弃申请。\n{c.rec['agency']['name']}（印章）\n{day(told)}"
        c.deliver(doc, told)
        complete = done
    accepted = c.cal.add(complete, 5) if c.want("accepted_last_day",
                                                lambda: c.chance(0.4)) and "supplemented_on" not in p else complete
    c.today = accepted
    p.update(accepted_on=accepted, acceptance_number=c.number("受"), acceptance_sealed=True, acceptance_dated=True)
    doc = c.outward("受理通知书", "受", day=accepted, pages=1, signers=signer)
    doc["text"] = f"{c.party['name']}：\n你（单位）申请{p['item']}，材料齐全，符合法定形式，依据《{LAW}》第三十二条第一款第（五）项，决定予以受理。\n{c.rec['agency']['name']}（行政许可专用章）\n{day(accepted)}"
    c.deliver(doc, accepted)
    c.approve("受理", accepted, "材料齐全，符合法定形式，建议受理。", heads_opinion="同意受理。")


def decide(c, p, check):
    rec, r = c.rec, c.rng
    accepted, limit, outcome = p["accepted_on"], min(p["committed_days"], p["statutory_days"]), c.facts["outcome"]
    p["examiners"] = c.officers[:2]
    last = c.cal.add(accepted, limit)
    if check:
        c.on(1, 4)
        p.update(site_checked_on=c.today, site_checkers=c.officers[:2])
        c.record("现场笔录", c.today, 10, 80, c.party["address"], c.party["_"]["person"], "申请人的工作人员",
                 c.party["_"]["position"], c.party["_"]["number"])
        row = rec["transcripts"].pop()
        doc = c.paper("核查记录", "现场核查笔录", pages=2,
                      signers=[("申请人", row["subject"])] + [("核查人", n) for n in c.officers[:2]])
        certificates = "、".join(f"{o['name']}（执法证号{o['certificate_number']}）" for o in rec["officers"][:2])
        doc["text"] = f"核查时间：{day(c.today)}10时00分至11时20分。核查地点：{c.party['address']}。核查人员{certificates}出示证件，对场所、设备和布局逐项核查，现场与申请材料{'一致' if outcome == '准予' else '不一致，场所面积和设备未达到规定条件'}。核查记录经申请人核对无误。"
    third = c.want("interested", lambda: c.chance(0.15))
    if third:
        c.on(0, 1)
        p.update(interested_party=True, interested_party_told=True)
        c.deliver(c.outward("利害关系人告知书", "利告", pages=1), party=c.names.person(), relation="本人")
    if c.want("hearing_due", lambda: c.chance(0.1)):
        announced = c.cal.add(c.today, 1)
        held = c.cal.add(announced, 8)
        p.update(hearing_required=True, hearing_announced_on=announced, hearing_held_on=held,
                 special_days=c.cal.between(announced, held), special_told=True)
        c.paper("许可听证公告", day=announced, number=c.number("听公", announced), pages=1, sealed=True)
        c.deliver(c.outward("特别程序告知书", "特告", day=announced, pages=1), announced)
        c.record("听证笔录", held, 9, 90, f"{rec['agency']['name']}听证室", c.party["_"]["person"], "申请人代表",
                 c.party["_"]["position"], c.party["_"]["number"])
        row = rec["transcripts"][-1]
        row["text"] = "听证主持人核对参加人，告知申请回避、陈述、申辩、质证和最后陈述的权利。审查人员说明审查意见和理由，申请人发表意见并作最后陈述。以上笔录经核对无误。"
        c.paper("听证笔录", day=held, pages=2, signers=[("申请人", row["subject"])] + [("审查人", n) for n in c.officers[:2]])
        c.today = held
        last = c.cal.add(last, p["special_days"])
    if c.want("prolonged", lambda: c.chance(0.15)):
        approved = c.cal.add(last, -1)
        p.update(extension_approved_on=approved, extension_reason_told=True)
        c.approve("延期", approved, "材料需要进一步核实，建议延长十个工作日。", head=c.head)
        doc = c.outward("许可延期通知书", "许延", day=approved, pages=1)
        doc["text"] = f"{c.party['name']}：\n因材料需要进一步核实，经本机关负责人批准，{p['item']}的审查期限延长十个工作日。\n{rec['agency']['name']}（印章）\n{day(approved)}"
        c.deliver(doc, approved)
        c.today = max(c.today, approved)
        last = c.cal.add(last, 10)
    if c.want("major", lambda: c.chance(0.2)):
        c.on(0, 1)
        p.update(major=True, legal_review_on=c.today)
        doc = c.paper("法制审核意见书", number=c.number("法审"), pages=1, signers=[("审核人", c.reviewer)])
        doc["text"] = f"{p['item']}申请经审核：主体合法、事实清楚、证据充分、适用法律正确、程序合法、裁量适当。审核意见：同意。\n审核人：{c.reviewer}"
        c.approve("法制审核", c.today, "重大许可，送请审核。", legal="经审核，同意。")
    decided = last if c.want("decided_last_day", lambda: c.chance(0.35)) else min(last,
            c.cal.add(c.today, r.randint(1, 5)))
    if c.today > last:
        raise Retry("too late")
    c.today = decided
    c.approve("审查", decided, "经审查，" + ("符合" if outcome == "准予" else "不符合") + "规定的条件。", heads_opinion="同意审查意见。")
    c.approve("许可决定", decided, f"建议{outcome}行政许可。", head=c.head, heads_opinion=f"同意{outcome}许可。")
    c.paper("许可审批表", day=decided, pages=2, signers=[("承办人", c.officers[0]), ("负责人", c.head)])
    p.update(decided_on=decided, outcome=outcome, sealed=True, published_on=c.cal.add(decided, 3), fee=0)
    county = c.names.county
    remedy = f"如不服本决定，可以自收到本决定书之日起六十日内向{county}人民政府申请行政复议，或者六个月内向{county}人民法院提起行政诉讼。"
    foot = f"\n{rec['agency']['name']}（印章）\n{day(decided)}"
    if outcome == "准予":
        p["licence_number"] = f"QS{decided.year}{c.serial:06d}"
        doc = c.outward("许可决定书", "许准", "准予行政许可决定书", decided, pages=1)
        doc["text"] = f"{c.party['name']}：\n你（单位）申请的{p['item']}，经审查符合法定条件、标准，依据{citation(p['legal_bases'][0])}，决定准予行政许可，许可证号{p['licence_number']}。" + foot
        p["supervised_on"] = c.cal.add(decided, 30)
        c.paper("监管记录", day=p["supervised_on"], pages=1, signers=[("检查人", n) for n in c.officers[:2]])
    else:
        reason = "经营场所面积和设备未达到规定的许可条件，现场核查情况与申请材料不一致。"
        p.update(refusal_reason=reason, remedies_told=True)
        doc = c.outward("不予许可决定书", "许不", "不予行政许可决定书", decided, pages=1)
        doc["text"] = f"{c.party['name']}：\n你（单位）申请的{p['item']}，经审查，理由如下：{reason}依据《{LAW}》第三十八条第二款，决定不予行政许可。{remedy}" + foot
    served = c.cal.add(decided, 10) if c.want("served_last_day", lambda: c.chance(0.3)) else c.cal.add(decided,
            r.randint(1, 5))
    p["delivered_on"] = served
    c.deliver(doc, served)
    c.today = max(served, p["published_on"], p.get("supervised_on", served))


def refuse_to_accept(c, p, signer):
    c.today = c.cal.add(p["received_on"], 5 if c.want("told_last_day", lambda: c.chance(0.4)) else c.rng.randint(1, 4))
    reason = "申请事项依法不属于本机关职权范围，应当向市级主管部门申请。"
    county = c.names.county
    p.update(outcome="不予受理", decided_on=c.today, refusal_reason=reason, remedies_told=True, acceptance_sealed=True,
             acceptance_dated=True, sealed=True)
    doc = c.outward("不予受理通知书", "不受", pages=1, signers=signer)
    doc["text"] = f"{c.party['name']}：\n你（单位）申请的{p['item']}，理由如下：{reason}依据《{LAW}》第三十二条第一款第（二）项，决定不予受理。如不服本决定，可以自收到本通知书之日起六十日内向{county}人民政府申请行政复议，或者六个月内向{county}人民法院提起行政诉讼。\n{c.rec['agency']['name']}（行政许可专用章）\n{day(c.today)}"
    c.deliver(doc)
    p["delivered_on"] = c.today
    c.approve("受理", c.today, "申请事项不属于本机关职权范围，建议不予受理。", heads_opinion="同意不予受理。")


def archive(c):
    rec = c.rec
    c.on(2, 15)
    closing.archive(c, "XK")
    if not rec["transcripts"]:
        del rec["transcripts"]
