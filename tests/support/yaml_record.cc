#include "support/yaml_record.h"

#include <cstdio>
#include <cstdlib>

#include "audit/yaml_case.h"

namespace anjuan {

void ReadYamlCase(const Model& model, const Projection& projection, const std::string& text,
                  const std::string& complete, Record& record) {
  DiagnosticSink sink;
  RecordBuilder builder(model, projection, record);
  builder.Begin();
  const auto source = std::make_shared<const Source>("case.yaml", text);
  const std::optional<yaml::Document> document = yaml::Parse(source, sink);
  if (document) FillFromYaml(document->root, source, builder, sink);
  if (sink.has_errors()) {
    std::fputs(Format(sink, Lang::kEnglish).c_str(), stderr);
    std::abort();
  }
  builder.SetComplete(complete);
  builder.Finish();
}

}  // namespace anjuan
