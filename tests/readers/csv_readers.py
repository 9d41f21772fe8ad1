"""csv and csv-raw by two readers, Python's and SQLite's, against json: csv_readers.py ANJUAN INPUT..."""

import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from report import Faults, audit, need

need(shutil.which("sqlite3"), "sqlite3")
SEVERITIES = {"致命": "fatal", "严重": "major", "一般": "minor", "提示": "hint"}


def by_python(report):
    text = report.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def by_sqlite(report):
    """As the shell imports it, given back as JSON. It takes no byte order mark."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "report.csv"
        path.write_bytes(report.removeprefix(b"\xef\xbb\xbf"))
        ran = subprocess.run(
            ["sqlite3", "-bail", ":memory:"], check=True, capture_output=True, text=True,
            input=f".mode csv\n.import {path} report\n.mode json\nselect * from report;\n")
        if ran.stderr:
            raise SystemExit("sqlite3: " + ran.stderr[:500])
        rows = json.loads(ran.stdout or "[]")
        return [list(rows[0])] + [list(row.values()) for row in rows]


def check_same(faults, name, ours, theirs):
    faults.check(len(ours) == len(theirs), f"{name}: {len(ours)} and {len(theirs)} records")
    for number, (a, b) in enumerate(zip(ours, theirs)):
        faults.check(a == b, f"{name}: record {number}: {a} and {b}")


def check_raw(faults, rows, document):
    """Each finding and input of json, in its order."""
    column = {key: at for at, key in enumerate(rows[0])}
    findings = [row for row in rows[1:] if row[0] == "finding"]
    want = [(case, finding) for case in document["cases"] for finding in case["findings"]]
    faults.check(len(findings) == len(want), f"{len(findings)} findings of {len(want)}")
    for row, (case, finding) in zip(findings, want):
        got = [row[column[key]] for key in ("file", "record", "case_number", "rule", "severity",
                                            "outcome", "line", "message", "fix", "fingerprint")]
        expected = [case["file"], str(case["record"]), case["case_number"] or "", finding["rule"],
                    finding["severity"], finding["outcome"], str(finding["line"] or ""),
                    finding["message"], finding["fix"] or "", finding["fingerprint"]]
        faults.check(got == expected, f"{got} and {expected}")
        faults.check(float(row[column["deduct"]]) == finding["deduct"], f"deduct of {got}")
    inputs = [row for row in rows[1:] if row[0] == "input"]
    faults.check(sorted((row[column["file"]], row[column["outcome"]]) for row in inputs) ==
                 sorted((one["file"], one["problem"]) for one in document["inputs"]), "inputs")


def main(anjuan, inputs):
    faults = Faults()
    for_people = audit(anjuan, "csv", inputs)
    faults.check(for_people.startswith(b"\xef\xbb\xbf"), "csv: no byte order mark")
    raw = audit(anjuan, "csv-raw", inputs)
    faults.check(not raw.startswith(b"\xef"), "csv-raw: a byte order mark")
    rows = by_python(raw)
    check_same(faults, "csv-raw", rows, by_sqlite(raw))
    people = by_python(for_people)
    check_same(faults, "csv", people, by_sqlite(for_people))
    faults.check(len(people) == len(rows), "csv and csv-raw differ in length")
    for row in people:
        for field in row:
            faults.check(field[:1] not in tuple("=+-@\t\r\n＝＋－＠") or field == "",
                         f"a formula: {field}")
    severity = rows[0].index("severity")
    for row, other in zip(people[1:], rows[1:]):
        faults.check(SEVERITIES.get(row[severity], "") == other[severity], f"severity: {row}")
    check_raw(faults, rows, json.loads(audit(anjuan, "json", inputs)))
    faults.end(f"csv of {len(rows) - 1} records")


main(sys.argv[1], sys.argv[2:])
