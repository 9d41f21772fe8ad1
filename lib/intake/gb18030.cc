#include "intake/gb18030.h"

#include <iconv.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace anjuan {
namespace {

constexpr unsigned kFirstLead = 0x81;
constexpr unsigned kLastLead = 0xFE;
constexpr size_t kLeads = kLastLead - kFirstLead + 1;
constexpr unsigned kFirstTrail = 0x40;
constexpr unsigned kLastTrail = 0xFE;
constexpr size_t kTrails = kLastTrail - kFirstTrail + 1;
constexpr size_t kDigits = 10;
constexpr size_t kBmpFourBytes = 39420;         // 81308130 to 8431A439
constexpr size_t kFirstSupplementary = 189000;  // 90308130 is U+10000
constexpr size_t kSupplementary = 0x100000;

// A character as UTF-8, its bytes from the lowest up; the first tells how many. 0: none.
using Packed = uint32_t;

// May write four bytes whatever the length.
char* Put(Packed packed, char* out) {
  for (int i = 0; i < 4; ++i) out[i] = static_cast<char>((packed >> (8 * i)) & 0xFF);
  const unsigned lead = packed & 0xFF;
  return out + 2 + (lead >= 0xE0 ? 1 : 0) + (lead >= 0xF0 ? 1 : 0);
}

class Table {
 public:
  Table() : two_(kLeads * kTrails), four_(kBmpFourBytes) {
    const iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1)) return;
    ready_ = true;
    std::string codes;
    for (size_t i = 0; i < two_.size(); ++i) {
      codes.push_back(static_cast<char>(kFirstLead + i / kTrails));
      codes.push_back(static_cast<char>(kFirstTrail + i % kTrails));
    }
    Fill(converter, codes, 2, two_);
    codes.clear();
    for (size_t i = 0; i < four_.size(); ++i) {
      codes.push_back(static_cast<char>(kFirstLead + i / (kDigits * kLeads * kDigits)));
      codes.push_back(static_cast<char>('0' + i / (kDigits * kLeads) % kDigits));
      codes.push_back(static_cast<char>(kFirstLead + i / kDigits % kLeads));
      codes.push_back(static_cast<char>('0' + i % kDigits));
    }
    Fill(converter, codes, 4, four_);
    iconv_close(converter);
  }

  bool ready() const { return ready_; }

  Packed Two(unsigned lead, unsigned trail) const {
    return two_[(lead - kFirstLead) * kTrails + (trail - kFirstTrail)];
  }

  Packed Four(const unsigned char* code) const {
    const size_t row = static_cast<size_t>(code[0] - kFirstLead) * kDigits + (code[1] - '0');
    const size_t linear =
        (row * kLeads + (code[2] - kFirstLead)) * kDigits + static_cast<size_t>(code[3] - '0');
    if (linear < four_.size()) return four_[linear];
    if (linear < kFirstSupplementary || linear - kFirstSupplementary >= kSupplementary) {
      return 0;
    }
    const size_t c = linear - kFirstSupplementary + 0x10000;
    return static_cast<Packed>((0xF0 | c >> 18) | (0x80 | (c >> 12 & 0x3F)) << 8 |
                               (0x80 | (c >> 6 & 0x3F)) << 16 | (0x80 | (c & 0x3F)) << 24);
  }

 private:
  // Converts every code by itself: what is no character leaves its place empty.
  static void Fill(iconv_t converter, std::string& codes, size_t width, std::vector<Packed>& to) {
    for (size_t i = 0; i < to.size(); ++i) {
      char* in = codes.data() + i * width;
      size_t in_left = width;
      char utf8[8] = {};
      char* out = utf8;
      size_t out_left = sizeof utf8;
      iconv(converter, nullptr, nullptr, nullptr, nullptr);
      const size_t converted = iconv(converter, &in, &in_left, &out, &out_left);
      const size_t length = sizeof utf8 - out_left;
      const CodePoint c = DecodeAt({utf8, length}, 0);
      const bool one = c.valid && static_cast<size_t>(c.length) == length;
      if (converted != 0 || in_left != 0 || !one) continue;
      Packed packed = 0;
      for (size_t k = 0; k < length; ++k) {
        packed |= static_cast<Packed>(static_cast<unsigned char>(utf8[k])) << (8 * k);
      }
      to[i] = packed;
    }
  }

  std::vector<Packed> two_;
  std::vector<Packed> four_;
  bool ready_ = false;
};

const Table& SharedTable() {
  static const Table table;
  return table;
}

bool IsDigit(unsigned char c) { return c >= '0' && c <= '9'; }
bool IsLead(unsigned char c) { return c >= kFirstLead && c <= kLastLead; }

}  // namespace

bool HaveGb18030() { return SharedTable().ready(); }

DecodedBytes DecodeGb18030(std::string_view bytes, char* out) {
  const Table& table = SharedTable();
  const auto* const begin = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto* const end = begin + bytes.size();
  const unsigned char* in = begin;
  char* const out_begin = out;
  DecodedBytes decoded;
  while (in != end) {
    if (*in < 0x80) {
      *out++ = static_cast<char>(*in++);
      continue;
    }
    const size_t left = static_cast<size_t>(end - in);
    if (!IsLead(*in)) {
      decoded.bad = true;
      break;
    }
    if (left < 2) {
      decoded.cut = true;
      break;
    }
    if (in[1] >= kFirstTrail && in[1] <= kLastTrail) {
      const Packed packed = table.Two(in[0], in[1]);
      if (packed == 0) {
        decoded.bad = true;
        break;
      }
      out = Put(packed, out);
      in += 2;
      continue;
    }
    const bool may_go_on =
        IsDigit(in[1]) && (left < 3 || IsLead(in[2])) && (left < 4 || IsDigit(in[3]));
    if (!may_go_on || left < 4) {
      decoded.bad = !may_go_on;
      decoded.cut = may_go_on;
      break;
    }
    const Packed packed = table.Four(in);
    if (packed == 0) {
      decoded.bad = true;
      break;
    }
    out = Put(packed, out);
    in += 4;
  }
  decoded.consumed = static_cast<size_t>(in - begin);
  decoded.written = static_cast<size_t>(out - out_begin);
  return decoded;
}

}  // namespace anjuan
