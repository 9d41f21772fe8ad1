// YAML texts as tests write them down, and trees and diagnostics as they compare them.
#pragma once

#include <memory>
#include <string>

#include "yaml/yaml.h"

namespace anjuan::yaml {

inline SourcePtr SourceOf(std::string text) {
  return std::make_shared<Source>("t.yaml", std::move(text));
}

// {键: 值, b: ["quoted", 'single', |literal, null]}
inline std::string Dump(const Node& node) {
  std::string out;
  switch (node.kind()) {
    case Kind::kNull:
      return node.refused() ? "refused" : "null";
    case Kind::kScalar:
      switch (node.style()) {
        case Style::kPlain:
          return node.text();
        case Style::kSingleQuoted:
          return "'" + node.text() + "'";
        case Style::kDoubleQuoted:
          return '"' + node.text() + '"';
        case Style::kLiteral:
          return "|" + node.text();
      }
      return "?";
    case Kind::kList:
      for (const Node& item : node.items()) out += (out.empty() ? "" : ", ") + Dump(item);
      return "[" + out + "]";
    case Kind::kMap:
      for (const Entry& entry : node.entries()) {
        out += (out.empty() ? "" : ", ") + entry.key + ": " + Dump(entry.value);
      }
      return "{" + out + "}";
  }
  return "?";
}

// What the text of a span is.
inline std::string TextOf(const Source& source, Span span) {
  return source.text().substr(span.begin, span.end - span.begin);
}

}  // namespace anjuan::yaml
