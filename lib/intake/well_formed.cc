#include "intake/well_formed.h"

#include <libxml/parser.h>

namespace anjuan {
namespace {

constexpr size_t kMostAtOnce = 1 << 20;

// Not the document's: libxml2 would print them.
void PassOver(void* /*data*/, xmlErrorPtr /*error*/) {}

}  // namespace

struct WellFormed::State {
  xmlSAXHandler handler = {};
  xmlParserCtxtPtr context = nullptr;
  bool doctype = false;
  bool failed = false;

  static void OnDoctype(void* context, const xmlChar* /*name*/, const xmlChar* /*id*/,
                        const xmlChar* /*system*/) {
    auto* const parser = static_cast<xmlParserCtxtPtr>(context);
    static_cast<State*>(parser->_private)->doctype = true;
    xmlStopParser(parser);
  }

  void Parse(const char* bytes, int size, bool last) {
    if (context == nullptr || failed) return;
    failed = xmlParseChunk(context, bytes, size, last ? 1 : 0) != 0 || doctype;
  }
};

WellFormed::WellFormed() : state_(std::make_unique<State>()) {
  xmlInitParser();
  state_->handler.initialized = XML_SAX2_MAGIC;
  state_->handler.internalSubset = State::OnDoctype;
  state_->handler.serror = PassOver;
  state_->context = xmlCreatePushParserCtxt(&state_->handler, nullptr, nullptr, 0, nullptr);
  if (state_->context == nullptr) return;
  xmlCtxtUseOptions(state_->context, XML_PARSE_NONET | XML_PARSE_HUGE);
  state_->context->_private = state_.get();
}

WellFormed::~WellFormed() {
  if (state_->context == nullptr) return;
  if (state_->context->myDoc != nullptr) xmlFreeDoc(state_->context->myDoc);
  xmlFreeParserCtxt(state_->context);
}

void WellFormed::Feed(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view part = bytes.substr(0, kMostAtOnce);
    state_->Parse(part.data(), static_cast<int>(part.size()), false);
    bytes.remove_prefix(part.size());
  }
}

bool WellFormed::Finish() {
  state_->Parse(nullptr, 0, true);
  return state_->context != nullptr && !state_->failed && state_->context->wellFormed == 1;
}

size_t WellFormed::line() const {
  const xmlParserInputPtr input = state_->context == nullptr ? nullptr : state_->context->input;
  return input == nullptr ? 0 : static_cast<size_t>(input->line);
}

}  // namespace anjuan
