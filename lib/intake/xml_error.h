// What libxml2 finds wrong, in the program's own words.
#pragma once

#include "base/text.h"

struct _xmlError;

namespace anjuan {

Text TextOf(const _xmlError& error);

}  // namespace anjuan
