// A severity as a reader says it: 致命 严重 一般 提示.
#pragma once

#include <string>

#include "base/text.h"
#include "pack/pack.h"

namespace anjuan {

std::string SeverityWord(Severity severity, Lang lang);

}  // namespace anjuan
