"""How a defect is declared, and the few moves that seed one without disturbing the rest of the file."""

import dataclasses
import sys
import pathlib
import typing

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import binding  # noqa: E402
import texts  # noqa: E402

DEFECTS = []


@dataclasses.dataclass(frozen=True)
class Defect:
    name: str
    items: tuple          # any of these names it
    base: str             # the lawful file it is put into
    options: dict         # what that file must be like
    seed: typing.Callable
    follows: tuple        # further items that it necessarily breaks


def defect(name, items, base="ordinary", follows="", **options):
    """Declares the function as what puts the defect into a record. It may raise Unfit: another file is drawn."""
    def take(function):
        DEFECTS.append(Defect(name, tuple(items.split()), base, options, function, tuple(follows.split())))
        return function
    return take


class Unfit(Exception):
    """The drawn file cannot carry the defect."""


def need(condition):
    if not condition:
        raise Unfit


def papers(rec, kind):
    return [d for d in rec["documents"] if d["kind"] == kind]


def paper(rec, kind):
    found = papers(rec, kind)
    need(found)
    return found[0]


def served(rec, kind):
    found = [d for d in rec["deliveries"] if d["document_kind"] == kind and d.get("served_on")]
    need(found)
    return found[0]


def receipt(rec, doc):
    return next((d for d in rec["documents"] if d.get("_of") is doc), None)


def drop_receipt(rec, kind):
    """Every proof of service of that kind of paper."""
    for doc in papers(rec, kind):
        while (slip := receipt(rec, doc)) is not None:
            remove(rec["documents"], slip)
    rec["deliveries"][:] = [d for d in rec["deliveries"] if d["document_kind"] != kind]
    binding.bind(rec)


def remove(rows, row):
    rows[:] = [r for r in rows if r is not row]


def drop_paper(rec, kind):
    """Papers of a kind with their receipts; the list of contents is written anew."""
    need(papers(rec, kind))
    for doc in papers(rec, kind):
        while (slip := receipt(rec, doc)) is not None:
            remove(rec["documents"], slip)
        remove(rec["documents"], doc)
    rec["deliveries"][:] = [d for d in rec["deliveries"] if d["document_kind"] != kind]
    binding.bind(rec)


def retell(rec):
    """After a fact has changed: texts, order and list of contents agree with it again; what is gone leaves no word."""
    binding.bind(texts.retell(rec))
    for owner, field in [(d, "text") for d in rec["documents"]] + [(rec["decision"], "text"),
                                                                   (rec.get("closing", {}), "note")]:
        if owner.get(field):
            owner[field] = owner[field].replace("None", "")


def redate(rec, kind, day):
    """A paper with its signatures on another day."""
    for doc in papers(rec, kind):
        doc["date"] = day
        for signature in doc["signatures"]:
            signature["date"] = day


def row(rec, step, role):
    found = [a for a in rec["approvals"] if a["step"] == step and a["role"] == role]
    need(found)
    return found[0]


def drop_rows(rec, step, role=None):
    rec["approvals"][:] = [a for a in rec["approvals"] if not (a["step"] == step and role in (None, a["role"]))]


def record(rec, kind):
    found = [t for t in rec["transcripts"] if t["kind"] == kind]
    need(found)
    return found[0]


def rewrite(owner, old, new):
    """Changes a text; the words must be there."""
    need(old in owner["text"])
    owner["text"] = owner["text"].replace(old, new)
    owner["_own"] = True


def calendar(rec):
    return rec["_"]["calendar"]
