// inspect: its options.
#include <memory>

#include "cmd/option_values.h"

namespace anjuan {
namespace {

struct Raw {
  InspectCommand inspect;
  std::string format = "text";
  std::string as_of;
  std::string color = "auto";
};

InspectCommand Build(const Raw& raw) {
  InspectCommand inspect = raw.inspect;
  if (inspect.files.empty()) throw UsageError{TextId::kWantsFile, {}, {}};
  inspect.json = OneOf("-o", raw.format, {"text", "json"}) == "json";
  inspect.as_of = DateOf("--as-of", raw.as_of);
  inspect.color = ColorOf(raw.color);
  return inspect;
}

}  // namespace

void DefineInspect(CommandRow& root) {
  const auto raw = std::make_shared<Raw>();
  CommandRow& inspect = root.Add("inspect", TextId::kHelpInspect, [raw] { return Build(*raw); });
  inspect.Arguments("FILE", raw->inspect.files, TextId::kHelpInspectFile, Takes::kFile);
  inspect.Value("-o,--output", raw->format, TextId::kHelpInspectOutput, "text|json",
                Takes::kChoice);
  AddRules(inspect, raw->inspect.rules);
  AddAsOf(inspect, raw->as_of);
  AddColor(inspect, raw->color);
}

}  // namespace anjuan
