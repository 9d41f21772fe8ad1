// junit, read back by a reader of XML that is not the writer's.
#include <doctest/doctest.h>
#include <libxml/parser.h>

#include <memory>
#include <set>

#include "base/terminal_text.h"
#include "base/utf8.h"
#include "report/hostile_case.h"

namespace anjuan {
namespace {

using Xml = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

Xml Parse(const std::string& text) {
  Xml document(xmlReadMemory(text.data(), static_cast<int>(text.size()), "", nullptr,
                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
               xmlFreeDoc);
  REQUIRE(document != nullptr);
  return document;
}

std::string Take(xmlChar* text) {
  const std::string out = text == nullptr ? "" : reinterpret_cast<const char*>(text);
  xmlFree(text);
  return out;
}

std::string NameOf(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

std::string Attribute(xmlNode* node, const char* name) {
  return Take(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)));
}

std::vector<xmlNode*> Children(xmlNode* node) {
  std::vector<xmlNode*> children;
  for (xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) children.push_back(child);
  }
  return children;
}

// What XML 1.0 cannot hold comes out as U+FFFD.
std::string Holdable(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    const bool bad = (c.value < 0x20 && c.value != '\t' && c.value != '\n' && c.value != '\r') ||
                     c.value == 0xFFFE || c.value == 0xFFFF;
    AppendUtf8(bad ? U'\uFFFD' : c.value, out);
    i += static_cast<size_t>(c.length);
  }
  return out;
}

TEST_CASE("junit: every text is read back, but for characters that XML cannot hold") {
  for (const HostileText& hostile : HostileTexts()) {
    CAPTURE(hostile.name);
    const std::string text = Holdable(hostile.text);
    const std::string written = WrittenOf("junit", hostile.text);
    const std::string shown = Replaced(Replaced(written, "\n", " "), "\t", " ");
    CHECK(ForTerminal(shown) == shown);
    const Xml document = Parse(written);
    const std::vector<xmlNode*> suites = Children(xmlDocGetRootElement(document.get()));
    REQUIRE(suites.size() == 2);
    const std::vector<xmlNode*> tests = Children(suites[0]);
    REQUIRE(tests.size() == 4);
    for (xmlNode* const test : tests) {
      CHECK(Attribute(test, "classname") == text);
      REQUIRE(Children(test).size() == 1);
    }
    xmlNode* const failure = Children(tests[1])[0];
    CHECK(NameOf(failure) == "failure");
    CHECK(Attribute(failure, "message") == text);
    CHECK(Attribute(failure, "type") == "major");
    const std::string content = Take(xmlNodeGetContent(failure));
    CHECK(content.starts_with(text + ":7: " + text + "\n"));
    CHECK(content.find(text + " = " + text + " (line 7)") != std::string::npos);
    CHECK(NameOf(Children(tests[2])[0]) == "error");
    xmlNode* const skipped = Children(tests[3])[0];
    CHECK(NameOf(skipped) == "skipped");
    CHECK(Attribute(skipped, "message") ==
          "waived; " + text + "; approved by " + text + "; until 2025-01-31");
    CHECK(NameOf(Children(Children(suites[1])[0])[0]) == "error");
  }
}

TEST_CASE("junit: names of tests differ, and a suite's numbers are its tests'") {
  const Xml document = Parse(WrittenOf("junit", "x"));
  std::set<std::string> names;
  size_t tests = 0;
  for (xmlNode* const suite : Children(xmlDocGetRootElement(document.get()))) {
    size_t failures = 0;
    size_t errors = 0;
    size_t skipped = 0;
    for (xmlNode* const test : Children(suite)) {
      ++tests;
      names.insert(Attribute(test, "classname") + '\n' + Attribute(test, "name"));
      for (xmlNode* const child : Children(test)) {
        failures += NameOf(child) == "failure";
        errors += NameOf(child) == "error";
        skipped += NameOf(child) == "skipped";
      }
    }
    CHECK(Attribute(suite, "tests") == std::to_string(Children(suite).size()));
    CHECK(Attribute(suite, "failures") == std::to_string(failures));
    CHECK(Attribute(suite, "errors") == std::to_string(errors));
    CHECK(Attribute(suite, "skipped") == std::to_string(skipped));
  }
  CHECK(tests == 5);
  CHECK(names.size() == tests);
}

TEST_CASE("junit: what the baseline holds is skipped, and says why") {
  CaseResult result = HostileCase("x").result();
  result.findings.resize(1);
  result.findings[0].known = true;
  RunInfo info = ReportRun(Lang::kChinese);
  info.gate = &GateWithBaseline();
  const Xml document = Parse(Written("junit", info, {result}));
  xmlNode* const suite = Children(xmlDocGetRootElement(document.get())).at(0);
  CHECK(Attribute(suite, "failures") == "0");
  CHECK(Attribute(suite, "skipped") == "1");
  xmlNode* const skipped = Children(Children(suite).at(1)).at(0);
  CHECK(NameOf(skipped) == "skipped");
  CHECK(Attribute(skipped, "message") == "基线已有");
}

TEST_CASE("junit: a case without findings is a test that passed") {
  CaseResult result;
  result.file = "a.xml";
  const Xml document = Parse(Written("junit", ReportRun(), {result}));
  const std::vector<xmlNode*> suites = Children(xmlDocGetRootElement(document.get()));
  REQUIRE(suites.size() == 1);
  REQUIRE(Children(suites[0]).size() == 1);
  CHECK(NameOf(Children(Children(suites[0])[0])[0]) == "system-out");
}

}  // namespace
}  // namespace anjuan
