#include "citation.h"

#include <array>

namespace {

// 118 as 一百一十八, 15 as 十五. Requires 1 to 999.
std::string Ordinal(int number) {
  constexpr std::array<std::string_view, 10> kDigits = {"",   "一", "二", "三", "四",
                                                        "五", "六", "七", "八", "九"};
  const auto digit = [&](int place) { return kDigits[static_cast<size_t>(number / place % 10)]; };
  std::string text;
  if (number >= 100) text.append(digit(100)).append("百");
  if (number > 100 && digit(10).empty() && !digit(1).empty()) text += "零";
  if (!digit(10).empty()) {
    if (number >= 20) text += digit(10);
    text += "十";
  }
  return text.append(digit(1));
}

std::string Part(int number, std::string_view unit) {
  return number == 0 ? "" : "第" + Ordinal(number) + std::string(unit);
}

}  // namespace

std::string Quoted(std::string_view law, const Article& of) {
  return "《中华人民共和国" + std::string(law) + "》" + Part(of.article, "条") +
         Part(of.paragraph, "款") + Part(of.item, "项");
}
