// Text as XML 1.0 can hold it.
#pragma once

#include <string>
#include <string_view>

namespace anjuan {

enum class XmlPlace { kContent, kAttribute };

// Read back it is the same, but for characters that XML 1.0 has no way to write (U+0000 to U+001F
// without tab and line ends, U+FFFE, U+FFFF, bytes that are no UTF-8): each is U+FFFD. What could
// act where the file is shown is a reference: &#x202E;
std::string ForXml(std::string_view text, XmlPlace place);

}  // namespace anjuan
