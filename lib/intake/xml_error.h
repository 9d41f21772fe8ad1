// What libxml2 finds wrong, in the program's own words.
#pragma once

#include "base/text.h"

struct _xmlError;  // NOLINT(bugprone-reserved-identifier): libxml2's own name

namespace anjuan {

Text TextOf(const _xmlError& error);

}  // namespace anjuan
