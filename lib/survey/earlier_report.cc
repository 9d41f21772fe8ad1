#include "survey/earlier_report.h"

#include <cstring>

#include "base/texts/survey.h"
#include "survey/line_parser.h"

namespace anjuan {
namespace {

namespace text = survey_text;

constexpr size_t kReadBytes = 1u << 20;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Lines of a stream, each with a NUL behind it in place of its end.
class LineSource {
 public:
  LineSource(FileStream& stream, uint64_t most) : stream_(stream), most_(most) {}

  struct Line {
    char* begin = nullptr;  // null: the end, or the file cannot be read on
    size_t size = 0;
    bool too_long = false;  // it was passed over
  };

  Line Next() {
    bool too_long = false;
    size_t searched = begin_;
    for (;;) {
      char* const from = buffer_.data() + searched;
      char* const end = static_cast<char*>(std::memchr(from, '\n', end_ - searched));
      if (end != nullptr || (at_end_ && begin_ < end_)) {
        char* const stop = end != nullptr ? end : buffer_.data() + end_;
        Line line{buffer_.data() + begin_, static_cast<size_t>(stop - buffer_.data()) - begin_,
                  too_long};
        *stop = '\0';
        begin_ = end != nullptr ? begin_ + line.size + 1 : end_;
        line.too_long = too_long || line.size > most_;
        return line;
      }
      if (at_end_) return {too_long ? buffer_.data() : nullptr, 0, too_long};
      if (end_ - begin_ > most_) {
        too_long = true;
        begin_ = end_;
      }
      searched = end_ - begin_;
      if (!Fill()) return {};
    }
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  bool Fill() {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    if (buffer_.size() < end_ + kReadBytes + 1) buffer_.resize(end_ + kReadBytes + 1);
    const Result<size_t> read = stream_.Read(buffer_.data() + end_, kReadBytes);
    if (!read.ok()) {
      error_ = read.error();
      return false;
    }
    at_end_ = *read == 0;
    end_ += *read;
    return true;
  }

  FileStream& stream_;
  uint64_t most_;
  std::string buffer_ = std::string(kReadBytes + 1, '\0');
  size_t begin_ = 0;
  size_t end_ = 0;
  bool at_end_ = false;
  std::optional<Error> error_;
};

Text WhyUnread(const Error& error) {
  switch (error.code) {
    case Error::Code::kNotFound:
      return {TextId::kNotFound, {}};
    case Error::Code::kNotAFile:
      return {TextId::kNotAFile, {}};
    default:
      return {TextId::kUnreadable, {error.detail}};
  }
}

class EarlierReader {
 public:
  EarlierReader(const std::string& path, EarlierSink& sink, uint64_t most)
      : path_(path), sink_(sink), most_(most) {}

  void Read(FileStream& stream) {
    LineSource lines(stream, most_);
    for (;;) {
      LineSource::Line line = lines.Next();
      if (line.begin == nullptr) break;
      ++number_;
      if (line.too_long) {
        Complain({text::kLineTooLong, {std::to_string(most_)}});
        any_ = true;
        ++lost_;
        continue;
      }
      if (number_ == 1 && std::string_view(line.begin, line.size).starts_with(kByteOrderMark)) {
        line.begin += kByteOrderMark.size();
        line.size -= kByteOrderMark.size();
      }
      const std::string_view whole(line.begin, line.size);
      if (whole.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      any_ = true;
      Result<ReportLine, Text> parsed = ParseReportLine(line.begin, line.size);
      if (!parsed.ok()) {
        Complain(parsed.error());
        ++lost_;
        continue;
      }
      std::visit(*this, *parsed);
    }
    if (lines.error()) {
      number_ = 0;
      Complain(WhyUnread(*lines.error()));
    }
    if (open_ || cases_ + lost_ > 0) {
      Complain({text::kReportCutOff, {}});
    } else if (!any_ && !lines.error()) {
      number_ = 0;
      Complain({text::kReportEmpty, {}});
    }
  }

  void operator()(const RunLine& run) {
    if (open_ || cases_ > 0) Complain({text::kReportCutOff, {}});
    Begin(true);
    sink_.OnRun(run);
  }
  void operator()(const CaseLine& one) {
    WantRun();
    ++cases_;
    sink_.OnCase(one);
  }
  void operator()(const InputLine& input) {
    WantRun();
    sink_.OnInput(input);
  }
  void operator()(const SummaryLine& summary) {
    WantRun();
    // A line that could not be read is told of already, and may have been a case.
    if (summary.cases < cases_ || summary.cases > cases_ + lost_) {
      Complain({text::kReportOtherCount, {std::to_string(summary.cases), std::to_string(cases_)}});
    }
    Begin(false);
    sink_.OnSummary(summary);
  }

 private:
  void Begin(bool open) {
    open_ = open;
    headless_ = false;
    cases_ = 0;
    lost_ = 0;
  }
  // Told once a report.
  void WantRun() {
    if (open_ || headless_) return;
    headless_ = true;
    Complain({text::kReportNoRun, {}});
  }
  void Complain(Text message) { sink_.OnProblem({path_, number_, std::move(message), false}); }

  const std::string& path_;
  EarlierSink& sink_;
  uint64_t most_;
  uint64_t number_ = 0;
  bool any_ = false;
  bool open_ = false;      // its summary is still to come
  bool headless_ = false;  // it had no run line
  uint64_t cases_ = 0;
  uint64_t lost_ = 0;
};

}  // namespace

void ReadEarlier(const FileReader& files, const std::string& path, EarlierSink& sink,
                 uint64_t most_line_bytes) {
  Result<std::unique_ptr<FileStream>> stream = files.Open(path);
  if (!stream.ok()) {
    sink.OnProblem({path, 0, WhyUnread(stream.error()), true});
    return;
  }
  EarlierReader(path, sink, most_line_bytes).Read(**stream);
}

}  // namespace anjuan
