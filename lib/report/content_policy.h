// The Content-Security-Policy of a page of ours: it may show itself and nothing else.
#pragma once

#include <string>
#include <string_view>

namespace anjuan {

// 'sha256-…' of the exact text between <style> and </style>, as a policy names it.
std::string PolicyHash(std::string_view text);

}  // namespace anjuan
