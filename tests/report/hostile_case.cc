#include "report/hostile_case.h"

#include <doctest/doctest.h>

namespace anjuan {
namespace {

Finding FindingOf(size_t rule, Outcome outcome, const std::string& text) {
  Finding finding;
  finding.rule = &ReportRules().rules().rule(rule);
  finding.outcome = outcome;
  finding.message = text;
  finding.line = 7;
  finding.path = text;
  finding.evidence = {{text, text, text, 7}, {"a", "b", std::nullopt, 0}, {"c", "d", "", 9}};
  if (outcome == Outcome::kIndeterminate) finding.missing = {text};
  finding.deduct = {250};
  finding.fingerprint = "0123456789abcdef";
  return finding;
}

}  // namespace

const SmallRules& ReportRules() {
  static const SmallRules rules({"require: decision.date > filing.approved_on",
                                 "require: decision.date > filing.approved_on"});
  return rules;
}

const Gate& GateWithBaseline() {
  static const Baseline baseline;
  static const Gate gate = [] {
    Gate made;
    made.baseline = &baseline;
    return made;
  }();
  return gate;
}

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

RunInfo ReportRun(Lang lang) {
  RunInfo info;
  info.version = "1.2.3";
  info.as_of = *MakeDate(2024, 12, 31);
  info.lang = lang;
  info.rules = &ReportRules().rules();
  return info;
}

HostileCase::HostileCase(std::string_view hostile) {
  const std::string text(hostile);
  waiver_.reason = text;
  waiver_.approver = text;
  waiver_.until = MakeDate(2025, 1, 31);
  result_.file = text;
  result_.identity = {text, text, text, text, text, text, text, {text}};
  result_.findings.push_back(FindingOf(0, Outcome::kFailed, text));
  result_.findings.push_back(FindingOf(1, Outcome::kIndeterminate, text));
  Finding& waived = result_.findings.emplace_back(FindingOf(1, Outcome::kFailed, text));
  waived.relief = Relief::kWaived;
  waived.waiver = &waiver_;
  result_.counts.failed = 1;
  result_.counts.indeterminate = 1;
}

std::string Written(std::string_view format, const RunInfo& info,
                    const std::vector<CaseResult>& cases, const std::vector<InputFinding>& inputs) {
  const ReportFormat* const row = FindReportFormat(format);
  REQUIRE(row != nullptr);
  const std::unique_ptr<ReportWriter> writer = row->make(info);
  Summary summary;
  summary.by_rule.resize(info.rules->rule_count());
  std::string out;
  writer->Begin(out);
  const auto gather = [&](const auto& render) {
    std::string of_cases;
    std::string of_inputs;
    render(of_cases, of_inputs);
    writer->Gather(of_cases, of_inputs, out);
  };
  for (const CaseResult& result : cases) {
    gather([&](std::string& to, std::string&) { writer->Case(result, to); });
    ++summary.found;
    ++summary.audited;
    ++summary.cases;
  }
  for (const InputFinding& input : inputs) {
    gather([&](std::string& to, std::string& also) { writer->Input(input, to, also); });
    if (input.audited()) continue;
    ++summary.found;
    ++summary.unaudited;
  }
  writer->End(summary, out);
  return out;
}

std::string WrittenOf(std::string_view format, std::string_view text) {
  const HostileCase hostile(text);
  InputFinding input;
  input.file = text;
  input.problem = InputProblem::kUnreadable;
  input.message = {TextId::kUnreadable, {std::string(text)}};
  return Written(format, ReportRun(), {hostile.result()}, {input});
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

}  // namespace anjuan
