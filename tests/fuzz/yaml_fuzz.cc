// YAML texts of any bytes: no crash, and every place the tree gives lies where it says.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "fuzz/claim.h"
#include "yaml/yaml.h"

using namespace anjuan;
using namespace anjuan::yaml;

namespace {

void CheckOffsets(const Node& node, const Source& source, bool sound) {
  const std::vector<uint32_t> offsets = node.Offsets(source);
  Claim(offsets.size() == node.text().size() + 1);
  for (size_t i = 0; i < offsets.size(); ++i) {
    Claim(offsets[i] <= source.text().size());
    Claim(i == 0 || offsets[i - 1] <= offsets[i]);
    if (!sound || i + 1 == offsets.size()) continue;
    Claim(offsets[i] < source.text().size());
    const char there = source.text()[offsets[i]];
    const char here = node.text()[i];
    const bool line_end = here == '\n' && there == '\r';
    const bool escape = node.style() == Style::kDoubleQuoted && there == '\\';
    Claim(here == there || line_end || escape);
  }
}

void CheckNode(const Node& node, const Source& source, bool sound) {
  Claim(node.span().begin <= node.span().end);
  Claim(node.span().end <= source.text().size());
  if (node.is_scalar()) CheckOffsets(node, source, sound);
  for (const Node& item : node.items()) CheckNode(item, source, sound);
  for (const Entry& entry : node.entries()) {
    Claim(entry.key_span.end <= source.text().size());
    CheckNode(entry.value, source, sound);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto source =
      std::make_shared<Source>("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
  DiagnosticSink sink;
  const auto document = Parse(source, sink);
  Claim(document.has_value() || sink.has_errors());
  if (document) {
    CheckNode(document->root, *source, !sink.has_errors());
    MapReader reader(source, document->root, sink);
    reader.Text("id", MapReader::kNeeded);
    reader.Int("count", 0);
    reader.Bool("on", true);
    reader.Texts("list");
    reader.Map("map");
    reader.Finish();
  }
  Claim(Format(sink, Lang::kChinese).empty() == sink.diagnostics().empty());
  Format(sink, Lang::kEnglish);
  return 0;
}
