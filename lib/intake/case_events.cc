#include "intake/case_events.h"

#include <algorithm>
#include <utility>

#include "base/suggest.h"
#include "base/utf8.h"

namespace anjuan {
namespace {

constexpr size_t kShownBytes = 60;         // of a value that is too long
constexpr size_t kKeptCapacity = 1 << 20;  // of the text buffer from one file to the next

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The first Chinese, or the first ASCII name; whichever there is.
std::string_view NameIn(const std::vector<std::string>& names, bool ascii) {
  for (const std::string& name : names) {
    if (IsAscii(name) == ascii) return name;
  }
  return names.empty() ? std::string_view() : names.front();
}

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

// White space as typed between elements, the ideographic and the no-break space included.
bool IsBlank(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')) {
      ++i;
      continue;
    }
    const CodePoint c = DecodeAt(text, i);
    if (c.value != 0x3000 && c.value != 0xA0) return false;
    i += static_cast<size_t>(c.length);
  }
  return true;
}

std::string_view BeginningOf(std::string_view text) {
  size_t end = std::min(text.size(), kShownBytes);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
    --end;
  }
  return text.substr(0, end);
}

bool Holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

CaseEvents::CaseEvents(const Model& model, const Projection& projection, uint32_t value_bytes,
                       int depth)
    : model_(model),
      value_bytes_(value_bytes),
      depth_limit_(depth),
      tables_(model, projection),
      record_(model),
      builder_(model, projection, record_),
      unknown_names_(model) {}

void CaseEvents::BeginFile(const OnRecord& on_record) {
  on_record_ = &on_record;
  unknown_names_.BeginFile();
  refusal_.reset();
  frames_.clear();
  Frame& file = frames_.emplace_back();
  file.table = &tables_.top();
  if (text_.capacity() > kKeptCapacity) text_ = std::string();
  text_.clear();
  depth_ = 0;
  skipped_ = 0;
  text_use_ = TextUse::kIgnored;
  too_long_ = false;
  root_seen_ = false;
  waiting_ = false;
}

bool CaseEvents::Start(std::string_view name, uint32_t line) {
  if (++depth_ > depth_limit_) {
    return Refuse(line, {TextId::kIntakeTooDeep, {std::to_string(depth_limit_)}});
  }
  root_seen_ = true;
  if (skipped_ > 0) {
    ++skipped_;
    return true;
  }
  Frame& parent = frames_.back();
  parent.has_content = true;
  const Named* const named = parent.table == nullptr ? nullptr : &parent.table->Find(name);
  if (named == nullptr || named->meaning == Meaning::kUnknown ||
      named->meaning == Meaning::kPartial) {
    if (depth_ == 1) return RefuseRoot(name, line);
    SkipElement(UnknownName::Kind::kElement, name, line);
    return true;
  }
  Push(*named, parent, name, line);
  return true;
}

void CaseEvents::Push(const Named& named, const Frame& parent, std::string_view name,
                      uint32_t line) {
  Frame frame;
  frame.name = name;
  frame.table = named.below;
  frame.field = named.field;
  frame.line = line;
  frame.meaning = named.meaning;
  Slot* const holder = named.wanted ? parent.record : nullptr;
  switch (named.meaning) {
    case Meaning::kScalar:
    case Meaning::kScalars:
    case Meaning::kComplete:
      frame.record = holder;
      text_.clear();
      too_long_ = false;
      break;
    case Meaning::kEntity:
      if (holder == nullptr) break;
      frame.was_present = holder[named.field->slot].state == State::kPresent;
      frame.record = builder_.OpenEntity(holder, *named.field, line);
      break;
    case Meaning::kItem:
      if (holder != nullptr) frame.record = builder_.AddElement(holder, *named.field, line);
      break;
    case Meaning::kWrapper:
      frame.record = holder;
      if (holder != nullptr) builder_.MarkList(holder, *named.field, false, line);
      break;
    case Meaning::kRecord:
      builder_.Begin();
      frame.record = record_.root();
      break;
    case Meaning::kCollection:
    case Meaning::kPartial:
    case Meaning::kUnknown:
      break;
  }
  text_use_ = UseOf(frame);
  frames_.push_back(frame);
}

CaseEvents::TextUse CaseEvents::UseOf(const Frame& frame) {
  if (frame.table != nullptr) return TextUse::kStray;
  return frame.record != nullptr ? TextUse::kKept : TextUse::kIgnored;
}

void CaseEvents::SkipElement(UnknownName::Kind kind, std::string_view name, uint32_t line) {
  Note(kind, name, line, frames_.back().table);
  skipped_ = 1;
  text_use_ = TextUse::kIgnored;
}

void CaseEvents::Attribute(std::string_view name, std::string_view value, uint32_t line) {
  if (skipped_ > 0) return;
  Frame& frame = frames_.back();
  frame.has_content = true;
  if (frame.table == nullptr) {
    return Note(UnknownName::Kind::kAttribute, name, line, nullptr);
  }
  const Named& named = frame.table->Find(name);
  switch (named.meaning) {
    case Meaning::kScalar:
    case Meaning::kScalars:
      if (!named.wanted || frame.record == nullptr) return;
      if (value.size() > value_bytes_) {
        builder_.TooLong(frame.record, *named.field, BeginningOf(value), line);
      } else if (named.meaning == Meaning::kScalar) {
        builder_.SetScalar(frame.record, *named.field, value, line);
      } else {
        builder_.SetScalars(frame.record, *named.field, value, line);
      }
      return;
    case Meaning::kComplete:
      return SetComplete(name, value, line);
    case Meaning::kPartial:
      return SetPartial(name, value, line);
    case Meaning::kEntity:
    case Meaning::kItem:
    case Meaning::kWrapper:
      return Note(UnknownName::Kind::kNoAttribute, name, line, nullptr);
    case Meaning::kUnknown:
    case Meaning::kCollection:
    case Meaning::kRecord:
      return Note(UnknownName::Kind::kAttribute, name, line, frame.table);
  }
}

void CaseEvents::Keep(std::string_view piece) {
  if (too_long_) return;
  if (piece.size() > value_bytes_ - text_.size()) {
    too_long_ = true;
    if (text_.size() < kShownBytes) text_ += piece.substr(0, kShownBytes + 4);
    return;
  }
  text_ += piece;
}

void CaseEvents::CheckStray(std::string_view piece) {
  if (IsBlank(piece)) return;
  Frame& frame = frames_.back();
  frame.has_content = true;
  Note(UnknownName::Kind::kText, std::string(frame.name) + "/text()", frame.line, nullptr);
}

void CaseEvents::End() {
  --depth_;
  if (skipped_ > 0) {
    if (--skipped_ == 0) text_use_ = UseOf(frames_.back());
    return;
  }
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (frame.table == nullptr) {
    if (frame.record != nullptr) SetText(frame);
  } else if (frame.meaning == Meaning::kEntity) {
    // Carried, but empty.
    const bool blank = !frame.was_present && !frame.has_content;
    if (blank && frame.record != nullptr) frame.record->state = State::kBlank;
  } else if (frame.meaning == Meaning::kRecord) {
    if (frames_.size() > 1) {
      GiveOut();
    } else {
      waiting_ = true;
    }
  }
  text_use_ = frames_.size() > 1 ? UseOf(frames_.back()) : TextUse::kIgnored;
}

void CaseEvents::SetText(const Frame& scalar) {
  if (scalar.meaning == Meaning::kComplete) {
    SetComplete(scalar.name, text_, scalar.line);
  } else if (too_long_) {
    builder_.TooLong(scalar.record, *scalar.field, BeginningOf(text_), scalar.line);
  } else {
    builder_.SetScalar(scalar.record, *scalar.field, text_, scalar.line);
  }
}

void CaseEvents::SetComplete(std::string_view name, std::string_view value, uint32_t line) {
  std::vector<std::string> unknown;
  builder_.SetComplete(value, &unknown);
  for (const std::string& word : unknown) NoteFlag(name, word, line, frames_.back().table);
}

void CaseEvents::SetPartial(std::string_view name, std::string_view value, uint32_t line) {
  const ExportNames& names = model_.export_names();
  const Frame& wrapper = frames_.back();
  value = Trimmed(value);
  const bool closed = value.empty() || Holds(names.no, value);
  if (!closed && !Holds(names.yes, value)) NoteFlag(name, value, line, nullptr);
  // A value nobody knows must not close the list.
  if (!closed && wrapper.record != nullptr) {
    builder_.MarkList(wrapper.record, *wrapper.field, true, line);
  }
}

void CaseEvents::NoteFlag(std::string_view flag, std::string_view value, uint32_t line,
                          const NameTable* place) {
  UnknownName* const unknown = unknown_names_.Note(UnknownName::Kind::kFlag, value, place);
  if (unknown == nullptr) return;
  unknown->path = Path() + '/' + std::string(flag);
  unknown->line = line;
  if (!unknown->suggestions.empty()) return;
  const ExportNames& names = model_.export_names();
  for (const std::vector<std::string>* words : {&names.yes, &names.no}) {
    if (!words->empty()) unknown->suggestions.push_back("'" + words->front() + "'");
  }
}

void CaseEvents::GiveOut() {
  builder_.Finish();
  (*on_record_)(record_);
}

void CaseEvents::EndFile() {
  if (std::exchange(waiting_, false)) GiveOut();
}

std::optional<CaseEvents::Open> CaseEvents::open() const {
  if (frames_.size() < 2) return std::nullopt;
  return Open{frames_.back().name, frames_.back().line};
}

bool CaseEvents::Refuse(uint32_t line, Text message) {
  refusal_ = InputFinding{"", InputProblem::kMalformed, line, std::move(message)};
  return false;
}

bool CaseEvents::RefuseRoot(std::string_view name, uint32_t line) {
  const ExportNames& names = model_.export_names();
  Text message{TextId::kIntakeWrongRoot, {std::string(BeginningOf(name))}};
  for (const bool ascii : {false, true}) {
    message.args.emplace_back(NameIn(names.record, ascii));
    message.args.emplace_back(NameIn(names.collection, ascii));
  }
  const std::vector<std::string> meant = Suggest(BeginningOf(name), frames_.front().table->names());
  if (!meant.empty()) {
    message.id = TextId::kIntakeWrongRootHint;
    message.args.push_back(JoinSuggestions(meant));
  }
  return Refuse(line, std::move(message));
}

void CaseEvents::Note(UnknownName::Kind kind, std::string_view name, uint32_t line,
                      const NameTable* place) {
  UnknownName* const unknown = unknown_names_.Note(kind, name, place);
  if (unknown == nullptr) return;
  unknown->path = Path();
  unknown->line = line;
}

std::string CaseEvents::Path() const {
  std::string path;
  for (size_t i = 1; i < frames_.size(); ++i) {
    if (i > 1) path.push_back('/');
    path += frames_[i].name;
  }
  return path;
}

}  // namespace anjuan
