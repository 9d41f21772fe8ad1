// Tests of tests: each rule changed in one place at a time (pack/mutate_rule.h), and its tests run
// on the change. A change that no test notices survives: the tests say too little there.
//
// Counts: a change that does not compile, or compiles to the same programs, is none. A rule whose
//         tests fail as it stands is told and left alone.
// Order:  survivors by pack, rule and place, whatever the number of threads.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "base/diagnostic.h"
#include "pack/compiled_pack.h"
#include "value/workday_calendar.h"

namespace anjuan {

struct Survivor {
  const Rule* rule = nullptr;
  Span place;  // in the rule's file
  Text what;
};

struct MutantCount {
  size_t changes = 0;
  size_t survived = 0;
};

struct MutationReport {
  std::array<MutantCount, kSeverities> by_severity = {};
  std::vector<Survivor> survivors;

  MutantCount Total() const;
};

// Of the rules that each pack wrote itself. Must not outlive the packs. `jobs`: threads, at least
// one.
MutationReport TestMutants(std::span<const std::unique_ptr<const CompiledPack>> packs,
                           const Model& model, const WorkdayCalendar& calendar, unsigned jobs,
                           DiagnosticSink& mistakes, Lang lang);

}  // namespace anjuan
