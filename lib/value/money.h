// An amount of money (金额), exact to the fen.
//
// Units: int64 fen (分), 1/100 yuan (元).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anjuan {

struct Money {
  int64_t fen = 0;

  friend auto operator<=>(const Money&, const Money&) = default;
};

// 12000, 12,000.5, 12000.50元, 12000元整, ¥12000, 人民币12000元, 1.2万元, 3亿元, with a minus
// before the digits; full-width forms count as ASCII. Nothing where the text is no such amount, is
// finer than a fen or does not fit.
std::optional<Money> ParseMoney(std::string_view text);

std::string FormatMoney(Money money);  // 12000.00

}  // namespace anjuan
