// A document of headings, text, lists and tables that is in no format yet: views fill it, a
// renderer a format writes it out.
//
// Text:   raw, as case files and packs have it: any bytes. A renderer makes it safe for its format;
//         whoever fills a document escapes nothing.
// Keys:   of tables and columns, are ASCII, the same in every language, what programs go by; names
//         are for readers and come in the document's language.
// Units:  a share counts tenths of a percent (125 is 12.5%), points count hundredths.
// Formats: text (columns aligned by display width) · md · html (one page that loads nothing,
// without
//         scripts) · csv and xlsx (the tables) · json. Beside them in document_formats.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"
#include "value/date.h"

namespace anjuan {

struct TextSpan {
  std::string text;
  bool strong = false;
};

// Text with stressed parts, in one line: a line end in it is shown as a space.
struct StyledText {
  std::vector<TextSpan> spans;

  StyledText() = default;
  StyledText(std::string text) { Add(std::move(text)); }  // NOLINT(google-explicit-constructor)
  StyledText(const char* text) { Add(text); }             // NOLINT(google-explicit-constructor)
  StyledText& Add(std::string text, bool strong = false) {
    spans.push_back({std::move(text), strong});
    return *this;
  }
};

struct Heading {
  int level = 1;  // 1 to 3, below the title
  std::string text;
};

struct Paragraph {
  StyledText text;
};

struct TextList {
  std::vector<StyledText> items;
  bool ordered = false;
};

enum class ColumnType : uint8_t { kText, kCount, kShare, kPoints, kDate };

struct TableColumn {
  std::string key;   // agency
  std::string name;  // 办案单位
  ColumnType type = ColumnType::kText;
};

// Nothing: there is no value. Text goes into kText, a date into kDate, an integer into the others.
using TableCell = std::variant<std::monostate, std::string, int64_t, Date>;

struct Table {
  std::string key;      // by_agency
  std::string name;     // 各单位: a sheet's name; stands above the table
  std::string caption;  // a sentence on what it counts; may be ""
  std::vector<TableColumn> columns;
  std::vector<std::vector<TableCell>> rows;  // a cell a column
  // The column whose numbers are drawn as bars too, the longest for the greatest of them.
  std::optional<size_t> bar;
  // A heading above it says the name: whoever reads the text need not read it twice.
  bool headed = false;
};

using DocumentBlock = std::variant<Heading, Paragraph, TextList, Table>;

struct Document {
  std::string title;
  std::vector<DocumentBlock> blocks;
};

// A cell as it is read: 12.5%, 92.5, 2025-03-02; "" where there is none. Text comes out raw.
std::string CellText(const TableColumn& column, const TableCell& cell);

// The greatest number of a table's bar column; 0 where it has none, or only what is below 1.
int64_t GreatestBar(const Table& table);
// Of `length` the part that a cell's bar takes, rounded to the nearest; a number above 0 takes at
// least 1.
int64_t BarLength(const TableCell& cell, int64_t greatest, int64_t length);

}  // namespace anjuan
