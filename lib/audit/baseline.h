// The baseline of a run (基线): findings that were there before, each with its evidence, so that
// only what is new counts.
//
// Shape:  a text of lines, sorted by byte. The first is "anjuan-baseline 1"; then a line a finding,
//         parts set apart by tabs: fingerprint, rule, file, case number ("": none), then evidence
//         as field=value; field alone: the export does not carry it. Inside a part \\ \t \n \r
//         stand for what they look like. Lines rather than YAML: an old archive has findings by the
//         hundred thousand, and a line a finding is what a review of changes shows best.
// Same:   a finding is known where the baseline has its fingerprint with the same evidence, by
// field
//         (places in lists aside: a paper more before it changes nothing) and value. The count of
//         days of a deadline is left out: it grows while the step is not taken.
// Errors: of the first line that is none, with its number; nothing is read past it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "audit/case_result.h"
#include "base/diagnostic.h"

namespace anjuan {

struct BaselineEntry {
  std::string fingerprint;
  std::string rule;
  std::string file;
  std::string case_number;
  std::vector<std::pair<std::string, std::optional<std::string>>> evidence;
};

BaselineEntry EntryOf(const Finding& finding, const CaseResult& result);

// The line of an entry, with its end; and the first line of a baseline.
std::string LineOf(const BaselineEntry& entry);
inline constexpr std::string_view kBaselineHead = "anjuan-baseline 1\n";

class Baseline {
 public:
  static std::unique_ptr<const Baseline> Read(const SourcePtr& source, DiagnosticSink& sink);

  const std::vector<BaselineEntry>& entries() const { return entries_; }
  // Index of the entry that a failed finding is; nothing where it is new.
  std::optional<size_t> Find(const Finding& finding) const;
  // Indexes of the entries of a case.
  const std::vector<size_t>& OfCase(const CaseResult& result) const;

 private:
  std::vector<BaselineEntry> entries_;
  std::unordered_map<std::string, size_t> by_identity_;  // fingerprint and evidence
  std::unordered_map<std::string, std::vector<size_t>> by_case_;
  std::vector<size_t> none_;
};

}  // namespace anjuan
