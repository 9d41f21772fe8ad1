#include "report/pack_docs.h"

#include <algorithm>

#include "audit/labels.h"
#include "expr/program.h"
#include "report/severity_word.h"

namespace anjuan {
namespace {

TextId WordForOutcome(std::string_view name) {
  if (name == "passed") return TextId::kOutcomePassed;
  if (name == "failed") return TextId::kOutcomeFailed;
  if (name == "indeterminate") return TextId::kOutcomeIndeterminate;
  return TextId::kOutcomeNotApplicable;
}

class Documenter {
 public:
  Documenter(const CompiledPack& pack, const Model& model,
             const std::map<std::string, std::string>& names, Lang lang)
      : pack_(pack), model_(model), names_(names), lang_(lang) {}

  PackDocs Run() {
    PackDocs docs;
    docs.name = pack_.pack.name;
    docs.title = pack_.pack.title;
    std::map<std::string, size_t> inherited;
    size_t own = 0;
    for (const CompiledRule& compiled : pack_.rules) {
      const Rule& rule = *compiled.rule;
      if (!IsOwn(pack_.pack, rule)) {
        ++inherited[rule.pack];
        continue;
      }
      ++own;
      if (docs.stages.empty() || docs.stages.back().label != rule.stage) {
        docs.stages.push_back({rule.stage, {}});
      }
      docs.stages.back().rules.push_back(Describe(compiled));
    }
    docs.about.push_back(
        Say(lang_, TextId::kDocsVersion, {pack_.pack.version, std::to_string(own)}));
    for (const auto& [name, count] : inherited) {
      docs.about.push_back(Say(lang_, TextId::kDocsInherits, {name, std::to_string(count)}));
    }
    for (const Param& param : pack_.pack.params) {
      if (param.pack != pack_.pack.name && !param.pack.empty()) continue;
      docs.params.push_back({param.label == param.name || lang_ == Lang::kEnglish
                                 ? param.name
                                 : param.label + " (" + param.name + ")",
                             ValuesOf(param)});
    }
    return docs;
  }

 private:
  std::string Joined(const std::vector<std::string>& parts) const {
    std::string out;
    for (const std::string& part : parts) {
      if (!out.empty()) out += Say(lang_, TextId::kListSemicolon);
      out += part;
    }
    return out;
  }

  std::string RangeOf(const DateRange& range) const {
    std::vector<std::string> ends;
    if (range.from) ends.push_back(Say(lang_, TextId::kDocsFrom, {FormatDate(*range.from)}));
    if (range.to) ends.push_back(Say(lang_, TextId::kDocsTo, {FormatDate(*range.to)}));
    std::string out;
    for (const std::string& end : ends) out += (out.empty() ? "" : " ") + end;
    return out;
  }

  std::string ValueOf(const yaml::Node& value) const {
    if (value.is_null()) return Say(lang_, TextId::kParamUnset);
    if (value.is_scalar()) return value.text();
    std::string items;
    for (const yaml::Node& item : value.items()) {
      if (!items.empty()) items += Say(lang_, TextId::kListComma);
      items += item.text();
    }
    return items;
  }

  std::string ValuesOf(const Param& param) const {
    std::vector<std::string> values;
    for (const ParamValue& row : param.values) {
      const std::string range = RangeOf(row.range);
      values.push_back(ValueOf(*row.value) + (range.empty() ? "" : " (" + range + ")"));
    }
    return Joined(values);
  }

  RuleDocs Describe(const CompiledRule& compiled) {
    const Rule& rule = *compiled.rule;
    RuleDocs docs;
    docs.id = rule.id;
    docs.title = rule.title;
    docs.severity = SeverityWord(rule.severity, lang_);
    docs.basis = Joined(rule.basis);
    docs.deduct = FormatPoints(rule.score.deduct) + " / " + FormatPoints(rule.score.cap);
    docs.reads = ReadsOf(compiled);
    docs.why = rule.why;
    DescribeCheck(rule, docs);
    const auto fact = [&](TextId label, std::string text) {
      if (!text.empty()) docs.facts.push_back({Say(lang_, label), std::move(text)});
    };
    fact(TextId::kShowMessage, rule.message == nullptr ? "" : rule.message->text());
    fact(TextId::kShowFix, rule.fix);
    fact(TextId::kShowBasis, docs.basis);
    fact(TextId::kDocsDeduct,
         Say(lang_, TextId::kDocsScore,
             {rule.score.section, FormatPoints(rule.score.deduct), FormatPoints(rule.score.cap)}));
    fact(TextId::kDocsSubsumes, Joined(rule.subsumes));
    std::vector<std::string> covers;
    for (const std::string& id : rule.covers) {
      const auto name = names_.find(id);
      covers.push_back(name == names_.end() ? id : id + " " + name->second);
    }
    fact(TextId::kShowCovers, Joined(covers));
    if (rule.has_effective) fact(TextId::kDocsEffective, RangeOf(rule.effective));
    fact(TextId::kShowReads, docs.reads);
    if (rule.tests != nullptr) {
      for (const yaml::Node& test : rule.tests->items()) AppendExample(test, docs);
    }
    return docs;
  }

  void DescribeCheck(const Rule& rule, RuleDocs& docs) {
    DiagnosticSink said_before;
    const RulePlan plan = PlanRule(pack_.pack, rule, model_, said_before);
    const RecordType* const params = pack_.params_type.get();
    const auto decided = [&](TextId label, std::vector<ReadableLine> lines) {
      if (!lines.empty()) docs.decided.push_back({Say(lang_, label), std::move(lines)});
    };
    if (plan.when != nullptr) {
      decided(TextId::kShowWhen, ReadableOf(*plan.when, model_, params, lang_));
    }
    decided(TextId::kShowCheck, ReadableCheck(rule, plan, model_, params, lang_));
    if (rule.cured_by == nullptr) return;
    const expr::AstPtr cure = ParseNode(rule.source(), *rule.cured_by, said_before);
    if (cure != nullptr) {
      decided(TextId::kDocsCuredBy, ReadableOf(*cure, model_, params, lang_));
    }
  }

  std::string ReadsOf(const CompiledRule& compiled) const {
    std::vector<std::string> reads;
    for (const expr::Program* const program : ProgramsOf(compiled)) {
      for (const std::string& path : expr::ReadPaths(*program)) {
        const Field* const field = model_.FindPath(path);
        if (field == nullptr || field->type == FieldType::kEntity ||
            field->type == FieldType::kRecords) {
          continue;
        }
        std::string label = LabelOf(*field, lang_);
        if (std::find(reads.begin(), reads.end(), label) == reads.end()) {
          reads.push_back(std::move(label));
        }
      }
    }
    std::string out;
    for (const std::string& read : reads) {
      out += (out.empty() ? "" : Say(lang_, TextId::kListComma)) + read;
    }
    return out;
  }

  void AppendExample(const yaml::Node& test, RuleDocs& docs) const {
    if (!test.is_map()) return;
    const auto text = [&](std::string_view key) {
      const yaml::Node* const node = test.Find(key);
      return node == nullptr ? std::string() : node->text();
    };
    std::vector<std::string> parts;
    if (text("complete") == "true") parts.push_back(Say(lang_, TextId::kDocsComplete));
    if (const std::string today = text("today"); !today.empty()) {
      parts.push_back(Say(lang_, TextId::kDocsToday, {today}));
    }
    if (const yaml::Node* const params = test.Find("params")) {
      for (const yaml::Entry& entry : params->entries()) {
        const Field* const param = pack_.params_type->Find(entry.key);
        const bool labelled = param != nullptr && lang_ == Lang::kChinese;
        parts.push_back((labelled ? param->label : entry.key) + " = " + ValueOf(entry.value));
      }
    }
    if (const yaml::Node* const node = test.Find("case")) {
      AppendValues(*node, &model_.root(), "", parts);
    }
    docs.examples.push_back({Say(lang_, WordForOutcome(text("expect"))),
                             text("name") + (parts.empty() ? "" : ": ") + Joined(parts)});
  }

  // 处罚决定.日期 = 2023-04-04, a part each.
  void AppendValues(const yaml::Node& node, const RecordType* type, const std::string& path,
                    std::vector<std::string>& parts) const {
    if (node.is_map()) {
      for (const yaml::Entry& entry : node.entries()) {
        const Field* const field = type == nullptr ? nullptr : type->Find(entry.key);
        const std::string name = field == nullptr          ? entry.key
                                 : lang_ == Lang::kEnglish ? field->name
                                                           : field->label;
        AppendValues(entry.value, field == nullptr ? nullptr : field->record,
                     path.empty() ? name : path + "." + name, parts);
      }
    } else if (node.is_list() && !node.items().empty() && node.items()[0].is_map()) {
      for (size_t i = 0; i < node.items().size(); ++i) {
        AppendValues(node.items()[i], type, path + "[" + std::to_string(i + 1) + "]", parts);
      }
    } else {
      const std::string value = node.is_null() ? "" : ValueOf(node);
      parts.push_back(path + " = " + (value.empty() ? Say(lang_, TextId::kDocsBlank) : value));
    }
  }

  const CompiledPack& pack_;
  const Model& model_;
  const std::map<std::string, std::string>& names_;
  Lang lang_;
};

}  // namespace

PackDocs DocsOf(const CompiledPack& pack, const Model& model,
                const std::map<std::string, std::string>& names, Lang lang) {
  return Documenter(pack, model, names, lang).Run();
}

}  // namespace anjuan
