// Numbers written in Chinese characters, as statutes and decisions write them.
//
// Reads: 一百二十四, 十五, 二〇二五, 壹万贰仟, 两千, 三亿; an amount is a number of 元 (or 圆),
// then
//        角 and 分, with 整 or 正 behind it: 壹万贰仟元伍角整.
// Never: guesses at a text that is none.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "value/money.h"

namespace anjuan::expr {

std::optional<int64_t> ReadChineseNumber(std::string_view text);
std::optional<Money> ReadChineseMoney(std::string_view text);

}  // namespace anjuan::expr
