#include "pack/text_families.h"

#include <algorithm>

#include "base/utf8.h"
#include "expr/signature.h"

namespace anjuan {
namespace {

using expr::Value;

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
    std::string all;
    bool good = true;
    for (const yaml::Node& pattern : family.patterns->items()) {
      std::string error;
      if (expr::CompilePattern(pattern.text(), error) == nullptr) {
        sink.Error(family.source, pattern.span(), TextId::kExprBadPattern, {error});
        good = false;
      }
      all += (all.empty() ? "(?:" : "|(?:") + pattern.text() + ")";
    }
    names_.push_back(family.name);
    expr::PatternPtr& compiled = patterns_.emplace_back();
    std::string error;
    if (good) compiled = expr::CompilePattern(all, error);
    if (good && compiled == nullptr) {
      sink.Error(family.source, family.patterns->span(), TextId::kExprBadPattern, {error});
    }
  }
  row_.signature = "says(string, string) -> bool";
  row_.eval = &Says;
  row_.cost = expr::Cost::kPattern;
  row_.context = this;
  row_.words = &names_;
  says_ = expr::ParseSignature(row_);
}

const re2::RE2* TextFamilies::Find(std::string_view family) const {
  const auto it = std::find(names_.begin(), names_.end(), family);
  return it == names_.end() ? nullptr : patterns_[static_cast<size_t>(it - names_.begin())].get();
}

size_t LevelText(std::string_view text, char* out) {
  size_t size = 0;
  for (size_t i = 0; i < text.size();) {
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
