// The tests that stand inside rules: a case each, and the outcome it must have.
//
// Demands: every outcome that a rule can have is tested: passed, failed, indeterminate, and not
//          applicable where the rule has a `when` or looks at elements.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "audit/case_result.h"
#include "base/diagnostic.h"
#include "pack/compiled_pack.h"
#include "value/workday_calendar.h"

namespace anjuan {

struct RuleTestCount {
  size_t passed = 0;
  size_t failed = 0;  // wrong outcomes and outcomes without a test
};

// Failures are errors in `failures`, with the place of the test; a test that is no test (an unknown
// field, a value that does not parse) is an error in `mistakes`.
RuleTestCount RunRuleTests(const CompiledPack& pack, const Model& model,
                           const WorkdayCalendar& calendar, DiagnosticSink& failures,
                           DiagnosticSink& mistakes, Lang lang);

// Cases that stand apart from the rules they are about: a list of tests, each with `rule`, and
// where it matters `pack` and `row`, what it is taken from.
RuleTestCount RunCases(const yaml::Document& cases,
                       std::span<const std::unique_ptr<const CompiledPack>> packs,
                       const Model& model, const WorkdayCalendar& calendar,
                       DiagnosticSink& failures, DiagnosticSink& mistakes, Lang lang);

}  // namespace anjuan
