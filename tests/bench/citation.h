// How papers quote an article: 《中华人民共和国安全生产法》第九十七条第三项.
//
// Shape: `law` without 中华人民共和国; numbers from 1 to 999, 0 where there is none.
#pragma once

#include <string>
#include <string_view>

#include "invented_case.h"

std::string Quoted(std::string_view law, const Article& of);
