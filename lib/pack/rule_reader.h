// One rule file into a Rule: keys, shapes and fixed words; expressions stay nodes.
#pragma once

#include <memory>

#include "pack/pack.h"

namespace anjuan {

// Null where the file is no rule at all; every mistake is in the sink.
std::shared_ptr<const Rule> ReadRule(std::shared_ptr<const yaml::Document> document,
                                     const std::string& pack, const Stage& stage,
                                     DiagnosticSink& sink);

// 10, 0.5: at most two decimals, not negative.
std::optional<Points> ParsePoints(const std::string& text);
Points ReadPointsOf(const yaml::Node& node, const SourcePtr& source, DiagnosticSink& sink);

// Keys `from` and `to` of a map, each a date.
DateRange ReadDateRange(yaml::MapReader& keys, DiagnosticSink& sink);

}  // namespace anjuan
