#include "intake/text_decoder.h"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/utf8.h"
#include "intake/byte_evidence.h"
#include "intake/gb18030.h"
#include "intake/utf8_scan.h"

namespace anjuan {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";
constexpr std::string_view kLittle32Mark{"\xFF\xFE\0\0", 4};
constexpr std::string_view kBig32Mark{"\0\0\xFE\xFF", 4};
constexpr std::string_view kLittleOpen{"<\0", 2};
constexpr std::string_view kBigOpen{"\0<", 2};
constexpr size_t kShownCharacters = 20;

InputFinding Finding(InputProblem problem, uint32_t line, TextId id,
                     std::vector<std::string> args = {}) {
  return {"", problem, line, {id, std::move(args)}};
}

std::string Hex(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out = "0x";
  for (const char c : bytes) {
    out.push_back(kDigits[static_cast<unsigned char>(c) >> 4]);
    out.push_back(kDigits[static_cast<unsigned char>(c) & 15]);
  }
  return out;
}

// The first characters of the first line, or its first bytes where they are no characters.
std::string BeginningOf(std::string_view text) {
  text = text.substr(0, text.find_first_of("\r\n"));
  size_t end = 0;
  for (size_t n = 0; n < kShownCharacters && end < text.size(); ++n) {
    const CodePoint c = DecodeAt(text, end);
    if (!c.valid || c.value < U' ') return Hex(text.substr(0, 4));
    end += static_cast<size_t>(c.length);
  }
  return std::string(text.substr(0, end));
}

uint32_t CountLines(std::string_view text) {
  return static_cast<uint32_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

// The system's converter, open from the first piece of a file to its last.
struct TextDecoder::Converter {
  iconv_t handle = reinterpret_cast<iconv_t>(-1);

  bool is_open() const { return handle != reinterpret_cast<iconv_t>(-1); }
  bool Open(const char* label) {
    Close();
    handle = iconv_open("UTF-8", label);
    return is_open();
  }
  void Close() {
    if (is_open()) iconv_close(handle);
    handle = reinterpret_cast<iconv_t>(-1);
  }
  ~Converter() { Close(); }
};

TextDecoder::TextDecoder() : converter_(std::make_unique<Converter>()) {}
TextDecoder::~TextDecoder() = default;

void TextDecoder::Begin() {
  charset_ = Charset::kUtf8;
  label_.clear();
  begun_ = false;
  in_doubt_ = false;
  eight_bit_ = false;
  skip_ = 0;
  line_ = 1;
  converter_->Close();
}

std::optional<InputFinding> TextDecoder::Decode(std::string_view bytes, bool last, Piece& piece) {
  const bool first = !begun_;
  piece = {};
  if (first) {
    if (std::optional<InputFinding> finding = Sniff(bytes, last)) return finding;
    begun_ = true;
  }
  const size_t skipped = std::exchange(skip_, 0);
  bytes.remove_prefix(skipped);
  if (in_doubt_) {
    if (std::optional<InputFinding> finding = CheckLabel(bytes)) return finding;
  }
  std::optional<InputFinding> finding;
  switch (charset_) {
    case Charset::kUtf8:
      finding = DecodeUtf8(bytes, last, piece);
      break;
    case Charset::kGb18030:
      finding = DecodeGb(bytes, last, piece);
      break;
    case Charset::kUtf16Little:
    case Charset::kUtf16Big:
      finding = DecodeUtf16(bytes, last, piece);
      break;
    case Charset::kOther:
      finding = DecodeOther(bytes, last, piece);
      break;
  }
  if (finding) {
    piece.text = piece.text.substr(0, piece.text.find('\0'));
    return finding;
  }
  piece.consumed += skipped;
  if (first && IsWide()) {
    if (std::optional<InputFinding> trouble = CheckBeginning(piece.text, last)) {
      piece.text = {};
      return trouble;
    }
    label_ = DeclaredEncoding(piece.text.substr(0, kSniffBytes));
    const LabelFamily family = FamilyOf(label_);
    if (family != LabelFamily::kNone && family != LabelFamily::kWide) {
      piece.text = {};
      return WrongLabel(1, "UTF-16");
    }
  }
  const size_t nul = piece.text.find('\0');
  if (nul != std::string_view::npos) {
    piece.text = piece.text.substr(0, nul);
    return Finding(InputProblem::kMalformed, LineAfter(piece.text), TextId::kIntakeNul);
  }
  if (!last) line_ += CountLines(piece.text);
  return std::nullopt;
}

bool TextDecoder::IsWide() const {
  return charset_ == Charset::kUtf16Little || charset_ == Charset::kUtf16Big;
}

std::optional<InputFinding> TextDecoder::Sniff(std::string_view bytes, bool last) {
  if (bytes.empty()) return Finding(InputProblem::kEmpty, 0, TextId::kIntakeEmpty);
  if (bytes.starts_with(kLittle32Mark) || bytes.starts_with(kBig32Mark)) {
    return Finding(InputProblem::kEncoding, 1, TextId::kIntakeUnknownEncoding, {"UTF-32"});
  }
  if (bytes.starts_with(kLittleMark) || bytes.starts_with(kBigMark)) {
    skip_ = kLittleMark.size();
    charset_ = bytes.starts_with(kLittleMark) ? Charset::kUtf16Little : Charset::kUtf16Big;
    return std::nullopt;
  }
  if (bytes.starts_with(kLittleOpen) || bytes.starts_with(kBigOpen)) {
    charset_ = bytes.starts_with(kLittleOpen) ? Charset::kUtf16Little : Charset::kUtf16Big;
    return std::nullopt;
  }
  const bool marked = bytes.starts_with(kUtf8Mark);
  if (marked) skip_ = kUtf8Mark.size();
  const std::string_view body = bytes.substr(skip_);
  if (std::optional<InputFinding> finding = CheckBeginning(body, last)) return finding;
  label_ = DeclaredEncoding(body.substr(0, kSniffBytes));
  const LabelFamily family = FamilyOf(label_);
  if (marked && family != LabelFamily::kNone && family != LabelFamily::kUtf8) {
    return WrongLabel(1, "UTF-8");
  }
  return ChooseByLabel(family, body);
}

std::optional<InputFinding> TextDecoder::ChooseByLabel(LabelFamily family, std::string_view body) {
  bool known = true;
  switch (family) {
    case LabelFamily::kNone:
    case LabelFamily::kUtf8:
      charset_ = Charset::kUtf8;
      return std::nullopt;
    case LabelFamily::kWide:
      return WrongLabel(1, LooksLike(body));
    case LabelFamily::kGb:
      charset_ = Charset::kGb18030;
      known = HaveGb18030();
      break;
    case LabelFamily::kEightBit:
    case LabelFamily::kOther:
      charset_ = Charset::kOther;
      known = converter_->Open(label_.c_str());
      break;
    case LabelFamily::kInvalid:
      known = false;
      break;
  }
  if (!known) {
    return Finding(InputProblem::kEncoding, 1, TextId::kIntakeUnknownEncoding,
                   {label_.substr(0, 40)});
  }
  eight_bit_ = family == LabelFamily::kEightBit;
  in_doubt_ = true;
  return std::nullopt;
}

// Most labels accept most bytes: what plainly is UTF-8 under another label, or Chinese under a
// Western one, would be read without an error and as nonsense.
std::optional<InputFinding> TextDecoder::CheckLabel(std::string_view bytes) {
  if (IsProvenUtf8(bytes)) return WrongLabel(1, "UTF-8");
  if (eight_bit_ && IsProvenGb2312(bytes)) return WrongLabel(1, "GB18030");
  in_doubt_ = ScanUtf8(bytes).valid == bytes.size();
  return std::nullopt;
}

std::optional<InputFinding> TextDecoder::CheckBeginning(std::string_view text, bool last) {
  const size_t at = text.find_first_not_of(" \t\r\n");
  if (at == std::string_view::npos) {
    if (!last) return std::nullopt;
    return Finding(InputProblem::kEmpty, 0, TextId::kIntakeBlank);
  }
  if (text[at] == '<') return std::nullopt;
  const uint32_t line = LineAfter(text.substr(0, at));
  const std::string_view type = FileTypeOf(text.substr(at));
  if (!type.empty()) {
    return Finding(InputProblem::kMalformed, line, TextId::kIntakeOtherType, {std::string(type)});
  }
  return Finding(InputProblem::kMalformed, line, TextId::kIntakeNotXml,
                 {BeginningOf(text.substr(at))});
}

std::optional<InputFinding> TextDecoder::DecodeUtf8(std::string_view bytes, bool last,
                                                    Piece& piece) {
  const Utf8Scan scan = ScanUtf8(bytes);
  piece.text = bytes.substr(0, scan.valid);
  piece.consumed = scan.valid;
  if (scan.valid == bytes.size() || (scan.cut && !last)) return std::nullopt;
  if (scan.cut) return Cut(piece.text);
  return BadBytes(bytes, scan.valid, piece.text);
}

std::optional<InputFinding> TextDecoder::DecodeGb(std::string_view bytes, bool last, Piece& piece) {
  out_.Reserve(bytes.size() * 2 + 4);
  const DecodedBytes decoded = DecodeGb18030(bytes, out_.data());
  piece.text = Converted(decoded.written);
  piece.consumed = decoded.consumed;
  if (decoded.bad) return BadBytes(bytes, decoded.consumed, piece.text);
  if (decoded.cut && last) return Cut(piece.text);
  return std::nullopt;
}

std::optional<InputFinding> TextDecoder::DecodeUtf16(std::string_view bytes, bool last,
                                                     Piece& piece) {
  const size_t high = charset_ == Charset::kUtf16Big ? 0 : 1;
  const auto unit = [&](size_t i) {
    const auto byte = [&](size_t k) { return static_cast<unsigned char>(bytes[i + k]); };
    return static_cast<char32_t>(byte(high) << 8 | byte(1 - high));
  };
  out_.Reserve(bytes.size() / 2 * 3 + 4);
  char* out = out_.data();
  const auto put = [&](char32_t byte) { *out++ = static_cast<char>(byte); };
  size_t i = 0;
  for (; bytes.size() - i >= 2; i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c <= 0xDFFF) {
      if (c <= 0xDBFF && bytes.size() - i < 4) break;  // cut
      const char32_t low = c <= 0xDBFF ? unit(i + 2) : 0;
      if (low < 0xDC00 || low > 0xDFFF) {
        piece.text = Converted(static_cast<size_t>(out - out_.data()));
        return Finding(InputProblem::kEncoding, LineAfter(piece.text), TextId::kIntakeBadByte,
                       {"UTF-16", Hex(bytes.substr(i, 2))});
      }
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
      put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F));
      put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
    } else if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
    } else {
      put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
    }
  }
  piece.text = Converted(static_cast<size_t>(out - out_.data()));
  piece.consumed = i;
  if (i != bytes.size() && last) return Cut(piece.text);
  return std::nullopt;
}

std::optional<InputFinding> TextDecoder::DecodeOther(std::string_view bytes, bool last,
                                                     Piece& piece) {
  char* in = const_cast<char*>(bytes.data());
  size_t in_left = bytes.size();
  size_t written = 0;
  size_t room = bytes.size() * 2 + 64;
  bool bad = false;
  for (bool flushing = false;;) {
    out_.Reserve(room, written);
    char* out = out_.data() + written;
    size_t out_left = room - written;
    errno = 0;
    const size_t converted = iconv(converter_->handle, flushing ? nullptr : &in,
                                   flushing ? nullptr : &in_left, &out, &out_left);
    written = room - out_left;
    if (converted == static_cast<size_t>(-1) && errno == E2BIG) {
      room += room / 2 + 64;
      continue;
    }
    // A count of characters that were replaced is a failure too.
    bad = converted != 0 && !(converted == static_cast<size_t>(-1) && errno == EINVAL);
    if (bad || in_left > 0 || flushing || !last) break;
    flushing = true;
  }
  piece.text = Converted(written);
  piece.consumed = bytes.size() - in_left;
  if (bad) return BadBytes(bytes, piece.consumed, piece.text);
  if (in_left > 0 && last) return Cut(piece.text);
  return std::nullopt;
}

std::string_view TextDecoder::Converted(size_t size) {
  out_.data()[size] = '\0';
  return {out_.data(), size};
}

// `bytes[at]` is no character; `before` is the text up to it.
std::optional<InputFinding> TextDecoder::BadBytes(std::string_view bytes, size_t at,
                                                  std::string_view before) const {
  const uint32_t line = LineAfter(before);
  const std::string_view looks_like = LooksLike(bytes);
  const bool utf8 = charset_ == Charset::kUtf8;
  if (looks_like == (utf8 ? "GB18030" : "UTF-8")) return WrongLabel(line, looks_like);
  return Finding(InputProblem::kEncoding, line, TextId::kIntakeBadByte,
                 {label_.empty() ? "UTF-8" : label_, Hex(bytes.substr(at, 1))});
}

std::optional<InputFinding> TextDecoder::Cut(std::string_view before) const {
  return Finding(InputProblem::kMalformed, LineAfter(before), TextId::kIntakeCutInCharacter);
}

std::optional<InputFinding> TextDecoder::WrongLabel(uint32_t line,
                                                    std::string_view looks_like) const {
  if (looks_like.empty()) {
    return Finding(InputProblem::kEncoding, line, TextId::kIntakeNotAsLabelled, {label_});
  }
  if (label_.empty()) {
    return Finding(InputProblem::kEncoding, line, TextId::kIntakeNoLabel,
                   {std::string(looks_like)});
  }
  return Finding(InputProblem::kEncoding, line, TextId::kIntakeWrongLabel,
                 {label_, std::string(looks_like)});
}

uint32_t TextDecoder::LineAfter(std::string_view text) const { return line_ + CountLines(text); }

}  // namespace anjuan
