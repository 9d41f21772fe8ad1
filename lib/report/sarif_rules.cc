#include "report/sarif_rules.h"

#include "base/utf8.h"
#include "report/markdown_text.h"

namespace anjuan {
namespace {

constexpr size_t kMostDescription = 1024;  // characters that code scanning takes

std::string CutTo1024(const std::string& text) {
  if (CountCodePoints(text) <= kMostDescription) return text;
  size_t end = 0;
  for (size_t n = 1; n < kMostDescription; ++n) {
    end += static_cast<size_t>(DecodeAt(text, end).length);
  }
  return text.substr(0, end) + "…";
}

void AddText(std::string_view key, const std::string& text, Json& json) {
  json.Key(key).Open();
  json.Key("text").Text(text);
  json.Close();
}

// Of code scanning, which has words of its own.
std::string_view ProblemSeverity(Severity severity) {
  if (severity >= Severity::kMajor) return "error";
  return severity == Severity::kMinor ? "warning" : "recommendation";
}

}  // namespace

std::string_view SarifLevel(Severity severity) {
  if (severity >= Severity::kMajor) return "error";
  return severity == Severity::kMinor ? "warning" : "note";
}

std::string SarifText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    if (c == '{' || c == '}') out += c;
    out += c;
  }
  return out;
}

SarifRules::SarifRules(const RunInfo& info) : info_(info) {
  const auto add = [&](const Rule& rule) {
    if (index_.emplace(rule.id, rules_.size()).second) rules_.push_back(&rule);
  };
  for (size_t i = 0; i < info.rules->rule_count(); ++i) add(info.rules->rule(i));
  add(info.rules->data_value_rule());
}

void SarifRules::AppendTool(std::string& out) const {
  const std::string_view language = info_.lang == Lang::kChinese ? "zh-CN" : "en";
  out += "{\"driver\":{\"name\":\"anjuan\",\"semanticVersion\":";
  Json(out).Text(info_.version);
  out += ",\"language\":";
  Json(out).Text(language);
  out += ",\"rules\":[";
  for (const Rule* const rule : rules_) {
    out += rule == rules_.front() ? "\n" : ",\n";
    AppendRule(*rule, out);
  }
  out += "]},\n\"extensions\":[";
  bool first = true;
  for (const auto& pack : info_.rules->packs()) {
    out += first ? "\n" : ",\n";
    first = false;
    Json json(out);
    json.Open();
    json.Key("name").Text(pack->pack.name);
    json.Key("version").Text(pack->pack.version);
    AddText("shortDescription", pack->pack.title, json);
    json.Key("language").Text(language);
    json.Key("properties").Open();
    json.Key("digest").Text("sha256:" + pack->pack.digest);
    json.Close();
    json.Close();
  }
  out += "]}";
}

void SarifRules::AppendRule(const Rule& rule, std::string& out) const {
  Json json(out);
  json.Open();
  json.Key("id").Text(rule.id);
  json.Key("name").Text(rule.name);
  AddText("shortDescription", rule.title, json);
  AddText("fullDescription", CutTo1024(rule.why.empty() ? rule.title : rule.why), json);
  json.Key("help").Open();
  json.Key("text").Text(Help(rule, false));
  json.Key("markdown").Text(Help(rule, true));
  json.Close();
  json.Key("defaultConfiguration").Open();
  json.Key("level").Text(SarifLevel(rule.severity));
  json.Close();
  json.Key("properties").Open();
  json.Key("tags").OpenList();
  json.Text(rule.stage);
  if (!rule.pack.empty() && rule.pack != rule.stage) json.Text(rule.pack);
  json.CloseList();
  json.Key("problem.severity").Text(ProblemSeverity(rule.severity));
  json.Key("severity").Text(NameOf(rule.severity));
  json.Key("stage").Text(rule.stage);
  json.Key("basis").Texts(rule.basis);
  json.Key("covers").Texts(rule.covers);
  json.Close();
  json.Close();
}

// Why, what mends it, what it rests on: a paragraph each.
std::string SarifRules::Help(const Rule& rule, bool markdown) const {
  std::string basis;
  for (const std::string& one : rule.basis) {
    if (!basis.empty()) basis += Say(info_.lang, TextId::kListSemicolon);
    basis += one;
  }
  std::string out = markdown ? ForMarkdown(rule.title) : rule.title;
  const auto part = [&](TextId label, const std::string& text) {
    if (text.empty()) return;
    const std::string word = Say(info_.lang, label);
    out += "\n\n";
    out += markdown ? "**" + ForMarkdown(word) + "** " : word + ": ";
    out += markdown ? ForMarkdown(text) : text;
  };
  part(TextId::kShowWhy, rule.why);
  part(TextId::kShowFix, rule.fix);
  part(TextId::kShowBasis, basis);
  return out;
}

}  // namespace anjuan
