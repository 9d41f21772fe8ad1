// The frame of a self-contained page: it asks for nothing from elsewhere, and its policy names its
// one style and its one script by their digests, so that no other can run.
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace anjuan {

extern const std::string_view kPageStyle;   // html_style.cc
extern const std::string_view kPageScript;  // html_script.cc: filters and sorts, nothing else

// sha256-… as a policy names a text between two tags.
std::string PolicyDigest(std::string_view text);

// Up to the contents of the body, and what comes behind them.
std::string PageStart(const std::string& title, Lang lang);
std::string PageEnd();

// What is wrong with a page read back; "" where it is whole.
std::string FaultOfPage(std::string_view page);

}  // namespace anjuan
