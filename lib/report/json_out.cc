#include "report/json_out.h"

#include <rapidjson/writer.h>

#include "base/utf8.h"

namespace anjuan {
namespace {

// Lets RapidJSON write straight to the end of a string.
struct StringStream {
  using Ch = char;
  std::string& out;
  void Put(char c) { out.push_back(c); }
  void Flush() {}
};

std::string EscapeStrayBytes(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    if (c.valid) {
      out.append(text.substr(i, static_cast<size_t>(c.length)));
    } else {
      const auto byte = static_cast<unsigned char>(text[i]);
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
    i += static_cast<size_t>(c.length);
  }
  return out;
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
void Json::Text(std::string_view text) { writer_->json.String(DataOf(text), SizeOf(text)); }

Json& Json::Key(std::string_view key) {
  writer_->json.Key(DataOf(key), SizeOf(key));
  return *this;
}

void Json::FileName(std::string_view name) {
  if (FindInvalidUtf8(name) == std::string_view::npos) return Text(name);
  Text(EscapeStrayBytes(name));
}

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
