#include "report/formats.h"

#include "audit/gate.h"
#include "report/read_back.h"
#include "report/xlsx_book.h"

namespace anjuan {
namespace {

template <std::string (*kFault)(const FileReader&, const std::string&)>
std::string OnDisk(const std::string& path) {
  return kFault(DiskReader(), path);
}

constexpr ReportFormat kFormats[] = {
    {.name = "text", .make = MakeTextWriter, .snippets = true},
    {"ndjson", MakeNdjsonWriter, OnDisk<FaultOfNdjson>},
    {"json", MakeJsonWriter, OnDisk<FaultOfJson>},
    {"sarif", MakeSarifWriter, OnDisk<FaultOfJson>},
    {"junit", MakeJunitWriter, OnDisk<FaultOfReportXml>},
    {"gitlab", MakeGitlabWriter, OnDisk<FaultOfJson>},
    {"github", MakeGithubWriter},
    {"csv", MakeCsvWriter, OnDisk<FaultOfCsv>},
    {"csv-raw", MakeCsvRawWriter, OnDisk<FaultOfCsv>},
    {"md", MakeMarkdownWriter},
    {.name = "xlsx", .make = MakeXlsxWriter, .fault = XlsxFault, .binary = true},
    {.name = "html", .make = MakeHtmlWriter, .fault = FaultOfPageFile, .timeline = true},
};

}  // namespace

bool RunInfo::has_baseline() const { return gate != nullptr && gate->baseline != nullptr; }

std::span<const ReportFormat> ReportFormats() { return kFormats; }

const ReportFormat* FindReportFormat(std::string_view name) {
  for (const ReportFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

void ReportWriter::Gather(std::string_view cases, std::string_view /*inputs*/, std::string& out) {
  out.append(cases);
}

}  // namespace anjuan
