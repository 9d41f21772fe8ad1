#include <algorithm>

#include "base/texts/survey.h"
#include "report/severity_word.h"
#include "report/survey_tables.h"
#include "report/survey_view.h"

namespace anjuan {
namespace {

namespace text = survey_text;

// In the order of Fate.
constexpr TextId kFateNames[] = {text::kMended,       text::kFateWaived,    text::kNotApplicableNow,
                                 text::kNotAsked,     text::kGone,          text::kUnread,
                                 text::kUndecidedNow, text::kWasWaivedFate, text::kStillThere,
                                 text::kWorseNow};
static_assert(std::size(kFateNames) == kFates);
constexpr TextId kWasNames[] = {text::kWasDefect, text::kWasUndecided, text::kFateWaived};

std::string NumberOf(const CaseRef& where) {
  return where.case_number.empty() ? where.file : where.case_number;
}

class RecheckView {
 public:
  RecheckView(const RecheckResult& result, Lang lang) : result_(result), lang_(lang) {}

  Document Make() {
    document_.title = Words(text::kRecheckName);
    AddScope();
    if (result_.other_rules) document_.blocks.push_back(Paragraph{Words(text::kRecheckRules)});
    AddAgencies();
    AddEarlier();
    AddFresh();
    return std::move(document_);
  }

 private:
  std::string Words(TextId id) const { return Say(lang_, id); }
  std::string Agency(const std::string& name) const {
    return name.empty() ? Words(TextId::kNotStated) : name;
  }

  // Every earlier finding stands in it once: the numbers add up.
  void AddScope() {
    const RecheckTally& all = result_.all;
    const auto fates = [&](const std::array<uint64_t, kFates>& counts, Was was) {
      std::string words;
      for (int i = 0; i < kFates; ++i) {
        const uint64_t count = counts[static_cast<size_t>(i)];
        const bool always = i == static_cast<int>(Fate::kMended) ||
                            (i == static_cast<int>(Fate::kStill) && was == Was::kDefect);
        if (count == 0 && !always) continue;
        if (!words.empty()) words += Words(TextId::kListComma);
        words += Say(lang_, text::kFateTimes,
                     {FateName(static_cast<Fate>(i), was), std::to_string(count)});
      }
      return words;
    };
    const auto put = [&](std::string words) {
      document_.blocks.push_back(Paragraph{std::move(words)});
    };
    put(Say(lang_, text::kRecheckScope,
            {std::to_string(all.Defects()), fates(all.defects, Was::kDefect)}));
    if (all.Undecided() > 0) {
      put(Say(lang_, text::kRecheckUndecided,
              {std::to_string(all.Undecided()), fates(all.undecided, Was::kUndecided)}));
    }
    if (all.was_waived > 0) {
      put(Say(lang_, text::kRecheckWasWaived, {std::to_string(all.was_waived)}));
    }
    put(Say(lang_, text::kRecheckFresh,
            {std::to_string(all.fresh + all.elsewhere), std::to_string(all.fresh),
             std::to_string(all.elsewhere)}));
  }

  std::string FateName(Fate fate, Was was) const {
    if (was == Was::kUndecided) {
      if (fate == Fate::kMended) return Words(text::kPassedNow);
      if (fate == Fate::kStill) return Words(text::kStillUndecided);
      if (fate == Fate::kWorse) return Words(text::kFailedNow);
    }
    return Words(kFateNames[static_cast<size_t>(fate)]);
  }

  void AddAgencies() {
    TableFiller table("by_agency", Say(lang_, text::kBy, {Words(text::kAgency)}),
                      Words(text::kRecheckCaption));
    table.Column("agency", Words(text::kAgency));
    table.Column("defects", Words(text::kEarlierDefects), ColumnType::kCount);
    table.Column("mended_share", Words(text::kMendedShare), ColumnType::kShare);
    table.Bar();
    for (int i = 0; i < kFates; ++i) {
      if (static_cast<Fate>(i) == Fate::kWasWaived) continue;  // no earlier defect has it
      table.Column(KeyOf(static_cast<Fate>(i)), Words(kFateNames[i]), ColumnType::kCount);
    }
    table.Column("was_waived", Words(text::kWasWaivedFate), ColumnType::kCount);
    table.Column("new", Words(text::kNewDefects), ColumnType::kCount);
    table.Column("elsewhere", Words(text::kElsewhere), ColumnType::kCount);
    table.Column("cleared", Words(text::kCleared), ColumnType::kCount);
    table.Column("open", Words(text::kOpenQuestions), ColumnType::kCount);
    for (const auto& [agency, tally] : result_.by_agency) Row(Agency(agency), tally, table);
    if (result_.by_agency.size() > 1) Row(Words(text::kTotals), result_.all, table);
    Put(table);
  }
  static std::string KeyOf(Fate fate) {
    std::string key(NameOf(fate));
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
  }
  static void Row(std::string name, const RecheckTally& tally, TableFiller& table) {
    table.Row();
    table.Cell(std::move(name));
    table.Cell(tally.Defects());
    table.Number(tally.MendedShare());
    for (size_t i = 0; i < kFates; ++i) {
      if (static_cast<Fate>(i) != Fate::kWasWaived) table.Cell(tally.defects[i]);
    }
    table.Cell(tally.was_waived);
    table.Cell(tally.fresh);
    table.Cell(tally.elsewhere);
    const uint64_t cleared = tally.undecided[static_cast<size_t>(Fate::kMended)];
    table.Cell(cleared);
    table.Cell(tally.Undecided() - cleared);
  }

  // The worst fate first; what is mended stands in the table too, for whoever has to prove it.
  void AddEarlier() {
    std::vector<const RecheckedFinding*> findings;
    for (const RecheckedFinding& finding : result_.earlier) findings.push_back(&finding);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto* a, const auto* b) { return a->fate > b->fate; });
    TableFiller table("earlier", Words(text::kEarlierFindings));
    table.Column("fate", Words(text::kFate));
    FindingColumns(table);
    table.Column("was", Words(text::kWas));
    for (const RecheckedFinding* const finding : findings) {
      table.Row();
      const bool undecided = finding->was == Was::kUndecided && finding->fate != Fate::kWorse;
      table.Cell(FateName(finding->fate, finding->was));
      FindingCells(*finding, !undecided, table);
      table.Cell(Words(kWasNames[static_cast<size_t>(finding->was)]));
    }
    Put(table);
  }

  void AddFresh() {
    TableFiller table("new", Words(text::kNewDefects));
    table.Column("known_case", Words(text::kKnownCase));
    FindingColumns(table);
    for (const NewFinding& finding : result_.fresh) {
      table.Row();
      table.Cell(Words(finding.known_case ? text::kInKnownCase : text::kInNewCase));
      FindingCells(finding, true, table);
    }
    Put(table);
  }

  void FindingColumns(TableFiller& table) {
    table.Column("agency", Words(text::kAgency));
    table.Column("case", Words(text::kCaseNumber));
    table.Column("file", Words(text::kFile));
    table.Column("rule", Words(text::kRule));
    table.Column("title", Words(text::kProblem));
    table.Column("severity", Words(text::kSeverity));
    table.Column("message", Words(text::kDetails));
    table.Column("fix", Words(text::kFix));
  }
  // What is undecided has no severity: it may be no defect at all.
  template <typename Finding>
  void FindingCells(const Finding& finding, bool weighs, TableFiller& table) {
    table.Cell(Agency(finding.where.agency));
    table.Cell(NumberOf(finding.where));
    table.Cell(finding.where.file);
    table.Cell(finding.rule);
    table.Cell(finding.title);
    table.Cell(weighs ? SeverityWord(finding.severity, lang_) : std::string());
    table.Cell(finding.message);
    table.Cell(finding.fix);
  }

  void Put(TableFiller& table) {
    if (!table.empty()) document_.blocks.push_back(table.Take());
  }

  const RecheckResult& result_;
  Lang lang_;
  Document document_;
};

}  // namespace

Document RecheckDocument(const RecheckResult& result, Lang lang) {
  return RecheckView(result, lang).Make();
}

}  // namespace anjuan
