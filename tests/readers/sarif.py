"""sarif against the published schema and what GitHub wants: sarif.py ANJUAN INPUT...

The schema comes with a package of npm (package.json here); what it cannot say is checked below.
"""

import json
import re
import shutil
import subprocess
import sys
import urllib.parse

from report import FOLDER, HERE, Faults, audit, need, need_module

need_module("jsonschema", "python3-jsonschema")
import jsonschema  # noqa: E402

SCHEMA = HERE / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
MOST_RESULTS = 25_000
URI = re.compile(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")


def check_rules(faults, rules):
    ids = [rule["id"] for rule in rules]
    faults.check(len(ids) == len(set(ids)), "an id stands twice")
    for rule in rules:
        for key in ("shortDescription", "fullDescription", "help"):
            faults.check(0 < len(rule[key]["text"]), f"{rule['id']}: {key} is empty")
        faults.check(len(rule["fullDescription"]["text"]) <= 1024, f"{rule['id']}: too long")
        faults.check(len(rule["name"]) <= 255, f"{rule['id']}: name")
        faults.check(len(rule["properties"]["tags"]) <= 10, f"{rule['id']}: tags")
        faults.check("helpUri" not in rule, f"{rule['id']}: helpUri")


def check_place(faults, place, name):
    physical = place["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    faults.check(URI.fullmatch(uri) and not uri.startswith(("/", "./")), f"{name}: uri {uri}")
    path = FOLDER / urllib.parse.unquote(uri)
    faults.check(path.exists(), f"{name}: {uri} leads nowhere")
    region = physical["region"]
    faults.check(region["startLine"] >= 1 and region["endLine"] >= region["startLine"], name)
    faults.check(region["startColumn"] >= 1 and region["endColumn"] >= 1, name)


def check_results(faults, run):
    rules = run["tool"]["driver"]["rules"]
    seen = set()
    for number, result in enumerate(run["results"]):
        name = f"result {number}"
        faults.check(rules[result["ruleIndex"]]["id"] == result["ruleId"], f"{name}: ruleIndex")
        faults.check(result["kind"] == "fail" or result["level"] == "none", f"{name}: level")
        faults.check(result["kind"] == "open" or result["level"] != "none", f"{name}: level")
        faults.check("suppressions" in result, f"{name}: suppressions")
        faults.check(result["message"]["text"] != "", f"{name}: message")
        faults.check(len(result["locations"]) == 1, f"{name}: locations")
        check_place(faults, result["locations"][0], name)
        for related in result.get("relatedLocations", []):
            check_place(faults, related, name)
        print_of = result["partialFingerprints"]["primaryLocationLineHash"]
        faults.check(re.fullmatch(r"[0-9a-f]{16}:[1-9][0-9]*", print_of), f"{name}: {print_of}")
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        key = (uri, result["properties"]["record"], print_of)
        faults.check(key not in seen, f"{name}: {key} stands twice")
        seen.add(key)


def main(anjuan, inputs):
    if not SCHEMA.exists():
        subprocess.run([shutil.which("npm") or "true", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=HERE,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    need(SCHEMA.exists(), "@microsoft/jest-sarif (npm ci in tests/readers)")
    faults = Faults()
    log = json.loads(audit(anjuan, "sarif", inputs))
    validator = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8-sig")))
    for error in validator.iter_errors(log):
        faults.check(False, f"{list(error.absolute_path)}: {error.message[:300]}")
    (run,) = log["runs"]
    check_rules(faults, run["tool"]["driver"]["rules"])
    check_results(faults, run)
    (invocation,) = run["invocations"]
    notes = invocation["toolExecutionNotifications"]
    faults.check(len(run["results"]) <= MOST_RESULTS or any("GitHub" in note["message"]["text"]
                 for note in notes), "nothing says that there are too many results")
    bad = any(note["level"] == "error" for note in notes)
    faults.check(invocation["executionSuccessful"] != bad, "executionSuccessful")
    faults.end(f"sarif of {len(run['results'])} results, {len(notes)} notifications")


main(sys.argv[1], sys.argv[2:])
