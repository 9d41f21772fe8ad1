// What the views of surveys share: rows cell by cell, names of slices, rules in one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"
#include "survey/survey.h"

namespace anjuan {

// Columns and the cells of a row, put down one by one.
class TableFiller {
 public:
  TableFiller(std::string key, std::string name, std::string caption = "");

  void Column(std::string_view key, std::string name, ColumnType type = ColumnType::kText);
  void Bar() { table_.bar = table_.columns.size() - 1; }  // the last column
  void Row() { table_.rows.emplace_back(); }
  void Cell(std::string text);
  void Cell(uint64_t count);
  void Number(std::optional<int64_t> number);  // a share, points
  void Nothing();

  bool empty() const { return table_.rows.empty(); }
  Table Take() { return std::move(table_); }

 private:
  Table table_;
};

// part of all in tenths of a percent, half up; nothing where all is 0.
std::optional<int64_t> ShareOf(uint64_t part, uint64_t all);

std::string_view KeyOf(Dimension dimension);  // agency group stage rule officer sector month
TextId NameOf(Dimension dimension);           // 办案单位 …
// A slice's name as it is shown: what is not stated in words, a rule with its title.
std::string ShownName(const Survey& survey, Dimension dimension, const std::string& name,
                      Lang lang);
// "title(3)、title(2)": the rules with their cases.
std::string FrequentInWords(const Survey& survey, const Slice& slice, size_t most, Lang lang);
std::string TitleOf(const Survey& survey, const std::string& rule);

}  // namespace anjuan
