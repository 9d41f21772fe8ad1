#include "pack/rule_reader.h"

#include <charconv>

#include "base/suggest.h"
#include "pack/checks.h"
#include "pack/shape.h"

namespace anjuan {
namespace {

constexpr KeyShape kRangeKeys[] = {
    {"from", KeyShape::kOptional, kDateShape},
    {"to", KeyShape::kOptional, kDateShape},
};
constexpr KeyShape kScoreKeys[] = {
    {"section", KeyShape::kNeeded, kTextShape},
    {"deduct", KeyShape::kNeeded, {ShapeKind::kPoints}},
    {"cap", KeyShape::kNeeded, {ShapeKind::kPoints}},
};
constexpr Shape kTestShape{ShapeKind::kTest};
constexpr KeyShape kRuleKeys[] = {
    {"id", KeyShape::kNeeded, kTextShape},
    {"name", KeyShape::kNeeded, kTextShape},
    {"title", KeyShape::kNeeded, kTextShape},
    {"stage", KeyShape::kNeeded, {ShapeKind::kStage}},
    {"severity", KeyShape::kNeeded, {ShapeKind::kSeverity}},
    {"basis", KeyShape::kNeeded, ListShape(kTextShape, 1)},
    {"covers", KeyShape::kNeeded, ListShape(kTextShape, 1)},
    {"effective", KeyShape::kOptional, MapShape(kRangeKeys)},
    {"why", KeyShape::kNeeded, kTextShape},
    {"fix", KeyShape::kNeeded, kTextShape},
    {"message", KeyShape::kNeeded, kTextShape},
    {"when", KeyShape::kOptional, kExpressionShape},
    {"cured_by", KeyShape::kOptional, kExpressionShape},
    {"subsumes", KeyShape::kOptional, ListShape(kTextShape)},
    {"score", KeyShape::kNeeded, MapShape(kScoreKeys)},
    {"tests", KeyShape::kNeeded, ListShape(kTestShape)},
};

yaml::MapReader::Need Of(std::string_view key) { return NeedOf(kRuleKeys, key); }
yaml::MapReader::Need OfScore(std::string_view key) { return NeedOf(kScoreKeys, key); }

std::optional<Date> ReadDate(yaml::MapReader& keys, std::string_view key, DiagnosticSink& sink) {
  const yaml::Node* const node = keys.Scalar(key, NeedOf(kRangeKeys, key));
  if (node == nullptr) return std::nullopt;
  Date date;
  if (ParseDate(node->text(), date) == Parsed::kValue) return date;
  sink.Error(keys.source(), node->span(), TextId::kNotADate, {node->text()});
  return std::nullopt;
}

Points ReadPoints(yaml::MapReader& keys, std::string_view key, DiagnosticSink& sink) {
  const yaml::Node* const node = keys.Scalar(key, OfScore(key));
  return node == nullptr ? Points{} : ReadPointsOf(*node, keys.source(), sink);
}

Severity ReadSeverity(yaml::MapReader& keys, DiagnosticSink& sink) {
  const yaml::Node* const node = keys.Scalar("severity", Of("severity"));
  if (node == nullptr) return Severity::kHint;
  if (const std::optional<Severity> severity = SeverityNamed(node->text())) return *severity;
  std::vector<std::string_view> names;
  names.reserve(kSeverities);
  for (int i = 0; i < kSeverities; ++i) names.push_back(NameOf(static_cast<Severity>(i)));
  Diagnostic& error =
      sink.Error(keys.source(), node->span(), TextId::kUnknownSeverity, {node->text()});
  const std::vector<std::string> hints = Suggest(node->text(), names);
  if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  return Severity::kHint;
}

// A rule has exactly one check, named by the kind's own key.
void ReadCheck(yaml::MapReader& keys, Rule& rule, DiagnosticSink& sink) {
  for (const CheckKind& kind : CheckKinds()) {
    const yaml::Node* const node = keys.Any(kind.key);
    if (node == nullptr) continue;
    if (rule.check_node != nullptr) {
      sink.Error(keys.source(), node->span(), TextId::kTwoChecks,
                 {rule.check, std::string(kind.key)});
      continue;
    }
    rule.check = kind.key;
    rule.check_node = node;
  }
  if (rule.check_node != nullptr) return;
  std::string known;
  for (const CheckKind& kind : CheckKinds()) {
    if (!known.empty()) known += ", ";
    known += kind.key;
  }
  sink.Error(keys.source(), keys.node().span(), TextId::kNoCheck, {known});
}

// A list of texts, at least one, none of them empty.
std::vector<std::string> ReadNames(yaml::MapReader& keys, std::string_view key,
                                   DiagnosticSink& sink) {
  std::vector<std::string> names = keys.Texts(key, Of(key));
  const yaml::Node* const node = keys.node().Find(key);
  if (node != nullptr && node->is_list() && names.empty()) {
    sink.Error(keys.source(), node->span(), TextId::kEmptyValue, {std::string(key)});
  }
  return names;
}

std::string ReadSentence(yaml::MapReader& keys, std::string_view key, yaml::MapReader::Need need,
                         DiagnosticSink& sink) {
  std::string text = keys.Text(key, need);
  const yaml::Node* const node = keys.node().Find(key);
  if (node != nullptr && node->is_scalar() && text.empty()) {
    sink.Error(keys.source(), node->span(), TextId::kEmptyValue, {std::string(key)});
  }
  return text;
}

}  // namespace

std::span<const KeyShape> RuleKeys() { return kRuleKeys; }

std::optional<Points> ParsePoints(const std::string& text) {
  const size_t dot = text.find('.');
  std::string digits = text.substr(0, dot);
  std::string rest = dot == std::string::npos ? "" : text.substr(dot + 1);
  const bool shaped = !digits.empty() && digits.size() <= 6 && rest.size() <= 2 &&
                      (dot == std::string::npos || !rest.empty());
  rest.resize(2, '0');
  digits += rest;
  int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (!shaped || error != std::errc() || end != digits.data() + digits.size() || value < 0) {
    return std::nullopt;
  }
  return Points{value};
}

Points ReadPointsOf(const yaml::Node& node, const SourcePtr& source, DiagnosticSink& sink) {
  const std::optional<Points> points = node.quoted() ? std::nullopt : ParsePoints(node.text());
  if (!points) sink.Error(source, node.span(), TextId::kNotPoints, {node.text()});
  return points.value_or(Points{});
}

DateRange ReadDateRange(yaml::MapReader& keys, DiagnosticSink& sink) {
  DateRange range;
  range.from = ReadDate(keys, "from", sink);
  range.to = ReadDate(keys, "to", sink);
  return range;
}

std::shared_ptr<const Rule> ReadRule(std::shared_ptr<const yaml::Document> document,
                                     const std::string& pack, const Stage& stage,
                                     DiagnosticSink& sink) {
  const SourcePtr& source = document->source;
  if (!document->root.is_map()) {
    sink.Error(source, document->root.span(), TextId::kNotARule);
    return nullptr;
  }
  auto rule = std::make_shared<Rule>();
  rule->pack = pack;
  yaml::MapReader keys(source, document->root, sink);
  rule->id = ReadSentence(keys, "id", Of("id"), sink);
  rule->name = ReadSentence(keys, "name", Of("name"), sink);
  rule->title = ReadSentence(keys, "title", Of("title"), sink);
  rule->stage = ReadSentence(keys, "stage", Of("stage"), sink);
  rule->severity = ReadSeverity(keys, sink);
  rule->basis = ReadNames(keys, "basis", sink);
  rule->covers = ReadNames(keys, "covers", sink);
  if (const yaml::Node* const effective = keys.Map("effective", Of("effective"))) {
    yaml::MapReader range(source, *effective, sink);
    rule->effective = ReadDateRange(range, sink);
    rule->has_effective = true;
    range.Finish();
  }
  rule->why = ReadSentence(keys, "why", Of("why"), sink);
  rule->fix = ReadSentence(keys, "fix", Of("fix"), sink);
  rule->message = keys.Scalar("message", Of("message"));
  rule->when = keys.Any("when", Of("when"));
  rule->cured_by = keys.Any("cured_by", Of("cured_by"));
  rule->subsumes = keys.Texts("subsumes", Of("subsumes"));
  if (const yaml::Node* const score = keys.Map("score", Of("score"))) {
    yaml::MapReader points(source, *score, sink);
    rule->score.section = ReadSentence(points, "section", OfScore("section"), sink);
    rule->score.deduct = ReadPoints(points, "deduct", sink);
    rule->score.cap = ReadPoints(points, "cap", sink);
    points.Finish();
  }
  ReadCheck(keys, *rule, sink);
  rule->tests = keys.List("tests", Of("tests"));
  keys.Finish();

  const yaml::Node* const stage_node = document->root.Find("stage");
  if (stage_node != nullptr && !rule->stage.empty() && rule->stage != stage.label) {
    sink.Error(source, stage_node->span(), TextId::kStageOfFolder,
               {rule->stage, stage.folder, stage.label});
  }
  rule->document = std::move(document);
  return rule;
}

}  // namespace anjuan
