#include <algorithm>

#include "base/suggest.h"
#include "base/utf8.h"
#include "yaml/yaml.h"

namespace anjuan::yaml {
namespace {

constexpr size_t kMostShown = 24;  // code points of a value shown in a message

std::string NameOfKind(Kind kind) {
  switch (kind) {
    case Kind::kMap:
      return Word(TextId::kYamlAMap);
    case Kind::kList:
      return Word(TextId::kYamlAList);
    case Kind::kScalar:
      return Word(TextId::kYamlAScalar);
    case Kind::kNull:
      break;
  }
  return Word(TextId::kYamlNothing);
}

// What stands there, as a message names it: a short value itself, else its kind.
std::string NameOfFound(const Node& node) {
  const bool is_short = node.is_scalar() && CountCodePoints(node.text()) <= kMostShown;
  return is_short ? "'" + node.text() + "'" : NameOfKind(node.kind());
}

}  // namespace

MapReader::MapReader(SourcePtr source, const Node& node, DiagnosticSink& sink)
    : source_(std::move(source)), node_(&node), sink_(sink), usable_(node.is_map()) {
  if (usable_ || node.refused()) return;
  sink_.Error(source_, node.span(), TextId::kYamlWrongKindHere,
              {NameOfKind(Kind::kMap), NameOfFound(node)});
}

const Node* MapReader::Get(std::string_view key, Need need, std::optional<Kind> kind) {
  known_.push_back(key);
  if (!usable_) return nullptr;
  const Node* const found = node_->Find(key);
  if (found == nullptr) {
    if (need == kNeeded) {
      sink_.Error(source_, node_->span(), TextId::kYamlMissingKey, {std::string(key)});
    }
    return nullptr;
  }
  if (found->refused()) return nullptr;
  if (kind && found->kind() != *kind) {
    WrongKind(key, *found, NameOfKind(*kind));
    return nullptr;
  }
  return found;
}

void MapReader::WrongKind(std::string_view key, const Node& found, std::string wanted) {
  sink_.Error(source_, found.span(), TextId::kYamlWrongKind,
              {std::string(key), std::move(wanted), NameOfFound(found)});
}

const Node* MapReader::Any(std::string_view key, Need need) { return Get(key, need, {}); }

const Node* MapReader::Map(std::string_view key, Need need) { return Get(key, need, Kind::kMap); }

const Node* MapReader::List(std::string_view key, Need need) { return Get(key, need, Kind::kList); }

const Node* MapReader::Scalar(std::string_view key, Need need) {
  return Get(key, need, Kind::kScalar);
}

std::string MapReader::Text(std::string_view key, Need need) {
  const Node* const node = Scalar(key, need);
  return node == nullptr ? std::string() : node->text();
}

bool MapReader::Bool(std::string_view key, bool otherwise, Need need) {
  const Node* const node = Scalar(key, need);
  if (node == nullptr) return otherwise;
  const std::optional<bool> value = node->AsBool();
  if (!value) WrongKind(key, *node, Word(TextId::kYamlTrueOrFalse));
  return value.value_or(otherwise);
}

int64_t MapReader::Int(std::string_view key, int64_t otherwise, Need need) {
  const Node* const node = Scalar(key, need);
  if (node == nullptr) return otherwise;
  const std::optional<int64_t> value = node->AsInt();
  if (!value) WrongKind(key, *node, Word(TextId::kYamlAnInt));
  return value.value_or(otherwise);
}

std::vector<std::string> MapReader::Texts(std::string_view key, Need need) {
  std::vector<std::string> texts;
  const Node* const list = List(key, need);
  if (list == nullptr) return texts;
  for (const Node& item : list->items()) {
    if (item.is_scalar()) {
      texts.push_back(item.text());
    } else if (!item.refused()) {
      sink_.Error(source_, item.span(), TextId::kYamlWrongKindHere,
                  {NameOfKind(Kind::kScalar), NameOfFound(item)});
    }
  }
  return texts;
}

void MapReader::Finish() {
  if (!usable_) return;
  std::vector<std::string_view> free;  // known, and not in the map already
  for (const std::string_view key : known_) {
    if (node_->Find(key) == nullptr) free.push_back(key);
  }
  for (const Entry& entry : node_->entries()) {
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    Diagnostic& error = sink_.Error(source_, entry.key_span, TextId::kYamlUnknownKey, {entry.key});
    const std::vector<std::string> hints = Suggest(entry.key, free);
    if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  }
}

}  // namespace anjuan::yaml
