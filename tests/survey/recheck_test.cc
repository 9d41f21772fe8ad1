#include "survey/recheck.h"

#include <doctest/doctest.h>

#include "survey/small_cases.h"

namespace anjuan {
namespace {

// Of a rule: passed, unless the case says otherwise.
Recheck::OutcomeOf Outcomes(std::map<std::string, std::optional<Outcome>> others = {}) {
  return [others](const std::string& rule) {
    const auto found = others.find(rule);
    return found == others.end() ? std::optional(Outcome::kPassed) : found->second;
  };
}

TEST_CASE("what became of a finding") {
  const FindingLine defect = Defect("R-1", "f");
  FindingLine waived = defect;
  waived.waived = true;
  struct Row {
    std::string name;
    FindingLine then;
    std::vector<FindingLine> now;
    std::optional<Outcome> outcome;
    Fate fate;
    uint64_t fresh;
  };
  const Row rows[] = {
      {"the rule passes", defect, {}, Outcome::kPassed, Fate::kMended, 0},
      {"it fails as before", defect, {defect}, Outcome::kFailed, Fate::kStill, 0},
      {"it costs more: points move between the findings of a rule",
       defect,
       {Defect("R-1", "f", Severity::kMajor, 501)},
       Outcome::kFailed,
       Fate::kStill,
       0},
      {"it costs less",
       defect,
       {Defect("R-1", "f", Severity::kMajor, 499)},
       Outcome::kFailed,
       Fate::kStill,
       0},
      {"it weighs more",
       defect,
       {Defect("R-1", "f", Severity::kFatal)},
       Outcome::kFailed,
       Fate::kWorse,
       0},
      {"the file does not say now",
       defect,
       {Undecided("R-1", "f")},
       Outcome::kIndeterminate,
       Fate::kUndecided,
       0},
      {"likewise, at another place",
       defect,
       {Undecided("R-1", "g")},
       Outcome::kIndeterminate,
       Fate::kUndecided,
       0},
      {"likewise, and it fails at a third",
       defect,
       {Defect("R-1", "g"), Undecided("R-1", "h")},
       Outcome::kFailed,
       Fate::kUndecided,
       1},
      {"undecided then, and failed now at another place",
       Undecided("R-1", "f"),
       {Defect("R-1", "g")},
       Outcome::kFailed,
       Fate::kWorse,
       0},
      {"likewise, at two: the second is new",
       Undecided("R-1", "f"),
       {Defect("R-1", "g"), Defect("R-1", "h")},
       Outcome::kFailed,
       Fate::kWorse,
       1},
      {"undecided then, and now at another place",
       Undecided("R-1", "f"),
       {Undecided("R-1", "g")},
       Outcome::kIndeterminate,
       Fate::kStill,
       0},
      {"waived then, and not now", waived, {defect}, Outcome::kFailed, Fate::kWasWaived, 0},
      {"somebody answers for it", defect, {waived}, Outcome::kFailed, Fate::kWaived, 0},
      {"the rule does not apply now", defect, {}, Outcome::kNotApplicable, Fate::kNotApplicable, 0},
      {"nobody asks any more", defect, {}, std::nullopt, Fate::kNotAsked, 0},
      {"it fails elsewhere in the case",
       defect,
       {Defect("R-1", "g")},
       Outcome::kFailed,
       Fate::kMended,
       1},
      {"another rule fails",
       defect,
       {defect, Defect("R-2", "h")},
       Outcome::kFailed,
       Fate::kStill,
       1},
      {"undecided then, failed now",
       Undecided("R-1", "f"),
       {defect},
       Outcome::kFailed,
       Fate::kWorse,
       0},
      {"undecided then and now",
       Undecided("R-1", "f"),
       {Undecided("R-1", "f")},
       Outcome::kIndeterminate,
       Fate::kStill,
       0},
      {"undecided then, passed now", Undecided("R-1", "f"), {}, Outcome::kPassed, Fate::kMended, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Recheck recheck({});
    recheck.AddEarlier(Case("1", "A", 9000, {row.then}));
    recheck.AddNow(Case("1", "A", 9000, row.now), Outcomes({{"R-1", row.outcome}}));
    const RecheckResult result = recheck.Finish();
    REQUIRE(result.earlier.size() == 1);
    CHECK(NameOf(result.earlier[0].fate) == NameOf(row.fate));
    CHECK(result.fresh.size() == row.fresh);
    CHECK(result.by_agency.at("A").fresh == row.fresh);
  }
}

TEST_CASE("what was waived and is no defect now is not spoken of") {
  FindingLine waived = Defect("R-1", "f");
  waived.waived = true;
  for (const std::vector<FindingLine>& now :
       {std::vector<FindingLine>{}, {waived}, {Undecided("R-1", "f")}}) {
    Recheck recheck({});
    recheck.AddEarlier(Case("1", "A", 9000, {waived}));
    recheck.AddNow(Case("1", "A", 9000, now), Outcomes());
    const RecheckResult result = recheck.Finish();
    CHECK(result.earlier.empty());
    CHECK(result.fresh.empty());
  }
}

TEST_CASE("a defect is open until somebody has settled it") {
  const FindingLine fatal = Defect("R-1", "f", Severity::kFatal);
  FindingLine waived = fatal;
  waived.waived = true;
  struct Row {
    std::string name;
    FindingLine then;
    std::string number;  // of the case now
    std::vector<FindingLine> now;
    std::optional<Outcome> outcome;
    uint64_t open;
  };
  const Row rows[] = {
      {"mended", fatal, "1", {}, Outcome::kPassed, 0},
      {"does not apply", fatal, "1", {}, Outcome::kNotApplicable, 0},
      {"waived", fatal, "1", {waived}, Outcome::kFailed, 0},
      {"still there", fatal, "1", {fatal}, Outcome::kFailed, 1},
      {"undecided", fatal, "1", {}, Outcome::kIndeterminate, 1},
      {"not asked", fatal, "1", {}, std::nullopt, 1},
      {"its case is gone", fatal, "2", {}, Outcome::kPassed, 1},
      {"waived no more", waived, "1", {fatal}, Outcome::kFailed, 1},
      {"undecided then, failed now", Undecided("R-1", "f"), "1", {fatal}, Outcome::kFailed, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Recheck recheck({});
    recheck.AddEarlier(Case("1", "A", 9000, {row.then}));
    recheck.AddNow(Case(row.number, "A", 9000, row.now), Outcomes({{"R-1", row.outcome}}));
    CHECK(recheck.Finish().open[static_cast<size_t>(Severity::kFatal)] == row.open);
  }
}

TEST_CASE("a case that is not there is gone, one whose file was not read is unread") {
  Recheck recheck({});
  for (const char* const number : {"1", "2", "3"}) {
    recheck.AddEarlier(Case(number, "A", 9000, {Defect("R-1", number)}));
  }
  recheck.AddUnread("2.xml");
  CaseLine moved = Case("3", "A", 9000);
  moved.file = "elsewhere/3.xml";  // found again by its number
  recheck.AddNow(moved, Outcomes());
  const RecheckResult result = recheck.Finish();
  const auto& fates = result.all.defects;
  CHECK(fates[static_cast<size_t>(Fate::kGone)] == 1);
  CHECK(fates[static_cast<size_t>(Fate::kUnread)] == 1);
  CHECK(fates[static_cast<size_t>(Fate::kMended)] == 1);
  CHECK(result.all.MendedShare() == 333);
}

TEST_CASE("of two cases with one number the worst counts, whatever their order") {
  for (const bool turned : {false, true}) {
    CAPTURE(turned);
    Recheck recheck({});
    recheck.AddEarlier(Case("1", "A", 9000, {Defect("R-1", "f")}));
    const CaseLine good = Case("1", "A", 9000);
    const CaseLine bad = Case("1", "A", 9000, {Defect("R-1", "f")});
    recheck.AddNow(turned ? bad : good, Outcomes());
    recheck.AddNow(turned ? good : bad, Outcomes());
    CHECK(recheck.Finish().earlier[0].fate == Fate::kStill);
  }
}

TEST_CASE("of several earlier cases with one number, each is matched with its own file") {
  for (const bool turned : {false, true}) {
    CAPTURE(turned);
    Recheck recheck({});
    CaseLine a = Case("1", "A", 9000, {Defect("R-1", "f")});
    CaseLine b = a;
    b.file = "copy.xml";
    recheck.AddEarlier(a);
    recheck.AddEarlier(b);
    CaseLine moved = a;
    moved.file = "moved.xml";
    b.findings.clear();
    recheck.AddNow(turned ? moved : b, Outcomes());
    recheck.AddNow(turned ? b : moved, Outcomes());
    const RecheckResult result = recheck.Finish();
    REQUIRE(result.earlier.size() == 2);
    CHECK(result.earlier[0].where.file == "1.xml");
    CHECK(result.earlier[0].fate == Fate::kStill);  // as the moved one says
    CHECK(result.earlier[1].fate == Fate::kMended);
    CHECK(result.fresh.empty());
  }
}

TEST_CASE("new defects stand apart, those of cases that are new themselves too") {
  Recheck recheck({{"p", "1", "d"}});
  RunLine run;
  run.packs = {{"p", "1", "other"}};
  recheck.AddEarlier(run);
  recheck.AddEarlier(Case("1", "A", 9000));
  recheck.AddNow(Case("1", "A", 9000, {Defect("R-1", "a", Severity::kFatal)}), Outcomes());
  recheck.AddNow(Case("9", "B", 9000, {Defect("R-1", "b", Severity::kMinor)}), Outcomes());
  const RecheckResult result = recheck.Finish();
  CHECK(result.other_rules);
  CHECK(result.all.fresh == 1);
  CHECK(result.all.elsewhere == 1);
  CHECK(result.open[static_cast<size_t>(Severity::kFatal)] == 1);
  CHECK(result.open[static_cast<size_t>(Severity::kMinor)] == 1);
  CHECK_FALSE(result.all.MendedShare().has_value());
}

}  // namespace
}  // namespace anjuan
