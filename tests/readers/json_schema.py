"""json and ndjson against lib/report/report.schema.json: json_schema.py ANJUAN INPUT..."""

import json
import sys

from report import ROOT, Faults, audit, need_module

need_module("jsonschema", "python3-jsonschema")
import jsonschema  # noqa: E402

SCHEMA = json.loads((ROOT / "lib/report/report.schema.json").read_text("utf-8"))


def of(definition):
    """A validator of one definition alone: its messages name the place, not a oneOf."""
    schema = {"$ref": "#/definitions/" + definition, "definitions": SCHEMA["definitions"]}
    return jsonschema.Draft7Validator(schema)


def check(faults, validator, name, instance):
    for error in validator.iter_errors(instance):
        faults.check(False, f"{name}: {list(error.absolute_path)}: {error.message[:300]}")


def main(anjuan, inputs):
    faults = Faults()
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    document = json.loads(audit(anjuan, "json", inputs))
    check(faults, of("document"), "json", document)
    lines = audit(anjuan, "ndjson", inputs).decode("utf-8").split("\n")
    faults.check(lines.pop() == "", "ndjson: the last line is not ended")
    objects = [json.loads(line) for line in lines]
    validators = {name: of(name + "_line") for name in ("run", "case", "input", "summary")}
    for number, one in enumerate(objects, 1):
        check(faults, validators[one["type"]], f"ndjson line {number}", one)
    kinds = [one.pop("type") for one in objects]
    faults.check(kinds[0] == "run" and kinds[-1] == "summary", "ndjson: order")
    faults.check(objects[0] == document["run"], "run differs")
    faults.check(objects[-1] == document["summary"], "summary differs")
    for kind, key in (("case", "cases"), ("input", "inputs")):
        same = [one for one, its in zip(objects, kinds) if its == kind]
        faults.check(same == document[key], f"{key} differ")
    total = document["summary"]
    faults.check(total["found"] == total["audited"] + total["unaudited"], "found")
    faults.check(total["cases"] == len(document["cases"]), "cases")
    faults.end(f"json and ndjson of {total['cases']} cases")


main(sys.argv[1], sys.argv[2:])
