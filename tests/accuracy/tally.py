"""Findings against the truth: what was seeded, found, missed, and raised without reason."""

import collections
import json
import pathlib
import re

BAD = ("fatal", "major")


def covered(folders):
    """Rule id: review items, of every rule in the folders of packs."""
    rules = {}
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*.yaml")):
            text = path.read_text("utf-8")
            rule, items = re.search(r"^id: (\S+)", text, re.M), re.search(r"^covers:((?:.|\n [ -])*)", text, re.M)
            if rule:
                rules[rule[1]] = re.findall(r"RI-[A-Z]+-\d+", items[1]) if items else []
    return rules


class Tally:
    def __init__(self, rules):
        self.rules = rules
        self.items = {item for items in rules.values() for item in items}
        self.cases = collections.Counter()
        self.seeded, self.found = collections.Counter(), collections.Counter()
        self.missed, self.alarms, self.minor = {}, {}, {}
        self.inputs = []
        self.hits = self.right = self.wrong = 0
        self.outcomes, self.unclear, self.unclear_rules = 0, 0, collections.Counter()
        self.by_rule = collections.defaultdict(lambda: [0, 0, 0])  # seeded, found, false alarms
        self.uncovered = set()
        self.wrong_files = set()

    def read(self, ndjson, truth):
        """`truth`: file name to (defect or None)."""
        for line in ndjson:
            one = json.loads(line)
            if one["type"] == "input":
                self.unaudited(one, truth)
            elif one["type"] == "case":
                self.case(one, one["file"].rsplit("/", 1)[-1], truth)

    def unaudited(self, one, truth):
        """A file that no pack takes is as good as uncovered; one that could not be read is missed."""
        self.inputs.append(one)
        if defect := truth[one["file"].rsplit("/", 1)[-1]]:
            self.seeded[defect.name] += 1
            if one["problem"] == "no-pack":
                self.uncovered.add(defect.name)
            else:
                self.missed.setdefault(defect.name, [0, one["file"], one["message"]])[0] += 1

    def case(self, one, name, truth):
        defect = truth[name]
        self.cases["seeded" if defect else "clean"] += 1
        failed = [f for f in one["findings"] if f["outcome"] == "failed"]
        if defect is None:
            counts = one["counts"]
            self.outcomes += counts["passed"] + counts["failed"] + counts["indeterminate"]
            self.unclear += counts["indeterminate"]
            self.unclear_rules.update(f["rule"] for f in one["findings"] if f["outcome"] == "indeterminate")
            for finding in failed:
                self.raise_(finding, name, "clean", finding["severity"] in BAD)
            return
        self.seeded[defect.name] += 1
        named = [f for f in failed if set(f["covers"]) & set(defect.items)]
        for rule, items in self.rules.items():
            if set(items) & set(defect.items):
                self.by_rule[rule][0] += 1
                self.by_rule[rule][1] += any(f["rule"] == rule for f in named)
        if named:
            self.found[defect.name] += 1
            self.right += len(named)
        elif not set(defect.items) & self.items:
            self.uncovered.add(defect.name)
        else:
            reason = "; ".join(sorted({f"{f['rule']} {f['outcome']}" for f in one["findings"] if set(f["covers"]) & set(defect.items)})) or "passed or not applicable"
            self.missed.setdefault(defect.name, [0, name, reason])[0] += 1
        for finding in failed:
            if not set(finding["covers"]) & (set(defect.items) | set(defect.follows)):
                self.raise_(finding, name, defect.name, True)

    def raise_(self, finding, name, where, counts):
        table = self.alarms if counts else self.minor
        row = table.setdefault((finding["rule"], where), [0, name, finding["severity"], finding["message"]])
        row[0] += 1
        if counts:
            self.wrong += 1
            self.wrong_files.add(name)
            self.by_rule[finding["rule"]][2] += 1

    # Figures

    def recall(self, with_uncovered=False):
        names = [n for n in self.seeded if with_uncovered or n not in self.uncovered]
        total = sum(self.seeded[n] for n in names)
        return sum(self.found[n] for n in names) / total if total else 1.0

    def precision(self):
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    def indeterminate(self):
        return self.unclear / self.outcomes if self.outcomes else 0.0

    def report(self):
        out = [f"{'rule':<16}{'seeded':>8}{'found':>8}{'false':>8}"]
        for rule in sorted(self.by_rule):
            out.append(f"{rule:<16}" + "".join(f"{n:>8}" for n in self.by_rule[rule]))
        out += self.table("missed defects", {k: (v[0], f"of {self.seeded[k]}", v[1], v[2]) for k,
                                             v in self.missed.items()})
        out += self.table("false alarms", {f"{k[0]} in {k[1]}": v for k, v in self.alarms.items()})
        out += self.table("minor findings and hints on clean files (not counted)",
                          {k[0]: v for k, v in self.minor.items()})
        out += self.table("indeterminate on clean files", {k: (v,) for k, v in self.unclear_rules.items()})
        out += ["", "uncovered (no rule names the item): " + ("、".join(sorted(self.uncovered)) or "none")]
        for one in self.inputs[:10]:
            out.append(f"not audited: {one['file']}: {one['problem']} {one['message']}")
        out += ["", f"files           {self.cases['clean']} clean, {self.cases['seeded']} with one defect, "
                    f"{len(self.inputs)} not audited",
                f"defect kinds    {len(self.seeded)}, uncovered {len(self.uncovered)}",
                f"recall          {self.recall():.4f}   with uncovered {self.recall(True):.4f}",
                f"precision       {self.precision():.4f}   ({self.right} right, {self.wrong} wrong, in "
                f"{len(self.wrong_files)} files)",
                f"indeterminate   {self.indeterminate():.4%} of outcomes on clean files"]
        return "\n".join(out)

    @staticmethod
    def table(title, rows):
        if not rows:
            return []
        return ["", title] + [f"  {values[0]:>5}  {key}: " + "; ".join(map(str, values[1:])) for key,
                              values in sorted(rows.items(), key=lambda x: -x[1][0])]

    def good(self):
        return self.recall() >= 0.99 and self.precision() >= 0.99 and self.indeterminate() <= 0.01
