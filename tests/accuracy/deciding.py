"""Legal review, discussion, approval and the decision."""

import datetime

import measures
from case import Retry
from days import plus, plus_months
from telling import bases
from wording import capitals

EXTENDING = ("市场监管", "生态环境")  # rules of these sectors know an extension of thirty days and excluded periods


def review(c):
    rec = c.rec
    heavy = c.facts["heavy"] or rec.get("hearing", {}).get("held_on")
    spared = False in (c.options.get("reviewed"), c.options.get("discussed"))
    heavy = c.want("complex", lambda: not spared and c.chance(0.15)) or heavy
    if spared and heavy:
        raise Retry("such a case is reviewed and discussed")
    rec["case"]["complex"] = c.facts["complex"]
    if not c.want("reviewed", lambda: bool(heavy) or c.chance(0.6)):
        return
    c.on(0, 2)
    sent = c.today
    c.on(0, 3)
    rec["legal_review"] = {"submitted_on": sent, "unit": "法制科", "reviewer": c.reviewer,
                           "reviewer_qualification": f"A2017{c.rng.randrange(10**9, 10**10)}",
                           "reviewed_on": c.today, "opinion": "同意"}
    c.approve("法制审核", c.today, "送请法制机构审核。", legal="经审核，同意处罚意见。")
    c.paper("法制审核意见书", number=c.number("法审"), pages=2, signers=[("审核人", c.reviewer)])


def discuss(c):
    rec, f = c.rec, c.facts
    if not c.want("discussed", lambda: f["complex"] or f["heavy"] or bool(rec.get("hearing", {}).get("held_on")) or c.chance(0.2)):
        return
    c.on(0, 2)
    rec["discussion"] = {"held_on": c.today, "host": c.head, "participants": list(c.members),
                         "each_view_recorded": True, "voters": list(c.members),
                         "conclusion": "", "place": f"{rec['agency']['name']}会议室", "kinds": list(f["kinds"]),
                         "fine": f["total"], "signed_by": list(c.members)}
    c.paper("集体讨论记录", "案件集体讨论记录", pages=2,
            signers=[("主持人", c.head)] + [("参加人", n) for n in c.members[1:]] + [("记录人", c.names.person())])


def handling_end(c, opened):
    """The ninetieth day; for the environment three months, until its new regulation of July 2023."""
    end = plus(opened, 90)
    if c.rec["case"].get("sector") != "生态环境" or opened >= datetime.date(2023, 7, 1):
        return end
    return min(end, plus_months(opened, 3))


def time_of_decision(c):
    """Day of the decision: as soon as the steps allow, or the last day that the limit leaves."""
    opened = c.facts["opened"]
    earliest = c.today
    choice = c.want("limit", lambda: c.rng.choice(("soon", "soon", "last day", "extended" if extending(c) else "soon",
                                                   "excluded" if c.rec.get("tests") and extending(c) else "soon")))
    last = handling_end(c, opened)
    if choice == "extended":
        if not extending(c):
            raise Retry("this sector knows no extension")
        approved = c.cal.back(last)
        if c.chance(0.5):
            approved = c.cal.back(plus(last, -c.rng.randrange(1, 10)))
        c.rec["extensions"] = [{"reason": "案情复杂，需要进一步核实", "applied_on": c.cal.add(approved, -2), "approver": c.head,
                                "approved_on": approved, "extended_to": plus(last, 30)}]
        c.approve("延期", approved, "案情复杂，不能在九十日内办结，建议延长三十日。", head=c.head)
        c.paper("延期审批表", "办案期限延长审批表", approved, pages=1, signers=[("承办人", c.officers[0]), ("负责人", c.head)])
        last = plus(last, 30)
        if earliest <= approved:
            c.today = earliest = approved
    elif choice == "excluded":
        if not (c.rec.get("tests") and extending(c)):
            raise Retry("nothing to exclude")
        one = c.rec["tests"][0]
        kind = "检测"
        c.rec["suspensions"] = [{"kind": kind, "began_on": one["received_on"], "ended_on": one["issued_on"],
                                 "proof": f"{one['kind']}报告（{one['number']}）"}]
        last = plus(last, (one["issued_on"] - one["received_on"]).days)
    if earliest > last:
        raise Retry("the limit of handling would be passed")
    if choice == "soon":
        return
    c.today = max(earliest, c.cal.back(last))


def extending(c):
    return c.offence.sector in EXTENDING and c.facts["era"] == "new"


def decide(c):
    rec, f, r = c.rec, c.facts, c.rng
    time_of_decision(c)
    day = c.today
    if c.facts["era"] == "old" and day > datetime.date(2021, 1, 31):
        raise Retry("not wholly under the old law")
    county = c.names.county
    total = f["total"]
    penalties = []
    for party in rec["parties"]:
        penalties.append({"kind": "罚款", "amount": f["fine"], "party": party["name"]})
        if f["income"]:
            penalties.append({"kind": "没收违法所得", "amount": f["income"], "party": party["name"]})
        if f["confiscate"]:
            item = rec["goods"][0]
            penalties.append({"kind": "没收非法财物", "object": f"{item['name']}{item['quantity']}{item['unit']}",
                              "party": party["name"]})
    number = c.number("罚决", day)
    rec["decision"] = {
        "number": number, "date": day, "approver": c.head, "approved_on": day, "outcome": "处罚", "party_stated": True,
        "facts_stated": True,
        "evidence_stated": True, "response_to_statement": True, "performance_stated": True,
        "review_body": f"{county}人民政府", "review_days": 60,
        "court": f"{county}人民法院", "court_months": 6, "late_fee_stated": True, "sealed": True,
        "seal_name": rec["agency"]["name"],
        "issuer": rec["agency"]["name"], "party_name": "、".join(p["name"] for p in rec["parties"]),
        "party_address": c.party["address"],
        "fine_in_words": capitals(total), "offence_types": [c.offence.act], "correction_ordered": True,
        "penalties": penalties, "legal_bases": bases(c),
        "discretion": {"standard": f"{county}{c.offence.sector}行政处罚裁量基准（{day.year - 1}年版）", "tier": f["tier"],
                       "reasons": reasons(c),
                       "evidence": ["1", "2"], "edition_on": datetime.date(day.year - 1, 1, 1),
                       "range_min": f["range"][0], "range_max": f["range"][1]}}
    if f["income"]:
        rec["decision"]["illegal_income"] = f["income"] * len(rec["parties"])
    if c.offence.goods:
        rec["decision"]["goods_value"] = rec["goods"][0]["value"]
    legal = "经审核，同意处罚意见。" if rec.get("legal_review") else "经核对，程序合法，同意处罚意见。"
    c.approve("决定", day, "建议依法给予行政处罚。", legal=legal, head=c.head, heads_opinion="同意，依法作出行政处罚决定。")
    c.paper("处罚决定审批表", "行政处罚决定审批表", day, pages=2,
            signers=[("承办人", c.officers[0]), ("承办机构负责人", c.chief), ("法制机构负责人", c.reviewer), ("负责人", c.head)])
    c.decision = c.outward("行政处罚决定书", "罚决", day=day, pages=4)
    c.decision["party_name"] = rec["decision"]["party_name"]
    measures.finish_seizure(c)


def reasons(c):
    return {"从轻": ["配合调查", "及时改正"], "一般": ["未造成危害后果"], "从重": ["违法行为持续时间较长"],
            "减轻": ["主动消除违法行为危害后果", "及时改正"]}[c.facts["tier"]]
