// A case written in YAML, as tests inside rules have it: names in either language, entities as
// maps, lists as lists, null or "" for blank.
#pragma once

#include "base/diagnostic.h"
#include "model/record_builder.h"
#include "yaml/yaml.h"

namespace anjuan {

// Fills the builder's record from `node`, between Begin and Finish. Unknown names and wrong shapes
// go to the sink. Lines are those of the YAML file.
void FillFromYaml(const yaml::Node& node, const SourcePtr& source, RecordBuilder& builder,
                  DiagnosticSink& sink);

}  // namespace anjuan
