"""The notice, the statement or its waiver, the hearing."""

from case import Retry
from days import plus
from opening import old_law


def amounts(c):
    """The fine, at a border of the range now and then; the step of discretion it stands in."""
    low, high = c.offence.fines
    r = c.rng
    tier = c.want("tier", lambda: r.choice(("从轻", "从轻", "一般", "一般", "一般", "从重")))
    third = (high - low) // 3
    bounds = {"从轻": (low, low + third), "一般": (low + third, high - third), "从重": (high - third, high),
              "减轻": (low // 2, low - low // 10)}[tier]
    step = 100 if low < 10000 else 1000
    draw = r.random()
    fine = bounds[0] if draw < 0.25 else bounds[1] if draw < 0.4 else bounds[0] + (bounds[1] - bounds[0]) * r.randrange(1, 9) // 10
    fine = max(bounds[0], fine // step * step)
    c.facts["fine"] = fine
    c.facts["range"] = bounds
    c.facts["total"] = fine * len(c.rec["parties"])
    c.facts["confiscate"] = bool(c.offence.goods) and c.want("confiscating", lambda: c.chance(0.5)) and not any(
        m["kind"] == "先行登记保存" for m in c.rec.get("measures", ()))
    c.facts["income"] = c.offence.income
    kinds = ["罚款"]
    if c.facts["income"]:
        kinds.append("没收违法所得")
    if c.facts["confiscate"]:
        kinds.append("没收非法财物")
    c.facts["kinds"] = kinds
    person = c.party["kind"] in ("自然人", "个体工商户")
    c.facts["heavy"] = c.facts["total"] >= (2000 if person else 20000) or c.facts["confiscate"]


def bases(c):
    out = [dict(c.facts["breach"]), dict(c.facts["penal"])]
    if c.facts["tier"] == "减轻":
        out.append({"role": "裁量依据", "law": "中华人民共和国行政处罚法", "article": 32, "item": 1, "_single": True})
    return out


def notify(c):
    rec, f = c.rec, c.facts
    amounts(c)
    c.on(0, 3)
    if c.options.get("hearing_told") is False and f["heavy"]:
        raise Retry("the party would be told of the hearing")
    told = c.want("hearing_told", lambda: f["heavy"])
    days = 3 if old_law(c) else 5
    f["days"] = days
    number = c.number("罚告")
    c.approve("告知", c.today, "建议向当事人送达行政处罚事先告知书。")
    drawn = c.today
    doc = c.outward("行政处罚告知书", "罚告", "行政处罚事先告知书", drawn, pages=2)
    c.on(0, 3)
    served = f["noticed"] = c.today
    rec["notice"] = {
        "number": number, "date": drawn, "served_on": served, "facts_told": True, "reasons_told": True,
        "basis_told": True, "statement_right_told": True,
        "hearing_right_told": told, "statement_days": days, "sealed": True, "legal_bases": bases(c),
        "proposed_fine": f["total"],
        "proposed_kinds": list(f["kinds"]), "offence_types": [c.offence.act]}
    if told:
        rec["notice"]["hearing_days"] = days
    way = c.want("notice_method", lambda: c.rng.choice(("直接送达",) * 8 + ("留置送达", "邮寄送达")))
    if way == "留置送达":
        serve_on_all(c, doc, served, method=way, signed=False, signed_on=None, refusal_reason="受送达人拒绝签收", recorded=True,
                     witnesses=[c.names.person()])
    elif way == "邮寄送达":
        c.mail += 1
        serve_on_all(c, doc, served, method=way, sent_on=drawn, mail_number=f"EY{c.mail}CN", mail_receipt=True)
    else:
        serve_on_all(c, doc, served)


def serve_on_all(c, doc, day, **more):
    row = c.deliver(doc, day, **more)
    for other in c.rec["parties"][1:]:
        who = other["_"]
        more_of = {k: v for k, v in row.items()}
        more_of.update(party=other["name"], place=other["address"], recipient=who["person"], relation=who["position"])
        c.rec["deliveries"].append(more_of)
    return row


def period_end(c):
    """The last day on which the party may state or ask; it moves to a working day."""
    return c.cal.add(c.facts["noticed"], c.facts["days"])


def answer(c):
    """What the party did with the notice."""
    rec, f = c.rec, c.facts
    hearing = c.want("hearing", lambda: c.rng.choice(("held", "waived",
                                                      "silent")) if rec["notice"]["hearing_right_told"] else None)
    if not rec["notice"]["hearing_right_told"]:
        hearing = None
    stated = c.want("statement", lambda: "made" if hearing == "held" else c.rng.choice(("made", "waived", "waived",
            "silent")))
    if hearing == "waived" and stated == "silent":
        stated = f["statement"] = "waived"
    who, end, served = c.party["_"], period_end(c), f["noticed"]
    last = c.want("stated_last_day", lambda: c.chance(0.4))
    day = end if last else min(end, c.cal.add(served, c.rng.randint(1, 3)))
    statement = {"waived": stated == "waived", "new_evidence": False}
    if stated == "made":
        reviewed = c.cal.add(day, c.rng.randint(1, 3))
        statement.update(made_on=day, reviewed_on=reviewed, accepted=False)
        c.paper("陈述申辩笔录", "陈述申辩书", day, pages=1, signers=[("当事人", who["person"])])
        c.paper("陈述申辩复核意见书", day=reviewed, pages=1, signers=[("复核人", n) for n in c.officers[:2]])
        c.today = max(reviewed, c.cal.add(end, 1))
    elif stated == "waived":
        day = served if c.chance(0.4) else c.cal.add(served, 1)
        statement.update(waived_on=day)
        c.paper("放弃陈述申辩声明", day=day, pages=1, signers=[("当事人", who["person"])])
        early = hearing in (None, "waived")
        c.today = c.cal.add(day, 1) if early else c.cal.add(end, 1)
    else:
        c.today = c.cal.add(end, 1)
    if stated != "silent":
        rec["statement"] = statement
    else:
        rec["statement"] = {"waived": False}
    if hearing == "waived":
        rec["hearing"] = {"waived": True}
        c.paper("放弃听证声明", day=rec["statement"].get("waived_on", day), pages=1, signers=[("当事人", who["person"])])
    if hearing == "held":
        hear(c, day)


def hear(c, asked):
    rec, who = c.rec, c.party["_"]
    told = c.cal.add(asked, c.rng.randint(1, 3))
    held = c.cal.add(told, 8 if not c.want("noticed_barely", lambda: c.chance(0.3)) else 7)
    host, recorder = c.names.person(), c.names.person()
    reported = c.cal.add(held, c.rng.randint(1, 3))
    rec["hearing"] = {"requested_on": asked, "notified_on": told, "held_on": held, "host": host, "recorder": recorder,
                      "public": True, "record_signed": True,
                      "report_on": reported, "waived": False, "place_told": True, "host_told": True}
    c.paper("听证申请书", day=asked, pages=1, signers=[("当事人", who["person"])])
    c.deliver(c.outward("听证通知书", "听通", day=told, pages=1), told)
    row = c.record("听证笔录", held, 9, 120, f"{rec['agency']['name']}听证室", who["person"], who["relation"], who["position"],
                   who["number"],
                   recorder=recorder, pages=2, signed_pages=2, officers=[host] + c.officers[:2],
                   officers_signed=[host] + c.officers[:2] + [recorder])
    c.paper("听证笔录", day=held, pages=2,
            signers=[("主持人", host), ("当事人", row["subject"])] + [("调查人员", n) for n in c.officers[:2]] + [("记录员", recorder)])
    c.paper("听证报告", day=reported, pages=2, signers=[("主持人", host)])
    c.approve("听证", told, "当事人在法定期限内要求听证，建议组织听证。")
    c.today = max(c.today, reported)


def period_end_of(rec):
    return rec["_"]["calendar"].add(rec["notice"]["served_on"], rec["notice"]["statement_days"])
