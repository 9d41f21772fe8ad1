// Many files against the rules of a run, on several threads.
//
// Order:  results reach the sink in the order of the inputs, whatever the number of jobs; so do
//         warnings and the first place of each unknown name.
// Memory: each worker holds one record; at most a window of finished files waits for a slower one
//         before it, and a file with many cases hands its results over as they grow.
// Shares: workers share the rules, which do not change, and nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "audit/rule_set.h"
#include "audit/summary.h"
#include "base/file_reader.h"
#include "intake/walk.h"
#include "intake/xml_reader.h"

namespace anjuan {

// Rendered results, one text a report. Filled by workers, written in order.
struct Fragment {
  std::vector<std::string> cases;
  std::vector<std::string> inputs;

  explicit Fragment(size_t reports = 0) : cases(reports), inputs(reports) {}
  void Clear() {
    for (std::string& text : cases) text.clear();
    for (std::string& text : inputs) text.clear();
  }
  size_t bytes() const {
    size_t sum = 0;
    for (const std::string& text : cases) sum += text.size();
    return sum;
  }
};

class ResultSink {
 public:
  virtual ~ResultSink() = default;

  virtual size_t report_count() const = 0;
  // The line of the file that a failed finding stands on.
  virtual bool wants_snippets() const { return false; }
  // Of each case; it costs as much again as the audit.
  virtual bool wants_timeline() const { return false; }
  // Called by many threads at once.
  virtual void Render(const CaseResult& result, Fragment& to) const = 0;
  virtual void Render(const InputFinding& finding, Fragment& to) const = 0;
  // Called by one thread at a time, in input order. False: nobody reads any more; stop.
  virtual bool Write(const Fragment& fragment) = 0;
  // A rule that ran into an error, once a rule, with the first file in input order.
  virtual void Warn(const Rule& rule, const Text& error, const std::string& file) = 0;
  // After each file.
  virtual void Progress(size_t done, size_t total) = 0;
};

struct BatchOptions {
  unsigned jobs = 1;
  Date today;
  Lang lang = Lang::kChinese;
  ReadLimits limits;
  const Gate* gate = nullptr;  // null: nothing is let pass, and no limit is set
};

// Every input is accounted for in the summary.
Summary RunBatch(const RuleSet& rules, const WalkedInput& input, const FileReader& files,
                 const BatchOptions& options, ResultSink& sink);

}  // namespace anjuan
