"""Unpaid: surcharge, reminder, application to the court; and performance at the party's cost (代履行)."""

import closing
import deciding
import inquiry
import opening
import serving
import telling
from case import Retry
from days import at, plus, plus_months


def decided(c):
    opening.first_day(c)
    opening.choose(c)
    opening.open_case(c)
    inquiry.investigate(c)
    telling.notify(c)
    telling.answer(c)
    deciding.review(c)
    deciding.discuss(c)
    deciding.decide(c)
    serving.serve(c)


def court(c):
    """Six months for a suit; the reminder, ten whole working days (送达十日后), then the application within three months."""
    c.options.setdefault("several", False)
    c.options.setdefault("income", False)
    decided(c)
    rec, f = c.rec, c.facts
    total = f["total"]
    suit_over = plus_months(c.served, 6)
    closing.dispose_of_goods(c)
    closing.publish(c)
    closing.prove_correction(c)
    due = c.cal.roll(plus(c.served, 15))
    fined = c.cal.roll(plus(due, 40))
    c.deliver(c.outward("加处罚款决定书", "加罚", day=fined, pages=1), fined)
    last = plus_months(suit_over, 3)
    exact = c.want("applied_last_day", lambda: c.chance(0.4))
    applied = c.cal.back(last) if exact else c.cal.add(suit_over, c.rng.randint(14, 30))
    reminded = c.cal.add(applied, -11 - (0 if c.want("reminded_barely", lambda: c.chance(0.4)) else c.rng.randint(1,
            5)))
    if reminded <= fined:
        raise Retry("no room for the reminder")
    c.deliver(c.outward("催告书", "催", day=reminded, pages=1), reminded)
    c.today = applied
    c.approve("强制执行", applied, "当事人逾期不履行，经催告仍不履行，建议申请人民法院强制执行。", head=c.head)
    c.paper("强制执行申请书", number=c.number("强申"), pages=2, sealed=True, signers=[("负责人", c.head)])
    ruled = c.cal.add(applied, 18)
    paid = c.cal.add(ruled, 15)
    rec["enforcement"] = {"reminder_on": reminded, "reminder_served_on": reminded, "court_applied_on": applied,
                          "court_ruled_on": ruled,
                          "measure": "申请人民法院强制执行", "surcharge_from": plus(due, 1)}
    receipt = f"{c.rng.randrange(10**9, 10**10)}"
    rec["payments"] = [{"paid_on": paid, "amount": total, "channel": "银行", "receipt_number": receipt,
                        "official_receipt": True, "surcharge": total}]
    c.paper("缴款票据", "罚没款缴款票据", paid, receipt, pages=1)
    c.today = max(c.today, paid)
    closing.close(c, manner="强制执行")
    closing.archive(c)


def perform(c):
    """Own enforcement by performance: reminder with a term, second reminder, decision, carried out by day."""
    c.options.setdefault("key", ("挥发性有机物", "水污染物"))
    c.options.setdefault("several", False)
    decided(c)
    rec = c.rec
    closing.pay(c)
    closing.publish(c)
    c.on(1, 5)
    reminded = c.today
    c.deliver(c.outward("催告书", "催", day=reminded, pages=1), reminded)
    told = c.cal.add(reminded, 2)
    reviewed = c.cal.add(told, 2)
    ordered = max(c.cal.add(reminded, 12), c.cal.add(reviewed, 1))
    c.today = ordered
    c.approve("强制执行", ordered, "经催告仍不履行，建议依法代履行。", head=c.head)
    c.paper("催告陈述意见", "催告陈述意见书", told, pages=1, signers=[("当事人", c.party["_"]["person"])])
    c.paper("催告意见复核书", "催告意见复核书", reviewed, pages=1, signers=[("复核人", n) for n in c.officers[:2]])
    doc = c.outward("强制执行决定书", "强执", "代履行决定书", ordered, pages=1)
    c.deliver(doc, ordered)
    done = c.cal.add(ordered, 6)
    rec["enforcement"] = {"reminder_on": reminded, "reminder_served_on": reminded, "statement_on": told,
                          "statement_reviewed_on": reviewed, "decided_on": ordered,
                          "executed_at": at(done, 10, 30), "measure": "由没有利害关系的第三人代履行，清除违法排放的污染物", "urgent": False}
    rec["media"].append({"number": f"YX{done.year}-{c.serial}-9", "action": "强制执行", "officer": c.officers[2],
                         "began_at": at(done, 10, 20), "ended_at": at(done, 12, 30), "place": c.place, "filed": True})
    c.today = done
    closing.prove_correction(c)
    closing.close(c, manner="强制执行")
    closing.archive(c)
