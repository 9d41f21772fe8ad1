#include "pack/review_items.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/suggest.h"

namespace anjuan {
namespace {

// One of the letters; the first of them and a diagnostic where it is none.
char ReadLetter(yaml::MapReader& keys, std::string_view key, std::string_view letters,
                DiagnosticSink& sink) {
  const yaml::Node* const node = keys.Scalar(key, yaml::MapReader::kNeeded);
  if (node == nullptr) return letters[0];
  const std::string& text = node->text();
  if (text.size() == 1 && letters.find(text[0]) != std::string_view::npos) return text[0];
  sink.Error(keys.source(), node->span(), TextId::kReviewItemLetter,
             {std::string(key), text, std::string(letters)});
  return letters[0];
}

}  // namespace

std::vector<ReviewItem> ReadReviewItems(const yaml::Document& document, DiagnosticSink& sink) {
  std::vector<ReviewItem> items;
  yaml::MapReader root(document.source, document.root, sink);
  const yaml::Node* const list = root.List("items", yaml::MapReader::kNeeded);
  root.Finish();
  if (list == nullptr) return items;
  std::set<std::string> ids;
  for (const yaml::Node& node : list->items()) {
    yaml::MapReader keys(document.source, node, sink);
    ReviewItem item;
    item.id = keys.Text("id", yaml::MapReader::kNeeded);
    item.item_class = ReadLetter(keys, "class", kItemClasses, sink);
    item.strength = ReadLetter(keys, "strength", kItemStrengths, sink);
    item.name = keys.Text("name", yaml::MapReader::kNeeded);
    item.why_not = keys.Text("why_not");
    keys.Finish();
    if (!item.id.empty() && !ids.insert(item.id).second) {
      sink.Error(document.source, node.Find("id")->span(), TextId::kReviewItemTwice, {item.id});
    }
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<ItemCoverage> CoverageOf(const std::vector<ReviewItem>& items,
                                     const CompiledPacks& packs) {
  std::map<std::string_view, std::vector<const Rule*>> by_item;
  std::set<std::string_view> seen;
  for (const auto& pack : packs) {
    for (const CompiledRule& compiled : pack->rules) {
      const Rule& rule = *compiled.rule;
      if (rule.tests == nullptr || rule.tests->items().empty()) continue;
      if (!seen.insert(rule.id).second) continue;
      for (const std::string& id : rule.covers) by_item[id].push_back(&rule);
    }
  }
  std::vector<ItemCoverage> coverage;
  for (const ReviewItem& item : items) coverage.push_back({&item, by_item[item.id]});
  return coverage;
}

void CheckCovers(const std::vector<ReviewItem>& items, const CompiledPacks& packs,
                 DiagnosticSink& sink) {
  std::set<std::string_view> known;
  for (const ReviewItem& item : items) known.insert(item.id);
  const std::vector<std::string_view> names(known.begin(), known.end());
  std::set<const Rule*> seen;  // packs share rules
  for (const auto& pack : packs) {
    for (const CompiledRule& compiled : pack->rules) {
      const Rule& rule = *compiled.rule;
      if (!seen.insert(&rule).second) continue;
      for (const yaml::Node& covered : rule.document->root.Find("covers")->items()) {
        if (known.contains(covered.text())) continue;
        Diagnostic& error =
            sink.Error(rule.source(), covered.span(), TextId::kUnknownReviewItem, {covered.text()});
        const std::vector<std::string> hints = Suggest(covered.text(), names);
        if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
      }
    }
  }
}

}  // namespace anjuan
