"""A penalty file from the clue to the approved opening, and the offence it is about."""

import datetime

import offences
import names
from case import NEW_LAW, Retry
from days import plus, plus_months

CHANNELS = {"日常检查": None, "专项检查": None, "投诉举报": "投诉举报材料", "上级交办": "交办材料"}


def first_day(c):
    old = c.want("era", lambda: c.rng.choice(("old", "new", "new", "new", "new"))) == "old"
    low, high = (datetime.date(2019, 5, 6), datetime.date(2020, 6, 30)) if old else (datetime.date(2021, 9, 1),
            datetime.date(2025, 3, 31))
    c.today = c.cal.roll(plus(low, c.rng.randrange((high - low).days)))


def choose(c, last=None):
    """The offence, the agency and the parties."""
    o = c.options
    found = offences.candidates(plus(c.today, -60), last or plus(c.today, 330), key=o.get("key"),
                                sector=o.get("sector"), party=o.get("party"),
                                goods=o.get("goods"), test=o.get("test"), income=o.get("income"))
    if not found:
        raise Retry("no offence of that kind was in force")
    offence = c.offence = c.facts["offence"] = c.rng.choice(found)
    c.begin(offence.sector)
    kind = o.get("party") or c.rng.choice(offence.parties)
    named = c.want("named", lambda: c.chance(0.6))
    c.add_party(kind, offence.trade, named)
    if c.want("several", lambda: c.chance(0.02)):
        c.add_party(kind, offence.trade, named)
    if c.want("agent", lambda: kind != "自然人" and c.chance(0.12)):
        who = c.party["_"]
        c.party.update(agent=c.names.person(), agent_authorized=True, agent_identity_proof=True)
        who.update(person=c.party["agent"], relation="当事人的委托代理人", position="委托代理人", number=agent_number(c))
    return offence


def agent_number(c):
    return names.identity(c.rng, c.names.birth(c.today.year), True)


def basis(role, law, provision, single=False):
    article, paragraph, item = provision
    row = {"role": role, "law": law, "article": article, "_single": single}
    if paragraph or single and not item:
        row["paragraph"] = paragraph or 1
    if item:
        row["item"] = item
    return row


def limit_of_opening(c, received):
    """The last lawful day of opening: the sector's own limit, and five working days where none is known."""
    sector = c.offence.sector
    if sector == "市场监管":
        return c.cal.add(received, 15)
    if sector == "生态环境":
        return c.cal.back(plus(received, 15)) if received >= datetime.date(2023, 7, 1) else c.cal.add(received, 7)
    return c.cal.add(received, 5)


def open_case(c):
    rec, r, offence = c.rec, c.rng, c.offence
    channel = c.want("channel", lambda: r.choice(list(CHANNELS)))
    found = c.today
    began = plus(found, -r.randrange(3, 50))
    if c.want("oldest", lambda: c.chance(0.03)):  # the last day of the two years of limitation, the act being over
        began = ended = plus_months(found, -24)
    else:
        ended = found
    last = began if began >= offence.since else None
    if last is None:
        began = ended = found
    place = c.party["address"] if c.party["kind"] != "自然人" else c.names.address()
    c.place = place
    rec["case"] = {
        "number": c.number("罚立"), "title": f"{'、'.join(p['name'] for p in rec['parties'])}{offence.act}案",
        "cause": offence.act,
        "item_code": f"{r.randrange(10**11, 10**12)}", "uid": f"CASE-{found.year}-{c.serial:04d}", "kind": "行政处罚",
        "procedure": "普通程序",
        "sector": offence.sector, "region": c.names.county, "complex": False, "public_interest": False,
        "life_or_finance_safety": False,
        "status": "已归档"}
    rec["source"] = {"channel": channel, "found_on": found, "received_on": found, "supporting_paper": True}
    rec["offence"] = {"place": place, "began_on": began, "ended_on": ended}
    c.paper("案件来源登记表", pages=1, signers=[("登记人", c.officers[0])])
    if CHANNELS[channel]:
        c.paper(CHANNELS[channel], pages=1, sealed=channel == "上级交办", signers=[("登记人", c.officers[0])])
    limit = limit_of_opening(c, found)
    if c.want("checked_first", lambda: channel in ("日常检查", "专项检查") and not offence.goods and not offence.test and c.chance(0.12)):
        limit = min(limit, c.cal.back(plus(found, 7)))  # what the check found is opened within seven days
    exact = c.want("opened_last_day", lambda: c.chance(0.3))
    applied = c.cal.add(found, 1)
    approved = limit if exact else min(c.cal.add(found, r.randint(1, 4)), limit)
    c.today = approved
    applied = min(applied, approved)
    number = c.number("罚立")
    rec["case"]["number"] = number
    rec["filing"] = {"number": number, "applied_on": applied, "applicants": c.officers[:2], "approver": c.deputy,
                     "approved_on": approved,
                     "opinion": "同意立案，由承办机构依法调查。"}
    c.approve("立案", approved, "", heads_opinion="同意立案，由承办机构依法调查。")
    c.paper("立案审批表", day=approved, number=number, pages=2,
            signers=[("承办人", c.officers[0]), ("承办人", c.officers[1]), ("承办机构负责人", c.chief), ("负责人", c.deputy)])
    c.facts["opened"] = approved


def old_law(c):
    return c.facts["era"] == "old" or c.today < NEW_LAW
