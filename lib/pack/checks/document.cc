// document: {kind: K, has: [FIELD…], signed_by: [ROLE…]}: a document of the kind is there, and each
// of them carries the fields (a bool: true) and a signature for each role.
#include "base/suggest.h"
#include "pack/checks.h"

namespace anjuan {
namespace {

constexpr std::string_view kDocument = "文书_";  // no field can bear this name
constexpr std::string_view kSignature = "签名_";

constexpr Shape kFieldShape{ShapeKind::kDocumentField};
constexpr KeyShape kKeys[] = {
    {"kind", KeyShape::kNeeded, {ShapeKind::kDocumentKind}},
    {"has", KeyShape::kOptional, ListShape(kFieldShape)},
    {"signed_by", KeyShape::kOptional, ListShape(kTextShape)},
};

const Field* DocumentField(const CheckInput& input, const yaml::Node& node) {
  const RecordType& documents = *input.model.document_lists().documents->record;
  const Field* const field = node.is_scalar() ? documents.Find(node.text()) : nullptr;
  if (field != nullptr) return field;
  std::vector<Candidate> names;
  for (const Field& known : documents.fields) {
    names.push_back({known.name, "'" + known.name + "' (" + known.label + ")"});
    names.push_back({known.label, "'" + known.label + "' (" + known.name + ")"});
  }
  Diagnostic& error = input.sink.Error(input.rule.source(), node.span(),
                                       TextId::kUnknownDocumentField, {node.text()});
  const std::vector<std::string> hints = Suggest(node.text(), names);
  if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  return nullptr;
}

expr::AstPtr FieldIsThere(Span span, const Field& field) {
  const auto select = [&] {
    return expr::MakeSelect(expr::MakeIdent(span, kDocument), field.name);
  };
  expr::AstPtr filled = expr::MakeHas("filled", select());
  if (field.type != FieldType::kBool) return filled;
  std::vector<expr::AstPtr> both;
  both.push_back(std::move(filled));
  both.push_back(select());
  return expr::MakeAnd(std::move(both));
}

expr::AstPtr IsSignedBy(const CheckInput& input, const yaml::Node& role) {
  const DocumentLists& lists = input.model.document_lists();
  const Span span = role.span();
  return expr::MakeMacro(
      "exists", expr::MakeSelect(expr::MakeIdent(span, kDocument), lists.signatures->name),
      kSignature,
      expr::MakeBinary("==", expr::MakeSelect(expr::MakeIdent(span, kSignature), lists.role->name),
                       expr::MakeString(span, role.text())));
}

}  // namespace

bool BuildDocument(const CheckInput& input, CheckPlan& plan) {
  const SourcePtr& source = input.rule.source();
  yaml::MapReader keys(source, input.node(), input.sink);
  const yaml::Node* const kind = keys.Scalar("kind", NeedOf(kKeys, "kind"));
  const yaml::Node* const has = keys.List("has", NeedOf(kKeys, "has"));
  const yaml::Node* const signed_by = keys.List("signed_by", NeedOf(kKeys, "signed_by"));
  keys.Finish();
  if (kind == nullptr) return false;

  const auto lookup = [&](std::string_view function) {
    std::vector<expr::AstPtr> args;
    args.push_back(expr::MakeString(kind->span(), kind->text()));
    return expr::MakeCall(kind->span(), function, std::move(args));
  };
  std::vector<expr::AstPtr> demands;
  bool good = true;
  if (has != nullptr) {
    for (const yaml::Node& item : has->items()) {
      const Field* const field = DocumentField(input, item);
      good = good && field != nullptr;
      if (field != nullptr) demands.push_back(FieldIsThere(item.span(), *field));
    }
  }
  if (signed_by != nullptr) {
    for (const yaml::Node& role : signed_by->items()) demands.push_back(IsSignedBy(input, role));
  }
  if (!good) return false;
  std::vector<expr::AstPtr> whole;
  whole.push_back(lookup("hasDoc"));
  if (!demands.empty()) {
    whole.push_back(
        expr::MakeMacro("all", lookup("docs"), kDocument, expr::MakeAnd(std::move(demands))));
  }
  plan.test = expr::MakeAnd(std::move(whole));
  return true;
}

Shape DocumentShape() { return MapShape(kKeys); }

}  // namespace anjuan
