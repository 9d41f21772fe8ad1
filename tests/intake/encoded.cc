#include "intake/encoded.h"

#include <iconv.h>

#include <cstdlib>

namespace anjuan {

std::string Encoded(const char* encoding, std::string_view utf8) {
  const iconv_t converter = iconv_open(encoding, "UTF-8");
  std::string out(utf8.size() * 4 + 16, '\0');
  char* in = const_cast<char*>(utf8.data());
  size_t in_left = utf8.size();
  char* to = out.data();
  size_t to_left = out.size();
  if (iconv(converter, &in, &in_left, &to, &to_left) != 0 || in_left != 0) std::abort();
  iconv_close(converter);
  out.resize(out.size() - to_left);
  return out;
}

}  // namespace anjuan
