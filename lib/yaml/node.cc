#include <charconv>

#include "yaml/scan.h"
#include "yaml/yaml.h"

namespace anjuan::yaml {

std::optional<bool> Node::AsBool() const {
  if (!is_scalar() || style_ != Style::kPlain) return std::nullopt;
  if (text_ == "true") return true;
  if (text_ == "false") return false;
  return std::nullopt;
}

std::optional<int64_t> Node::AsInt() const {
  if (!is_scalar() || style_ != Style::kPlain) return std::nullopt;
  const std::string_view digits = std::string_view(text_).substr(text_.starts_with('-') ? 1 : 0);
  const bool leading_zero = digits.size() > 1 && digits[0] == '0';
  if (digits.empty() || leading_zero) return std::nullopt;
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  int64_t value = 0;
  const char* const last = text_.data() + text_.size();
  const auto [end, error] = std::from_chars(text_.data(), last, value);
  if (error != std::errc() || end != last) return std::nullopt;
  return value;
}

const Node* Node::Find(std::string_view key) const {
  for (const Entry& entry : entries_) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

std::vector<uint32_t> Node::Offsets(const Source& source) const {
  return OffsetsOf(source.text(), span_.begin, FormAt(source.text(), span_.begin), text_);
}

}  // namespace anjuan::yaml
