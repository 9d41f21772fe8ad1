"""junit as GitLab and Jenkins read it, and gitlab's own list, against json: junit.py ANJUAN INPUT..."""

import collections
import json
import re
import sys
import xml.etree.ElementTree

from report import Faults, audit

KINDS = ("failure", "error", "skipped")
COUNTS = {"failures": "failure", "errors": "error", "skipped": "skipped"}
MOST_BYTES = 30 * 1000 * 1000  # GitLab, a file
MOST_CASES = 1000  # in one upload


def kind_of(case):
    for kind in KINDS:
        if case.find(kind) is not None:
            return kind
    return "passed"


def check_suite(faults, suite):
    name = suite.get("name")
    cases = suite.findall("testcase")
    faults.check(set(suite.attrib) == {"name", "tests", "time", *COUNTS}, f"{name}: attributes")
    faults.check(int(suite.get("tests")) == len(cases), f"{name}: tests")
    for attribute, kind in COUNTS.items():
        number = sum(kind_of(case) == kind for case in cases)
        faults.check(int(suite.get(attribute)) == number, f"{name}: {attribute}")
    for element in [suite, *cases]:
        faults.check(not (element.text or "").strip(), f"{name}: text between elements")
    for case in cases:
        faults.check(set(case.attrib) == {"classname", "name", "file", "time"}, f"{name}: case")
        faults.check(case.get("classname") and case.get("name") and case.get("file"), name)
        faults.check(re.fullmatch(r"\d+(\.\d+)?", case.get("time")), f"{name}: time")
        faults.check(len(case) == 1 and (case[0].text or "").strip(), f"{name}: says nothing")
    return cases


def wanted(document):
    """How many tests of each kind the findings come to."""
    kinds = collections.Counter()
    for case in document["cases"]:
        kinds["passed"] += 1
        for finding in case["findings"]:
            hint = finding["severity"] == "hint"
            if finding["outcome"] == "failed":
                kinds["passed" if hint else "failure"] += 1
            else:
                kinds["skipped" if hint else "error"] += 1
    for one in document["inputs"]:
        kinds["passed" if one["problem"] == "unknown-name" else "error"] += 1
    return +kinds


def check_gitlab(faults, document, issues):
    levels = {"fatal": "blocker", "major": "critical", "minor": "minor", "hint": "info"}
    keys = {"description", "check_name", "fingerprint", "severity", "location"}
    for issue in issues:
        faults.check(set(issue) == keys, f"gitlab: {sorted(issue)}")
        faults.check(issue["severity"] in ("info", "minor", "major", "critical", "blocker"),
                     f"gitlab: {issue['severity']}")
        faults.check(issue["location"]["lines"]["begin"] >= 1, "gitlab: line")
        faults.check(not issue["location"]["path"].startswith(("./", "/")), "gitlab: path")
    prints = [issue["fingerprint"] for issue in issues]
    faults.check(len(prints) == len(set(prints)), "gitlab: a fingerprint stands twice")
    want = collections.Counter()
    for case in document["cases"]:
        for finding in case["findings"]:
            failed = finding["outcome"] == "failed"
            want[levels[finding["severity"]] if failed else "info"] += 1
    want["blocker"] += sum(one["problem"] != "unknown-name" for one in document["inputs"])
    got = collections.Counter(issue["severity"] for issue in issues)
    faults.check(got == +want, f"gitlab: {got} and {want}")


def main(anjuan, inputs):
    faults = Faults()
    report = audit(anjuan, "junit", inputs)
    root = xml.etree.ElementTree.fromstring(report)
    faults.check(root.tag == "testsuites", root.tag)
    cases = []
    for suite in root:
        faults.check(suite.tag == "testsuite", suite.tag)
        cases += check_suite(faults, suite)
    names = [(case.get("classname"), case.get("name")) for case in cases]
    faults.check(len(names) == len(set(names)), "junit: a name stands twice")
    document = json.loads(audit(anjuan, "json", inputs))
    many = len(document["cases"]) > MOST_CASES
    faults.check(many or len(report) < MOST_BYTES, "junit: too large for GitLab")
    got = collections.Counter(map(kind_of, cases))
    faults.check(got == wanted(document), f"junit: {got} and {wanted(document)}")
    check_gitlab(faults, document, json.loads(audit(anjuan, "gitlab", inputs)))
    faults.end(f"junit of {len(cases)} tests")


main(sys.argv[1], sys.argv[2:])
