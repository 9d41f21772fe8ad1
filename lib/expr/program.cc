#include "expr/program.h"

#include <algorithm>

#include "expr/node.h"

namespace anjuan::expr {

Program::Program() = default;
Program::~Program() = default;

std::string_view Program::Snippet(uint32_t node) const {
  const Span span = sites[node].span;
  const std::string_view text = source->text();
  if (span.begin >= span.end || span.end > text.size()) return {};
  return text.substr(span.begin, span.end - span.begin);
}

const Type& TypeOf(const Program& program) { return program.type; }

void AddReads(const Program& program, Projection& projection) {
  for (const Field* field : program.reads) projection.Add(*program.model, *field);
}

std::vector<std::string> ReadPaths(const Program& program) {
  std::vector<std::string> paths;
  for (const Field* field : program.reads) paths.push_back(field->path);
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

// A dump shows all but which function a call calls.
bool SameProgram(const Program& a, const Program& b) {
  return std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(),
                    [](const Node& x, const Node& y) { return x.eval == y.eval; }) &&
         Dump(a) == Dump(b);
}

TextId TextOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kOverflow:
      return TextId::kExprOverflow;
    case ErrorCode::kDivideByZero:
      return TextId::kExprDivideByZero;
    case ErrorCode::kIndexRange:
      return TextId::kExprIndexRange;
    case ErrorCode::kNoSuchKey:
      return TextId::kExprNoSuchKey;
    case ErrorCode::kDuplicateKey:
      return TextId::kExprDuplicateKey;
    case ErrorCode::kAmbiguous:
      return TextId::kExprAmbiguous;
    case ErrorCode::kBadConversion:
      return TextId::kExprBadConversion;
    case ErrorCode::kBadArgument:
      return TextId::kExprBadArgument;
    case ErrorCode::kCost:
      return TextId::kExprCostExceeded;
    case ErrorCode::kSize:
      return TextId::kExprSizeExceeded;
    case ErrorCode::kBadPattern:
      return TextId::kExprBadPatternAtRun;
    case ErrorCode::kNoValue:
      return TextId::kExprNoValue;
  }
  return TextId::kExprNoValue;
}

}  // namespace anjuan::expr
