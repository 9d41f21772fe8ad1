// NDJSON reports of earlier runs, read line by line.
//
// Shape:  a run, its cases and inputs, its summary; several reports may stand one behind another.
//         Empty lines and a byte order mark are passed over.
// Errors: all go to OnProblem and the rest is read on: a file that cannot be read, a line that is
//         none of a report, a report without its run line or without its summary (cut off), one
//         whose summary counts other cases than there are. Every case that could be read is given.
// Memory: one line, up to the limit.
#pragma once

#include <string>

#include "base/file_reader.h"
#include "base/text.h"
#include "survey/case_line.h"

namespace anjuan {

struct EarlierProblem {
  std::string file;
  uint64_t line = 0;  // 0: of the file as a whole
  Text message;
  bool unopened = false;  // nothing of the file could be read
};

class EarlierSink {
 public:
  virtual ~EarlierSink() = default;

  virtual void OnRun(const RunLine& run) = 0;
  virtual void OnCase(const CaseLine& one) = 0;
  virtual void OnInput(const InputLine& input) = 0;
  virtual void OnSummary(const SummaryLine& summary) = 0;
  virtual void OnProblem(EarlierProblem problem) = 0;
};

inline constexpr uint64_t kMostLineBytes = 64ull << 20;

void ReadEarlier(const FileReader& files, const std::string& path, EarlierSink& sink,
                 uint64_t most_line_bytes = kMostLineBytes);

}  // namespace anjuan
