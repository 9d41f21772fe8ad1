// What templates of circulars may speak of: facts, and rows of facts. The names are the same as in
// rules/README.md.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/circular.h"

namespace anjuan {

struct FactName {
  std::string_view name;
  ColumnType type = ColumnType::kText;
};

std::span<const FactName> CircularFacts();
// Of a kind of rows; empty where there is none of that name.
std::span<const FactName> FactsOfRows(std::string_view rows);
std::vector<std::string_view> KindsOfRows();

using Facts = std::map<std::string, TableCell, std::less<>>;

// Of one agency, or of all where `agency` is null.
class CircularSource {
 public:
  CircularSource(const Survey& survey, const CircularOptions& options, Lang lang)
      : survey_(survey), options_(options), lang_(lang) {}

  Facts Overall(const std::string* agency) const;
  std::vector<Facts> Rows(std::string_view kind, const std::string* agency) const;

 private:
  void AddSlice(const Slice& slice, Facts& to) const;
  std::vector<Facts> Ranking(std::string_view kind) const;
  std::vector<Facts> Stages() const;
  std::vector<Facts> Common(const Slice& slice) const;
  std::vector<Facts> Files(const std::vector<ScoredCase>& files, bool best) const;
  std::vector<Facts> Defects(const std::string& agency) const;

  const Survey& survey_;
  const CircularOptions& options_;
  Lang lang_;
};

}  // namespace anjuan
