// rules params: each parameter of the packs, its values, since when, and who set them.
#include "base/display_width.h"
#include "cmd/rules.h"

namespace anjuan {
namespace {

constexpr size_t kNameCells = 36;
constexpr size_t kValueCells = 14;
constexpr size_t kRangeCells = 25;

std::string ValueText(const yaml::Node& value, Lang lang) {
  if (value.is_null()) return Say(lang, TextId::kParamUnset);
  if (value.is_scalar()) return value.text();
  std::string items;
  for (const yaml::Node& item : value.items()) {
    items += (items.empty() ? "[" : ", ") + item.text();
  }
  return items.empty() ? "[]" : items + "]";
}

std::string RangeText(const DateRange& range) {
  if (!range.from && !range.to) return "";
  return (range.from ? FormatDate(*range.from) : std::string()) + ".." +
         (range.to ? FormatDate(*range.to) : std::string());
}

void AppendParam(const Param& param, Lang lang, std::string& out) {
  const std::string origin =
      (param.pack.empty() ? std::string("--set")
                          : param.pack + "  " + param.source->name() + ":" +
                                std::to_string(param.source->PlaceOf(param.span.begin).line));
  bool first = true;
  for (const ParamValue& row : param.values) {
    out += "  " + PadTo(first ? param.name : "", kNameCells) +
           PadTo(ValueText(*row.value, lang), kValueCells) +
           PadTo(RangeText(row.range), kRangeCells);
    if (first) out += origin;
    while (out.ends_with(' ')) out.pop_back();
    out += '\n';
    first = false;
  }
  if (param.label != param.name) out += "    " + param.label + '\n';
}

}  // namespace

ExitCode RunRulesParams(const RulesParamsCommand& command, Lang lang, Console& console) {
  const std::optional<LoadedRules> loaded = LoadRules(command.rules, lang, console);
  if (!loaded) return ExitCode::kCouldNotRun;
  std::string out;
  for (const auto& pack : loaded->packs) {
    out += pack->pack.name + " " + pack->pack.version + "  " + pack->pack.title + '\n';
    for (const Param& param : pack->pack.params) AppendParam(param, lang, out);
  }
  return PrintResult(out, ExitCode::kClean, console);
}

}  // namespace anjuan
