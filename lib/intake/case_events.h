// Turns what a reader meets — elements, attributes, text — into records.
//
// Does:   follows the names through the tables, gives wanted values to a RecordBuilder and passes
//         over the rest without a copy; notes every name the model does not know.
// Shape:  an element's Start, its attributes, its text and child elements, its End. Names must
//         stay where they are until the file has ended.
// Order:  a record of a collection is given out when its element ends; a record that is the whole
//         file by EndFile, when all of the file is known to be sound.
// Never:  knows a file format, or allocates for a value once it is warm.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/name_table.h"
#include "intake/unknown_names.h"
#include "model/record_builder.h"

namespace anjuan {

class CaseEvents {
 public:
  using OnRecord = std::function<void(const Record&)>;

  // `model` and `projection` must outlive it. A value of more than `value_bytes` is noted as too
  // long and left out; elements nest `depth` deep.
  CaseEvents(const Model& model, const Projection& projection, uint32_t value_bytes, int depth);

  // `on_record` must live until EndFile.
  void BeginFile(const OnRecord& on_record);

  // False where the file is refused; refusal() says why. No further events then.
  bool Start(std::string_view name, uint32_t line);
  void Attribute(std::string_view name, std::string_view value, uint32_t line);
  void Characters(std::string_view piece) {
    if (text_use_ == TextUse::kIgnored) return;
    if (text_use_ == TextUse::kKept) {
      Keep(piece);
    } else {
      CheckStray(piece);
    }
  }
  void End();

  // The file is whole and sound.
  void EndFile();

  const std::optional<InputFinding>& refusal() const { return refusal_; }
  const std::vector<UnknownName>& unknown_names() const { return unknown_names_.names(); }

  // The innermost open element the tables know.
  struct Open {
    std::string_view name;
    uint32_t line;
  };
  std::optional<Open> open() const;
  bool root_seen() const { return root_seen_; }

 private:
  enum class TextUse : uint8_t { kIgnored, kKept, kStray };

  struct Frame {
    std::string_view name;
    const NameTable* table = nullptr;  // of its child elements; null: it holds text
    const Field* field = nullptr;
    Slot* record = nullptr;  // its own, a wrapper's or scalar's parent; null: not kept
    uint32_t line = 0;
    Meaning meaning = Meaning::kUnknown;
    bool has_content = false;
    bool was_present = false;  // an entity: an earlier element of it had content
  };

  bool Refuse(uint32_t line, Text message);
  bool RefuseRoot(std::string_view name, uint32_t line);
  void Push(const Named& named, const Frame& parent, std::string_view name, uint32_t line);
  void SkipElement(UnknownName::Kind kind, std::string_view name, uint32_t line);
  void Note(UnknownName::Kind kind, std::string_view name, uint32_t line, const NameTable* place);
  void Keep(std::string_view piece);
  void CheckStray(std::string_view piece);
  void SetText(const Frame& scalar);
  void SetComplete(std::string_view name, std::string_view value, uint32_t line);
  void SetPartial(std::string_view name, std::string_view value, uint32_t line);
  void NoteFlag(std::string_view flag, std::string_view value, uint32_t line,
                const NameTable* place);
  void GiveOut();
  std::string Path() const;
  static TextUse UseOf(const Frame& frame);

  const Model& model_;
  const uint32_t value_bytes_;
  const int depth_limit_;
  NameTables tables_;
  Record record_;
  RecordBuilder builder_;
  UnknownNames unknown_names_;
  const OnRecord* on_record_ = nullptr;
  std::vector<Frame> frames_;  // the first stands for the file
  std::string text_;           // of the scalar at the top
  std::optional<InputFinding> refusal_;
  int depth_ = 0;
  int skipped_ = 0;  // open elements the tables do not know
  TextUse text_use_ = TextUse::kIgnored;
  bool too_long_ = false;  // text_ is only the beginning
  bool root_seen_ = false;
  bool waiting_ = false;  // a record that EndFile gives out
};

}  // namespace anjuan
