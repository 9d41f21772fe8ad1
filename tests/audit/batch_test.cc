// Many files on several threads: the same results in the same order, every input accounted for.
#include "audit/batch.h"

#include <doctest/doctest.h>

#include "support/small_model.h"

using namespace anjuan;

namespace {

// Keeps what it is given as text.
class Collected final : public ResultSink {
 public:
  size_t report_count() const override { return 1; }
  void Render(const CaseResult& result, Fragment& to) const override {
    to.cases[0] += result.file + '#' + std::to_string(result.record) + ' ' +
                   std::to_string(result.findings.size()) + '\n';
  }
  void Render(const InputFinding& finding, Fragment& to) const override {
    to.cases[0] += finding.file + ' ' + std::string(NameOf(finding.problem)) + '\n';
  }
  bool Write(const Fragment& fragment) override {
    text += fragment.cases[0];
    return true;
  }
  void Warn(const Rule& rule, const Text&, const std::string& file) override {
    text += rule.id + " warns at " + file + '\n';
  }
  void Progress(size_t, size_t) override { ++files; }

  std::string text;
  size_t files = 0;
};

struct Inputs {
  MemoryReader disk;
  std::vector<std::string> paths;
  void Add(const std::string& path, const std::string& bytes) {
    disk.Add(path, bytes);
    paths.push_back(path);
  }
};

Inputs ManyFiles() {
  Inputs inputs;
  for (int i = 0; i < 300; ++i) {
    const std::string name = "in/" + std::to_string(1000 + i) + ".xml";
    if (i % 50 == 7) {
      inputs.Add(name, "<案卷><案件>");
    } else if (i % 50 == 8) {
      inputs.Add(name, "");
    } else if (i % 50 == 9) {
      inputs.Add(name, "<案卷 完整=\"是\"><案件 编号=\"一\" 色=\"红\"/></案卷>");
    } else if (i % 50 == 10) {
      inputs.Add(name,
                 "<案卷><文书 种类=\"行政处罚决定书\"/><文书 种类=\"行政处罚决定书\"/></案卷>");
    } else {
      inputs.Add(name, "<案卷集><案卷 完整=\"是\"/><案卷/></案卷集>");
    }
  }
  return inputs;
}

struct Ran {
  std::string text;
  Summary summary;
  size_t files;
};

Ran RunWith(unsigned jobs) {
  static const auto model = SmallModel();
  MemoryReader packs;
  packs.Add("p/pack.yaml",
            "name: p\ntitle: t\nversion: \"1\"\nmodel: small\nstages: {a: 甲}\nscoring: {scheme: "
            "generic}\n");
  packs.Add(
      "p/a/T-1.yaml",
      "id: T-1\nname: x\ntitle: 甲\nstage: 甲\nseverity: major\nbasis: [某法 1]\ncovers: [RI-1]\n"
      "why: 说明\nrequire: has(doc('行政处罚决定书').number)\nmessage: 甲\nfix: 无\n"
      "score: {section: 程序, deduct: 1, cap: 1}\ntests: []\n");
  DiagnosticSink sink;
  std::optional<Pack> pack = LoadPack(packs, "p", {&packs, "none/"}, sink);
  REQUIRE(pack);
  std::vector<std::unique_ptr<const CompiledPack>> compiled;
  compiled.push_back(CompilePack(std::move(*pack), *model, true, sink));
  REQUIRE_MESSAGE(compiled[0], Format(sink, Lang::kEnglish));
  const WorkdayCalendar calendar;
  const RuleSet rules(*model, calendar, std::move(compiled), Lang::kEnglish);

  const Inputs inputs = ManyFiles();
  BatchOptions options;
  options.jobs = jobs;
  Collected collected;
  const WalkedInput walked = Walk({"in"}, inputs.disk);
  const Summary summary = RunBatch(rules, walked, inputs.disk, options, collected);
  return {collected.text, summary, collected.files};
}

}  // namespace

TEST_CASE("the number of threads changes nothing") {
  const Ran one = RunWith(1);
  CHECK(one.files == 300);
  CHECK(one.summary.found == 300);
  CHECK(one.summary.audited == 288);
  CHECK(one.summary.unaudited == 12);
  CHECK(one.summary.cases == 276 * 2 + 12);
  CHECK(one.text.starts_with("in/1000.xml#0 1\nin/1000.xml#1 1\n"));
  for (const unsigned jobs : {2u, 7u, 64u}) {
    CAPTURE(jobs);
    const Ran many = RunWith(jobs);
    CHECK((many.text == one.text));
    CHECK(many.summary.found == one.summary.found);
    CHECK(many.summary.unaudited == one.summary.unaudited);
    CHECK(many.summary.by_rule[0].failed == one.summary.by_rule[0].failed);
  }
}

TEST_CASE("an unknown name and a rule's error are told once, at the first file in input order") {
  const std::string text = RunWith(7).text;
  const auto count = [&](const std::string& part) {
    size_t n = 0;
    for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
  };
  CHECK(count("unknown-name") == 1);
  CHECK(count("in/1009.xml unknown-name") == 1);
  CHECK(count(" warns at ") == 1);
  CHECK(count("T-1 warns at in/1010.xml") == 1);
}
