// Bad input never stops a batch: each bad file is one input finding, the good ones are audited.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "cli/program.h"
#include "cli/scratch.h"

namespace anjuan::cli {
namespace {

constexpr const char* kGood = ANJUAN_SOURCES "/samples/01-合格案卷.xml";

// The value of `"key":"…"` or `"key":…` after `from`, as it stands.
std::string ValueAfter(const std::string& text, const std::string& key, size_t from) {
  const std::string quoted = "\"" + key + "\":";
  size_t at = text.find(quoted, from);
  if (at == std::string::npos) return "(no " + key + ")";
  at += quoted.size();
  if (text[at] == '"') {
    ++at;
    return text.substr(at, text.find('"', at) - at);
  }
  return text.substr(at, text.find_first_of(",}", at) - at);
}

struct InputLine {
  std::string file;
  std::string problem;
};

std::vector<InputLine> InputLines(const std::string& ndjson) {
  const std::string start = "{\"type\":\"input\"";
  std::vector<InputLine> lines;
  for (size_t at = ndjson.find(start); at != std::string::npos; at = ndjson.find(start, at + 1)) {
    lines.push_back({ValueAfter(ndjson, "file", at), ValueAfter(ndjson, "problem", at)});
  }
  return lines;
}

size_t Count(const std::string& text, const std::string& part) {
  size_t n = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

TEST_CASE("a hostile folder: one input finding each, the good files audited, exit 3") {
  const Scratch scratch;
  const std::string folder = scratch.AddFolder("cases");
  const std::string good = ReadFile(kGood);
  WriteFile(folder + "/a-good.xml", good);
  WriteFile(folder + "/z-good.xml", good);
  WriteFile(folder + "/truncated.xml", good.substr(0, good.find("<处罚决定 ")));
  WriteFile(folder + "/empty.xml", "");
  WriteFile(folder + "/doctype.xml",
            "<?xml version=\"1.0\"?>\n"
            "<!DOCTYPE 案卷 [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\n"
            "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>\n"
            "<案卷 完整=\"是\"><案件 名称=\"&b;&c;\"/></案卷>\n");
  // 案卷 案件 名称 in GBK, under a label that says UTF-8.
  WriteFile(folder + "/gbk.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<case_file><case "
            "title=\"\xb0\xb8\xbe\xed\xc3\xfb\xb3\xc6\"/></case_file>\n");
  WriteFile(folder + "/other.xml", "<html><body>404</body></html>\n");
  std::filesystem::create_directory(folder + "/x.xml");
  WriteFile(folder + "/x.xml/inside.xml", good);
  REQUIRE(mkfifo((folder + "/pipe.xml").c_str(), 0600) == 0);
  const bool root = geteuid() == 0;  // nothing is unreadable to root
  if (!root) {
    WriteFile(folder + "/secret.xml", good);
    REQUIRE(chmod((folder + "/secret.xml").c_str(), 0) == 0);
  }

  struct Row {
    std::string file;
    std::string problem;
  };
  std::vector<Row> rows = {{"cases/doctype.xml", "doctype"}, {"cases/empty.xml", "empty"},
                           {"cases/gbk.xml", "encoding"},    {"cases/other.xml", "malformed"},
                           {"cases/pipe.xml", "not-a-file"}, {"cases/truncated.xml", "malformed"},
                           {"cases/x.xml", "not-a-file"}};
  if (!root) rows.insert(rows.begin() + 5, {"cases/secret.xml", "unreadable"});

  Surroundings here;
  here.folder = scratch.folder();
  const Ran ran = Anjuan({"audit", "-o", "ndjson", "--as-of", "2024-12-31", "cases"}, here);
  CHECK(ran.exit == 3);
  CHECK(ran.err == "");
  const std::vector<InputLine> got = InputLines(ran.out);
  REQUIRE(got.size() == rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(rows[i].file);
    CHECK(got[i].file == rows[i].file);
    CHECK(got[i].problem == rows[i].problem);
  }
  CHECK(Count(ran.out, "{\"type\":\"case\"") == 3);
  const size_t summary = ran.out.find("{\"type\":\"summary\"");
  REQUIRE(summary != std::string::npos);
  CHECK(ValueAfter(ran.out, "found", summary) == std::to_string(rows.size() + 3));
  CHECK(ValueAfter(ran.out, "audited", summary) == "3");
  CHECK(ValueAfter(ran.out, "unaudited", summary) == std::to_string(rows.size()));
  CHECK(ran.out.find("root:") == std::string::npos);
}

TEST_CASE("an unknown element is told once a name and leaves the file audited") {
  const Scratch scratch;
  const std::string good = ReadFile(kGood);
  const std::string named = "<立案 ";
  std::string odd = good;
  odd.insert(odd.find(named), "<立桉 文号=\"1\"/><立桉 文号=\"2\"/>");
  WriteFile(scratch.Path("one.xml"), odd);
  WriteFile(scratch.Path("two.xml"), odd);
  const Ran ran = Anjuan({"audit", "-o", "ndjson", "--as-of", "2024-12-31", scratch.folder()});
  CHECK(ran.exit == 0);
  const std::vector<InputLine> lines = InputLines(ran.out);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].file == scratch.Path("one.xml"));
  CHECK(lines[0].problem == "unknown-name");
  CHECK(ran.out.find("立案") != std::string::npos);
}

TEST_CASE("a notice that is missing fails where the export is complete, else it is undecided") {
  const std::vector<std::string> begin = {"audit", "-o", "ndjson", "--as-of", "2024-12-31"};
  const auto audit = [&begin](const std::string& file) {
    std::vector<std::string> arguments = begin;
    arguments.push_back(file);
    return Anjuan(arguments);
  };
  const auto outcome_of = [](const Ran& ran, const std::string& rule) {
    const size_t at = ran.out.find("{\"rule\":\"" + rule + "\"");
    return at == std::string::npos ? std::string("passed") : ValueAfter(ran.out, "outcome", at);
  };
  const Ran complete = audit("samples/02-未告知.xml");
  const Ran incomplete = audit("samples/14-不完整导出.xml");
  CHECK(outcome_of(complete, "P-NOTICE-01") == "failed");
  CHECK(complete.exit == 1);
  CHECK(outcome_of(incomplete, "P-NOTICE-01") == "indeterminate");
}

}  // namespace
}  // namespace anjuan::cli
