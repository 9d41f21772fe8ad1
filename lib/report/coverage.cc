#include "report/coverage.h"

#include "base/display_width.h"
#include "report/json_out.h"

namespace anjuan {
namespace {

constexpr size_t kClassCells = 34;
constexpr size_t kCountCells = 8;
constexpr size_t kIdCells = 16;
constexpr char kAnyLetter = ' ';

struct Count {
  size_t items = 0;
  size_t covered = 0;
};

Count CountOf(const std::vector<ItemCoverage>& coverage, char item_class, char strength) {
  Count count;
  for (const ItemCoverage& one : coverage) {
    if (item_class != kAnyLetter && one.item->item_class != item_class) continue;
    if (strength != kAnyLetter && one.item->strength != strength) continue;
    ++count.items;
    count.covered += one.rules.empty() ? 0 : 1;
  }
  return count;
}

TextId WordFor(char item_class) {
  switch (item_class) {
    case 'S':
      return TextId::kItemClassS;
    case 'T':
      return TextId::kItemClassT;
    case 'X':
      return TextId::kItemClassX;
    default:
      return TextId::kItemClassH;
  }
}

void AppendRow(const std::string& name, const std::vector<ItemCoverage>& coverage, char item_class,
               std::string& out) {
  std::string row = PadTo(name, kClassCells);
  for (const char strength : std::string(kItemStrengths) + kAnyLetter) {
    const Count count = CountOf(coverage, item_class, strength);
    const std::string cell =
        count.items == 0 ? "-" : std::to_string(count.covered) + "/" + std::to_string(count.items);
    row += PadTo(cell, kCountCells);
  }
  out += row.substr(0, row.find_last_not_of(' ') + 1) + '\n';
}

std::string HeadOf(const ReviewItem& item) {
  return "  " + PadTo(item.id, kIdCells) + item.item_class + ' ' + item.strength + "  " +
         item.name + '\n';
}

}  // namespace

std::string CoverageText(const std::vector<ItemCoverage>& coverage, bool all, Lang lang) {
  std::string out;
  std::string head = PadTo(Say(lang, TextId::kCoverageClass), kClassCells);
  for (const char strength : kItemStrengths) head += PadTo(std::string(1, strength), kCountCells);
  out += head + Say(lang, TextId::kCoverageAll) + '\n';
  for (const char item_class : kItemClasses) {
    AppendRow(item_class + std::string("  ") + Say(lang, WordFor(item_class)), coverage, item_class,
              out);
  }
  AppendRow(Say(lang, TextId::kCoverageAll), coverage, kAnyLetter, out);

  const Count whole = CountOf(coverage, kAnyLetter, kAnyLetter);
  if (whole.covered < whole.items) {
    out += '\n' + Say(lang, TextId::kCoverageRest, {std::to_string(whole.items - whole.covered)}) +
           '\n';
  }
  for (const ItemCoverage& one : coverage) {
    if (!one.rules.empty()) continue;
    out += HeadOf(*one.item) + "      " +
           (one.item->why_not.empty() ? Say(lang, TextId::kCoverageNoReason) : one.item->why_not) +
           '\n';
  }
  if (!all) return out;
  out += '\n' + Say(lang, TextId::kCoverageItems) + '\n';
  for (const ItemCoverage& one : coverage) {
    out += HeadOf(*one.item) + "     ";
    if (one.rules.empty()) out += " -";
    for (const Rule* const rule : one.rules) out += ' ' + rule->id;
    out += '\n';
  }
  return out;
}

std::string CoverageJson(const std::vector<ItemCoverage>& coverage) {
  std::string out;
  {
    Json json(out);
    const Count whole = CountOf(coverage, kAnyLetter, kAnyLetter);
    json.Open();
    json.Key("items").Number(whole.items);
    json.Key("covered").Number(whole.covered);
    json.Key("groups").OpenList();
    for (const char item_class : kItemClasses) {
      for (const char strength : kItemStrengths) {
        const Count count = CountOf(coverage, item_class, strength);
        if (count.items == 0) continue;
        json.Open();
        json.Key("class").Text({&item_class, 1});
        json.Key("strength").Text({&strength, 1});
        json.Key("items").Number(count.items);
        json.Key("covered").Number(count.covered);
        json.Close();
      }
    }
    json.CloseList();
    json.Key("list").OpenList();
    for (const ItemCoverage& one : coverage) {
      json.Open();
      json.Key("id").Text(one.item->id);
      json.Key("class").Text({&one.item->item_class, 1});
      json.Key("strength").Text({&one.item->strength, 1});
      json.Key("name").Text(one.item->name);
      std::vector<std::string> rules;
      for (const Rule* const rule : one.rules) rules.push_back(rule->id);
      json.Key("rules").Texts(rules);
      json.Key("why_not").TextOrNull(rules.empty() ? one.item->why_not : std::string());
      json.Close();
    }
    json.CloseList();
    json.Close();
  }
  return out + '\n';
}

}  // namespace anjuan
