#!/usr/bin/env python3
"""Recall and precision of `anjuan audit` on made files whose truth is known. See README.md."""

import argparse
import multiprocessing
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import bases
import binding
import closing
import days
import defects
import permit
import selfcheck
import tally
import xml_writer

ROOT = pathlib.Path(__file__).resolve().parents[2]
AS_OF = closing.LAST_DAY.isoformat()

# Values that the law leaves to offices, as one of them would set them.
OFFICE = (
    "inquiry_before_filing_days=0", "filing_days=15", "open_days=365", "closing_days=120", "archive_months=3",
    "hearing_fine_person=5000", "hearing_fine_organisation=200000", "hearing_confiscation_person=5000",
    "hearing_confiscation_organisation=200000", "discussion_quorum_percent=50", "filing_approver_positions=[局长]",
    "individual_business_named_by=字号", "address_confirmation_always=true", "media_required=[现场检查]",
    f"paper_order=[{', '.join(binding.ORDER)}]",
    f"supervised_items=[{', '.join(repr(c) for c in permit.CODES.values())}]",
    "templates=[" + ", ".join(f"{kind}=行政执法文书式样（{year}年版）"
                              for kind in ("立案审批表", "调查终结报告") for year in (2016, 2021)) + "]",
    "ended_templates=[行政执法文书式样（2016年版）=2021-07-15]",
)

# What a seeded file is not varied by.
PLAIN = {"pair": False, "checked_first": False, "notice_method": "直接送达", "several": False, "noticed_barely": False}

CALENDAR = days.Calendar(ROOT / "rules/calendars/cn.yaml")
LAWS = selfcheck.Laws(ROOT / "rules/laws")
MODEL = xml_writer.Model(ROOT / "rules/models/case-file.yaml")


def clean(rng):
    names = [name for name, (_, share) in bases.BASES.items() for _ in range(share)]
    name = rng.choice(names)
    rec = bases.make(name, rng, CALENDAR)
    selfcheck.check(rec, LAWS, CALENDAR)
    return rec


def seeded(defect, rng):
    for _ in range(300):
        rec = bases.make(defect.base, rng, CALENDAR, {**PLAIN, **defect.options})
        selfcheck.check(rec, LAWS, CALENDAR)
        try:
            defect.seed(rec, rng)
        except defects.Unfit:
            continue
        return rec
    raise AssertionError(f"no file fits {defect.name}")


def one(task):
    """Writes file `number`: even ones clean, odd ones with the defect whose turn it is."""
    number, seed, folder, only = task
    rng = random.Random(f"{seed}:{number}")
    kinds = [d for d in defects.DEFECTS if not only or only in d.name]
    defect = kinds[number // 2 % len(kinds)] if number % 2 or only else None
    name = f"{number:06}.xml"
    rec = seeded(defect, rng) if defect else clean(rng)
    xml_writer.Style(rng, MODEL).write(rec, folder / name)
    return name, defect.name if defect else "", rec["_"]["base"]


def audit(anjuan, packs, folder):
    run = subprocess.run([anjuan, "audit", "-o", "ndjson", "--as-of", AS_OF, "--no-progress", *packs, str(folder)],
                         capture_output=True, text=True)
    if run.returncode == 2:
        sys.exit(run.stderr)
    return run.stdout.splitlines(), run.stderr


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--anjuan", default=str(ROOT / "build/release/anjuan"))
    options.add_argument("--pack", action="append", default=[], metavar="DIR",
                         help="folder of a pack; without it, every shipped pack that applies")
    options.add_argument("--set", action="append", default=[], metavar="NAME=VALUE",
                         help="a local value that the packs leave open, handed to the program")
    options.add_argument("--files", type=int, default=6000)
    options.add_argument("--seed", default="1")
    options.add_argument("--jobs", type=int, default=multiprocessing.cpu_count())
    options.add_argument("--only", default="", help="only defects whose name contains this")
    options.add_argument("--keep", metavar="DIR", help="write the files and their truth here and leave them")
    args = options.parse_args()

    packs = [word for pack in args.pack for word in ("--pack", pack)]
    packs += [word for value in (*OFFICE, *args.set) for word in ("--set", value)]
    folder = pathlib.Path(args.keep or tempfile.mkdtemp(prefix="anjuan-accuracy-"))
    cases = folder / "cases"
    shutil.rmtree(cases, ignore_errors=True)
    cases.mkdir(parents=True)
    try:
        with multiprocessing.Pool(args.jobs) as pool:
            rows = pool.map(one, [(n, args.seed, cases, args.only) for n in range(args.files)], chunksize=20)
        by_name = {d.name: d for d in defects.DEFECTS}
        manifest = ["file\tdefect\titems\tfollows\tbase"]
        for name, defect, base in rows:
            d = by_name.get(defect)
            manifest.append("\t".join((name, defect, " ".join(d.items) if d else "", " ".join(d.follows) if d else "",
                                       base)))
        (folder / "truth.tsv").write_text("\n".join(manifest) + "\n", "utf-8")
        lines, errors = audit(args.anjuan, packs, cases)
        result = tally.Tally(tally.covered(args.pack or [ROOT / "rules/packs"]))
        result.read(lines, {name: by_name.get(defect) for name, defect, _ in rows})
        print(result.report())
        if errors.strip():
            print("\n" + errors[:4000])
        sys.exit(0 if result.good() else 1)
    finally:
        if not args.keep:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
