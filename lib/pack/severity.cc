#include <array>

#include "pack/pack.h"

namespace anjuan {
namespace {
constexpr std::array<std::string_view, kSeverities> kNames = {"hint", "minor", "major", "fatal"};
}  // namespace

std::string_view NameOf(Severity severity) { return kNames[static_cast<size_t>(severity)]; }

std::optional<Severity> SeverityNamed(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Severity>(i);
  }
  return std::nullopt;
}

std::string FormatPoints(Points points) {
  if (points.hundredths < 0) return '-' + FormatPoints({-points.hundredths});
  const int64_t whole = points.hundredths / 100;
  const int64_t rest = points.hundredths % 100;
  std::string text = std::to_string(whole);
  if (rest != 0) {
    text += '.';
    text += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) text += static_cast<char>('0' + rest % 10);
  }
  return text;
}

}  // namespace anjuan
