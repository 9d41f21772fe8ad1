// What an export leaves out decides nothing: with a value gone a rule may become undecided, but it
// neither fails for the want of it nor passes.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

#include "audit/case_auditor.h"
#include "intake/xml_reader.h"
#include "model/load_calendar.h"
#include "pack/law_book.h"
#include "pack/shipped.h"

using namespace anjuan;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kErasures = 1'000;  // ten times slower there, and nothing else to find
#else
constexpr int kErasures = 20'000;
#endif
constexpr std::string_view kComplete = " 完整=\"是\"";

struct Shipped {
  Shipped() {
    for (size_t i = 0; i < kShippedFileCount; ++i) {
      files.Add("rules/" + std::string(kShippedFiles[i].path), std::string(kShippedFiles[i].text));
    }
    DiagnosticSink sink;
    model = LoadModel(SourceOf("models/case-file.yaml"), sink);
    calendar = LoadCalendar(SourceOf("calendars/cn.yaml"), sink);
    const PackShelf shelf{&files, "rules/packs/", LoadLawBook(files, "rules/laws", sink)};
    std::vector<std::unique_ptr<const CompiledPack>> packs;
    for (const std::string& name : PackNames(shelf)) {
      std::optional<Pack> pack = LoadPack(files, "rules/packs/" + name, shelf, sink);
      REQUIRE(pack);
      packs.push_back(CompilePack(std::move(*pack), *model, /*named=*/false, sink));
    }
    REQUIRE_MESSAGE(!sink.has_errors(), Format(sink, Lang::kEnglish));
    rules = std::make_unique<RuleSet>(*model, *calendar, std::move(packs), Lang::kEnglish);
  }

  SourcePtr SourceOf(const std::string& path) const {
    std::string text;
    REQUIRE(files.ReadAll("rules/" + path, UINT64_MAX, text).ok());
    return std::make_shared<const Source>("rules/" + path, std::move(text));
  }

  MemoryReader files;
  std::unique_ptr<const Model> model;
  std::unique_ptr<const WorkdayCalendar> calendar;
  std::unique_ptr<RuleSet> rules;
};

// The scalars that a record carries, elements of lists of records included.
void CollectScalars(const Slot* at, const RecordType& type, std::vector<Slot*>& scalars) {
  for (const Field& field : type.fields) {
    const Slot& slot = at[field.slot];
    if (field.type == FieldType::kEntity) {
      CollectScalars(&slot, *field.record, scalars);
    } else if (field.type == FieldType::kRecords) {
      for (uint32_t i = 0; i < slot.size && slot.state == State::kPresent; ++i) {
        CollectScalars(slot.items + size_t{i} * field.record->slots, *field.record, scalars);
      }
    } else if (!field.is_list && slot.state != State::kMissing) {
      scalars.push_back(const_cast<Slot*>(&slot));  // of this test's own record
    }
  }
}

class Eraser {
 public:
  explicit Eraser(const RuleSet& rules)
      : rules_(rules), auditor_(rules, MakeDate(2026, 1, 1), Lang::kEnglish) {}

  void Run(const Record& record, int erasures) {
    CaseResult result;
    if (!auditor_.Audit(record, "", result)) return;
    const std::map<std::string, Outcome> before = Worst();
    std::vector<Slot*> scalars;
    CollectScalars(record.root(), record.model().root(), scalars);
    REQUIRE(!scalars.empty());
    for (int i = 0; i < erasures; ++i) {
      Slot* const slot = scalars[random_() % scalars.size()];
      const std::string path = record.PathOf(slot);
      const Slot kept = *slot;
      *slot = Slot{};
      if (auditor_.Audit(record, "", result)) Compare(before, path);
      *slot = kept;
    }
  }

 private:
  // By id: packs that extend one another share rules, and one of them judges.
  std::map<std::string, Outcome> Worst() const {
    std::map<std::string, Outcome> worst;
    for (size_t rule = 0; rule < auditor_.outcomes().size(); ++rule) {
      Outcome& outcome = worst.emplace(rules_.rule(rule).id, Outcome::kNotApplicable).first->second;
      outcome = std::max(outcome, auditor_.outcomes()[rule]);
    }
    return worst;
  }

  void Compare(const std::map<std::string, Outcome>& before, const std::string& path) const {
    for (const auto& [id, after] : Worst()) {
      const bool failed = before.at(id) == Outcome::kFailed;
      const bool fails = after == Outcome::kFailed && !failed;
      const bool passes = after == Outcome::kPassed && failed;
      if (!fails && !passes) continue;
      CAPTURE(path);
      CAPTURE(id);
      CHECK_FALSE(fails);
      CHECK_FALSE(passes);
    }
  }

  const RuleSet& rules_;
  CaseAuditor auditor_;
  std::mt19937 random_{20260101};
};

}  // namespace

TEST_CASE("erasing a value never makes a rule fail, nor a failed one pass") {
  const Shipped shipped;
  InitXml();
  const DiskReader disk;
  const std::string folder = std::string(ANJUAN_SOURCE_DIR) + "/samples";
  const Result<std::vector<std::string>> names = disk.List(folder);
  REQUIRE(names.ok());
  // Samples that say they are complete, without their saying so.
  MemoryReader samples;
  std::vector<std::string> paths;
  for (const std::string& name : *names) {
    std::string text;
    if (!name.ends_with(".xml") || !disk.ReadAll(folder + "/" + name, 1 << 20, text).ok()) continue;
    const size_t at = text.find(kComplete);
    if (at == std::string::npos) continue;
    samples.Add(name, text.erase(at, kComplete.size()));
    paths.push_back(name);
  }
  REQUIRE(paths.size() > 10);
  Projection all(*shipped.model);
  all.AddAll();
  XmlReader reader(*shipped.model, all, ReadLimits{});
  Eraser eraser(*shipped.rules);
  for (const std::string& path : paths) {
    CAPTURE(path);
    (void)reader.Read(samples, path, [&](const Record& record) {
      eraser.Run(record, kErasures / static_cast<int>(paths.size()) + 1);
    });
  }
}
