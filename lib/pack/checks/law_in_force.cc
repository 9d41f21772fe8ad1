// law_in_force: {in: LIST, as: NAME, where: EXPR, on: [DATE…], depth: D}: one finding a citation
// that is wrong. Without `depth`: the law was in force on one of the days. With it, asked of those
// alone of which the shallower question is not already answered no: `article`, there is such an
// article; `paragraph` and `item`, the citation goes as deep as the article is divided.
//
// The elements are citations: fields named by the model (`citations`).
#include "base/suggest.h"
#include "pack/checks.h"

namespace anjuan {
namespace {

enum class Depth : uint8_t { kLaw, kArticle, kParagraph, kItem };

constexpr std::string_view kDepths[] = {"law", "article", "paragraph", "item"};

constexpr Shape kDaysShape = ListShape(kExpressionShape, 1);
constexpr KeyShape kKeys[] = {
    {"in", KeyShape::kNeeded, kExpressionShape},      {"as", KeyShape::kNeeded, kTextShape},
    {"where", KeyShape::kOptional, kExpressionShape}, {"on", KeyShape::kNeeded, kDaysShape},
    {"depth", KeyShape::kOptional, kTextShape},
};

std::optional<Depth> ReadDepth(const CheckInput& input, const yaml::Node* node) {
  if (node == nullptr) return Depth::kLaw;
  for (size_t i = 0; i < std::size(kDepths); ++i) {
    if (node->text() == kDepths[i]) return static_cast<Depth>(i);
  }
  Diagnostic& error = input.sink.Error(input.rule.source(), node->span(), TextId::kLawWord,
                                       {node->text(), "law, article, paragraph, item"});
  const std::vector<std::string> hints =
      Suggest(node->text(), std::span<const std::string_view>(kDepths));
  if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  return std::nullopt;
}

// The questions about one citation, each true where it is so on one of the days.
class Citation {
 public:
  Citation(Span span, const CitationNames& names, std::string_view variable,
           const std::vector<expr::AstPtr>& days)
      : span_(span), names_(names), variable_(variable), days_(days) {}

  expr::AstPtr Field(std::string_view name) const {
    return expr::MakeSelect(expr::MakeIdent(span_, variable_), name);
  }

  expr::AstPtr OnSomeDay(std::string_view function, const std::vector<std::string_view>& fields,
                         bool wanted) const {
    std::vector<expr::AstPtr> any;
    for (const expr::AstPtr& day : days_) {
      std::vector<expr::AstPtr> args;
      args.push_back(Field(names_.law));
      args.push_back(expr::Clone(*day));
      for (const std::string_view field : fields) args.push_back(Field(field));
      expr::AstPtr call = expr::MakeCall(span_, function, std::move(args));
      any.push_back(wanted ? std::move(call) : expr::MakeNot(std::move(call)));
    }
    return expr::MakeOr(std::move(any));
  }

  expr::AstPtr InForce() const { return OnSomeDay("lawInForce", {}, true); }
  expr::AstPtr HasArticle() const { return OnSomeDay("lawHasArticle", {names_.article}, true); }

  expr::AstPtr NamesParagraph() const {
    return DeepEnough(names_.paragraph, "lawNeedsParagraph", {names_.article});
  }
  expr::AstPtr NamesItem() const {
    return DeepEnough(names_.item, "lawNeedsItem", {names_.article, names_.paragraph});
  }

 private:
  // The field is there, or the law does not ask for it.
  expr::AstPtr DeepEnough(std::string_view field, std::string_view function,
                          const std::vector<std::string_view>& fields) const {
    std::vector<expr::AstPtr> either;
    either.push_back(OnSomeDay(function, fields, false));
    either.push_back(expr::MakeHas("has", Field(field)));
    return expr::MakeOr(std::move(either));
  }

  Span span_;
  const CitationNames& names_;
  std::string_view variable_;
  const std::vector<expr::AstPtr>& days_;
};

}  // namespace

bool BuildLawInForce(const CheckInput& input, CheckPlan& plan) {
  const SourcePtr& source = input.rule.source();
  yaml::MapReader keys(source, input.node(), input.sink);
  const yaml::Node* const in = keys.Any("in", NeedOf(kKeys, "in"));
  plan.variable = keys.Text("as", NeedOf(kKeys, "as"));
  const yaml::Node* const where = keys.Any("where", NeedOf(kKeys, "where"));
  const yaml::Node* const on = keys.List("on", NeedOf(kKeys, "on"));
  const std::optional<Depth> depth = ReadDepth(input, keys.Scalar("depth", NeedOf(kKeys, "depth")));
  keys.Finish();
  const size_t errors = input.sink.error_count();
  if (in != nullptr) plan.list = ParseNode(source, *in, input.sink);
  std::vector<expr::AstPtr> before;
  if (where != nullptr) before.push_back(ParseNode(source, *where, input.sink));
  const std::vector<expr::AstPtr> days = ParseList(source, on, input.rule.check, input.sink);
  if (!ModelHasCitations(input) || plan.list == nullptr || days.empty() || plan.variable.empty() ||
      !depth || input.sink.error_count() != errors) {
    return false;
  }

  const Citation citation(in->span(), input.model.citation_names(), plan.variable, days);
  if (*depth >= Depth::kArticle) before.push_back(citation.InForce());
  if (*depth >= Depth::kParagraph) before.push_back(citation.HasArticle());
  if (!before.empty()) plan.where = expr::MakeAnd(std::move(before));
  std::vector<expr::AstPtr> deep;
  switch (*depth) {
    case Depth::kLaw:
      plan.test = citation.InForce();
      return true;
    case Depth::kArticle:
      plan.test = citation.HasArticle();
      return true;
    case Depth::kItem:
      deep.push_back(citation.NamesItem());
      [[fallthrough]];
    case Depth::kParagraph:
      deep.push_back(citation.NamesParagraph());
      plan.test = expr::MakeAnd(std::move(deep));
      return true;
  }
  return false;
}

Shape LawInForceShape() { return MapShape(kKeys); }

}  // namespace anjuan
