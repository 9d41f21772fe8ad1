// The YAML of a pack as a JSON Schema, so that an editor completes keys and points at mistakes
// while a rule is being written.
//
// Shape: draft 2020-12; a document is a rule file ($defs/rule) or a pack.yaml ($defs/pack). Fields,
//        kinds, codes and stages are offered, not demanded: other names of theirs are legal too.
// From:  the tables that the readers use (pack/shape.h) and the model; nothing is listed twice.
#pragma once

#include <string>
#include <vector>

#include "model/model.h"

namespace anjuan {

// `stages`: labels to offer. `schemes`: names of scoring schemes, likewise.
std::string RuleSchema(const Model& model, const std::vector<std::string>& stages,
                       const std::vector<std::string>& schemes);

}  // namespace anjuan
