#include "intake/byte_evidence.h"

#include <algorithm>

#include "base/utf8.h"
#include "intake/byte_buffer.h"
#include "intake/gb18030.h"
#include "intake/utf8_scan.h"

namespace anjuan {
namespace {

struct Counts {
  size_t high = 0;  // bytes from 0x80
  size_t utf8 = 0;  // of those, in characters of three or four bytes
};

Counts Count(std::string_view bytes) {
  Counts counts;
  for (size_t i = 0; i < bytes.size();) {
    const CodePoint c = DecodeAt(bytes, i);
    const size_t length = static_cast<size_t>(c.length);
    if (static_cast<unsigned char>(bytes[i]) >= 0x80) counts.high += length;
    if (c.valid && length >= 3) counts.utf8 += length;
    i += length;
  }
  return counts;
}

struct Signature {
  std::string_view bytes;
  std::string_view type;
};

constexpr Signature kSignatures[] = {
    {"%PDF", "PDF"},
    {"PK\x03\x04", "ZIP"},
    {"PK\x05\x06", "ZIP"},
    {"\x1F\x8B", "gzip"},
    {"Rar!", "RAR"},
    {"7z\xBC\xAF\x27\x1C", "7z"},
    {"\xD0\xCF\x11\xE0", "DOC/XLS"},
    {"{\\rtf", "RTF"},
    {"\x89PNG", "PNG"},
    {"\xFF\xD8\xFF", "JPEG"},
    {"II*", "TIFF"},
    {"{", "JSON"},
    {"[", "JSON"},
};

}  // namespace

bool IsProvenUtf8(std::string_view bytes) {
  const Utf8Scan scan = ScanUtf8(bytes);
  if (scan.valid != bytes.size() && !scan.cut) return false;
  return Count(bytes.substr(0, scan.valid)).utf8 > 0;
}

bool IsProvenGb2312(std::string_view bytes) {
  size_t pairs = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) continue;
    if (i + 1 == bytes.size()) break;  // cut
    if (static_cast<unsigned char>(bytes[i]) < 0xA1) return false;
    if (static_cast<unsigned char>(bytes[i + 1]) < 0xA1) return false;
    ++i;
    ++pairs;
  }
  return pairs >= 2;
}

std::string_view LooksLike(std::string_view bytes) {
  if (IsProvenUtf8(bytes)) return "UTF-8";
  // Runs of three-byte characters often are valid GB18030 too: damaged UTF-8 is told by how much
  // of it still is UTF-8.
  const Counts counts = Count(bytes);
  if (counts.high == 0 || counts.utf8 * 2 >= counts.high) return "";
  ByteBuffer scratch;
  scratch.Reserve(bytes.size() * 2 + 4);
  const DecodedBytes decoded = DecodeGb18030(bytes, scratch.data());
  return decoded.consumed == bytes.size() || decoded.cut ? "GB18030" : "";
}

std::string_view FileTypeOf(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return signature.type;
  }
  return "";
}

}  // namespace anjuan
