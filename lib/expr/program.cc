#include "expr/program.h"

#include <algorithm>

#include "expr/compiler.h"

namespace anjuan::expr {

std::shared_ptr<const Program> Compile(const Ast& ast, SourcePtr source, const Scope& scope,
                                       Wanted wanted, DiagnosticSink& sink) {
  return Compiler(std::move(source), scope, sink).Compile(ast, wanted);
}

const Type& TypeOf(const Program& program) { return program.type; }

void AddReads(const Program& program, Projection& projection) {
  for (const Field* const field : program.reads) projection.Add(*program.model, *field);
}

std::vector<std::string> ReadPaths(const Program& program) {
  std::vector<std::string> paths;
  for (const Field* const field : program.reads) paths.push_back(field->path);
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace anjuan::expr
