// delivered: {document: KIND, each_party: BOOL}: some row of the deliveries of that kind has a day
// and what its method asks as proof (`methods` of the pack); with each_party one for each party.
#include "expr/signature.h"
#include "pack/checks.h"

namespace anjuan {
namespace {

constexpr std::string_view kParty = "当事人_";  // no field can bear this name

constexpr KeyShape kKeys[] = {
    {"document", KeyShape::kNeeded, {ShapeKind::kDocumentKind}},
    {"each_party", KeyShape::kOptional, {ShapeKind::kBool}},
};

// Builds the pieces of one check, all of them at the place of the check.
class Service {
 public:
  explicit Service(const CheckInput& input)
      : input_(input),
        names_(input.model.service_names()),
        lists_(input.model.document_lists()),
        span_(input.node().span()) {}

  // A row that was served, to the party where one is bound.
  expr::AstPtr Exists(const yaml::Node& kind, bool each_party) {
    std::vector<expr::AstPtr> demands;
    if (each_party) demands.push_back(IsForParty());
    expr::AstPtr proved = Proved();
    if (proved == nullptr) return nullptr;
    demands.push_back(std::move(proved));
    std::vector<expr::AstPtr> args;
    args.push_back(expr::MakeString(kind.span(), kind.text()));
    return expr::MakeMacro("exists", expr::MakeCall(kind.span(), "delivered", std::move(args)),
                           kServiceRow, expr::MakeAnd(std::move(demands)));
  }

  expr::AstPtr Parties() { return expr::MakeIdent(span_, names_.parties); }
  expr::AstPtr PartyName() { return OfParty(names_.party_names.front()); }

 private:
  expr::AstPtr OfRow(std::string_view field) {
    return expr::MakeSelect(expr::MakeIdent(span_, kServiceRow), field);
  }
  expr::AstPtr OfParty(std::string_view field) {
    return expr::MakeSelect(expr::MakeIdent(span_, kParty), field);
  }

  // method == A ? A's proof : method == B ? B's proof : … : unknown
  expr::AstPtr Proved() {
    std::vector<expr::AstPtr> args;
    args.push_back(OfRow(names_.method));
    expr::AstPtr proved = expr::MakeCall(span_, UnlistedMethod().name, std::move(args));
    for (size_t i = input_.pack.methods.size(); i-- > 0;) {
      const ServiceMethod& method = input_.pack.methods[i];
      DiagnosticSink said_before;  // the pack's compiler reads every method
      std::vector<expr::AstPtr> both;
      both.push_back(ParseNode(method.source, *method.proof, said_before));
      if (method.served != nullptr) {
        expr::AstPtr served = ParseNode(method.source, *method.served, said_before);
        if (served == nullptr) return nullptr;
        both.push_back(expr::MakeBinary(">=", OfRow(lists_.served_on->name), std::move(served)));
      }
      if (both[0] == nullptr) return nullptr;
      expr::AstPtr proof = expr::MakeAnd(std::move(both));
      expr::PlaceAt(*proof, span_);
      proved = expr::MakeConditional(
          expr::MakeBinary("==", OfRow(names_.method), expr::MakeString(span_, method.name)),
          std::move(proof), std::move(proved));
    }
    return proved;
  }

  // The row says so; one that does not is for the only party, or for the party whose name, or
  // whose representative's, the receipt bears.
  expr::AstPtr IsForParty() {
    std::vector<expr::AstPtr> bears;
    for (const std::string& name : names_.party_names) {
      std::vector<expr::AstPtr> same;
      same.push_back(expr::MakeHas("has", OfParty(name)));
      same.push_back(expr::MakeBinary("==", OfRow(names_.recipient), OfParty(name)));
      bears.push_back(expr::MakeAnd(std::move(same)));
    }
    std::vector<expr::AstPtr> received;
    received.push_back(expr::MakeHas("has", OfRow(names_.recipient)));
    received.push_back(expr::MakeOr(std::move(bears)));
    std::vector<expr::AstPtr> args;
    args.push_back(Parties());
    std::vector<expr::AstPtr> either;
    either.push_back(expr::MakeBinary("==", expr::MakeCall(span_, "size", std::move(args)),
                                      expr::MakeInt(span_, 1)));
    either.push_back(expr::MakeConditional(
        expr::MakeHas("has", OfRow(names_.party)),
        expr::MakeBinary("==", OfRow(names_.party), OfParty(names_.party_names.front())),
        expr::MakeAnd(std::move(received))));
    return expr::MakeOr(std::move(either));
  }

  const CheckInput& input_;
  const ServiceNames& names_;
  const DocumentLists& lists_;
  Span span_;
};

expr::Value Unlisted(const expr::Node&, expr::Frame&) { return expr::Value::Unknown(); }

expr::Reason WhyUnlisted(const void*, const expr::Value* args, size_t) {
  expr::Reason reason;
  if (args[0].here()) reason.cause = std::string(kServiceMethodCause) + std::string(args[0].view());
  return reason;
}

constexpr expr::FunctionRow kUnlisted = [] {
  expr::FunctionRow row{"unlistedMethod(string) -> bool", &Unlisted};
  row.why = &WhyUnlisted;
  return row;
}();

}  // namespace

const expr::Function& UnlistedMethod() {
  static const expr::Function function = expr::ParseSignature(kUnlisted);
  return function;
}

bool BuildDelivered(const CheckInput& input, CheckPlan& plan) {
  const SourcePtr& source = input.rule.source();
  yaml::MapReader keys(source, input.node(), input.sink);
  const yaml::Node* const document = keys.Scalar("document", NeedOf(kKeys, "document"));
  const bool each_party = keys.Bool("each_party", false);
  keys.Finish();
  if (document == nullptr) return false;
  if (input.model.service_names().method.empty()) {
    input.sink.Error(source, input.node().span(), TextId::kModelHasNoService, {input.rule.check});
    return false;
  }
  if (input.pack.methods.empty()) {
    input.sink.Error(source, input.node().span(), TextId::kPackHasNoMethods, {input.rule.check});
    return false;
  }
  Service service(input);
  plan.test = service.Exists(*document, each_party);
  if (plan.test == nullptr) return false;
  if (each_party) {
    plan.list = service.Parties();
    plan.variable = kParty;
    plan.outputs.emplace_back("party", service.PartyName());
  }
  return true;
}

Shape DeliveredShape() { return MapShape(kKeys); }

}  // namespace anjuan
