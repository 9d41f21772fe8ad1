#include "report/document.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "pack/pack.h"

namespace anjuan {
namespace {

std::string ShareText(int64_t tenths) {
  const int64_t size = std::abs(tenths);
  return (tenths < 0 ? "-" : "") + std::to_string(size / 10) + '.' + std::to_string(size % 10) +
         '%';
}

std::string NumberText(ColumnType type, int64_t number) {
  switch (type) {
    case ColumnType::kShare:
      return ShareText(number);
    case ColumnType::kPoints:
      return FormatPoints({number});
    case ColumnType::kText:
    case ColumnType::kCount:
    case ColumnType::kDate:
      break;
  }
  return std::to_string(number);
}

}  // namespace

std::string CellText(const TableColumn& column, const TableCell& cell) {
  if (const auto* const text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* const date = std::get_if<Date>(&cell)) return FormatDate(*date);
  if (const auto* const number = std::get_if<int64_t>(&cell)) {
    return NumberText(column.type, *number);
  }
  return "";
}

int64_t GreatestBar(const Table& table) {
  int64_t greatest = 0;
  if (!table.bar) return greatest;
  for (const std::vector<TableCell>& row : table.rows) {
    const auto* const number = std::get_if<int64_t>(&row[*table.bar]);
    if (number != nullptr) greatest = std::max(greatest, *number);
  }
  return greatest;
}

int64_t BarLength(const TableCell& cell, int64_t greatest, int64_t length) {
  const auto* const number = std::get_if<int64_t>(&cell);
  if (number == nullptr || *number <= 0 || greatest <= 0) return 0;
  const double part = static_cast<double>(*number) / static_cast<double>(greatest);
  return std::max<int64_t>(1, std::lround(part * static_cast<double>(length)));
}

}  // namespace anjuan
