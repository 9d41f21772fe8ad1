// The reports of one run and where each goes, with the progress bar beside them.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "audit/batch.h"
#include "cmd/commands.h"
#include "report/formats.h"

namespace anjuan {

class Reports final : public ResultSink {
 public:
  Reports(const RunInfo& info, Console& console, bool progress);

  // False where a report cannot be written; the reason is on standard error.
  bool Open(const std::vector<OutputChoice>& choices);
  bool Close(const Summary& summary);

  size_t report_count() const override { return outputs_.size(); }
  bool wants_snippets() const override;
  bool wants_timeline() const override;
  void Render(const CaseResult& result, Fragment& to) const override;
  void Render(const InputFinding& finding, Fragment& to) const override;
  bool Write(const Fragment& fragment) override;
  void Warn(const Rule& rule, const Text& error, const std::string& file) override;
  void Progress(size_t done, size_t total) override;

 private:
  struct Output {
    const ReportFormat* format = nullptr;
    std::unique_ptr<ReportWriter> writer;
    std::unique_ptr<ByteSink> file;  // null: standard output
    std::string path;
    bool closed = false;  // its reader went away
  };

  ByteSink& SinkOf(Output& output) { return output.file ? *output.file : console_.out; }
  // False where nobody reads any more, or the report cannot be written.
  bool Put(Output& output, std::string_view bytes);
  void Complain(const Output& output, const Error& error);
  void ClearProgress();

  RunInfo info_;
  Console& console_;
  bool progress_;
  std::vector<Output> outputs_;
  bool broken_ = false;
  std::string buffer_;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point drawn_;
  bool bar_shown_ = false;
};

}  // namespace anjuan
