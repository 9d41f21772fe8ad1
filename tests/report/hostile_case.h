// A case whose every free text is one text, as a report writes it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "audit/gate.h"
#include "audit/waiver.h"
#include "report/formats.h"
#include "support/hostile_texts.h"
#include "support/small_rules.h"

namespace anjuan {

// The rules T-1 and T-2; what they check does not matter.
const SmallRules& ReportRules();

// Of a run with a baseline that holds nothing.
const Gate& GateWithBaseline();

// Without their line feeds.
std::vector<std::string> Lines(const std::string& text);

RunInfo ReportRun(Lang lang = Lang::kEnglish);

// A failed finding, an undecided one and a waived one; nothing else of the case stays fixed.
class HostileCase {
 public:
  explicit HostileCase(std::string_view text);
  const CaseResult& result() const { return result_; }

 private:
  Waiver waiver_;
  CaseResult result_;
};

// What the format writes of the cases, then of the inputs.
std::string Written(std::string_view format, const RunInfo& info,
                    const std::vector<CaseResult>& cases,
                    const std::vector<InputFinding>& inputs = {});

// Of one hostile case and an input finding of that text.
std::string WrittenOf(std::string_view format, std::string_view text);

std::string Replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace anjuan
