#include "audit/waivers.h"

#include <algorithm>

#include "audit/bare_path.h"
#include "base/suggest.h"
#include "base/texts/gate.h"
#include "pack/pack.h"
#include "yaml/yaml.h"

namespace anjuan {
namespace {

using Reader = yaml::MapReader;

constexpr size_t kFingerprintDigits = 16;

bool IsFingerprint(std::string_view text) {
  return text.size() == kFingerprintDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool EndsWithNames(std::string_view path, std::string_view names) {
  if (!path.ends_with(names)) return false;
  return path.size() == names.size() || names.starts_with('/') ||
         path[path.size() - names.size() - 1] == '/';
}

class WaiverReader {
 public:
  WaiverReader(SourcePtr source, std::span<const std::string_view> rules, DiagnosticSink& sink)
      : source_(std::move(source)), rules_(rules), sink_(sink) {}

  Waiver Read(const yaml::Node& node) {
    Waiver waiver;
    Reader keys(source_, node, sink_);
    waiver.rule = Filled(keys, "rule", Reader::kNeeded);
    waiver.file = File(keys);
    waiver.fingerprint = Filled(keys, "fingerprint", Reader::kOptional);
    waiver.reason = Filled(keys, "reason", Reader::kNeeded);
    waiver.approver = Filled(keys, "approver", Reader::kNeeded);
    waiver.until = Day(keys);
    waiver.line = source_->PlaceOf(node.span().begin).line;
    keys.Finish();
    if (!node.is_map()) return waiver;
    if (!waiver.rule.empty()) CheckRule(*node.Find("rule"));
    if (node.Find("file") == nullptr && node.Find("fingerprint") == nullptr) {
      sink_.Error(source_, node.span(), gate_text::kWaiverWithoutPlace);
    }
    if (!waiver.fingerprint.empty() && !IsFingerprint(waiver.fingerprint)) {
      sink_.Error(source_, node.Find("fingerprint")->span(), gate_text::kNotAFingerprint,
                  {waiver.fingerprint});
    }
    return waiver;
  }

 private:
  // One that names nothing would agree with every file.
  std::string File(Reader& keys) {
    const std::string text = Filled(keys, "file", Reader::kOptional);
    std::string file(BarePath(text));
    if (!IsBlank(text) && IsBlank(file)) {
      sink_.Error(source_, keys.node().Find("file")->span(), gate_text::kWaiverBlank, {"file"});
    }
    return file;
  }

  std::string Filled(Reader& keys, std::string_view key, Reader::Need need) {
    const yaml::Node* const node = keys.Scalar(key, need);
    if (node == nullptr) return "";
    if (IsBlank(node->text())) {
      sink_.Error(source_, node->span(), gate_text::kWaiverBlank, {std::string(key)});
    }
    return node->text();
  }

  std::optional<Date> Day(Reader& keys) {
    const std::string text = Filled(keys, "until", Reader::kNeeded);
    Date day;
    if (text.empty()) return std::nullopt;
    if (ParseDate(text, day) == Parsed::kValue) return day;
    sink_.Error(source_, keys.node().Find("until")->span(), TextId::kNotADate, {text});
    return std::nullopt;
  }

  void CheckRule(const yaml::Node& rule) {
    if (std::find(rules_.begin(), rules_.end(), rule.text()) != rules_.end()) return;
    Diagnostic& error = sink_.Error(source_, rule.span(), TextId::kUnknownRule, {rule.text()});
    const std::vector<std::string> hints = Suggest(rule.text(), rules_);
    if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  }

  SourcePtr source_;
  std::span<const std::string_view> rules_;
  DiagnosticSink& sink_;
};

}  // namespace

std::unique_ptr<const Waivers> Waivers::Read(SourcePtr source,
                                             std::span<const std::string_view> rules,
                                             DiagnosticSink& sink) {
  const size_t errors = sink.error_count();
  const std::optional<yaml::Document> document = yaml::Parse(source, sink);
  if (!document) return nullptr;
  auto waivers = std::make_unique<Waivers>();
  Reader keys(source, document->root, sink);
  WaiverReader reader(source, rules, sink);
  if (const yaml::Node* const list = keys.List("waivers", Reader::kNeeded)) {
    for (const yaml::Node& node : list->items()) {
      waivers->all_.push_back(reader.Read(node));
      waivers->spans_.push_back(node.span());
    }
  }
  keys.Finish();
  if (sink.error_count() > errors) return nullptr;
  waivers->source_ = std::move(source);
  for (size_t i = 0; i < waivers->all_.size(); ++i) {
    waivers->by_rule_[waivers->all_[i].rule].push_back(i);
  }
  return waivers;
}

std::vector<size_t> Waivers::Of(const Finding& finding, std::string_view file) const {
  std::vector<size_t> agreeing;
  if (finding.outcome != Outcome::kFailed) return agreeing;
  const auto candidates = by_rule_.find(finding.rule->id);
  if (candidates == by_rule_.end()) return agreeing;
  for (const size_t index : candidates->second) {
    const Waiver& waiver = all_[index];
    const bool here = waiver.file.empty() || EndsWithNames(file, waiver.file);
    const bool it = waiver.fingerprint.empty() || waiver.fingerprint == finding.fingerprint;
    if (here && it) agreeing.push_back(index);
  }
  return agreeing;
}

}  // namespace anjuan
