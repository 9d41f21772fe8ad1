#include "report/xlsx_book.h"

#include <xlsxwriter.h>

#include <algorithm>

#include "base/display_width.h"
#include "base/file_reader.h"
#include "report/scratch_folder.h"
#include "report/xlsx_looks.h"
#include "report/xlsx_text.h"

namespace anjuan {
namespace {

constexpr time_t kCreated = 946'684'800;  // 2000-01-01: the same for every workbook
constexpr int64_t kSerialOfEpoch = 25'569;
constexpr int64_t kFirstSerial = 61;       // 1900-03-01: before it spreadsheets disagree
constexpr uint64_t kRowsMeasured = 1'000;  // for the width of columns
constexpr size_t kFewestCells = 8;         // of a column
constexpr size_t kMostCells = 60;
constexpr size_t kFilterCells = 3;      // the arrow in a header
constexpr size_t kMostMarkUnits = 200;  // a formula holds texts of 255
constexpr uint8_t kPaperA4 = 9;

struct Sheet {
  lxw_worksheet* sheet = nullptr;
  std::string name;
  size_t links = 0;
};

// The widest of the lines of a text.
size_t WidthOf(std::string_view text) {
  size_t width = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    width = std::max(width, DisplayWidth(line));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return width;
}

}  // namespace

struct XlsxBook::State {
  struct TableSheets {
    std::vector<XlsxColumn> columns;
    std::string name;
    std::vector<Sheet> sheets;
    std::vector<size_t> widths;
    uint64_t rows = 0;
  };

  std::string cut;
  XlsxLimits limits;
  ScratchFolder folder;
  std::string path;
  std::string scratch;
  lxw_workbook* book = nullptr;
  bool broken = false;
  std::vector<std::string> names;
  std::vector<TableSheets> tables;
  XlsxLooks looks;

  // Null where there is no memory for it; the book is broken then.
  template <typename Kind>
  lxw_format* Format(Kind kind) {
    lxw_format* const format = looks.Of(kind, book);
    broken = broken || format == nullptr;
    return format;
  }

  bool Try(lxw_error error) {
    if (error != LXW_NO_ERROR) broken = true;
    return !broken;
  }

  std::string Clean(std::string_view text) const { return XlsxText(text, cut, limits.cell_units); }

  // Null where there can be none.
  lxw_worksheet* NewSheet(std::string_view name) {
    if (broken) return nullptr;
    names.push_back(SheetName(name, names, "Sheet"));
    lxw_worksheet* const sheet = workbook_add_worksheet(book, names.back().c_str());
    if (sheet == nullptr) broken = true;
    return sheet;
  }

  void AddSheet(TableSheets& table) {
    lxw_worksheet* const sheet = NewSheet(table.name);
    if (sheet == nullptr) return;
    table.sheets.push_back({sheet, names.back(), 0});
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, kPaperA4);
    worksheet_fit_to_pages(sheet, 1, 0);
    Try(worksheet_repeat_rows(sheet, 0, 0));
    for (size_t i = 0; i < table.columns.size(); ++i) {
      Try(worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i),
                                 Clean(table.columns[i].name).c_str(), Format(Look::kHeader)));
    }
  }

  // Where a place stands: 'Sheet'!A2.
  std::string TargetOf(const XlsxPlace& place) const {
    const TableSheets& table = tables[place.table];
    const uint64_t each = limits.rows - 1;
    const uint64_t index = place.row / each;
    if (index >= table.sheets.size()) return "";
    std::string name;
    for (const char c : table.sheets[index].name) name += c == '\'' ? "''" : std::string(1, c);
    return "internal:'" + name + "'!A" + std::to_string(place.row % each + 2);
  }

  void WriteText(Sheet& sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
                 const std::optional<XlsxPlace>& link, bool verbatim) {
    if (text.empty()) return;
    const std::string target = link && sheet.links < limits.links ? TargetOf(*link) : "";
    Look look = verbatim ? Look::kVerbatim : Look::kText;
    if (!target.empty()) {
      // Without a text of its own, which would stand in the file a second time and unescaped: the
      // cell is written over.
      look = Look::kLink;
      ++sheet.links;
      if (!Try(worksheet_write_url(sheet.sheet, row, column, target.c_str(), Format(look)))) return;
    }
    Try(worksheet_write_string(sheet.sheet, row, column, Clean(text).c_str(), Format(look)));
  }

  void Write(TableSheets& table, Sheet& sheet, lxw_row_t row, lxw_col_t column,
             const XlsxCell& cell) {
    const ColumnType type = cell.type.value_or(table.columns[column].type);
    lxw_format* const format = Format(LookOf(type));
    if (const auto* const text = std::get_if<std::string>(&cell.value)) {
      WriteText(sheet, row, column, *text, cell.link, table.columns[column].verbatim);
    } else if (const auto* const date = std::get_if<Date>(&cell.value)) {
      const int64_t serial = date->days + kSerialOfEpoch;
      if (serial < kFirstSerial) {
        Try(worksheet_write_string(sheet.sheet, row, column, FormatDate(*date).c_str(), format));
      } else {
        Try(worksheet_write_number(sheet.sheet, row, column, static_cast<double>(serial), format));
      }
    } else if (const auto* const number = std::get_if<int64_t>(&cell.value)) {
      double value = static_cast<double>(*number);
      if (type == ColumnType::kShare) value /= 1000;
      if (type == ColumnType::kPoints) value /= 100;
      Try(worksheet_write_number(sheet.sheet, row, column, value, format));
    }
  }

  void Measure(TableSheets& table, std::span<const XlsxCell> cells) const {
    for (size_t i = 0; i < cells.size(); ++i) {
      const TableColumn column{"", "", cells[i].type.value_or(table.columns[i].type)};
      table.widths[i] = std::max(table.widths[i], WidthOf(CellText(column, cells[i].value)));
    }
  }

  void FinishTable(TableSheets& table) {
    for (size_t s = 0; s < table.sheets.size() && !broken; ++s) {
      lxw_worksheet* const sheet = table.sheets[s].sheet;
      const uint64_t each = limits.rows - 1;
      const auto rows = static_cast<lxw_row_t>(std::min(table.rows - s * each, each));
      const auto last = static_cast<lxw_col_t>(table.columns.size() - 1);
      Try(worksheet_autofilter(sheet, 0, 0, rows, last));
      for (size_t i = 0; i < table.columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        const size_t width = std::clamp(table.widths[i] + 1, kFewestCells, kMostCells);
        Try(worksheet_set_column(sheet, column, column, static_cast<double>(width), nullptr));
        if (rows > 0) Colour(sheet, table.columns[i], rows, column);
      }
    }
  }

  void Colour(lxw_worksheet* sheet, const XlsxColumn& column, lxw_row_t rows, lxw_col_t at) {
    for (const XlsxColumn::Mark& mark : column.marks) {
      std::string formula = "\"";
      for (const char c : XlsxText(mark.text, "", kMostMarkUnits)) {
        formula += c == '"' ? "\"\"" : std::string(1, c);
      }
      formula += '"';
      lxw_conditional_format rule = {};
      rule.type = LXW_CONDITIONAL_TYPE_CELL;
      rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
      rule.value_string = formula.data();
      rule.format = Format(mark.hue);
      Try(worksheet_conditional_format_range(sheet, 1, at, rows, at, &rule));
    }
    if (!column.bar) return;
    lxw_conditional_format rule = {};
    rule.type = LXW_CONDITIONAL_DATA_BAR;
    rule.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    rule.min_value = 0;
    rule.bar_color = 0x9DC3E6;
    Try(worksheet_conditional_format_range(sheet, 1, at, rows, at, &rule));
  }
};

XlsxBook::XlsxBook(std::string cut, const XlsxLimits& limits) : state_(std::make_unique<State>()) {
  state_->cut = std::move(cut);
  state_->limits = limits;
  state_->broken = !state_->folder.ok();
  if (state_->broken) return;
  state_->path = state_->folder.PathOf("book.xlsx");
  state_->scratch = state_->folder.path();
  lxw_workbook_options options = {};
  options.constant_memory = 1;
  options.tmpdir = state_->scratch.data();
  options.use_zip64 = 0;
  state_->book = workbook_new_opt(state_->path.c_str(), &options);
  if (state_->book == nullptr) {
    state_->broken = true;
    return;
  }
  lxw_doc_properties properties = {};
  properties.created = kCreated;
  state_->Try(workbook_set_properties(state_->book, &properties));
}

XlsxBook::~XlsxBook() {
  if (state_->book != nullptr) lxw_workbook_free(state_->book);
}

size_t XlsxBook::AddTable(std::string_view name, std::vector<XlsxColumn> columns) {
  State::TableSheets& table = state_->tables.emplace_back();
  table.name = name;
  table.columns = std::move(columns);
  for (const XlsxColumn& column : table.columns) {
    table.widths.push_back(WidthOf(column.name) + kFilterCells);
  }
  state_->AddSheet(table);
  return state_->tables.size() - 1;
}

void XlsxBook::AddRow(size_t index, std::span<const XlsxCell> cells) {
  if (state_->broken) return;
  State::TableSheets& table = state_->tables[index];
  const uint64_t each = state_->limits.rows - 1;
  if (table.rows > 0 && table.rows % each == 0) state_->AddSheet(table);
  if (state_->broken) return;
  const auto row = static_cast<lxw_row_t>(table.rows % each + 1);
  if (table.rows < kRowsMeasured) state_->Measure(table, cells);
  for (size_t i = 0; i < cells.size(); ++i) {
    state_->Write(table, table.sheets.back(), row, static_cast<lxw_col_t>(i), cells[i]);
  }
  ++table.rows;
}

uint64_t XlsxBook::RowsOf(size_t table) const { return state_->tables[table].rows; }

void XlsxBook::AddText(std::string_view name, const std::vector<StyledText>& lines, int width) {
  lxw_worksheet* const sheet = state_->NewSheet(name);
  if (sheet == nullptr) return;
  worksheet_set_paper(sheet, kPaperA4);
  worksheet_fit_to_pages(sheet, 1, 0);
  state_->Try(worksheet_set_column(sheet, 0, 0, width, nullptr));
  lxw_row_t row = 0;
  for (const StyledText& line : lines) {
    std::string text;
    bool strong = !line.spans.empty();
    for (const TextSpan& span : line.spans) {
      text += span.text;
      strong = strong && span.strong;
    }
    if (text.empty()) {
      ++row;
      continue;
    }
    state_->Try(worksheet_write_string(sheet, row++, 0, state_->Clean(text).c_str(),
                                       state_->Format(strong ? Look::kStrong : Look::kText)));
  }
}

std::string XlsxBook::Finish() {
  State& state = *state_;
  for (State::TableSheets& table : state.tables) state.FinishTable(table);
  std::string bytes;
  if (state.broken) return bytes;
  const lxw_error closed = workbook_close(state.book);  // frees it too
  state.book = nullptr;
  state.broken = true;
  if (closed != LXW_NO_ERROR) return bytes;
  if (!DiskReader().ReadAll(state.path, UINT64_MAX, bytes).ok()) bytes.clear();
  return bytes;
}

}  // namespace anjuan
