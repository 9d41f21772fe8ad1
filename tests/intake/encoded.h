// Text of tests in other encodings, made by the system's converter.
#pragma once

#include <string>
#include <string_view>

namespace anjuan {

// Aborts where `encoding` lacks a character of `utf8`.
std::string Encoded(const char* encoding, std::string_view utf8);

}  // namespace anjuan
