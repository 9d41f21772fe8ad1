// Strict YAML: the subset rule packs, models and mappings are written in.
//
// Shape:  one document; maps with distinct plain keys, lists, scalars. Plain scalars are typed by
//         form: true/false, decimal integers, everything else text; a quoted scalar is text. Only
//         an empty value, null and ~ are null.
//         Refused, each with its own diagnostic: aliases and anchors, tags, a second document,
//         duplicate keys, folded (>) scalars and others that run over a line end (literal ones
//         may), invalid UTF-8, control characters, a full-width colon after a key, tabs as
//         indentation, more than 1 MiB, 64 levels or 200 000 nodes (keys count).
// Units:  positions are byte offsets into the Source; Source::PlaceOf gives lines and code points.
// Owns:   a Document owns its nodes and shares its Source.
// Errors: all go to the sink; Parse gives nothing where the text is no tree at all. With a tree
// there
//         may be errors as well, so that a caller can look for more.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace anjuan::yaml {

enum class Kind : uint8_t { kNull, kScalar, kList, kMap };

// How a scalar was written; decides whether it may hold an expression and how positions inside it
// map to the source.
enum class Style : uint8_t { kPlain, kSingleQuoted, kDoubleQuoted, kLiteral };

class Node;

struct Entry;

class Node {
 public:
  Kind kind() const { return kind_; }
  bool is_null() const { return kind_ == Kind::kNull; }
  bool is_scalar() const { return kind_ == Kind::kScalar; }
  bool is_list() const { return kind_ == Kind::kList; }
  bool is_map() const { return kind_ == Kind::kMap; }

  Span span() const { return span_; }  // the whole scalar; a map or list: its first line's part
  Style style() const { return style_; }
  bool quoted() const { return style_ == Style::kSingleQuoted || style_ == Style::kDoubleQuoted; }

  const std::string& text() const { return text_; }  // of a scalar, unescaped
  std::optional<bool> AsBool() const;                // plain true or false
  std::optional<int64_t> AsInt() const;              // plain decimal integer that fits

  const std::vector<Node>& items() const { return items_; }       // of a list
  const std::vector<Entry>& entries() const { return entries_; }  // of a map, in order
  const Node* Find(std::string_view key) const;                   // of a map; null where absent

  // What stood here (an alias, say) was reported: whoever asks for a value need not say more.
  bool refused() const { return refused_; }

  // Where each byte of text() stands in the source: result[i] is the source offset of text()[i],
  // result[text().size()] one past the last. For expressions inside a scalar.
  std::vector<uint32_t> Offsets(const Source& source) const;

 private:
  friend class Builder;
  friend class TreeBytes;
  Kind kind_ = Kind::kNull;
  Style style_ = Style::kPlain;
  bool refused_ = false;
  Span span_;
  std::string text_;
  std::vector<Node> items_;
  std::vector<Entry> entries_;
};

struct Entry {
  std::string key;
  Span key_span;
  Node value;
};

struct Document {
  SourcePtr source;
  Node root;
};

struct Limits {
  size_t bytes = 1 << 20;
  int depth = 64;
  size_t nodes = 200'000;
};

std::optional<Document> Parse(SourcePtr source, DiagnosticSink& sink, const Limits& limits = {});

// Reads one map key by key. Every key asked for is a known key; Finish reports those of the map
// that nobody asked for, with a spelling hint. A value of the wrong kind is reported once and
// counts as absent.
//
//   MapReader rule(source, node, sink);
//   const std::string id = rule.Text("id", MapReader::kNeeded);
//   rule.Finish();
class MapReader {
 public:
  enum Need { kOptional, kNeeded };

  // Reports a node that is no map; every key is then absent and nothing more is said.
  MapReader(SourcePtr source, const Node& node, DiagnosticSink& sink);

  const Node* Any(std::string_view key, Need need = kOptional);
  const Node* Map(std::string_view key, Need need = kOptional);
  const Node* List(std::string_view key, Need need = kOptional);
  const Node* Scalar(std::string_view key, Need need = kOptional);
  std::string Text(std::string_view key, Need need = kOptional);  // "" where absent
  bool Bool(std::string_view key, bool otherwise, Need need = kOptional);
  int64_t Int(std::string_view key, int64_t otherwise, Need need = kOptional);
  std::vector<std::string> Texts(std::string_view key, Need need = kOptional);  // list of scalars

  // The key as known, without reading it.
  void Known(std::string_view key) { known_.push_back(key); }

  // Call once, last. Keys must outlive the call (literals do).
  void Finish();

  const Node& node() const { return *node_; }
  const SourcePtr& source() const { return source_; }

 private:
  const Node* Get(std::string_view key, Need need, std::optional<Kind> kind);
  void WrongKind(std::string_view key, const Node& found, std::string wanted);

  SourcePtr source_;
  const Node* node_;
  DiagnosticSink& sink_;
  std::vector<std::string_view> known_;
  bool usable_ = true;
};

}  // namespace anjuan::yaml
