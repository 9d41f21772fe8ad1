// A record of a case in YAML.
#pragma once

#include <string>

#include "model/record.h"

namespace anjuan {

// `complete`: what the export says of itself (是), or "". A case that does not read ends the test.
void ReadYamlCase(const Model& model, const Projection& projection, const std::string& text,
                  const std::string& complete, Record& record);

}  // namespace anjuan
