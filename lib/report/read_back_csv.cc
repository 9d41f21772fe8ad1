#include <vector>

#include "base/texts/report.h"
#include "report/read_back.h"

namespace anjuan {
namespace {

// One byte after the other; false where it cannot stand there.
class CsvScan {
 public:
  bool Take(char c) {
    switch (state_) {
      case State::kFieldStart:
        if (c == '"') return Go(State::kQuoted);
        [[fallthrough]];
      case State::kBare:
        if (c == ',') return EndField();
        if (c == '\r') return Go(State::kCr);
        return c != '"' && c != '\n' && Go(State::kBare);
      case State::kQuoted:
        return c != '"' || Go(State::kQuote);
      case State::kQuote:
        if (c == '"') return Go(State::kQuoted);
        if (c == ',') return EndField();
        return c == '\r' && Go(State::kCr);
      case State::kCr:
        return c == '\n' && EndField() && EndRecord();
    }
    return false;
  }

  // Every record ended.
  bool whole() const { return records_ > 0 && fields_ == 0 && state_ == State::kFieldStart; }
  size_t records() const { return records_; }

 private:
  enum class State { kFieldStart, kBare, kQuoted, kQuote, kCr };

  bool Go(State state) {
    state_ = state;
    return true;
  }
  bool EndField() {
    ++fields_;
    return Go(State::kFieldStart);
  }
  bool EndRecord() {
    if (records_ == 0) wanted_ = fields_;
    if (fields_ != wanted_) return false;
    fields_ = 0;
    ++records_;
    return true;
  }

  State state_ = State::kFieldStart;
  size_t fields_ = 0;
  size_t wanted_ = 0;
  size_t records_ = 0;
};

}  // namespace

std::string FaultOfCsv(const FileReader& files, const std::string& path) {
  const Result<std::unique_ptr<FileStream>> file = files.Open(path);
  CsvScan scan;
  bool sound = file.ok();
  std::string piece(1 << 16, '\0');
  std::string_view mark = "\xEF\xBB\xBF";  // what may still stand before the first field
  while (sound) {
    const Result<size_t> size = (*file)->Read(piece.data(), piece.size());
    sound = size.ok();
    if (!sound || *size == 0) break;
    for (const char c : std::string_view(piece).substr(0, *size)) {
      if (!mark.empty() && c == mark.front()) {
        mark.remove_prefix(1);
        continue;
      }
      mark = {};
      sound = scan.Take(c);
      if (!sound) break;
    }
  }
  if (sound && scan.whole()) return "";
  const std::string place = std::to_string(scan.records() + 1);
  return Say(Lang::kChinese, report_text::kReadBackCsv, {place}) + " / " +
         Say(Lang::kEnglish, report_text::kReadBackCsv, {place});
}

}  // namespace anjuan
