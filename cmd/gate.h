// The waivers, the baseline and the limits of a run: read from their files, and what became of them
// told on standard error.
#pragma once

#include <memory>

#include "audit/gate.h"
#include "audit/rule_set.h"
#include "audit/summary.h"
#include "base/byte_sink.h"
#include "base/file_reader.h"
#include "cmd/options.h"

namespace anjuan {

class RunGate {
 public:
  // Mistakes go to the sink; what they stand in is then not used.
  RunGate(const GateChoice& choice, const RuleSet& rules, Date as_of, const FileReader& disk,
          DiagnosticSink& sink);

  const Gate& gate() const { return gate_; }

  // Waivers that ran out or met nothing, and limits that cases broke. True where a limit is broken.
  bool Tell(const Summary& summary, Lang lang, ByteSink& err) const;

 private:
  std::unique_ptr<const Waivers> waivers_;
  std::unique_ptr<const Baseline> baseline_;
  Gate gate_;
};

}  // namespace anjuan
