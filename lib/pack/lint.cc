#include "pack/lint.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "expr/lint.h"
#include "pack/checks.h"

namespace anjuan {
namespace {

// Which classes of a pattern know ASCII alone; each with its complement.
constexpr std::string_view kAsciiClasses = "wdbWDB";

Span SpanOf(const Rule& rule, std::string_view key) {
  const yaml::Node& root = rule.document->root;
  const yaml::Node* const node = root.Find(key);
  return node == nullptr ? root.span() : node->span();
}

bool HasChinese(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    const bool han = (c.value >= 0x3400 && c.value <= 0x9FFF) ||
                     (c.value >= 0xF900 && c.value <= 0xFAFF) || c.value >= 0x20000;
    if (c.valid && han) return true;
    i += static_cast<size_t>(c.length);
  }
  return false;
}

// "\d" as first written in a pattern; "" where there is none. "\\d" is a backslash and a d.
std::string AsciiClassIn(std::string_view pattern) {
  for (size_t i = 0; i + 1 < pattern.size(); ++i) {
    if (pattern[i] != '\\') continue;
    if (kAsciiClasses.find(pattern[i + 1]) != std::string_view::npos) {
      return std::string(pattern.substr(i, 2));
    }
    ++i;
  }
  return {};
}

class PackLinter {
 public:
  PackLinter(const CompiledPack& pack, const Model& model, DiagnosticSink& sink)
      : pack_(pack), model_(model), sink_(sink) {}

  void Run() {
    pack_.families->CompileAll(sink_);
    for (const CompiledRule& rule : pack_.rules) {
      if (rule.test == nullptr) continue;
      for (const Field* const field : expr::FieldsAskedFor(*rule.test)) asked_for_.insert(field);
    }
    for (const CompiledRule& rule : pack_.rules) {
      if (!IsOwn(pack_.pack, *rule.rule)) continue;  // inherited: said of the pack that wrote it
      LintTexts(*rule.rule);
      LintConditions(rule);
      LintPatterns(*rule.rule);
      LintBlanks(rule);
    }
    LintParams();
  }

 private:
  void LintTexts(const Rule& rule) {
    const auto [same, is_new] = titles_.emplace(rule.title, &rule);
    if (!is_new) {
      sink_.Warning(rule.source(), SpanOf(rule, "title"), TextId::kRuleTitleTwice,
                    {rule.title, same->second->id});
    }
    if (rule.tests != nullptr && rule.tests->items().empty()) {
      sink_.Warning(rule.source(), SpanOf(rule, "tests"), TextId::kRuleNoTests, {rule.id});
    }
  }

  void LintConditions(const CompiledRule& rule) {
    const auto lint = [&](const ProgramPtr& program, std::string_view key, Span span) {
      if (program == nullptr) return;
      const std::optional<bool> constant = expr::ConstantOf(*program);
      if (!constant) return;
      sink_.Warning(rule.rule->source(), span, TextId::kConstantCondition,
                    {std::string(key), *constant ? "true" : "false"});
    };
    const Rule& as_written = *rule.rule;
    lint(rule.when, "when", SpanOf(as_written, "when"));
    lint(rule.where, "where", as_written.check_node->span());
    lint(rule.test, as_written.check, as_written.check_node->span());
  }

  void LintPatterns(const Rule& rule) {
    DiagnosticSink said_before;
    CheckPlan plan;
    if (!PlanCheck({pack_.pack, rule, model_, said_before}, plan)) return;
    const expr::AstPtr when =
        rule.when == nullptr ? nullptr : ParseNode(rule.source(), *rule.when, said_before);
    const bool chinese = HasChinese(rule.source()->text());
    for (const expr::Ast* const ast :
         {when.get(), plan.list.get(), plan.where.get(), plan.test.get()}) {
      if (ast == nullptr) continue;
      for (const expr::Ast* const pattern : expr::PatternsOf(*ast)) {
        const std::string found = AsciiClassIn(pattern->text);
        if (found.empty() || !chinese) continue;
        sink_.Warning(rule.source(), pattern->span, TextId::kAsciiClass, {found})
            .help.push_back({TextId::kAsciiClassHelp, {}});
      }
    }
  }

  // Each field once a rule. What `when` has found present is so in the check. A deadline sees to a
  // blank `to` and to blanks in its rows by itself.
  void LintBlanks(const CompiledRule& rule) {
    expr::Presence given;
    std::set<const Field*> told;
    const ProgramPtr from = rule.deadline == nullptr ? nullptr : rule.deadline->from;
    const ProgramPtr period = rule.deadline == nullptr ? nullptr : rule.deadline->period;
    for (const ProgramPtr& program : {rule.when, rule.list, rule.where, rule.test, from, period}) {
      if (program == nullptr) continue;
      for (const expr::BareRead& read : expr::BareReads(*program, given)) {
        if (asked_for_.contains(read.field) || !told.insert(read.field).second) continue;
        sink_.Note(rule.rule->source(), read.span, TextId::kBlankNotConsidered, {read.field->path})
            .help.push_back({TextId::kBlankHelp, {read.field->path}});
      }
      if (program == rule.when || program == rule.where) {
        given.merge(expr::PresentWhenTrue(*program));
      }
    }
  }

  void LintParams() {
    std::set<std::string> read;
    const auto add = [&](const expr::Program* program) {
      if (program == nullptr) return;
      for (std::string& name : expr::ParamsRead(*program)) read.insert(std::move(name));
    };
    add(pack_.applies.get());
    for (const ProgramPtr& date : pack_.law_dates) add(date.get());
    for (const CompiledRule& rule : pack_.rules) {
      for (const expr::Program* const program : ProgramsOf(rule)) add(program);
      for (const MessagePiece& piece : rule.message) add(piece.program.get());
    }
    for (const Param& param : pack_.pack.params) {
      if (!IsOwn(pack_.pack, param) || read.contains(param.name)) continue;
      sink_.Warning(param.source, param.span, TextId::kUnusedParam, {param.name});
    }
  }

  const CompiledPack& pack_;
  const Model& model_;
  DiagnosticSink& sink_;
  std::map<std::string, const Rule*> titles_;
  std::set<const Field*> asked_for_;  // by a `present` check, or what comes to the same
};

bool DerivesFrom(const CompiledPack& pack, const CompiledPack& base) {
  const std::vector<std::string>& bases = pack.pack.bases;
  return std::find(bases.begin(), bases.end(), base.pack.name) != bases.end();
}

// A pack may override a rule that it inherits; two packs apart may not share an id.
void LintIds(const CompiledPacks& packs, DiagnosticSink& sink) {
  for (size_t i = 0; i < packs.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (DerivesFrom(*packs[i], *packs[j]) || DerivesFrom(*packs[j], *packs[i])) continue;
      std::map<std::string, const Rule*> ids;
      for (const CompiledRule& rule : packs[j]->rules) ids.emplace(rule.rule->id, rule.rule.get());
      for (const CompiledRule& rule : packs[i]->rules) {
        const auto same = ids.find(rule.rule->id);
        const SourcePtr& source = rule.rule->source();
        if (same == ids.end() || same->second->source()->name() == source->name()) continue;
        sink.Error(source, SpanOf(*rule.rule, "id"), TextId::kRuleIdInTwoPacks,
                   {rule.rule->id, packs[j]->pack.name});
      }
    }
  }
}

bool HoldsValue(const Field& field) {
  return field.type != FieldType::kEntity && field.type != FieldType::kRecords;
}

}  // namespace

void LintPacks(const CompiledPacks& packs, const Model& model, DiagnosticSink& sink) {
  for (const auto& pack : packs) PackLinter(*pack, model, sink).Run();
  LintIds(packs, sink);
}

std::vector<const Field*> UnreadFields(const CompiledPacks& packs, const Model& model) {
  Projection read(model);
  for (const auto& pack : packs) AddReads(*pack, model, read);
  std::vector<const Field*> unread;
  for (int id = 0; id < model.field_count(); ++id) {
    const Field& field = model.field(id);
    if (HoldsValue(field) && !read.Wants(field)) unread.push_back(&field);
  }
  return unread;
}

size_t CountValueFields(const Model& model) {
  size_t count = 0;
  for (int id = 0; id < model.field_count(); ++id) count += HoldsValue(model.field(id)) ? 1 : 0;
  return count;
}

}  // namespace anjuan
