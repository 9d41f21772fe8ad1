// config: each option, its value, and where that comes from.
#include <algorithm>

#include "base/display_width.h"
#include "base/terminal_text.h"
#include "cmd/commands.h"
#include "cmd/rules.h"

namespace anjuan {

ExitCode RunConfig(const ConfigCommand& command, Lang /*lang*/, Console& console) {
  size_t name_cells = 0;
  size_t value_cells = 0;
  for (const ConfigCommand::Line& line : command.lines) {
    name_cells = std::max(name_cells, line.name.size());
    value_cells = std::max(value_cells, DisplayWidth(ForTerminal(line.value)));
  }
  value_cells = std::min<size_t>(value_cells, 40);
  std::string out;
  for (const ConfigCommand::Line& line : command.lines) {
    out += PadTo(line.name, name_cells + 2) + PadTo(ForTerminal(line.value), value_cells + 2) +
           ForTerminal(line.origin) + '\n';
  }
  return PrintResult(out, ExitCode::kClean, console);
}

}  // namespace anjuan
