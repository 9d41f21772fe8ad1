#include "pack/checks.h"

namespace anjuan {
namespace {

constexpr CheckKind kKinds[] = {
    {"require", BuildRequire},   {"present", BuildPresent}, {"order", BuildOrder},
    {"document", BuildDocument}, {"each", BuildEach},       {"deadline", BuildDeadline},
};

}  // namespace

std::span<const CheckKind> CheckKinds() { return kKinds; }

const CheckKind* FindCheckKind(std::string_view key) {
  for (const CheckKind& kind : kKinds) {
    if (kind.key == key) return &kind;
  }
  return nullptr;
}

expr::AstPtr ParseNode(const SourcePtr& source, const yaml::Node& node, DiagnosticSink& sink) {
  if (!node.is_scalar()) {
    sink.Error(source, node.span(), TextId::kNotAnExpression);
    return nullptr;
  }
  return expr::Parse({source, node.text(), node.Offsets(*source)}, sink);
}

}  // namespace anjuan
