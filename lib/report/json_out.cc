#include "report/json_out.h"

#include <rapidjson/writer.h>

#include "base/terminal_text.h"
#include "base/utf8.h"
#include "report/file_name.h"

namespace anjuan {
namespace {

// Lets RapidJSON write straight to the end of a string.
struct StringStream {
  using Ch = char;
  std::string& out;
  void Put(char c) { out.push_back(c); }
  void Flush() {}
};

// Read back it is the same; shown as it stands, by a terminal, an editor or a page, it must not
// act.
bool Unsafe(char32_t c) { return c == U'<' || (c >= 0x20 && ForTerminal(c) != c); }

// Unsafe characters are few: the bytes that may begin one are looked at, nothing else.
bool HasUnsafe(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    switch (static_cast<unsigned char>(text[i])) {
      case '<':
      case 0x7F:
        return true;
      case 0xC2:
      case 0xD8:
      case 0xE2:
      case 0xEF:
      case 0xF3:
        if (Unsafe(DecodeAt(text, i).value)) return true;
    }
  }
  return false;
}

void AppendUnit(unsigned unit, std::string& out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out += {'\\',
          'u',
          kDigits[unit >> 12 & 15],
          kDigits[unit >> 8 & 15],
          kDigits[unit >> 4 & 15],
          kDigits[unit & 15]};
}

// A string of JSON, quotes included.
std::string Escaped(std::string_view text) {
  std::string out = "\"";
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    const std::string_view bytes = text.substr(i, static_cast<size_t>(c.length));
    i += static_cast<size_t>(c.length);
    if (c.value == U'"' || c.value == U'\\') {
      out += {'\\', bytes[0]};
    } else if (c.value > 0xFFFF && Unsafe(c.value)) {
      AppendUnit(static_cast<unsigned>(0xD7C0 + (c.value >> 10)), out);
      AppendUnit(static_cast<unsigned>(0xDC00 + (c.value & 0x3FF)), out);
    } else if (c.value < 0x20 || Unsafe(c.value)) {
      AppendUnit(static_cast<unsigned>(c.value), out);
    } else {
      out.append(bytes);
    }
  }
  return out += '"';
}

const char* DataOf(std::string_view text) { return text.data() == nullptr ? "" : text.data(); }

rapidjson::SizeType SizeOf(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

struct Json::Writer {
  explicit Writer(std::string& out) : stream{out}, json(stream) {}

  StringStream stream;
  rapidjson::Writer<StringStream> json;
};

Json::Json(std::string& out) : writer_(std::make_unique<Writer>(out)) {}
Json::~Json() = default;

void Json::Open() { writer_->json.StartObject(); }
void Json::Close() { writer_->json.EndObject(); }
void Json::OpenList() { writer_->json.StartArray(); }
void Json::CloseList() { writer_->json.EndArray(); }
void Json::Null() { writer_->json.Null(); }
void Json::Bool(bool value) { writer_->json.Bool(value); }
void Json::Number(uint64_t n) { writer_->json.Uint64(n); }

void Json::Text(std::string_view text) {
  if (!HasUnsafe(text)) {
    writer_->json.String(DataOf(text), SizeOf(text));
    return;
  }
  const std::string escaped = Escaped(text);
  writer_->json.RawValue(escaped.data(), escaped.size(), rapidjson::kStringType);
}

Json& Json::Key(std::string_view key) {
  Text(key);
  return *this;
}

void Json::FileName(std::string_view name) { Text(ShownFileName(name)); }

void Json::NumberOrNull(std::optional<int64_t> n) {
  if (n) {
    writer_->json.Int64(*n);
  } else {
    Null();
  }
}

void Json::DateOrNull(std::optional<Date> date) { date ? Text(FormatDate(*date)) : Null(); }

void Json::Points(anjuan::Points points) {
  const std::string text = FormatPoints(points);
  writer_->json.RawValue(text.data(), text.size(), rapidjson::kNumberType);
}

void Json::Texts(const std::vector<std::string>& texts) {
  OpenList();
  for (const std::string& text : texts) Text(text);
  CloseList();
}

}  // namespace anjuan
