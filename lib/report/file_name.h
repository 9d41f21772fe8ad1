// The name of an input as a report may show it, and as a URI.
#pragma once

#include <string>
#include <string_view>

namespace anjuan {

// Whatever bytes the file system has, as UTF-8: a stray byte as %XX.
std::string ShownFileName(std::string_view name);

// RFC 3986: relative without ./ before it, or file:/// where the name is absolute. Every byte that
// is no letter, digit or -._~/ is %XX, a backslash and the colon of a first segment among them.
std::string FileUri(std::string_view name);

// As seen from a repository: without ./ before it, no slash twice.
std::string RepositoryPath(std::string_view name);

}  // namespace anjuan
