"""One file while it is made: the draw, the day reached, the record so far, and how papers are added."""

import datetime

from days import at
from names import Names, uscc, identity
from offences import LEGAL, OTHER, PERSON, SHOP

NEW_LAW = datetime.date(2021, 7, 15)

AGENCIES = {  # sector: (name after the county, word in numbers, unit)
    "市场监管": ("市场监督管理局", "市监", "综合执法大队"),
    "生态环境": ("生态环境局", "环", "生态环境保护综合行政执法大队"),
    "交通运输": ("交通运输局", "交", "交通运输综合行政执法大队"),
    "农业农村": ("农业农村局", "农", "农业综合行政执法大队"),
    "城市管理": ("城市管理局", "城管", "城市管理执法大队"),
    "应急管理": ("应急管理局", "应急", "安全生产执法大队"),
    "住房城乡建设": ("住房和城乡建设局", "建", "建设执法大队"),
    "卫生健康": ("卫生健康委员会", "卫", "卫生监督所"),
    "文化旅游": ("文化和旅游局", "文旅", "文化市场综合执法大队"),
    "其他": ("消防救援大队", "消", "监督执法科"),
}


class Retry(Exception):
    """The draw led outside the law (a limit would be passed): draw again."""


class Case:
    def __init__(self, rng, calendar, options):
        self.rng, self.cal, self.options = rng, calendar, options
        self.names = Names(rng)
        self.rec = {"_": {}, "documents": [], "deliveries": [], "approvals": [], "transcripts": []}
        self.facts = self.rec["_"]
        self.facts["calendar"] = calendar
        self.today = None
        self.serial = rng.randrange(3, 400)
        self.mail = rng.randrange(10**8, 10**9)

    # Draws

    def want(self, name, draw):
        """The option if a defect asked for it, else what is drawn; kept, so that texts and defects can read it."""
        value = self.options[name] if name in self.options else draw()
        self.facts[name] = value
        return value

    def chance(self, share):
        return self.rng.random() < share

    def on(self, low, high):
        """Moves on by working days."""
        self.today = self.cal.add(self.today, self.rng.randint(low, high)) if high else self.today
        return self.today

    def hours(self, day, hour, length):
        start = at(day, hour, self.rng.choice((0, 5, 10, 20, 30, 40)))
        return start, start + datetime.timedelta(minutes=self.rng.randrange(25, length))

    # Numbers

    def number(self, word, day=None):
        county = self.names.county[0]
        return f"{county}{self.facts['word']}{word}〔{(day or self.today).year}〕{self.serial}号"

    # Papers

    def paper(self, kind, title=None, day=None, number=None, pages=1, sealed=False, signers=(), **more):
        """Signatures are written by hand on the paper's own day."""
        day = day or self.today
        doc = {"kind": kind, "title": title or kind, "number": number, "date": day, "pages": pages,
               "template": f"行政执法文书式样（{'2021' if day >= NEW_LAW else '2016'}年版）", "blanks_marked": True,
               "corrections": 0, "corrections_confirmed": 0,
               "signatures": [{"role": role, "name": name, "date": day, "form": "手写"} for role, name in signers]}
        if sealed:
            doc.update(sealed=True, seal_name=self.rec["agency"]["name"])
        doc.update(more)
        self.rec["documents"].append(doc)
        return doc

    def outward(self, kind, word, title=None, day=None, signers=(), **more):
        """A paper issued to the party: number, seal, its name."""
        day = day or self.today
        more.setdefault("pages", 2)
        return self.paper(kind, title, day, self.number(word, day), sealed=True, signers=signers,
                          party_name=self.party["name"], **more)

    def approve(self, step, day, opinion, legal=None, head=None, heads_opinion="同意。", position=None):
        rows = [("承办人", self.officers[0], "执法人员", opinion), ("承办机构", self.chief, f"{self.rec['agency']['unit']}负责人",
                                                             "情况属实，同意报批。")]
        if legal:
            rows.append(("法制机构", self.reviewer, "法制审核人员", legal))
        rows.append(("负责人", head or self.deputy, position or ("局长" if head == self.head else "副局长"), heads_opinion))
        for role, name, place, words in rows:
            self.rec["approvals"].append({"step": step, "role": role, "name": name, "position": place, "opinion": words,
                                          "date": day})

    def record(self, kind, day, hour, length, place, subject, relation, position, number, **more):
        start, end = self.hours(day, hour, length)
        row = {"kind": kind, "started_at": start, "ended_at": end, "place": place, "subject": subject,
               "officers": self.officers[:2], "recorder": self.officers[2], "certificate_shown": True,
               "rights_told": True,
               "party_signed": True, "signed_on": day, "pages": 2, "signed_pages": 2, "confirmed_correct": True,
               "officers_signed": list(dict.fromkeys(self.officers)), "subject_relation": relation,
               "subject_id_number": number,
               "subject_position": position, "party_present": True, "corrections": 0, "corrections_confirmed": 0}
        row.update(more)
        self.rec["transcripts"].append(row)
        return row

    # Who

    def begin(self, sector, county_level="县"):
        name, word, unit = AGENCIES[sector]
        n, r = self.names, self.rng
        self.facts.update(word=word, county=n.county)
        self.rec["agency"] = {"name": n.county + name, "code": uscc(r, "11"), "group": "政府部门", "subject": "行政机关",
                              "unit": unit}
        self.officers = [n.person() for _ in range(3)]
        if self.want("pair", lambda: self.chance(0.3)):  # two officers, of whom the second writes
            self.officers[2] = self.officers[1]
        self.head, self.deputy, self.chief, self.reviewer = (n.person() for _ in range(4))
        self.members = [self.head, self.deputy, n.person(), n.person(), n.person()][: r.choice((4, 5))]
        year = self.today.year
        self.rec["officers"] = [
            {"name": name, "certificate_number": n.certificate(),
             "certificate_valid_from": datetime.date(year - 2, 1, 1),
             "certificate_valid_to": datetime.date(year + 3, 12, 31), "role": role, "qualified": True,
             "certificate_copy": True}
            for name, role in zip(dict.fromkeys(self.officers), ("主办", "协办", "记录"))]
        self.facts.update(officers=self.officers, phone="000-00001234")

    def add_party(self, kind, trade, named=True):
        """`named`: an individual business with a registered trade name."""
        n, r = self.names, self.rng
        person, birth, male = n.person(), n.birth(self.today.year), r.random() < 0.6
        number = identity(r, birth, male)
        party = {"kind": kind, "address": n.address(), "phone": n.phone(), "identity_proof": True,
                 "first_violation": True}
        if kind == PERSON or (kind == SHOP and not named):
            party.update(name=person, id_kind="居民身份证", id_number=number, birth_date=birth, gender="男" if male else "女",
                         licence_name=person)
            if kind == SHOP:
                party.update(legal_representative=person)
        else:
            others = [p["name"] for p in self.rec.get("parties", ())]
            name = {LEGAL: n.company, SHOP: n.shop, OTHER: n.cooperative}[kind](trade)
            while name in others:
                name = {LEGAL: n.company, SHOP: n.shop, OTHER: n.cooperative}[kind](trade)
            party.update(name=name, id_kind="统一社会信用代码", id_number=uscc(r, "92" if kind == SHOP else "91"),
                         legal_representative=person, licence_name=name)
            if kind == SHOP:
                party.update(trade_name=name, gender="男" if male else "女", birth_date=birth)
        party["_"] = {"person": person, "number": number,
                      "relation": {LEGAL: "当事人的法定代表人", OTHER: "当事人的负责人", SHOP: "当事人的经营者", PERSON: "当事人本人"}[kind],
                      "position": {LEGAL: "法定代表人", OTHER: "负责人", SHOP: "经营者", PERSON: "本人"}[kind]}
        self.rec.setdefault("parties", []).append(party)
        self.party = self.rec["parties"][0]
        return party

    def deliver(self, doc, day=None, method="直接送达", **more):
        """A paper served on the party, and its receipt."""
        day = day or self.today
        who = self.party["_"]
        row = {"document_kind": doc["kind"], "document_number": doc["number"], "party": self.party["name"],
               "method": method,
               "sent_on": day, "served_on": day, "place": self.party["address"], "recipient": who["person"],
               "relation": who["position"],
               "signed": True, "signed_on": day, "servers": self.officers[:2]}
        row.update(more)
        self.rec["deliveries"].append(row)
        signers = [("送达人", name) for name in self.officers[:2]]
        if row["signed"]:
            signers.append(("受送达人", row["recipient"]))
        self.paper("送达回证", doc["title"] + "送达回证", row["served_on"], signers=signers, _of=doc)
        return row
