// A scoring scheme (计分方案): how what rules found becomes points and a grade.
//
// Shape:   rules/schemes/NAME.yaml, or a file of one's own. Three styles of counting:
//            deduct  sections with points; a finding takes its rule's `deduct`, a rule at most its
//                    `cap`, a section at most its points
//            earn    `base`, and `earned` times the points kept of those that could be, then
//                    less what basic elements take; what is not applicable is in neither sum
//            fixed   sizes by gravity from the full mark, whatever the rule's own points are
//          A rule whose own `deduct` is 0 only points something out: it takes nothing in any style.
// Grades:  best first. One reaches from its `from` up to the next better one's; the last from 0.
// Veto:    what a failed rule of severity fatal does, beside its points.
// Units:   points are hundredths.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.h"

namespace anjuan {

enum class ScoringStyle : uint8_t { kDeduct, kEarn, kFixed };

enum class Veto : uint8_t {
  kNotExcellent,  // the second grade at best
  kFail,          // the last grade
  kZero,          // no points
  kMinus,         // so many points less
};

// What a rule is to the earn style.
enum class ScoreRole : uint8_t {
  kItem,     // its cap is what it can earn
  kElement,  // a basic element: takes points off the sum
  kGate,     // counts by its veto alone
};

// Rules by severity and section; absent: any.
struct RuleMatch {
  std::optional<Severity> severity;
  std::string section;

  bool Fits(const Rule& rule) const {
    return (!severity || *severity == rule.severity) &&
           (section.empty() || section == rule.score.section);
  }
};

struct Scheme {
  struct Section {
    std::string name;
    Points points;  // deduct
  };
  struct Grade {
    std::string name;
    Points from;
  };
  struct RoleRow {
    RuleMatch match;
    ScoreRole role = ScoreRole::kItem;
  };
  struct SizeRow {
    RuleMatch match;
    Points points;
  };

  std::string name;
  std::string title;
  ScoringStyle style = ScoringStyle::kDeduct;
  Points full;
  std::vector<Section> sections;
  Veto veto = Veto::kFail;
  Points veto_points;  // kMinus
  std::vector<Grade> grades;

  // earn
  Points base;
  Points earned;
  Points elements;             // the most that basic elements take
  std::vector<RoleRow> roles;  // the first row that fits; none: an item

  // fixed
  std::vector<SizeRow> sizes;  // likewise; some row fits every rule
  bool each_finding = false;   // a size for each finding, not once a rule

  ScoreRole RoleOf(const Rule& rule) const;
  Points SizeOf(const Rule& rule) const;
  size_t GradeOf(Points points) const;                           // index into grades
  std::optional<size_t> SectionOf(std::string_view name) const;  // index into sections
};

// Where schemes of that name stand.
struct SchemeShelf {
  const FileReader* files = nullptr;
  std::string folder;  // schemes/

  std::string PathOf(const std::string& name) const { return folder + name + ".yaml"; }
};

// Names of the schemes on a shelf, sorted.
std::vector<std::string> SchemeNames(const SchemeShelf& shelf);

// Null where the file has any mistake.
std::shared_ptr<const Scheme> LoadScheme(const FileReader& files, const std::string& path,
                                         DiagnosticSink& sink);

// A rule of the pack whose section the scheme does not have is a mistake.
void CheckSections(const Scheme& scheme, const Pack& pack, DiagnosticSink& sink);

// The mistake of a section that is none, with what it may have been meant to be.
void ReportUnknownSection(const Scheme& scheme, const SourcePtr& source, Span span,
                          const std::string& name, DiagnosticSink& sink);

}  // namespace anjuan
