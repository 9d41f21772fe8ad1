"""A record as the XML that rules/models/case-file.yaml describes."""

import datetime
import pathlib
import re
from xml.sax.saxutils import escape, quoteattr


class Model:
    """Labels, types and lists of the fields, read from the model page by indentation."""

    def __init__(self, path):
        self.fields, self.aliases = {}, {}
        stack, like = [], {}
        inside = False
        for line in pathlib.Path(path).read_text("utf-8").splitlines():
            if line == "fields:":
                inside = True
                continue
            if kind := not inside and re.match(r"^  (\w+): \[([^\]]*)\]$", line):
                self.aliases[kind[1]] = [a.strip() for a in kind[2].split(",") if a.strip()]
            match = inside and re.match(r"^( +)(\w+):\s*(.*)$", line)
            if not match:
                continue
            depth, name, rest = len(match[1]), match[2], match[3].split("  #")[0]
            if name == "fields":
                continue
            while stack and stack[-1][0] >= depth:
                stack.pop()
            if name in ("label", "type", "element", "max_items", "list") and stack and not rest.startswith("{"):
                self.fields[stack[-1][1]][name] = rest
                continue
            path_of = (stack[-1][1] + "." if stack else "") + name
            attributes = dict(re.findall(r"(\w+): ([^,{}\[\]]+)", rest))
            self.fields[path_of] = attributes
            if "like" in attributes:
                like[path_of] = attributes["like"]
            stack.append((depth, path_of))
        self.entities = [path for path in self.fields if "." not in path]
        for target, source in like.items():
            for path_of in [p for p in self.fields if p.startswith(source + ".")]:
                self.fields[target + path_of[len(source):]] = self.fields[path_of]

    def label(self, path):
        return self.fields[path]["label"]


DATES = ("%Y-%m-%d", "%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d")


class Style:
    """How one export writes: Chinese or ASCII names, form of days, kinds of papers under their aliases, wrappers of lists or none."""

    def __init__(self, rng, model):
        self.rng, self.model = rng, model
        self.ascii = rng.random() < 0.1
        self.dates = rng.choice(DATES)
        self.aliases = rng.random() < 0.25
        self.wrappers = rng.random() < 0.9
        self.kinds = {}

    def write(self, rec, path):
        root = 'case_file complete="true"' if self.ascii else '案卷 完整="是"'
        out = ['<?xml version="1.0" encoding="UTF-8"?>', "<!-- 单位、人员、号码均为虚构 -->", f"<{root}>"]
        for name in self.model.entities:
            if name in rec:
                self.member(out, name, rec[name], " ")
        out.append(f"</{root.split()[0]}>")
        path.write_text("\n".join(out) + "\n", "utf-8")

    def name(self, path):
        return path.rsplit(".", 1)[-1] if self.ascii else self.model.label(path)

    def element(self, path):
        return self.model.fields[path]["element"] if self.ascii else self.model.label(path)

    def scalar(self, path, value):
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, datetime.datetime):
            return value.strftime("%Y-%m-%d %H:%M")
        if isinstance(value, datetime.date):
            return value.strftime(self.dates)
        if path in ("documents.kind", "deliveries.document_kind"):
            return self.kind(value)
        return str(value)

    def kind(self, value):
        """One alias a kind in one file."""
        if not self.aliases:
            return value
        return self.kinds.setdefault(value, self.rng.choice([value] + self.model.aliases.get(value, [])))

    def member(self, out, path, value, indent):
        if isinstance(value, dict):
            return self.entity(out, path, self.name(path), value, indent)
        wrapper = self.name(path) + ("" if self.ascii else "列表")
        if not value:
            out.append(f"{indent}<{wrapper}/>")
        elif self.wrappers:
            out.append(f"{indent}<{wrapper}>")
            for one in value:
                self.entity(out, path, self.element(path), one, indent + " ")
            out.append(f"{indent}</{wrapper}>")
        else:
            for one in value:
                self.entity(out, path, self.element(path), one, indent)

    def entity(self, out, path, tag, entity, indent):
        attributes, children = "", []
        for name, value in entity.items():
            if name.startswith("_") or value is None:
                continue
            inner = f"{path}.{name}"
            kind = self.model.fields[inner].get("type")
            if isinstance(value, dict) or (isinstance(value, list) and kind == "list") or kind == "text":
                children.append((inner, value))
            elif isinstance(value, list):
                attributes += f" {self.name(inner)}={quoteattr('、'.join(self.scalar(inner, v) for v in value))}"
            else:
                attributes += f" {self.name(inner)}={quoteattr(self.scalar(inner, value))}"
        if not children:
            out.append(f"{indent}<{tag}{attributes}/>")
            return
        out.append(f"{indent}<{tag}{attributes}>")
        for inner, value in children:
            if isinstance(value, (dict, list)):
                self.member(out, inner, value, indent + " ")
            else:
                out.append(f"{indent} <{self.name(inner)}>{escape(str(value))}</{self.name(inner)}>")
        out.append(f"{indent}</{tag}>")
