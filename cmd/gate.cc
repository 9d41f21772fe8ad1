#include "cmd/gate.h"

#include "base/terminal_text.h"
#include "base/texts/gate.h"
#include "cmd/load.h"

namespace anjuan {
namespace {

constexpr uint64_t kMostWaiverBytes = 1 << 20;
constexpr uint64_t kMostBaselineBytes = uint64_t{1} << 30;

SourcePtr ReadSource(const std::string& path, uint64_t most, TextId trouble, const FileReader& disk,
                     DiagnosticSink& sink) {
  std::string text;
  if (!disk.ReadAll(path, most, text).ok()) {
    sink.Error(nullptr, {}, trouble, {path});
    return nullptr;
  }
  return std::make_shared<const Source>(path, std::move(text));
}

// Those of the run, and all that are shipped: a run of one pack may share the waivers of all.
std::vector<std::string_view> KnownRules(const RuleSet& rules) {
  std::vector<std::string_view> ids = ShippedRuleIds();
  for (size_t i = 0; i < rules.rule_count(); ++i) ids.push_back(rules.rule(i).id);
  ids.push_back(rules.data_value_rule().id);
  return ids;
}

std::string PlaceOf(const Occurrences& first) {
  std::string place = first.file;
  if (first.record > 0) place += " #" + std::to_string(first.record + 1);
  return ForTerminal(place);
}

void Complain(TextId id, const std::string& limit, const Occurrences& cases, Lang lang,
              ByteSink& err) {
  (void)err.Write(
      "anjuan: " +
      Say(lang, id, {limit, std::to_string(cases.count), PlaceOf(cases), cases.figure}) + "\n");
}

}  // namespace

RunGate::RunGate(const GateChoice& choice, const RuleSet& rules, Date as_of, const FileReader& disk,
                 DiagnosticSink& sink) {
  if (!choice.waivers.empty()) {
    SourcePtr source =
        ReadSource(choice.waivers, kMostWaiverBytes, gate_text::kWaiversUnreadable, disk, sink);
    if (source != nullptr) waivers_ = Waivers::Read(std::move(source), KnownRules(rules), sink);
  }
  if (!choice.baseline.empty()) {
    SourcePtr source =
        ReadSource(choice.baseline, kMostBaselineBytes, gate_text::kBaselineUnreadable, disk, sink);
    if (source != nullptr) baseline_ = Baseline::Read(std::move(source), sink);
  }
  if (choice.min_score && rules.scorer() == nullptr) {
    sink.Error(nullptr, {}, gate_text::kMinScoreWithoutScheme);
  }
  gate_ = {waivers_.get(), baseline_.get(), as_of, choice.min_score, choice.max_indeterminate};
}

bool RunGate::Tell(const Summary& summary, Lang lang, ByteSink& err) const {
  const GateTally& tally = summary.gate;
  DiagnosticSink loud;
  for (size_t i = 0; waivers_ != nullptr && i < waivers_->all().size(); ++i) {
    const Waiver& waiver = waivers_->all()[i];
    const Occurrences& met = tally.waivers[i];
    if (met.count == 0) {
      loud.Warning(waivers_->source(), waivers_->span(i), gate_text::kWaiverUnmatched,
                   {waiver.rule});
    } else if (gate_.Expired(waiver)) {
      loud.Warning(
          waivers_->source(), waivers_->span(i), gate_text::kWaiverExpired,
          {FormatDate(*waiver.until), waiver.rule, std::to_string(met.count), PlaceOf(met)});
    }
  }
  PrintDiagnostics(loud, lang, err);
  if (tally.below_score.count > 0) {
    Complain(gate_text::kBelowMinScore, FormatPoints(*gate_.min_score), tally.below_score, lang,
             err);
  }
  if (tally.too_undecided.count > 0) {
    std::string limit = std::to_string(gate_.max_indeterminate->most);
    if (gate_.max_indeterminate->is_percent) limit += '%';
    Complain(gate_text::kAboveMaxIndeterminate, limit, tally.too_undecided, lang, err);
  }
  return tally.below_score.count > 0 || tally.too_undecided.count > 0;
}

}  // namespace anjuan
