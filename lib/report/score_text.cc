#include "report/score_text.h"

#include <algorithm>

#include "base/terminal_text.h"
#include "base/texts/gate.h"

namespace anjuan {
namespace {

Points Plus(Points a, Points b) { return {a.hundredths + b.hundredths}; }
Points Less(Points a, Points b) { return {a.hundredths - b.hundredths}; }

std::string Ids(const std::vector<const Rule*>& rules, Lang lang) {
  std::string ids;
  for (const Rule* const rule : rules) {
    if (!ids.empty()) ids += Say(lang, TextId::kListComma);
    ids += rule->id;
  }
  return ids;
}

// What a veto does, in a few words.
std::string VetoOf(const Scheme& scheme, Lang lang) {
  switch (scheme.veto) {
    case Veto::kNotExcellent:
      return Say(lang, TextId::kVetoNotExcellent, {ForTerminal(scheme.grades.front().name)});
    case Veto::kFail:
      return ForTerminal(scheme.grades.back().name);
    case Veto::kZero:
      return Say(lang, TextId::kVetoZero);
    case Veto::kMinus:
      return Say(lang, TextId::kVetoMinus, {FormatPoints(scheme.veto_points)});
  }
  return "";
}

class Arithmetic {
 public:
  Arithmetic(const Score& score, Lang lang, std::string_view indent, std::string& out)
      : score_(score), lang_(lang), indent_(indent), out_(out) {}

  void Write() {
    for (uint32_t i = 0; i < score_.parts.size(); ++i) {
      Part(i);
      for (const ScoreLine& line : score_.lines) {
        if (line.part == i) Rule(line);
      }
    }
    Total();
    if (!score_.vetoes.empty()) {
      Line(Words(TextId::kScoreVeto, {Ids(score_.vetoes, lang_), VetoOf(*score_.scheme, lang_)}));
    } else if (!score_.possible_vetoes.empty()) {
      Line(Words(TextId::kScorePossibleVeto,
                 {Ids(score_.possible_vetoes, lang_), VetoOf(*score_.scheme, lang_)}));
    }
  }

 private:
  std::string Words(TextId id, std::initializer_list<std::string_view> args = {}) const {
    return Say(lang_, id, args);
  }
  void Line(const std::string& text) { out_.append(indent_).append(text).push_back('\n'); }
  bool earns() const { return score_.scheme->style == ScoringStyle::kEarn; }

  // "30 − 12 = 18", "10 − 14,扣完为止 = 0".
  std::string Left(const ScorePart& part, Points taken) const {
    std::string text = FormatPoints(part.of);
    if (taken.hundredths == 0) return text;
    text += " − " + FormatPoints(taken);
    if (taken.hundredths > part.of.hundredths) text += Words(TextId::kScoreUsedUp);
    const Points least{std::min(taken.hundredths, part.of.hundredths)};
    return text + " = " + FormatPoints(Less(part.of, least));
  }

  std::string Share(Points lost) const {
    const ScorePart& items = score_.parts[0];
    const Points kept = Less(items.of, lost);
    const Points earned = score_.scheme->earned;
    if (items.of.hundredths == 0) return FormatPoints(earned);
    return FormatPoints(earned) + " × " + FormatPoints(kept) + " / " + FormatPoints(items.of) +
           " = " + FormatPoints(ShareOf(earned, kept, items.of));
  }

  // "3", "24,以 20 为限 = 20".
  std::string Taken(Points taken, Points most) const {
    std::string text = FormatPoints(taken);
    if (taken.hundredths > most.hundredths) {
      text += Words(TextId::kScoreCapped, {FormatPoints(most)}) + " = " + FormatPoints(most);
    }
    return text;
  }

  void Part(uint32_t index) {
    const ScorePart& part = score_.parts[index];
    const Points worst = Plus(part.taken, part.at_stake);
    std::string text;
    std::string least;
    if (!earns()) {
      text = part.name.empty() ? Words(TextId::kScoreFull) : ForTerminal(part.name);
      text += "  " + Left(part, part.taken);
      least = Left(part, worst);
    } else if (index == 0) {
      text = Words(TextId::kScoreBase) + "  " + FormatPoints(score_.scheme->base);
      Line(text);
      text = Words(TextId::kScoreItems) + "  " + Share(part.lost());
      least = Share(part.lost_at_most());
    } else {
      text = Words(TextId::kScoreElements) + "  −" + Taken(part.taken, part.of);
      least = "−" + Taken(worst, part.of);
    }
    if (part.at_stake.hundredths > 0) text += Words(TextId::kScoreAtLeast, {least});
    Line(text);
  }

  void Rule(const ScoreLine& line) {
    std::string text;
    const auto add = [&](const std::string& more) {
      text += (text.empty() ? "" : Words(TextId::kListSemicolon)) + more;
    };
    if (line.places > 0) {
      std::string taken = "−" + FormatPoints(line.each);
      if (line.places > 1) {
        taken += " × " + std::to_string(line.places);
        taken += line.capped() ? Words(TextId::kScoreCapped, {FormatPoints(line.most)}) : "";
        taken += " = −" + FormatPoints(line.taken);
      } else if (line.capped()) {
        taken += Words(TextId::kScoreCapped, {FormatPoints(line.most)}) + " = −" +
                 FormatPoints(line.taken);
      }
      add(taken);
    }
    if (line.free > 0) add(Words(TextId::kScoreFree, {std::to_string(line.free)}));
    if (line.waived > 0) add(Words(gate_text::kScoreWaived, {std::to_string(line.waived)}));
    if (line.at_stake.hundredths > 0) {
      add(Words(TextId::kScoreAtStake, {FormatPoints(line.at_stake)}));
    }
    Line("  " + line.rule->id + "  " + line.rule->title + "  " + text);
  }

  void Total() {
    std::string text = Words(TextId::kScoreTotal) + "  ";
    if (earns()) {
      const ScorePart& items = score_.parts[0];
      const Points kept = Less(items.of, items.lost());
      text += FormatPoints(score_.scheme->base) + " + " +
              FormatPoints(ShareOf(score_.scheme->earned, kept, items.of)) + " − " +
              FormatPoints(score_.parts[1].lost());
    } else if (score_.parts.size() == 1) {
      text += Left(score_.parts[0], score_.parts[0].taken);
      text.resize(std::min(text.size(), text.rfind(" = ")));
    } else {
      bool first = true;
      for (const ScorePart& part : score_.parts) {
        text += (first ? "" : " + ") + FormatPoints(Less(part.of, part.lost()));
        first = false;
      }
    }
    text += " = " + FormatPoints(score_.before_veto);
    Line(text);
  }

  const Score& score_;
  Lang lang_;
  std::string_view indent_;
  std::string& out_;
};

}  // namespace

std::string ScoreLineOf(const Score& score, Lang lang) {
  std::string text = Say(lang, TextId::kScoreOf, {FormatPoints(score.value)});
  if (score.floor.hundredths != score.value.hundredths) {
    text += Say(lang, TextId::kScoreFloor, {FormatPoints(score.floor)});
  }
  text += ' ' + ForTerminal(score.grade_name());
  if (!score.vetoes.empty()) {
    text += " · " + Say(lang, TextId::kScoreVetoedBy, {Ids(score.vetoes, lang)});
  }
  std::string taken;
  for (const ScorePart& part : score.parts) {
    if (part.name.empty() || part.lost().hundredths == 0) continue;
    if (!taken.empty()) taken += Say(lang, TextId::kListComma);
    taken += ForTerminal(part.name) + ' ' + FormatPoints(part.lost());
  }
  if (!taken.empty()) text += " · " + Say(lang, TextId::kScoreTaken, {taken});
  return text;
}

void AppendArithmetic(const Score& score, Lang lang, std::string_view indent, std::string& out) {
  Arithmetic(score, lang, indent, out).Write();
}

std::string ScoreTotals(const Scheme& scheme, const Summary& summary, Lang lang) {
  if (summary.scored == 0) return "";
  std::string grades;
  for (size_t i = 0; i < summary.by_grade.size(); ++i) {
    grades +=
        " · " + ForTerminal(scheme.grades[i].name) + ' ' + std::to_string(summary.by_grade[i]);
  }
  return Say(lang, TextId::kTotalScores,
             {ForTerminal(scheme.name), FormatPoints(summary.AverageScore()),
              FormatPoints({summary.lowest_score}), grades});
}

}  // namespace anjuan
