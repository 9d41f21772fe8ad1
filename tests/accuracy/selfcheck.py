"""What a lawful file must be, said again by plain asserts that do not share the makers' arithmetic."""

import datetime
import pathlib
import re

from days import plus, plus_months


class Laws:
    """Versions, number of articles and fine ranges of rules/laws, enough to check a citation."""

    def __init__(self, folder):
        self.versions = {}
        for path in sorted(pathlib.Path(folder).glob("*.yaml")):
            text = path.read_text("utf-8")
            name = re.match(r"name: (.+)", text)
            if not name:
                continue
            commenced = re.search(r"^commenced: (\S+)", text, re.M)
            rows = []
            for block in re.split(r"\n  - adopted:|\n  - from:", text)[1:]:
                start = re.search(r"from: (\d{4}-\d\d-\d\d)", block) or re.match(r" (\d{4}-\d\d-\d\d)", block)
                end = re.search(r"^    to: (\d{4}-\d\d-\d\d)", block, re.M)
                articles = re.search(r"articles: (\d+)", block)
                fines = [dict(re.findall(r"(\w+): (\[[^\]]*\]|[^,}]+)",
                                         line)) for line in re.findall(r"- \{(article.*)\}", block)]
                rows.append((datetime.date.fromisoformat(start[1]),
                             datetime.date.fromisoformat(end[1]) if end else datetime.date.max,
                             int(articles[1]) if articles else 0, fines))
            if commenced and rows:
                rows.insert(0, (datetime.date.fromisoformat(commenced[1]), plus(rows[0][0], -1), rows[0][2], []))
            self.versions[name[1].strip()] = rows

    def check(self, basis, day):
        rows = [v for v in self.versions[basis["law"]] if v[0] <= day <= v[1]]
        assert rows, f"{basis['law']} not in force on {day}"
        assert basis["article"] <= rows[0][2], f"{basis['law']} has no article {basis['article']}"
        return rows[0][3]

    def holds(self, basis, day, fine, party):
        """Whether a row of the cited article takes the fine."""
        found = False
        for row in self.check(basis, day):
            if int(row["article"]) != basis["article"] or "max" not in row or party not in row.get("parties", party):
                continue
            if int(row.get("min", 0)) <= fine <= int(row["max"]):
                found = True
        return found


def forward(*days):
    known = [d for d in days if d]
    assert known == sorted(known), f"days run backwards: {known}"


def check(rec, laws, calendar):
    docs = rec["documents"]
    numbers = [(d["kind"], d["number"]) for d in docs if d.get("number")]
    assert len(set(numbers)) == len(numbers), "a number was given twice"
    paged = [d for d in docs if "page_from" in d]
    assert paged[0]["page_from"] == 1 and all(a["page_to"] + 1 == b["page_from"] for a,
                                              b in zip(paged, paged[1:])), "pages"
    assert rec["archive"]["pages"] == paged[-1]["page_to"]
    assert [(c["title"], c["page_from"], c["date"]) for c in rec["archive"]["catalogue"]] == [(d["title"],
            d["page_from"], d["date"]) for d in paged]
    names = {p["name"] for p in rec["parties"]} | {"、".join(p["name"] for p in rec["parties"])}
    for doc in docs:
        assert doc.get("party_name", next(iter(names))) in names
        assert "某" not in doc.get("text", "") and "××" not in doc.get("text", "") and "None" not in doc.get("text", ""), doc
        assert doc["date"] <= rec["archive"]["archived_on"], (doc["kind"], doc["date"])
    for delivery in rec["deliveries"]:
        if delivery["served_on"]:
            doc = next(d for d in docs if d.get("number") == delivery["document_number"] and d["kind"] == delivery["document_kind"])
            forward(doc["date"], delivery["sent_on"], delivery["served_on"])
    for row in rec.get("transcripts", ()):
        assert row["started_at"] < row["ended_at"] and calendar.is_workday(row["started_at"].date())
        assert "None" not in row["text"]
    if rec["case"]["kind"] == "行政许可":
        return permit(rec, laws, calendar)
    return penalty(rec, laws, calendar)


def permit(rec, laws, calendar):
    p = rec["permit"]
    forward(p["received_on"], p.get("supplement_told_on"), p.get("supplemented_on"), p.get("accepted_on"),
            p["decided_on"], p.get("delivered_on"))
    for basis in p["legal_bases"]:
        laws.check(basis, p["decided_on"])
    complete = p.get("supplemented_on", p["received_on"])
    if "accepted_on" in p:
        assert calendar.between(complete, p["accepted_on"]) <= 5
        allowed = min(p["statutory_days"], p["committed_days"]) + p.get("special_days", 0) + (10
                if "extension_approved_on" in p else 0)
        assert calendar.between(p["accepted_on"], p["decided_on"]) <= allowed
        assert calendar.between(p["decided_on"], p["delivered_on"]) <= 10


def penalty(rec, laws, calendar):
    d = rec["decision"]
    simple = rec["case"]["procedure"] == "简易程序"
    old = d["date"] < datetime.date(2021, 7, 15)
    if old:
        assert rec["archive"]["archived_on"] < datetime.date(2021, 7, 15)
    opened = rec.get("filing", {}).get("approved_on")
    served = max((x["served_on"] for x in rec["deliveries"] if x["document_kind"] in ("行政处罚决定书", "不予行政处罚决定书")
            and x["served_on"]), default=None)
    notice, hearing, closing = rec.get("notice", {}), rec.get("hearing", {}), rec["closing"]
    forward(rec["offence"]["began_on"], rec["offence"]["ended_on"], rec["source"]["found_on"], opened,
            rec.get("investigation", {}).get("report_on"),
            notice.get("date"), notice.get("served_on"), hearing.get("requested_on"), hearing.get("notified_on"),
            hearing.get("held_on"),
            rec.get("legal_review", {}).get("reviewed_on"), rec.get("discussion", {}).get("held_on"), d["approved_on"],
            d["date"], served, closing["closed_on"],
            rec["archive"]["archived_on"])
    assert rec["offence"]["ended_on"] >= plus_months(rec["source"]["found_on"], -24)
    for basis in d.get("legal_bases", ()):
        for day in (rec["offence"]["began_on"], rec["offence"]["ended_on"], d["date"]):
            laws.check(basis, day)
    if d["outcome"] != "处罚":
        return
    fines = [p for p in d["penalties"] if p["kind"] == "罚款"]
    penal = next(b for b in d["legal_bases"] if b["role"] == "处罚依据")
    for fine in fines:
        reduced = d["discretion"]["tier"] == "减轻"
        assert reduced or laws.holds(penal, d["date"], fine["amount"], rec["parties"][0]["kind"]), (penal, fine)
        assert d["discretion"]["range_min"] <= fine["amount"] <= d["discretion"]["range_max"]
    if simple:
        assert fines[0]["amount"] <= ((3000 if rec["parties"][0]["kind"] == "法人" else 200) if not old else (1000 if rec["parties"][0]["kind"] == "法人" else 50))
        return
    limit = plus(opened, 90)
    for row in rec.get("suspensions", ()):
        limit = plus(limit, (row["ended_on"] - row["began_on"]).days)
    for row in rec.get("extensions", ()):
        assert row["approved_on"] <= limit
        limit = row["extended_to"]
    assert d["date"] <= limit
    if not rec.get("statement", {}).get("waived"):
        assert calendar.between(notice["served_on"], d["date"]) > notice["statement_days"]
    if hearing.get("held_on"):
        assert calendar.between(hearing["notified_on"], hearing["held_on"]) >= 7
    if not any(x["method"] == "公告送达" for x in rec["deliveries"]):
        assert (calendar.between(d["date"], served) <= 7) if not old else (served - d["date"]).days <= 7
    for measure in rec.get("measures", ()):
        forward(measure["approved_on"], measure["started_on"], measure.get("extension_approved_on"),
                measure["disposed_on"])
        assert measure["disposed_on"] <= (measure.get("extended_to") or calendar.roll(measure["ends_on"]))
    total = sum(p.get("amount", 0) for p in d["penalties"]) + rec.get("daily_fine", {}).get("amount", 0)
    assert sum(p["amount"] for p in rec["payments"]) == total
    forward(served, *(p["paid_on"] for p in rec["payments"]), closing["closed_on"])
    if "enforcement" in rec and rec["enforcement"].get("court_applied_on"):
        e = rec["enforcement"]
        assert calendar.between(e["reminder_served_on"], e["court_applied_on"]) > 10
