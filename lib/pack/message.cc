#include "pack/message.h"

#include <algorithm>

namespace anjuan {

std::vector<MessagePiece> CompileMessage(const yaml::Node& node, const SourcePtr& source,
                                         const expr::Scope& scope, const Outputs& outputs,
                                         DiagnosticSink& sink) {
  std::vector<MessagePiece> pieces;
  // A message is one line: the line end of a | block is not part of it.
  const std::string text = node.text().substr(0, node.text().find_last_not_of('\n') + 1);
  const std::vector<uint32_t> offsets = node.Offsets(*source);
  std::string plain;
  const auto flush = [&] {
    if (!plain.empty()) pieces.push_back({std::move(plain), nullptr});
    plain.clear();
  };
  for (size_t i = 0; i < text.size();) {
    const char c = text[i];
    if ((c == '{' || c == '}') && i + 1 < text.size() && text[i + 1] == c) {
      plain.push_back(c);
      i += 2;
      continue;
    }
    if (c != '{') {
      plain.push_back(c);
      ++i;
      continue;
    }
    const size_t end = text.find('}', i);
    if (end == std::string::npos) {
      sink.Error(source, {offsets[i], offsets[i + 1]}, TextId::kMessageBrace);
      break;
    }
    flush();
    const std::vector<uint32_t> inner(offsets.begin() + static_cast<ptrdiff_t>(i + 1),
                                      offsets.begin() + static_cast<ptrdiff_t>(end + 1));
    const std::string written = text.substr(i + 1, end - i - 1);
    const auto output = std::find_if(outputs.begin(), outputs.end(),
                                     [&](const auto& known) { return known.first == written; });
    const expr::AstPtr ast = output != outputs.end() ? expr::Clone(*output->second)
                                                     : expr::Parse({source, written, inner}, sink);
    if (ast != nullptr) {
      ProgramPtr program = expr::Compile(*ast, source, scope, expr::Wanted::kScalar, sink);
      if (program != nullptr) pieces.push_back({"", std::move(program)});
    }
    i = end + 1;
  }
  flush();
  return pieces;
}

}  // namespace anjuan
