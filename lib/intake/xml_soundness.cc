#include "intake/xml_soundness.h"

#include <libxml/parser.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "intake/xml_error.h"

namespace anjuan {
namespace {

constexpr size_t kPiece = 1 << 20;
constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_HUGE;

struct Session {
  xmlParserCtxt* context = nullptr;
  std::optional<InputFinding> finding;
};

Session& Of(void* user) { return *static_cast<Session*>(user); }

void OnDoctype(void* user, const xmlChar*, const xmlChar*, const xmlChar*) noexcept {
  Session& session = Of(user);
  if (!session.finding) {
    session.finding = InputFinding{"", InputProblem::kDoctype, 0, {TextId::kIntakeDoctype, {}}};
  }
  xmlStopParser(session.context);
}

void OnError(void* user, xmlErrorPtr error) noexcept {
  Session& session = Of(user);
  if (session.finding || error->level != XML_ERR_FATAL) return;
  const auto line = static_cast<uint32_t>(std::max(error->line, 0));
  session.finding = InputFinding{"", InputProblem::kMalformed, line, TextOf(*error)};
}

}  // namespace

std::optional<InputFinding> FaultOfXml(const FileReader& files, const std::string& path) {
  Result<std::unique_ptr<FileStream>> file = files.Open(path);
  if (!file.ok()) return FindingOf(file.error());
  xmlSAXHandler handler = {};
  handler.initialized = XML_SAX2_MAGIC;
  handler.internalSubset = OnDoctype;
  handler.serror = OnError;
  Session session;
  const std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxt*)> context(
      xmlCreatePushParserCtxt(&handler, &session, nullptr, 0, nullptr), xmlFreeParserCtxt);
  if (context == nullptr) return FindingOf(Error{Error::Code::kUnreadable, "out of memory"});
  session.context = context.get();
  xmlCtxtUseOptions(context.get(), kOptions);
  std::vector<char> piece(kPiece);
  for (bool last = false; !last && !session.finding;) {
    const Result<size_t> size = (*file)->Read(piece.data(), piece.size());
    if (!size.ok()) return FindingOf(size.error());
    last = *size == 0;
    xmlParseChunk(context.get(), piece.data(), static_cast<int>(*size), last ? 1 : 0);
  }
  if (!session.finding && context->wellFormed == 0) {
    session.finding =
        InputFinding{"", InputProblem::kMalformed, 0, {TextId::kIntakeNotWellFormed, {"libxml2"}}};
  }
  return session.finding;
}

}  // namespace anjuan
