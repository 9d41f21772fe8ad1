#include "intake/reading.h"

namespace anjuan {
namespace {

class Dumper {
 public:
  explicit Dumper(const Record& record) : record_(record) {
    Fields(record.root(), record.model().root(), "");
  }

  std::string lines;

 private:
  void Line(const std::string& text, const Slot& slot) {
    lines += text;
    if (slot.line > 0) lines += " @" + std::to_string(slot.line);
    lines += '\n';
  }

  void Fields(const Slot* record, const RecordType& type, const std::string& prefix) {
    for (const Field& field : type.fields) {
      const Slot& slot = record[field.slot];
      const std::string path = prefix + field.name;
      if (field.type == FieldType::kEntity) {
        if (slot.state == State::kBlank) Line(path + " blank", slot);
        Fields(&slot, *field.record, path + ".");
      } else if (field.is_list || field.type == FieldType::kRecords) {
        List(slot, field, path);
      } else if (slot.state == State::kPresent) {
        Line(path + " = " + FormatValue(record_.model(), field, slot), slot);
      } else if (slot.state != State::kMissing) {
        Line(path + (slot.state == State::kBlank ? " blank" : " partial"), slot);
      }
    }
  }

  void List(const Slot& list, const Field& field, const std::string& path) {
    if (list.state == State::kMissing) return;
    Line(path + ": " + std::to_string(list.size) + (list.open ? " open" : " closed"), list);
    const int stride = field.record == nullptr ? 1 : field.record->slots;
    for (uint32_t i = 0; i < list.size; ++i) {
      const Slot* const item = list.items + static_cast<ptrdiff_t>(i) * stride;
      const std::string at = path + "[" + std::to_string(i) + "]";
      if (field.record != nullptr) {
        Fields(item, *field.record, at + ".");
      } else {
        Line(at + " = " + FormatValue(record_.model(), field, *item), *item);
      }
    }
  }

  const Record& record_;
};

std::string Describe(const ValueProblem& problem) {
  static constexpr const char* kKinds[] = {"does-not-parse", "given-twice", "too-long", "too-many"};
  std::string text = kKinds[static_cast<size_t>(problem.kind)];
  text += " " + problem.path + " '" + problem.value + "'";
  if (!problem.other.empty()) text += " kept '" + problem.other + "'";
  return text + " @" + std::to_string(problem.line);
}

Projection All(const Model& model) {
  Projection all(model);
  all.AddAll();
  return all;
}

}  // namespace

std::string Dump(const Record& record) { return Dumper(record).lines; }

std::string Outcome::text() const {
  std::string text;
  for (const std::string& record : records) {
    if (&record != &records.front()) text += "--\n";
    text += record;
  }
  return text;
}

Reading::Reading() : Reading(ReadLimits()) {}

Reading::Reading(const ReadLimits& limits) : model_(SmallModel()), projection_(All(*model_)) {
  Make(limits);
}

Reading::Reading(std::unique_ptr<const Model> model)
    : model_(std::move(model)), projection_(All(*model_)) {
  Make(ReadLimits());
}

Reading::Reading(const std::vector<std::string>& paths, const ReadLimits& limits)
    : model_(SmallModel()), projection_(*model_) {
  for (const std::string& path : paths) projection_.Add(*model_, *model_->FindPath(path));
  Make(limits);
}

void Reading::Make(const ReadLimits& limits) {
  InitXml();
  reader_ = std::make_unique<XmlReader>(*model_, projection_, limits);
}

Outcome Reading::Read(const std::string& bytes) {
  MemoryReader files;
  files.Add("a.xml", bytes);
  Outcome outcome;
  const std::optional<InputFinding> finding =
      reader_->Read(files, "a.xml", [&](const Record& record) {
        outcome.records.push_back(Dump(record));
        for (const ValueProblem& problem : record.problems()) {
          outcome.problems.push_back(Describe(problem));
        }
      });
  if (finding) {
    const std::string head =
        std::string(NameOf(finding->problem)) + " " + std::to_string(finding->line) + ": ";
    outcome.finding = head + Say(Lang::kEnglish, finding->message);
    outcome.finding_zh = head + Say(Lang::kChinese, finding->message);
  }
  for (const UnknownName& unknown : reader_->unknown_names()) {
    const InputFinding told = FindingOf(unknown);
    outcome.unknown.push_back(std::to_string(told.line) + ": " + Say(Lang::kEnglish, told.message));
  }
  return outcome;
}

Outcome ReadXml(const std::string& bytes) { return Reading().Read(bytes); }

std::string CaseFile(const std::string& inside) { return "<案卷>" + inside + "</案卷>"; }

}  // namespace anjuan
