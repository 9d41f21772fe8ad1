#include "report/file_name.h"

#include <algorithm>

#include "base/utf8.h"

namespace anjuan {
namespace {

void AppendPercent(char c, std::string& out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
}

bool StandsInUri(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

// Without a ./ before it or within it, no slash twice.
std::string Plain(std::string_view name) {
  std::string out;
  for (size_t i = 0; i < name.size();) {
    const size_t end = std::min(name.find('/', i), name.size());
    const std::string_view segment = name.substr(i, end - i);
    const bool drop = (segment.empty() && i > 0) || segment == ".";
    if (!drop) {
      out.append(segment);
      if (end < name.size()) out += '/';
    }
    i = end + 1;
  }
  return out;
}

}  // namespace

std::string ShownFileName(std::string_view name) {
  std::string out;
  for (size_t i = 0; i < name.size();) {
    const CodePoint c = DecodeAt(name, i);
    if (c.valid) {
      out.append(name.substr(i, static_cast<size_t>(c.length)));
    } else {
      AppendPercent(name[i], out);
    }
    i += static_cast<size_t>(c.length);
  }
  return out;
}

std::string FileUri(std::string_view name) {
  std::string out = name.starts_with('/') ? "file://" : "";
  for (const char c : Plain(name)) {
    if (StandsInUri(c)) {
      out += c;
    } else {
      AppendPercent(c, out);
    }
  }
  return out;
}

std::string RepositoryPath(std::string_view name) { return ShownFileName(Plain(name)); }

}  // namespace anjuan
