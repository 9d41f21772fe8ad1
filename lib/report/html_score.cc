#include "report/html_score.h"

#include "base/texts/page.h"
#include "report/html_escape.h"
#include "report/score_text.h"

namespace anjuan {

std::string ScoreInterval(const Score& score, Lang lang) {
  if (score.scheme == nullptr) return "";
  const std::string value = FormatPoints(score.value);
  if (score.floor.hundredths == score.value.hundredths) {
    return Say(lang, page_text::kPageScorePoints, {value});
  }
  return Say(lang, page_text::kPageScoreInterval, {FormatPoints(score.floor), value});
}

std::string ScoreArithmetic(const Score& score, Lang lang) {
  if (score.scheme == nullptr) return "";
  // A line a rule that took or spared something; what is only at stake stands in its part's sum.
  Score told = score;
  std::erase_if(told.lines, [](const ScoreLine& line) {
    return line.places == 0 && line.free == 0 && line.waived == 0;
  });
  const size_t untold = score.lines.size() - told.lines.size();
  std::string lines;
  AppendArithmetic(told, lang, "", lines);
  std::string out = "<details class=\"sum\" open><summary>" +
                    PageText(Say(lang, page_text::kPageArithmetic)) + "</summary><div>\n";
  for (size_t at = 0; at < lines.size();) {
    const size_t end = lines.find('\n', at);
    const std::string line = lines.substr(at, end - at);
    at = end + 1;
    // Its words, two spaces, its numbers.
    const bool of_rule = line.starts_with("  ");
    const size_t parts = line.rfind("  ");
    const bool split = parts != std::string::npos && parts > 1;
    out += of_rule ? "<p class=\"in\">" : "<p>";
    out += Bdi(line.substr(0, split ? parts : line.size()));
    if (split) out += " <b>" + PageText(line.substr(parts + 2)) + "</b>";
    out += "</p>\n";
  }
  if (untold > 0) {
    out += "<p class=\"in\">" +
           PageText(Say(lang, page_text::kPageArithmeticMore, {std::to_string(untold)})) + "</p>\n";
  }
  return out + "</div></details>\n";
}

}  // namespace anjuan
