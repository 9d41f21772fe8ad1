#include "yaml/known_trees.h"

#include <functional>
#include <unordered_map>

namespace anjuan::yaml {

// The nodes in the order of the text. A number is written seven bits a byte, the lowest first.
class TreeBytes {
 public:
  static void Write(const Node& node, std::string& out) {
    out.push_back(static_cast<char>(static_cast<unsigned>(node.kind_) |
                                    static_cast<unsigned>(node.style_) << 2 |
                                    static_cast<unsigned>(node.refused_) << 4));
    Write(node.span_, out);
    switch (node.kind_) {
      case Kind::kNull:
        break;
      case Kind::kScalar:
        Write(node.text_, out);
        break;
      case Kind::kList:
        Write(node.items_.size(), out);
        for (const Node& item : node.items_) Write(item, out);
        break;
      case Kind::kMap:
        Write(node.entries_.size(), out);
        for (const Entry& entry : node.entries_) {
          Write(entry.key, out);
          Write(entry.key_span, out);
          Write(entry.value, out);
        }
        break;
    }
  }

  explicit TreeBytes(std::string_view bytes) : rest_(bytes) {}

  void Read(Node& node) {
    const auto head = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    node.kind_ = static_cast<Kind>(head & 3u);
    node.style_ = static_cast<Style>(head >> 2 & 3u);
    node.refused_ = (head >> 4 & 1u) != 0;
    node.span_ = ReadSpan();
    switch (node.kind_) {
      case Kind::kNull:
        break;
      case Kind::kScalar:
        node.text_ = ReadText();
        break;
      case Kind::kList:
        node.items_.resize(ReadNumber());
        for (Node& item : node.items_) Read(item);
        break;
      case Kind::kMap:
        node.entries_.resize(ReadNumber());
        for (Entry& entry : node.entries_) {
          entry.key = ReadText();
          entry.key_span = ReadSpan();
          Read(entry.value);
        }
        break;
    }
  }

 private:
  static void Write(size_t number, std::string& out) {
    for (; number >= 128; number >>= 7) out.push_back(static_cast<char>(number | 128));
    out.push_back(static_cast<char>(number));
  }
  static void Write(Span span, std::string& out) {
    Write(size_t{span.begin}, out);
    Write(size_t{span.end} - span.begin, out);
  }
  static void Write(const std::string& text, std::string& out) {
    Write(text.size(), out);
    out += text;
  }

  size_t ReadNumber() {
    size_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      number |= static_cast<size_t>(byte & 127) << shift;
      if (byte < 128) return number;
    }
  }
  Span ReadSpan() {
    Span span;
    span.begin = static_cast<decltype(span.begin)>(ReadNumber());
    span.end = static_cast<decltype(span.end)>(span.begin + ReadNumber());
    return span;
  }
  std::string_view ReadText() {
    const size_t size = ReadNumber();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }

  std::string_view rest_;
};

namespace {

using Trees = std::unordered_map<std::string_view, std::string_view>;

Trees& Known() {
  static Trees trees;
  return trees;
}

}  // namespace

std::string Freeze(const Document& document) {
  std::string bytes;
  TreeBytes::Write(document.root, bytes);
  return bytes;
}

void KnowTrees(std::span<const KnownTree> trees) {
  for (const KnownTree& known : trees) {
    if (!known.tree.empty()) Known().emplace(known.text, known.tree);
  }
}

std::optional<Document> FindKnownTree(const SourcePtr& source) {
  const auto found = Known().find(source->text());
  if (found == Known().end()) return std::nullopt;
  Document document{source, {}};
  TreeBytes(found->second).Read(document.root);
  return document;
}

}  // namespace anjuan::yaml
