// Case files of any bytes: no crash, and the same answer in one piece and through small windows.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/file_reader.h"
#include "fuzz/claim.h"
#include "intake/xml_reader.h"
#include "support/small_model.h"

using namespace anjuan;

namespace {

struct Outcome {
  std::string values;
  std::string problem;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

class Reading {
 public:
  explicit Reading(uint32_t whole_bytes) : model_(SmallModel()), projection_(*model_) {
    projection_.AddAll();
    ReadLimits limits;
    limits.value_bytes = 1 << 16;
    limits.whole_bytes = whole_bytes;
    limits.window_bytes = 64;
    reader_ = std::make_unique<XmlReader>(*model_, projection_, limits);
  }

  Outcome Read(const FileReader& files) {
    Outcome outcome;
    const auto finding = reader_->Read(files, "fuzz.xml", [&](const Record& record) {
      for (int id = 0; id < model_->field_count(); ++id) {
        const Field& field = model_->field(id);
        if (model_->RootOffset(field) < 0) continue;
        const Slot& slot = record.At(field);
        outcome.values += field.path + ' ' + std::to_string(static_cast<int>(slot.state));
        const bool scalar =
            !field.is_list && field.type != FieldType::kEntity && field.type != FieldType::kRecords;
        if (scalar && slot.state == State::kPresent) {
          outcome.values += ' ' + FormatValue(*model_, field, slot);
        } else if (!scalar) {
          outcome.values += ' ' + std::to_string(slot.size);
        }
        outcome.values += '\n';
      }
      outcome.values += std::to_string(record.problems().size()) + " problems\n";
    });
    if (finding) outcome.problem = std::string(NameOf(finding->problem));
    for (const UnknownName& name : reader_->unknown_names()) outcome.problem += ' ' + name.name;
    return outcome;
  }

 private:
  std::unique_ptr<const Model> model_;
  Projection projection_;
  std::unique_ptr<XmlReader> reader_;
};

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  InitXml();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Reading whole(1 << 24);
  static Reading windows(0);
  MemoryReader files;
  files.Add("fuzz.xml", std::string(reinterpret_cast<const char*>(data), size));
  const Outcome once = whole.Read(files);
  Claim(whole.Read(files) == once);  // nothing is left over from the file before
  const Outcome in_windows = windows.Read(files);
  Claim(in_windows.values == once.values || !once.problem.empty());
  return 0;
}
