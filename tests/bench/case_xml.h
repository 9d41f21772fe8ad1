// One made-up case as the XML of an export.
#pragma once

#include <string>
#include <string_view>

#include "invented_case.h"

// `bytes` long within a few per cent of UTF-8, unless the fields leave little room for prose.
// `encoding` is only named in the declaration.
std::string WriteXml(const Case& it, Random random, int bytes, std::string_view encoding);
