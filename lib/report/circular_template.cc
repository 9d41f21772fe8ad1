// A template of a circular: every fact it names is known before anything is drafted.
#include <algorithm>

#include "base/suggest.h"
#include "base/texts/survey.h"
#include "report/circular_facts.h"
#include "yaml/yaml.h"

namespace anjuan {
namespace {

namespace text = survey_text;
using Reader = yaml::MapReader;

class TemplateReader {
 public:
  TemplateReader(SourcePtr source, DiagnosticSink& sink)
      : source_(std::move(source)), sink_(sink) {}

  CircularTemplate Read(const yaml::Node& root) {
    CircularTemplate made;
    Reader keys(source_, root, sink_);
    made.name = keys.Text("name", Reader::kNeeded);
    if (const yaml::Node* const title = keys.Scalar("title", Reader::kNeeded)) {
      made.title = Pattern(*title, "");
    }
    made.per_agency = keys.Bool("per_agency", false);
    if (const yaml::Node* const parts = keys.List("parts", Reader::kNeeded)) {
      for (const yaml::Node& part : parts->items()) ReadPart(part, made.parts);
    }
    keys.Finish();
    return made;
  }

 private:
  void ReadPart(const yaml::Node& node, std::vector<CircularPart>& parts) {
    Reader keys(source_, node, sink_);
    CircularPart part;
    const yaml::Node* const heading = keys.Scalar("heading");
    const yaml::Node* const words = keys.Scalar("text");
    const yaml::Node* const list = keys.Scalar("list");
    const yaml::Node* const table = keys.Scalar("table");
    const yaml::Node* const item = keys.Scalar("item");
    const yaml::Node* const columns = keys.Map("columns");
    const yaml::Node* const none = keys.Scalar("none");
    const yaml::Node* const when = keys.Scalar("when");
    const int64_t top = keys.Int("top", 0);
    keys.Finish();
    if (!node.is_map()) return;
    const int kinds =
        (heading != nullptr) + (words != nullptr) + (list != nullptr) + (table != nullptr);
    if (kinds != 1 || (list != nullptr) != (item != nullptr) ||
        (table != nullptr) != (columns != nullptr) || top < 0) {
      sink_.Error(source_, node.span(), text::kTemplatePart);
      return;
    }
    part.top = static_cast<size_t>(top);
    if (when != nullptr) part.when = Known(*when, when->text(), CircularFacts());
    if (none != nullptr) part.none = Pattern(*none, "");
    if (heading != nullptr || words != nullptr) {
      part.kind = heading != nullptr ? CircularPart::Kind::kHeading : CircularPart::Kind::kText;
      part.text = Pattern(heading != nullptr ? *heading : *words, "");
    } else {
      part.kind = list != nullptr ? CircularPart::Kind::kList : CircularPart::Kind::kTable;
      const yaml::Node& rows = list != nullptr ? *list : *table;
      part.rows = rows.text();
      const std::span<const FactName> facts = FactsOfRows(part.rows);
      if (facts.empty()) return Unknown(text::kTemplateRows, rows, part.rows, KindsOfRows());
      if (item != nullptr) part.text = Pattern(*item, part.rows);
      if (columns != nullptr) {
        for (const yaml::Entry& entry : columns->entries()) {
          part.columns.emplace_back(Known(columns->is_map() ? entry.value : node, entry.key, facts),
                                    entry.value.text());
        }
      }
    }
    parts.push_back(std::move(part));
  }

  // "{cases} 件" with {{ for a brace.
  TextPattern Pattern(const yaml::Node& node, std::string_view rows) {
    TextPattern pattern;
    std::string plain;
    const std::string& written = node.text();
    for (size_t i = 0; i < written.size(); ++i) {
      const bool brace = written[i] == '{' || written[i] == '}';
      if (brace && i + 1 < written.size() && written[i + 1] == written[i]) {
        plain += written[i++];
      } else if (written[i] == '{' && written.find('}', i) != std::string::npos) {
        if (!plain.empty()) pattern.pieces.push_back({std::move(plain), false});
        plain.clear();
        const size_t end = written.find('}', i);
        const std::string name = written.substr(i + 1, end - i - 1);
        pattern.pieces.push_back(
            {Known(node, name, rows.empty() ? CircularFacts() : FactsOfRows(rows)), true});
        i = end;
      } else if (brace) {
        sink_.Error(source_, node.span(), text::kTemplateBrace);
      } else {
        plain += written[i];
      }
    }
    if (!plain.empty()) pattern.pieces.push_back({std::move(plain), false});
    return pattern;
  }

  std::string Known(const yaml::Node& node, const std::string& name,
                    std::span<const FactName> facts) {
    std::vector<std::string_view> names;
    for (const FactName& fact : facts) {
      if (fact.name == name) return name;
      names.push_back(fact.name);
    }
    Unknown(text::kTemplateFact, node, name, names);
    return name;
  }

  void Unknown(TextId id, const yaml::Node& node, const std::string& name,
               const std::vector<std::string_view>& known) {
    Diagnostic& error = sink_.Error(source_, node.span(), id, {name});
    const std::vector<std::string> hints = Suggest(name, known);
    if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  }

  SourcePtr source_;
  DiagnosticSink& sink_;
};

}  // namespace

std::shared_ptr<const CircularTemplate> ReadCircularTemplate(const SourcePtr& source,
                                                             DiagnosticSink& sink) {
  const size_t mistakes = sink.error_count();
  const std::optional<yaml::Document> document = yaml::Parse(source, sink);
  if (!document) return nullptr;
  CircularTemplate made = TemplateReader(source, sink).Read(document->root);
  if (sink.error_count() > mistakes) return nullptr;
  return std::make_shared<const CircularTemplate>(std::move(made));
}

}  // namespace anjuan
