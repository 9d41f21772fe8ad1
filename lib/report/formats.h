// The report formats there are. A new one: its own file and one row in formats.cc.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "report/writer.h"

namespace anjuan {

struct ReportFormat {
  std::string_view name;
  std::unique_ptr<ReportWriter> (*make)(const RunInfo& info);
  // What is wrong with a report that was written to `path`; "" where it reads back whole. Asked
  // before the report takes its name. Null: a text, there is nothing to read back.
  std::string (*fault)(const std::string& path) = nullptr;
  bool binary = false;    // goes to a file only
  bool snippets = false;  // shows Finding::snippet
  bool timeline = false;  // draws CaseResult::timeline
};

std::span<const ReportFormat> ReportFormats();
const ReportFormat* FindReportFormat(std::string_view name);

std::unique_ptr<ReportWriter> MakeTextWriter(const RunInfo& info);
std::unique_ptr<ReportWriter> MakeNdjsonWriter(const RunInfo& info);
std::unique_ptr<ReportWriter> MakeJsonWriter(const RunInfo& info);
std::unique_ptr<ReportWriter> MakeSarifWriter(const RunInfo& info);
std::unique_ptr<ReportWriter> MakeJunitWriter(const RunInfo& info);
std::unique_ptr<ReportWriter> MakeGitlabWriter(const RunInfo& info);
std::unique_ptr<ReportWriter> MakeGithubWriter(const RunInfo& info);
std::unique_ptr<ReportWriter> MakeCsvWriter(const RunInfo& info);
std::unique_ptr<ReportWriter> MakeCsvRawWriter(const RunInfo& info);
std::unique_ptr<ReportWriter> MakeMarkdownWriter(const RunInfo& info);
std::unique_ptr<ReportWriter> MakeXlsxWriter(const RunInfo& info);
std::unique_ptr<ReportWriter> MakeHtmlWriter(const RunInfo& info);

std::string FaultOfPageFile(const std::string& path);

}  // namespace anjuan
