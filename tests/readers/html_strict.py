"""The HTML report before a parser that forgives nothing: html_strict.py ANJUAN INPUT..."""

import re
import sys

from report import Faults, audit, need_module

need_module("html5lib", "python3-html5lib")
import html5lib  # noqa: E402  (only where it is installed)

# What may run or fetch, none of which a page of ours has.
ACTING = {"iframe", "object", "embed", "base", "form-action", "video", "audio"}
ADDRESSES = ("src", "href", "action", "data", "poster", "srcset")


def main(anjuan, *inputs):
    faults = Faults()
    for lang in ("zh", "en"):
        page = audit(anjuan, "html", ["--lang", lang, *inputs]).decode("utf-8")
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(page)
        for place, code, values in parser.errors:
            faults.check(False, f"{lang}: {place}: {code} {values}")
        ids = [node.get("id") for node in tree.iter() if node.get("id")]
        faults.check(len(ids) == len(set(ids)), f"{lang}: an id stands twice")
        for node in tree.iter():
            if not isinstance(node.tag, str):
                continue
            faults.check(node.tag not in ACTING, f"{lang}: <{node.tag}>")
            for name, value in node.attrib.items():
                faults.check(not str(name).startswith("on"), f"{lang}: {name}=")
                faults.check(name != "style", f"{lang}: style=")
                if name in ADDRESSES:
                    faults.check(re.fullmatch(r"#[A-Za-z0-9-]+|data:,", value) is not None,
                                 f"{lang}: {name}={value}")
                    faults.check(not value.startswith("#") or value[1:] in ids,
                                 f"{lang}: {value} leads nowhere")
        faults.check(len(page.encode()) < 3_000_000, f"{lang}: {len(page.encode())} bytes")
    faults.end("html")


main(*sys.argv[1:])
