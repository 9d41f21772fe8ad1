"""Service of the decision, by every method, with the proof that each needs."""

import datetime

from days import plus
from telling import serve_on_all

METHODS = ("直接送达", "直接送达", "直接送达", "留置送达", "邮寄送达", "电子送达", "委托送达", "公告送达")


def serve(c):
    doc, decided = c.decision, c.rec["decision"]["date"]
    old = c.facts["era"] == "old"
    method = c.want("method", lambda: c.rng.choice(METHODS))
    if method == "电子送达" and old:  # the old law had no such service
        method = c.facts["method"] = "直接送达"
    last = c.cal.back(plus(decided, 7)) if old else c.cal.add(decided, 7)
    exact = c.want("served_last_day", lambda: c.chance(0.35))
    day = last if exact else min(last, c.cal.add(decided, c.rng.randint(0, 3)))
    c.today = day
    who = c.party["_"]
    if method == "直接送达":
        row = serve_on_all(c, doc, day)
        if c.want("family", lambda: c.party["kind"] == "自然人" and c.chance(0.3)):
            row.update(recipient=c.names.person(), relation="同住成年家属")
    elif method == "留置送达":
        row = serve_on_all(c, doc, day, method=method, signed=False, signed_on=None, refusal_reason="受送达人拒绝签收",
                           recorded=True)
        if c.chance(0.7):
            row["witnesses"] = [c.names.person()]
    elif method == "邮寄送达":
        c.mail += 1
        sent = c.cal.back(plus(day, -2)) if day > plus(decided, 2) else decided
        serve_on_all(c, doc, day, method=method, sent_on=max(sent, decided), mail_number=f"EY{c.mail}CN",
                     mail_receipt=True)
    elif method == "电子送达":
        confirmation = c.rec["address_confirmation"]
        confirmation["electronic"] = True
        serve_on_all(c, doc, day, method=method, electronic_consent=True, mail_receipt=True, place="受送达人确认的电子邮箱")
    elif method == "委托送达":
        c.paper("委托送达函", day=decided, number=c.number("委送", decided), pages=1, sealed=True)
        serve_on_all(c, doc, day, method=method)
    else:
        announce(c, doc, decided)
    c.served = c.facts["served"] = c.rec["deliveries"][-1]["served_on"]
    c.today = max(c.today, c.served)


def announce(c, doc, decided):
    """After a try by hand and one by mail; the period is that of the day's law, its last day included."""
    tried = c.cal.add(decided, 1)
    failed = {"signed": False, "signed_on": None, "served_on": None, "recipient": None, "relation": None}
    for method, extra in (("直接送达", {"refusal_reason": "登记住所无人，去向不明"}),
                          ("邮寄送达", {"mail_number": f"EY{c.mail}CN", "mail_receipt": True,
                                    "refusal_reason": "邮件退回，查无此人"})):
        row = {"document_kind": doc["kind"], "document_number": doc["number"], "party": c.party["name"],
               "method": method, "sent_on": tried,
               "place": c.party["address"], "servers": c.officers[:2], **failed, **extra}
        c.rec["deliveries"].append(row)
        tried = c.cal.add(tried, 2)
    posted = c.cal.add(tried, 1)
    days = 30 if posted >= datetime.date(2022, 1, 1) else 60
    end = plus(posted, days)
    c.paper("公告", "送达公告", posted, number=c.number("公告", posted), pages=1, sealed=True)
    row = serve_on_all(c, doc, posted, method="公告送达", announced_on=posted, medium="青石日报、本机关门户网站", signed=False,
                       signed_on=None, sent_on=posted,
                       recipient=None, relation=None, place="本机关公告栏和门户网站")
    receipt = c.rec["documents"][-1]
    for one in c.rec["deliveries"]:
        if one["method"] == "公告送达":
            one["served_on"] = end
    receipt["date"] = end
    for signature in receipt["signatures"]:
        signature["date"] = end
    c.facts["announced"] = row["announced_on"]
