#!/usr/bin/env python3
"""The workbook of an audit, read by LibreOffice and openpyxl, against the ndjson of the same run.

LibreOffice writes each sheet as CSV: what a person sees. openpyxl tells types of cells, links,
filters and frozen rows. 77 where one of them is not installed.
"""

import argparse
import csv
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    print("skipped: python3-openpyxl is not installed")
    sys.exit(77)

SHEETS = ["汇总", "案卷", "问题", "规则", "无法核查"]
SEVERITY = {"hint": "提示", "minor": "一般", "major": "严重", "fatal": "致命"}
MOST_CELL = 32767
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")

# Titles of cases that must stay what they are.
HOSTILE = ["=1+1", "=HYPERLINK(\"http://example.org\",\"x\")", "+1", "-1", "@SUM(A1)", "\uff1d1", " =1",
           "'=1", "_x0041_", "_x001B_", "_x005F_", "</t></is></c>", "]]>", "&amp;", "<!--", "TRUE",
           "1e5", "0012", "110101199001011234", "2024-01-01", "12:30", "50%", "\u202egnp.exe",
           "\ufeffa", "a\u2028b", "https://example.org/", "mailto:a@example.org",
           "internal:Sheet1!A1", "\U00020bb7\u91ce\u5bb6", "e\u0301", "\u200b", "a" * 3000, "{=1+1}",
           "#REF!", "\"quoted\"", "a,b", "a;b", "\\"]

faults = []


def expect(where, found, wanted):
    if found != wanted:
        faults.append(f"{where}: found {str(found)[:120]!r}, wanted {str(wanted)[:120]!r}")


def audit(anjuan, inputs, folder, jobs):
    book, lines = folder / f"report-{jobs}.xlsx", folder / "report.ndjson"
    command = [anjuan, "audit", "--as-of", "2024-12-31", "--jobs", str(jobs), "--no-progress",
               "-o", f"xlsx={book}", "-o", f"ndjson={lines}", *inputs]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, cwd=folder)
    if done.returncode not in (0, 1, 3):
        sys.exit(f"anjuan gave {done.returncode}")
    return book, [json.loads(line) for line in lines.open(encoding="utf-8")]


def write_hostile(anjuan, sample, folder):
    """Copies of a sample, each with a hostile title; their folder."""
    _, objects = audit(anjuan, [str(sample.resolve())], folder, 1)
    title = next(it["case_title"] for it in objects if it["type"] == "case")
    text = sample.read_text(encoding="utf-8")
    assert title in text
    (folder / "hostile").mkdir()
    for number, new in enumerate(HOSTILE):
        name = folder / "hostile" / f"{number:02}-={'_x0041_' if number % 2 else '@'}.xml"
        name.write_text(text.replace(title, html.escape(new, quote=False)), encoding="utf-8")
    return "hostile"


def wanted_rows(objects):
    """What the sheets must say, as texts, numbers and None."""
    cases, findings, unchecked, rules = [], [], [], {}
    for it in objects:
        if it["type"] == "case":
            place = [it["file"], it["record"] + 1]
            counts = it["counts"]
            cases.append(place + [it["case_number"], it["case_title"], it["agency"],
                                  it["agency_group"], it["procedure"], it["decided_on"],
                                  it["score"], it["score_floor"], it["grade"]] +
                         [counts[key] for key in ("failed", "indeterminate", "passed",
                                                  "not_applicable", "waived")])
            for finding in it["findings"]:
                name = it["case_number"] or it["file"]
                severity = SEVERITY[finding["severity"]]
                if finding["outcome"] == "failed":
                    findings.append(place + [name, severity, finding["rule"], finding["title"],
                                             finding["message"], finding["line"], finding["path"],
                                             finding["stage"], finding["fix"], finding["deduct"],
                                             finding["fingerprint"]])
                else:
                    unchecked.append(["规则无法判断", *place, name, severity, finding["rule"],
                                      finding["title"], finding["message"], finding["line"],
                                      finding["stage"], finding["deduct"]])
        elif it["type"] == "input":
            known = it["problem"] == "unknown-name"
            unchecked.append(["文件提示" if known else "文件未能评查", it["file"], None, None, None,
                              None, None, it["message"], it["line"], None, None])
        elif it["type"] == "summary":
            rules = it["by_rule"]
    return cases, findings, unchecked, rules


# Columns of a sheet that the wanted rows hold, in their order.
CASE_COLUMNS = list(range(11)) + [12, 13, 14, 15, 16]
FINDING_COLUMNS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 19]
UNCHECKED_COLUMNS = list(range(10)) + [11]


def plain(value):
    """A value of openpyxl as the ndjson writes it."""
    if hasattr(value, "strftime"):
        return value.strftime("%Y-%m-%d")
    return value


def text_of(value):
    """What a text becomes in a cell that openpyxl reads; it leaves _xHHHH_ as it stands."""
    if not isinstance(value, str):
        return value
    value = re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", value)
    return FORBIDDEN.sub(lambda c: f"_x{ord(c.group()):04X}_", value) or None


def check_rows(where, rows, wanted, columns):
    expect(f"{where}: rows", len(rows), len(wanted))
    for number, (row, want) in enumerate(zip(rows, wanted), start=2):
        for column, value in zip(columns, want):
            expect(f"{where} row {number} column {column + 1}", plain(row[column].value),
                   text_of(value))


def check_shape(book):
    expect("sheets", book.sheetnames, SHEETS)
    for sheet in book:
        expect(f"{sheet.title}: frozen", sheet.freeze_panes, "A2")
        expect(f"{sheet.title}: filter", sheet.auto_filter.ref, sheet.dimensions)
        expect(f"{sheet.title}: printed on each page", sheet.print_title_rows, "$1:$1")
        expect(f"{sheet.title}: orientation", sheet.page_setup.orientation, "landscape")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    faults.append(f"{sheet.title}!{cell.coordinate} is a formula")
                if isinstance(cell.value, str) and len(cell.value) > MOST_CELL:
                    faults.append(f"{sheet.title}!{cell.coordinate} is too long")
    for sheet, column in (("问题", "D"), ("规则", "D"), ("无法核查", "E"), ("案卷", "K")):
        ranges = [str(it.sqref) for it in book[sheet].conditional_formatting]
        if book[sheet].max_row > 1 and not any(it.startswith(column + "2") for it in ranges):
            faults.append(f"{sheet}: no colours in column {column}")


def check_links(book):
    """Each finding leads to its case and its rule."""
    for sheet, case_column, rule_column in (("问题", 2, 4), ("无法核查", 3, 5)):
        links = 0
        for row in book[sheet].iter_rows(min_row=2):
            for column, target, its in ((case_column, "案卷", 2), (rule_column, "规则", 0)):
                cell = row[column]
                if cell.value is None or cell.hyperlink is None:
                    if cell.value is not None and links < 65530:
                        faults.append(f"{sheet}!{cell.coordinate} has no link")
                    continue
                links += 1
                name, place = cell.hyperlink.location.rsplit("!", 1)
                expect(f"{sheet}!{cell.coordinate}: sheet", name.strip("'"), target)
                there, line = book[target], int(place[1:])
                wanted = there.cell(line, its + 1).value or there.cell(line, 1).value
                expect(f"{sheet}!{cell.coordinate}: row {place}", cell.value, wanted)
        if links == 0 and book[sheet].max_row > 1:
            faults.append(f"{sheet}: no links")


def check_formats(book):
    for row in book["案卷"].iter_rows(min_row=2):
        if row[2].value is not None:
            expect(f"案卷!{row[2].coordinate}: format", row[2].number_format, "@")
        if row[7].is_date:
            expect(f"案卷!{row[7].coordinate}: format", row[7].number_format, "yyyy-mm-dd")
        if row[8].value is not None:
            expect(f"案卷!{row[8].coordinate}: type", row[8].data_type, "n")


def check_rules(book, tallies):
    found = {}
    for row in book["规则"].iter_rows(min_row=2, values_only=True):
        if row[10] or row[11]:
            failed, unknown = found.get(row[0], (0, 0))
            found[row[0]] = (failed + row[10], unknown + row[11])
    expect("规则", found,
           {rule: (it["failed"], it["indeterminate"]) for rule, it in tallies.items()})


def check_summary(book, objects):
    said = {(row[0], row[1]): row[2]
            for row in book["汇总"].iter_rows(min_row=2, values_only=True)}
    summary = objects[-1]
    for key, value in ((("文件", "发现"), summary["found"]), (("文件", "已评查"), summary["audited"]),
                       (("文件", "未能评查"), summary["unaudited"]),
                       (("案卷", "总数"), summary["cases"]), (("案卷", "有问题"), summary["failed"])):
        expect(f"汇总: {key}", said.get(key), value)
    scores = [it["score"] for it in objects if it["type"] == "case" and it["score"] is not None]
    if scores:
        expect("汇总: lowest", said.get(("评分", "最低分")), min(scores))
        hundredths = [round(score * 100) for score in scores]
        average = (sum(hundredths) * 2 + len(hundredths)) // (2 * len(hundredths)) / 100
        expect("汇总: average", said.get(("评分", "平均分")), average)


def shown(value, points=False):
    """A value as LibreOffice shows it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return FORBIDDEN.sub("", value)
    if points:
        return f"{value:.2f}".removesuffix("0")
    return str(value)


def check_csv(soffice, book, folder, wanted):
    """Sheet by sheet, as LibreOffice shows it."""
    out = folder / "csv"
    out.mkdir()
    subprocess.run([soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless",
                    "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,true,false,false,-1",
                    "--outdir", str(out), str(book)],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900)
    csv.field_size_limit(1 << 30)
    points = {"案卷": {8, 9}, "问题": {13}, "无法核查": {11}}
    for sheet, rows, columns in zip(("案卷", "问题", "无法核查"), wanted,
                                    (CASE_COLUMNS, FINDING_COLUMNS, UNCHECKED_COLUMNS)):
        with (out / f"{book.stem}-{sheet}.csv").open(encoding="utf-8", newline="") as file:
            found = list(csv.reader(file))[1:]
        expect(f"LibreOffice: {sheet}: rows", len(found), len(rows))
        for number, (row, want) in enumerate(zip(found, rows), start=2):
            for column, value in zip(columns, want):
                text = FORBIDDEN.sub("", row[column])
                expect(f"LibreOffice: {sheet} row {number} column {column + 1}", text,
                       shown(value, column in points[sheet]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--anjuan", required=True, type=pathlib.Path)
    parser.add_argument("--generator", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--hostile", required=True, type=pathlib.Path,
                        help="a sample whose title is made hostile")
    parser.add_argument("inputs", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    soffice = shutil.which("soffice")
    if soffice is None:
        print("skipped: libreoffice-calc is not installed")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        inputs = [str(path.resolve()) for path in options.inputs]
        if options.count > 0:
            subprocess.run([str(options.generator.resolve()), "--out", str(folder / "cases"),
                            "--count", str(options.count), "--bytes", "4000", "--seed", "7"],
                           check=True)
            inputs.append("cases")
        anjuan = str(options.anjuan.resolve())
        inputs.append(write_hostile(anjuan, options.hostile, folder))
        path, objects = audit(anjuan, inputs, folder, 1)
        again, _ = audit(anjuan, inputs, folder, 2)
        expect("two runs", path.read_bytes() == again.read_bytes(), True)
        cases, findings, unchecked, rules = wanted_rows(objects)
        book = openpyxl.load_workbook(path)
        check_shape(book)
        check_rows("案卷", list(book["案卷"].iter_rows(min_row=2)), cases, CASE_COLUMNS)
        check_rows("问题", list(book["问题"].iter_rows(min_row=2)), findings, FINDING_COLUMNS)
        check_rows("无法核查", list(book["无法核查"].iter_rows(min_row=2)), unchecked,
                   UNCHECKED_COLUMNS)
        check_links(book)
        check_formats(book)
        check_rules(book, rules)
        check_summary(book, objects)
        check_csv(soffice, path, folder, (cases, findings, unchecked))
        for fault in faults[:30]:
            print(fault)
        print(f"{len(cases)} cases, {len(findings)} findings, {len(unchecked)} not checked, "
              f"{path.stat().st_size} bytes; {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
