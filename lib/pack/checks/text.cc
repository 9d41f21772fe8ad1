// text: {of: FIELD | KIND, must: [FAMILY…], must_not: [FAMILY…]}: a field's text, or that of each
// paper of a kind (there is one), says something of each family of `must` and nothing of
// `must_not`.
#include "pack/checks.h"
#include "pack/text_families.h"

namespace anjuan {
namespace {

constexpr std::string_view kDocument = "文书_";  // no field can bear this name

constexpr Shape kFamilyShape{ShapeKind::kText};
constexpr KeyShape kKeys[] = {
    {"of", KeyShape::kNeeded, kExpressionShape},
    {"must", KeyShape::kOptional, ListShape(kFamilyShape, 1)},
    {"must_not", KeyShape::kOptional, ListShape(kFamilyShape, 1)},
};

expr::AstPtr Lookup(std::string_view function, const yaml::Node& kind) {
  std::vector<expr::AstPtr> args;
  args.push_back(expr::MakeString(kind.span(), kind.text()));
  return expr::MakeCall(kind.span(), function, std::move(args));
}

expr::AstPtr SaysOf(expr::AstPtr text, const yaml::Node& family) {
  std::vector<expr::AstPtr> args;
  args.push_back(std::move(text));
  args.push_back(expr::MakeString(family.span(), family.text()));
  return expr::MakeCall(family.span(), kSays, std::move(args));
}

}  // namespace

bool BuildText(const CheckInput& input, CheckPlan& plan) {
  const SourcePtr& source = input.rule.source();
  yaml::MapReader keys(source, input.node(), input.sink);
  const yaml::Node* const of = keys.Scalar("of", NeedOf(kKeys, "of"));
  const yaml::Node* const must = keys.List("must", NeedOf(kKeys, "must"));
  const yaml::Node* const must_not = keys.List("must_not", NeedOf(kKeys, "must_not"));
  keys.Finish();
  if (of == nullptr) return false;
  if (must == nullptr && must_not == nullptr) {
    input.sink.Error(source, input.node().span(), TextId::kTextWantsFamilies);
    return false;
  }
  // A name that is no kind of paper is read as an expression.
  const DocumentLists& lists = input.model.document_lists();
  const bool is_kind = lists.text != nullptr && input.model.kinds().Find(of->text()) != 0;
  expr::AstPtr field;
  if (!is_kind) {
    field = ParseNode(source, *of, input.sink);
    if (field == nullptr) return false;
  }
  const auto text = [&]() -> expr::AstPtr {
    if (!is_kind) return expr::Clone(*field);
    return expr::MakeSelect(expr::MakeIdent(of->span(), kDocument), lists.text->name);
  };
  std::vector<expr::AstPtr> demands;
  if (must != nullptr) {
    for (const yaml::Node& family : must->items()) demands.push_back(SaysOf(text(), family));
  }
  if (must_not != nullptr) {
    for (const yaml::Node& family : must_not->items()) {
      demands.push_back(expr::MakeNot(SaysOf(text(), family)));
    }
  }
  if (!is_kind) {
    plan.test = expr::MakeAnd(std::move(demands));
    return true;
  }
  std::vector<expr::AstPtr> whole;
  whole.push_back(Lookup("hasDoc", *of));
  whole.push_back(
      expr::MakeMacro("all", Lookup("docs", *of), kDocument, expr::MakeAnd(std::move(demands))));
  plan.test = expr::MakeAnd(std::move(whole));
  return true;
}

Shape TextShape() { return MapShape(kKeys); }

}  // namespace anjuan
