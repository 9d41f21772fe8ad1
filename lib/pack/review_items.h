// The catalogue of review items (评查项目): what reviewers take points off for. Rules say by
// `covers` which of them they decide.
//
// Shape:  rules/catalogue/review-items.yaml, `items: [{id, class, strength, name, why_not}…]`.
// Errors: an item twice, a class or strength that is none; each with its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "pack/lint.h"
#include "yaml/yaml.h"

namespace anjuan {

// What decides an item: fields and dates (S), the text of a paper (T), several case files side by
// side (X), a person (H).
inline constexpr std::string_view kItemClasses = "STXH";
// Its source: official (A), a copy of a named standard (B), notes of practice (C), none (D).
inline constexpr std::string_view kItemStrengths = "ABCD";

struct ReviewItem {
  std::string id;
  char item_class = 'S';
  char strength = 'A';
  std::string name;
  std::string why_not;  // why no rule decides it; "" where one should
};

std::vector<ReviewItem> ReadReviewItems(const yaml::Document& document, DiagnosticSink& sink);

// An item and the rules that decide it, each id once: those that have tests.
struct ItemCoverage {
  const ReviewItem* item = nullptr;
  std::vector<const Rule*> rules;
};

// In the order of the catalogue, which must outlive the result, as must the packs.
std::vector<ItemCoverage> CoverageOf(const std::vector<ReviewItem>& items,
                                     const CompiledPacks& packs);

// An item that a rule covers and the catalogue does not have: an error where the rule says it.
void CheckCovers(const std::vector<ReviewItem>& items, const CompiledPacks& packs,
                 DiagnosticSink& sink);

}  // namespace anjuan
