// fine_in_range: {fined: LIST, as: NAME, where: EXPR, fine: MONEY, party: KIND, under: LIST,
// on: [DATE…], amounts: {NAME: MONEY}, bound: least | most}: one finding for each of `fined` (the
// parties) whose fine, more than nothing, is under the floor or over the ceiling of what the
// citations `under` set, by the law of every one of the days.
//
// Of several citations that set fines, the floor is that of the lowest and the ceiling their sum;
// one whose range is not known leaves it open. Outputs: fine, least (of the first citation), most.
#include "base/suggest.h"
#include "pack/checks.h"
#include "pack/law_functions.h"

namespace anjuan {
namespace {

constexpr std::string_view kCitation = "依据_";  // no field can bear this name
constexpr std::string_view kBounds[] = {"least", "most"};

constexpr Shape kDaysShape = ListShape(kExpressionShape, 1);
constexpr Shape kAmountsShape = TableShape(kExpressionShape);
constexpr KeyShape kKeys[] = {
    {"fined", KeyShape::kNeeded, kExpressionShape},
    {"as", KeyShape::kNeeded, kTextShape},
    {"where", KeyShape::kOptional, kExpressionShape},
    {"fine", KeyShape::kNeeded, kExpressionShape},
    {"party", KeyShape::kNeeded, kExpressionShape},
    {"under", KeyShape::kNeeded, kExpressionShape},
    {"on", KeyShape::kNeeded, kDaysShape},
    {"amounts", KeyShape::kOptional, kAmountsShape},
    {"bound", KeyShape::kNeeded, kTextShape},
};

struct Pieces {
  const CitationNames& names;
  Span span;
  expr::AstPtr fine;
  expr::AstPtr party;
  expr::AstPtr under;
  std::vector<expr::AstPtr> days;
  std::vector<std::pair<const yaml::Entry*, expr::AstPtr>> amounts;

  expr::AstPtr Cited(std::string_view field) const {
    return expr::MakeSelect(expr::MakeIdent(span, kCitation), field);
  }

  expr::AstPtr Setting() const {
    std::vector<expr::AstPtr> law;
    law.push_back(Cited(names.law));
    return expr::MakeMacro("filter", expr::Clone(*under), kCitation,
                           expr::MakeCall(span, "lawSetsFines", std::move(law)));
  }

  expr::AstPtr Ask(std::string_view function, const expr::Ast& day, bool with_fine) const {
    std::vector<expr::AstPtr> args;
    if (with_fine) args.push_back(expr::Clone(*fine));
    args.push_back(Cited(names.law));
    args.push_back(expr::Clone(day));
    for (const std::string* const field : {&names.article, &names.paragraph, &names.item}) {
      args.push_back(Cited(*field));
    }
    args.push_back(expr::Clone(*party));
    for (const auto& [entry, amount] : amounts) {
      args.push_back(expr::MakeString(entry->key_span, entry->key));
      args.push_back(expr::Clone(*amount));
    }
    return expr::MakeCall(span, function, std::move(args));
  }

  // One citation lets the fine pass, by the law of one of the days.
  expr::AstPtr SomeAllows(std::string_view function) const {
    std::vector<expr::AstPtr> any;
    for (const expr::AstPtr& day : days) any.push_back(Ask(function, *day, true));
    return expr::MakeMacro("exists", Setting(), kCitation, expr::MakeOr(std::move(any)));
  }

  expr::AstPtr Ends(std::string_view function, const expr::Ast& day) const {
    return expr::MakeMacro("map", Setting(), kCitation, Ask(function, day, false));
  }

  expr::AstPtr Ceiling(const expr::Ast& day) const {
    return expr::MakeReceiverCall("sum", Ends("fineCeiling", day));
  }

  expr::AstPtr Least() const { return SomeAllows("fineReaches"); }

  expr::AstPtr Most() const {
    std::vector<expr::AstPtr> any;
    any.push_back(SomeAllows("fineKeeps"));
    for (const expr::AstPtr& day : days) {
      any.push_back(expr::MakeBinary("<=", expr::Clone(*fine), Ceiling(*day)));
    }
    return expr::MakeOr(std::move(any));
  }

  // There is a fine, and a citation that sets one.
  void AddScope(std::vector<expr::AstPtr>& scope) const {
    std::vector<expr::AstPtr> nothing;
    nothing.push_back(expr::MakeInt(span, 0));
    scope.push_back(expr::MakeBinary(">", expr::Clone(*fine),
                                     expr::MakeCall(span, "yuan", std::move(nothing))));
    std::vector<expr::AstPtr> setting;
    setting.push_back(Setting());
    scope.push_back(expr::MakeBinary(">", expr::MakeCall(span, "size", std::move(setting)),
                                     expr::MakeInt(span, 0)));
  }
};

std::optional<bool> ReadLeast(const CheckInput& input, const yaml::Node* node) {
  if (node == nullptr) return std::nullopt;
  if (node->text() == kBounds[0] || node->text() == kBounds[1]) return node->text() == kBounds[0];
  Diagnostic& error = input.sink.Error(input.rule.source(), node->span(), TextId::kLawWord,
                                       {node->text(), "least, most"});
  const std::vector<std::string> hints =
      Suggest(node->text(), std::span<const std::string_view>(kBounds));
  if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  return std::nullopt;
}

}  // namespace

bool BuildFineInRange(const CheckInput& input, CheckPlan& plan) {
  const SourcePtr& source = input.rule.source();
  yaml::MapReader keys(source, input.node(), input.sink);
  const size_t errors = input.sink.error_count();
  const auto expression = [&](std::string_view key) {
    const yaml::Node* const node = keys.Any(key, NeedOf(kKeys, key));
    return node == nullptr ? nullptr : ParseNode(source, *node, input.sink);
  };
  Pieces pieces{input.model.citation_names(), {}, {}, {}, {}, {}, {}};
  pieces.span = input.node().span();
  plan.list = expression("fined");
  plan.variable = keys.Text("as", NeedOf(kKeys, "as"));
  expr::AstPtr where = expression("where");
  pieces.fine = expression("fine");
  pieces.party = expression("party");
  pieces.under = expression("under");
  pieces.days =
      ParseList(source, keys.List("on", NeedOf(kKeys, "on")), input.rule.check, input.sink);
  if (const yaml::Node* const amounts = keys.Map("amounts", NeedOf(kKeys, "amounts"))) {
    for (const yaml::Entry& entry : amounts->entries()) {
      pieces.amounts.emplace_back(&entry, ParseNode(source, entry.value, input.sink));
    }
    if (amounts->entries().size() > kMostNamedAmounts) {
      input.sink.Error(source, amounts->span(), TextId::kTooManyAmounts,
                       {std::to_string(kMostNamedAmounts)});
    }
  }
  const std::optional<bool> least = ReadLeast(input, keys.Scalar("bound", NeedOf(kKeys, "bound")));
  keys.Finish();
  if (!ModelHasCitations(input) || input.sink.error_count() != errors || !least) return false;

  std::vector<expr::AstPtr> scope;
  if (where != nullptr) scope.push_back(std::move(where));
  pieces.AddScope(scope);
  plan.where = expr::MakeAnd(std::move(scope));
  plan.test = *least ? pieces.Least() : pieces.Most();
  const expr::Ast& last_day = *pieces.days.back();
  plan.outputs.emplace_back("least", expr::MakeIndex(pieces.Ends("fineFloor", last_day), 0));
  plan.outputs.emplace_back("most", pieces.Ceiling(last_day));
  plan.outputs.emplace_back("fine", std::move(pieces.fine));
  return true;
}

Shape FineInRangeShape() { return MapShape(kKeys); }

}  // namespace anjuan
