#include "pack/text_families.h"

#include "base/utf8.h"
#include "expr/signature.h"

namespace anjuan {
namespace {

using expr::Value;

// Of a whole family: its automaton is built as texts are searched, and where it does not fit the
// search falls back to a slower one.
constexpr int64_t kMostFamilyBytes = int64_t{4} << 20;

bool IsWhiteSpace(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u00A0' || c == U'\u3000' ||
         c == U'\uFEFF' || (c >= U'\u2000' && c <= U'\u200B');
}

Value Says(const expr::Node& node, expr::Frame& frame) {
  const Value text = expr::Run(node.a, frame);
  if (!text.here()) return text;
  const Value family = expr::Run(node.b, frame);
  const re2::RE2* const pattern =
      static_cast<const TextFamilies*>(node.context)->Find(family.view());
  if (pattern == nullptr) return Value::Unknown();
  char* const levelled = frame.scratch->AllocateArray<char>(text.size);
  const size_t size = LevelText(text.view(), levelled);
  return Value::Bool(expr::IsFound({levelled, size}, *pattern));
}

}  // namespace

TextFamilies::TextFamilies(const std::vector<TextFamily>& families, DiagnosticSink& sink) {
  for (const TextFamily& family : families) {
    Compiled& compiled = families_.emplace_back();
    compiled.family = family;
    names_.push_back(family.name);
    by_name_.emplace(compiled.family.name, &compiled);
    if (!family.shipped) Compile(compiled, sink);
  }
  row_.signature = "says(string, string) -> bool";
  row_.eval = &Says;
  row_.cost = expr::Cost::kPattern;
  row_.context = this;
  row_.words = &names_;
  says_ = expr::ParseSignature(row_);
}

void TextFamilies::Compile(const Compiled& compiled, DiagnosticSink& sink) {
  std::call_once(compiled.once, [&] {
    const TextFamily& family = compiled.family;
    std::string all;
    for (const yaml::Node& pattern : family.patterns->items()) {
      all += (all.empty() ? "(?:" : "|(?:") + pattern.text() + ")";
    }
    std::string error;
    compiled.pattern = expr::CompilePattern(all, error, kMostFamilyBytes);
    if (compiled.pattern != nullptr) return;
    const size_t errors = sink.error_count();
    for (const yaml::Node& pattern : family.patterns->items()) {
      if (expr::CompilePattern(pattern.text(), error) != nullptr) continue;
      sink.Error(family.source, pattern.span(), TextId::kExprBadPattern, {error});
    }
    if (sink.error_count() != errors) return;
    sink.Error(family.source, family.patterns->span(), TextId::kExprBadPattern, {error});
  });
}

const re2::RE2* TextFamilies::Find(std::string_view family) const {
  const auto it = by_name_.find(family);
  if (it == by_name_.end()) return nullptr;
  DiagnosticSink told_before;
  Compile(*it->second, told_before);
  return it->second->pattern.get();
}

void TextFamilies::CompileAll(DiagnosticSink& sink) const {
  for (const Compiled& compiled : families_) Compile(compiled, sink);
}

size_t LevelText(std::string_view text, char* out) {
  size_t size = 0;
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte > ' ' && byte < 0x80) {
      out[size++] = text[i++];
      continue;
    }
    if (byte >= 0xE4 && byte <= 0xE9 && i + 2 < text.size()) {  // U+4000..9FFF: nearly all there is
      for (int k = 0; k < 3; ++k) out[size++] = text[i++];
      continue;
    }
    const CodePoint c = DecodeAt(text, i);
    const char32_t level = LevelWidth(c.value);
    const auto length = static_cast<size_t>(c.length);
    if (!IsWhiteSpace(level)) {
      if (level < 0x80) {
        out[size++] = static_cast<char>(level);
      } else {
        for (size_t k = 0; k < length; ++k) out[size++] = text[i + k];
      }
    }
    i += length;
  }
  return size;
}

}  // namespace anjuan
