#include "report/text_look.h"

#include "base/display_width.h"
#include "base/wrap.h"

namespace anjuan {
namespace {

constexpr std::string_view kReset = "\x1b[0m";

// By Severity.
constexpr SeverityLook kLooks[kSeverities] = {
    {"·", TextId::kSeverityHint, "\x1b[36m"},
    {"▲", TextId::kSeverityMinor, "\x1b[33m"},
    {"✗", TextId::kSeverityMajor, "\x1b[31m"},
    {"✗✗", TextId::kSeverityFatal, "\x1b[1;31m"},
};

}  // namespace

const SeverityLook& LookOf(Severity severity) { return kLooks[static_cast<size_t>(severity)]; }

std::string TextLook::Paint(std::string_view color, std::string text) const {
  if (!color_) return text;
  return std::string(color) + text + std::string(kReset);
}

void TextLook::Line(size_t indent, std::string_view label, std::string_view text,
                    std::string& out) const {
  const size_t behind = indent + DisplayWidth(label);
  out.append(indent, ' ');
  if (!label.empty()) out += Paint(kDim, std::string(label));
  AppendWrapped(text, behind, behind, width_, out);
  out += '\n';
}

}  // namespace anjuan
