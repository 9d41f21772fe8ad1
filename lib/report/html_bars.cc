#include "report/html_bars.h"

#include <algorithm>

#include "report/html_escape.h"

namespace anjuan {

std::string BarTable(const std::string& caption, const std::vector<BarRow>& rows) {
  constexpr size_t kNameCells = 44;
  constexpr uint64_t kUnits = 1000;  // of the longest bar
  if (rows.empty()) return "";
  uint64_t most = 1;
  for (const BarRow& row : rows) most = std::max(most, row.total());
  std::string out = "<table class=\"bars\"><caption>" + PageText(caption) + "</caption><tbody>\n";
  for (const BarRow& row : rows) {
    out +=
        "<tr><th scope=\"row\">" + Bdi(row.name, kNameCells) +
        "</th><td><svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">";
    uint64_t before = 0;
    for (const BarPiece& piece : row.pieces) {
      const uint64_t from = before * kUnits / most;
      before += piece.size;
      const uint64_t to = before * kUnits / most;
      if (to == from) continue;
      out += "<rect class=\"" + piece.kind + "\" x=\"" + std::to_string(from) + "\" width=\"" +
             std::to_string(to - from) + "\" height=\"10\"/>";
    }
    out += "</svg></td><td>" + std::to_string(row.total()) + "</td></tr>\n";
  }
  return out + "</tbody></table>\n";
}

}  // namespace anjuan
