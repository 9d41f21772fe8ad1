#include "cmd/reports.h"

#include <algorithm>

#include "base/terminal_text.h"

namespace anjuan {
namespace {

using std::chrono::steady_clock;
constexpr auto kShowAfter = std::chrono::seconds(1);
constexpr auto kDrawEvery = std::chrono::milliseconds(100);
constexpr std::string_view kClearLine = "\r\x1b[K";

}  // namespace

Reports::Reports(const RunInfo& info, Console& console, bool progress)
    : info_(info),
      console_(console),
      progress_(progress && console.err_is_terminal),
      started_(steady_clock::now()),
      drawn_(started_) {}

bool Reports::Open(const std::vector<OutputChoice>& choices) {
  std::vector<OutputChoice> all = choices;
  const bool on_stdout =
      std::any_of(all.begin(), all.end(), [](const OutputChoice& c) { return c.file.empty(); });
  if (!on_stdout) all.insert(all.begin(), OutputChoice{"text", ""});
  for (const OutputChoice& choice : all) {
    RunInfo info = info_;
    info.color = info_.color && choice.file.empty();
    if (!choice.file.empty()) info.width = 0;
    Output& output = outputs_.emplace_back();
    output.format = FindReportFormat(choice.format);
    output.writer = output.format->make(info);
    output.path = choice.file;
    if (!choice.file.empty()) {
      Result<std::unique_ptr<ByteSink>> file = SinkToFile(choice.file);
      if (!file.ok()) {
        Complain(output, file.error());
        return false;
      }
      output.file = std::move(*file);
    }
  }
  for (Output& output : outputs_) {
    buffer_.clear();
    output.writer->Begin(buffer_);
    Put(output, buffer_);
  }
  return !broken_;
}

bool Reports::wants_snippets() const {
  return std::any_of(outputs_.begin(), outputs_.end(),
                     [](const Output& output) { return output.format->snippets; });
}

bool Reports::wants_timeline() const {
  return std::any_of(outputs_.begin(), outputs_.end(),
                     [](const Output& output) { return output.format->timeline; });
}

void Reports::Render(const CaseResult& result, Fragment& to) const {
  for (size_t i = 0; i < outputs_.size(); ++i) outputs_[i].writer->Case(result, to.cases[i]);
}

void Reports::Render(const InputFinding& finding, Fragment& to) const {
  for (size_t i = 0; i < outputs_.size(); ++i) {
    outputs_[i].writer->Input(finding, to.cases[i], to.inputs[i]);
  }
}

bool Reports::Write(const Fragment& fragment) {
  ClearProgress();
  bool any = false;
  for (size_t i = 0; i < outputs_.size(); ++i) {
    buffer_.clear();
    outputs_[i].writer->Gather(fragment.cases[i], fragment.inputs[i], buffer_);
    any = Put(outputs_[i], buffer_) || any;
  }
  return any && !broken_;
}

bool Reports::Close(const Summary& summary) {
  ClearProgress();
  for (Output& output : outputs_) {
    buffer_.clear();
    output.writer->End(summary, buffer_);
    if (!Put(output, buffer_)) continue;
    const Result<Written> kept = SinkOf(output).Commit(output.format->fault);
    if (!kept.ok()) {
      Complain(output, kept.error());
      broken_ = true;
    }
  }
  return !broken_;
}

bool Reports::Put(Output& output, std::string_view bytes) {
  if (output.closed || broken_) return false;
  if (bytes.empty()) return true;
  const Result<Written> written = SinkOf(output).Write(bytes);
  if (!written.ok()) {
    Complain(output, written.error());
    broken_ = true;
    return false;
  }
  output.closed = *written == Written::kClosed;
  return !output.closed;
}

void Reports::Complain(const Output& output, const Error& error) {
  const std::string name = output.path.empty() ? "-" : ForTerminal(output.path);
  (void)console_.err.Write("anjuan: " + Say(info_.lang, TextId::kError) + ": " + name + ": " +
                           Say(info_.lang, TextId::kUnwritable, {error.detail}) + "\n");
}

void Reports::Warn(const Rule& rule, const Text& error, const std::string& file) {
  ClearProgress();
  (void)console_.err.Write(
      "anjuan: " + Say(info_.lang, TextId::kWarning) + ": " +
      Say(info_.lang, TextId::kRuleWarning, {rule.id, Say(info_.lang, error), ForTerminal(file)}) +
      "\n");
}

void Reports::Progress(size_t done, size_t total) {
  if (!progress_) return;
  const auto now = steady_clock::now();
  if (now - started_ < kShowAfter || now - drawn_ < kDrawEvery) return;
  drawn_ = now;
  bar_shown_ = true;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const double rate = static_cast<double>(done) / seconds;
  const auto left =
      static_cast<uint64_t>(static_cast<double>(total - done) / std::max(rate, 0.001));
  (void)console_.err.Write(
      std::string(kClearLine) +
      Say(info_.lang, TextId::kProgress,
          {std::to_string(done), std::to_string(total), std::to_string(done * 100 / total),
           std::to_string(static_cast<uint64_t>(rate)), std::to_string(left)}));
}

void Reports::ClearProgress() {
  if (!bar_shown_) return;
  (void)console_.err.Write(kClearLine);
  bar_shown_ = false;
}

}  // namespace anjuan
