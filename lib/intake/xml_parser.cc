#include "intake/xml_parser.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include "intake/start_tag.h"
#include "intake/xml_error.h"
#include "intake/xml_reader.h"

namespace anjuan {
namespace {

constexpr char kSchemaInstance[] = "http://www.w3.org/2001/XMLSchema-instance";

// NOENT only lets a &amp; in an attribute come as & (it would come as &#38;): there are no entities
// to replace, since no DTD is read. HUGE puts our limits in the place of libxml2's.
constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC;

std::string_view View(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

struct ContextDeleter {
  void operator()(xmlParserCtxt* context) const {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
  }
};
using ContextPtr = std::unique_ptr<xmlParserCtxt, ContextDeleter>;

InputFinding OutOfMemory() { return FindingOf(Error{Error::Code::kUnreadable, "out of memory"}); }

// One file's parse, as the callbacks see it.
struct Session {
  explicit Session(CaseEvents& to) : events(to) {}

  CaseEvents& events;
  ContextPtr context;
  std::optional<InputFinding> finding;
  bool last = false;  // nothing follows what the parser has

  void Stop(InputFinding why) {
    if (!finding) finding = std::move(why);
    xmlStopParser(context.get());
  }
};

Session& Of(void* user) { return *static_cast<Session*>(user); }

std::string_view Passed(const xmlParserInput& input) {
  const char* const base = reinterpret_cast<const char*>(input.base);
  return {base, static_cast<size_t>(input.cur - input.base)};
}

// The start tag the parser stands at the end of. No < can stand in it but its first.
std::string_view TagBehind(const xmlParserInput& input) {
  const std::string_view passed = Passed(input);
  const void* const open = memrchr(passed.data(), '<', passed.size());
  if (open == nullptr) return {};
  return passed.substr(static_cast<size_t>(static_cast<const char*>(open) - passed.data()));
}

// libxml2 counts lines as it goes, so at the end of what it has passed.
uint32_t LineBefore(const xmlParserInput& input, std::string_view passed) {
  const auto lines = std::count(passed.begin(), passed.end(), '\n');
  return static_cast<uint32_t>(input.line - lines);
}

bool IsNoField(const xmlChar* prefix, const xmlChar* uri) {
  if (prefix == nullptr) return false;
  const std::string_view name = View(prefix);
  return name == "xml" || name == "xsi" || (uri != nullptr && View(uri) == kSchemaInstance);
}

// `tag` is empty where the start tag stands on one line.
void GiveAttributes(CaseEvents& events, std::string_view tag, uint32_t line, int count,
                    const xmlChar** attributes) {
  AttributeLines lines(tag, line);
  for (int i = 0; i < count; ++i, attributes += 5) {
    const uint32_t at = tag.empty() ? line : lines.Next();
    if (IsNoField(attributes[1], attributes[2])) continue;
    const std::string_view value(reinterpret_cast<const char*>(attributes[3]),
                                 static_cast<size_t>(attributes[4] - attributes[3]));
    events.Attribute(View(attributes[0]), value, at);
  }
}

void OnStart(void* user, const xmlChar* name, const xmlChar*, const xmlChar*, int namespaces,
             const xmlChar**, int attribute_count, int, const xmlChar** attributes) noexcept {
  Session& session = Of(user);
  if (session.finding) return;
  const xmlParserInput& input = *session.context->input;
  std::string_view tag;
  // The parser stands before the > or />. Only a tag with more than a name, or a space behind it,
  // can hold a line end.
  if (attribute_count > 0 || namespaces > 0 || input.cur[-1] <= ' ') {
    tag = TagBehind(input);
    if (tag.find('\n') == std::string_view::npos) tag = {};
  }
  const uint32_t line = LineBefore(input, tag);
  if (!session.events.Start(View(name), line)) {
    return session.Stop(*session.events.refusal());
  }
  if (attribute_count > 0) {
    GiveAttributes(session.events, tag, line, attribute_count, attributes);
  }
}

void OnEnd(void* user, const xmlChar*, const xmlChar*, const xmlChar*) noexcept {
  Session& session = Of(user);
  if (!session.finding) session.events.End();
}

void OnCharacters(void* user, const xmlChar* text, int size) noexcept {
  Session& session = Of(user);
  if (session.finding) return;
  session.events.Characters({reinterpret_cast<const char*>(text), static_cast<size_t>(size)});
}

// Called for every DOCTYPE before anything in it is read. libxml2 takes a stopped document for a
// sound one, so the finding is what tells.
void OnDoctype(void* user, const xmlChar*, const xmlChar*, const xmlChar*) noexcept {
  Session& session = Of(user);
  const xmlParserInput& input = *session.context->input;
  const std::string_view passed = Passed(input);
  const size_t open = std::min(passed.rfind("<!DOCTYPE"), passed.size());
  const uint32_t line = LineBefore(input, passed.substr(open));
  session.Stop({"", InputProblem::kDoctype, line, {TextId::kIntakeDoctype, {}}});
}

void OnError(void* user, xmlErrorPtr error) noexcept {
  Session& session = Of(user);
  if (session.finding || error->level != XML_ERR_FATAL) return;
  if (error->code == XML_ERR_NO_MEMORY) {
    session.finding = OutOfMemory();
    return;
  }
  InputFinding finding;
  finding.line = static_cast<uint32_t>(std::max(error->line, 0));
  const xmlParserInput* const input = session.context->input;
  const std::optional<CaseEvents::Open> open = session.events.open();
  // Fed piece by piece, libxml2 calls a missing end tag content behind the end.
  const bool missing_end = error->code == XML_ERR_DOCUMENT_END && open;
  const bool at_end =
      session.last && (missing_end || (input != nullptr && input->cur >= input->end));
  if (at_end && open) {
    finding.message = {TextId::kIntakeCutOff,
                       {std::string(open->name), std::to_string(open->line)}};
  } else if (at_end && !session.events.root_seen()) {
    finding.message = {TextId::kIntakeCutBeforeRoot, {}};
  } else {
    finding.message = TextOf(*error);
  }
  session.finding = std::move(finding);
}

xmlSAXHandler MakeHandler() {
  xmlSAXHandler handler = {};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = OnStart;
  handler.endElementNs = OnEnd;
  handler.characters = OnCharacters;
  handler.ignorableWhitespace = OnCharacters;
  handler.cdataBlock = OnCharacters;
  handler.internalSubset = OnDoctype;
  handler.serror = OnError;
  return handler;
}

std::optional<InputFinding> Finish(Session& session) {
  if (!session.finding && session.context->wellFormed == 0) {
    session.finding =
        InputFinding{"", InputProblem::kMalformed, 0, {TextId::kIntakeNotWellFormed, {"libxml2"}}};
  }
  if (session.finding) return session.finding;
  session.events.EndFile();
  return std::nullopt;
}

}  // namespace

std::optional<InputFinding> ParseWhole(std::string_view text, CaseEvents& events) {
  Session session(events);
  session.last = true;
  session.context.reset(xmlNewParserCtxt());
  if (session.context == nullptr) return OutOfMemory();
  xmlParserCtxt* const context = session.context.get();
  xmlCtxtUseOptions(context, kOptions);
  *context->sax = MakeHandler();
  context->userData = &session;
  // The parser reads the text where it stands.
  xmlParserInput* const input = xmlNewInputStream(context);
  if (input == nullptr) return OutOfMemory();
  input->base = reinterpret_cast<const xmlChar*>(text.data());
  input->cur = input->base;
  input->end = input->base + text.size();
  inputPush(context, input);
  xmlParseDocument(context);
  return Finish(session);
}

struct PieceParser::State {
  State(CaseEvents& events, uint64_t bytes) : session(events), token_bytes(bytes) {}
  Session session;
  uint64_t token_bytes;
};

PieceParser::PieceParser(CaseEvents& events, uint64_t token_bytes)
    : state_(new State(events, token_bytes)) {
  xmlSAXHandler handler = MakeHandler();
  Session& session = state_->session;
  session.context.reset(xmlCreatePushParserCtxt(&handler, &session, nullptr, 0, nullptr));
  if (session.context != nullptr) xmlCtxtUseOptions(session.context.get(), kOptions);
}

PieceParser::~PieceParser() { delete state_; }

std::optional<InputFinding> PieceParser::Feed(std::string_view text, bool last) {
  constexpr size_t kMost = 1 << 20;
  Session& session = state_->session;
  if (session.context == nullptr) return OutOfMemory();
  xmlParserCtxt* const context = session.context.get();
  while (!text.empty() && !session.finding) {
    const std::string_view part = text.substr(0, kMost);
    text.remove_prefix(part.size());
    xmlParseChunk(context, part.data(), static_cast<int>(part.size()), 0);
    const xmlParserInput* const input = context->input;
    if (session.finding || input == nullptr) break;
    if (static_cast<uint64_t>(input->end - input->cur) > state_->token_bytes) {
      session.Stop({"",
                    InputProblem::kTooLarge,
                    static_cast<uint32_t>(input->line),
                    {TextId::kIntakeLongToken, {std::to_string(state_->token_bytes)}}});
    }
  }
  if (session.finding) return session.finding;
  if (!last) return std::nullopt;
  session.last = true;
  xmlParseChunk(context, nullptr, 0, 1);
  return Finish(session);
}

}  // namespace anjuan
