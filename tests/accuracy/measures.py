"""Preservation of evidence (先行登记保存), sealing and seizure, and the goods they are about."""

from case import Retry
from days import plus


def take(c):
    kind = c.want("measure", lambda: c.rng.choice(("先行登记保存", "扣押",
                                                   "查封")) if c.offence.goods and c.chance(0.7) else None)
    if not kind:
        if c.offence.goods:
            goods(c, None, c.rng.randrange(20, 200))
        return
    (preserve if kind == "先行登记保存" else seize)(c, kind)


def goods(c, number, count):
    """What the case is about; disposed of when the measure or the decision says."""
    name, specification, unit, price = c.offence.goods or ("涉案物品", "台", "台", 900)
    c.rec["goods"] = [{"name": name, "specification": specification, "quantity": str(count), "unit": unit,
                       "condition": "完好", "value": count * price}]
    if number:
        c.rec["goods"][0]["measure_number"] = number


def preserve(c, kind):
    day, who = c.site_day, c.party["_"]
    number = c.number("登存", day)
    count = c.rng.randrange(20, 200)
    ends = plus(day, 7) if c.facts["era"] == "old" else c.cal.add(day, 7)
    c.rec["measures"] = [{
        "kind": kind, "number": number, "approver": c.deputy, "approved_on": day, "started_on": day, "ends_on": ends,
        "item_list": True, "list_signed": True,
        "on_site_record": True, "reason": "证据可能灭失或者以后难以取得", "basis": "《中华人民共和国行政处罚法》第五十六条" if c.facts["era"] == "new" else "《中华人民共和国行政处罚法》第三十七条第二款",
        "place": c.place, "storage_place": f"{c.rec['agency']['name']}证据保管室", "urgent": False, "party_present": True,
        "rights_told": True, "delivered_on": day}]
    c.approve("先行登记保存", day, "证据可能灭失或者以后难以取得，建议先行登记保存。")
    c.paper("先行登记保存审批表", day=day, pages=1, signers=[("承办人", c.officers[0]), ("负责人", c.deputy)])
    both = [("当事人", who["person"])] + [("执法人员", n) for n in c.officers[:2]]
    c.deliver(c.outward("先行登记保存通知书", "登存", day=day, signers=both, pages=1), day)
    c.paper("财物清单", "先行登记保存物品清单", day, pages=1, sealed=True, signers=both)
    goods(c, number, count)
    recording(c, "先行登记保存")


def recording(c, action):
    """The recording of the inspection covers the measure; a second entry says so."""
    first = c.rec["media"][0]
    c.rec["media"].append({**first, "number": first["number"] + "-2", "action": action})


def finish_preservation(c):
    measure = next((m for m in c.rec.get("measures", ()) if m["kind"] == "先行登记保存"), None)
    if not measure:
        return
    exact = c.want("preserved_to_the_last_day", lambda: c.chance(0.4))
    end = c.cal.back(measure["ends_on"])
    day = end if exact else c.cal.back(plus(end, -c.rng.randrange(0, 3)))
    measure.update(disposed_on=day, disposal="解除先行登记保存，退还当事人")
    c.rec["goods"][0].update(disposed_on=day, disposed_quantity=c.rec["goods"][0]["quantity"], disposal="退还当事人")
    both = [("当事人", c.party["_"]["person"])] + [("执法人员", n) for n in c.officers[:2]]
    c.deliver(c.outward("先行登记保存处理决定书", "登处", day=day, pages=1), day)
    c.paper("退还物品清单", day=day, pages=1, signers=both)
    c.today = max(c.today, day)


def seize(c, kind):
    day, who = c.site_day, c.party["_"]
    number = c.number("强决", day)
    c.rec["measures"] = [{
        "kind": kind, "number": number, "approver": c.deputy, "approved_on": day, "started_on": day,
        "ends_on": plus(day, 30), "item_list": True, "list_signed": True,
        "on_site_record": True, "reason": "涉案物品与违法行为直接相关，防止证据损毁和危害扩大", "basis": seizing_power(c), "place": c.place,
        "storage_place": f"{c.rec['agency']['name']}涉案物品仓库", "urgent": False, "party_present": True,
        "rights_told": True, "delivered_on": day}]
    c.approve("查封扣押", day, f"物品与违法行为直接相关，建议{kind}。")
    c.paper("查封扣押审批表", "行政强制措施审批表", day, pages=1, signers=[("承办人", c.officers[0]), ("负责人", c.deputy)])
    both = [("当事人", who["person"])] + [("执法人员", n) for n in c.officers[:2]]
    c.deliver(c.outward("查封扣押决定书", "强决", "实施行政强制措施决定书", day, pages=2), day)
    c.paper("财物清单", "查封扣押清单", day, pages=1, sealed=True, signers=both)
    goods(c, number, c.rng.randrange(20, 200))
    recording(c, "查封扣押")


def seizing_power(c):
    return {"中华人民共和国食品安全法": "《中华人民共和国食品安全法》第一百一十条第（四）项"}.get(c.offence.law, f"《{c.offence.law}》")


def finish_seizure(c):
    """Called when the decision day is known: extended if need be, released or confiscated in time."""
    measure = next((m for m in c.rec.get("measures", ()) if m["kind"] != "先行登记保存"), None)
    if not measure:
        return
    decided = c.rec["decision"]["date"]
    end = measure["ends_on"]
    kept = decided <= end
    if c.want("extended", lambda: not kept or c.chance(0.1)):
        day = c.cal.back(end) if c.chance(0.5) else c.cal.back(plus(end, -4))
        end = plus(measure["ends_on"], 30)
        if decided <= day:
            raise Retry("released before there was a need to extend")
        measure.update(extension_approved_on=day, extended_to=end)
        c.approve("延长期限", day, "案情复杂，尚需核查货物来源，建议延长查封扣押期限三十日。")
        c.deliver(c.outward("延长查封扣押期限通知书", "强延", day=day, pages=1), day)
    item = c.rec["goods"][0]
    whole = {"disposed_quantity": item["quantity"]}
    if c.facts["confiscate"] and decided <= end:
        measure.update(disposed_on=decided, disposal="依处罚决定没收")
    elif c.facts["confiscate"]:
        raise Retry("the goods would be kept too long")
    else:
        day = min(c.cal.back(end), decided)
        measure.update(disposed_on=day, disposal="解除并退还当事人")
        item.update(disposed_on=day, disposal="退还当事人", **whole)
        both = [("当事人", c.party["_"]["person"])] + [("执法人员", n) for n in c.officers[:2]]
        c.deliver(c.outward("解除查封扣押决定书", "强解", day=day, pages=1), day)
        c.paper("退还物品清单", day=day, pages=1, signers=both)
