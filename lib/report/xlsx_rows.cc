#include "report/xlsx_rows.h"

#include <cassert>
#include <cstring>

namespace anjuan {
namespace {

template <typename T>
void Put(T value, std::string& out) {
  char bytes[sizeof(T)];
  std::memcpy(bytes, &value, sizeof(T));
  out.append(bytes, sizeof(T));
}

template <typename T>
T Take(std::string_view& bytes) {
  assert(bytes.size() >= sizeof(T));
  T value;
  std::memcpy(&value, bytes.data(), sizeof(T));
  bytes.remove_prefix(sizeof(T));
  return value;
}

enum class Kind : uint8_t { kNothing, kText, kNumber, kDate };

}  // namespace

void AppendRow(const PackedRow& row, std::string& out) {
  Put(row.sheet, out);
  Put(static_cast<uint32_t>(row.cells.size()), out);
  for (const PackedCell& cell : row.cells) {
    Put(static_cast<Kind>(cell.value.index()), out);
    Put(cell.link, out);
    Put(cell.rule, out);
    if (const auto* const text = std::get_if<std::string>(&cell.value)) {
      Put(static_cast<uint64_t>(text->size()), out);
      out += *text;
    } else if (const auto* const number = std::get_if<int64_t>(&cell.value)) {
      Put(*number, out);
    } else if (const auto* const date = std::get_if<Date>(&cell.value)) {
      Put(date->days, out);
    }
  }
}

bool TakeRow(std::string_view& bytes, PackedRow& row) {
  if (bytes.empty()) return false;
  row.sheet = Take<uint8_t>(bytes);
  row.cells.resize(Take<uint32_t>(bytes));
  for (PackedCell& cell : row.cells) {
    const Kind kind = Take<Kind>(bytes);
    cell.link = Take<RowLink>(bytes);
    cell.rule = Take<uint32_t>(bytes);
    switch (kind) {
      case Kind::kNothing:
        cell.value = std::monostate();
        break;
      case Kind::kText: {
        const auto size = static_cast<size_t>(Take<uint64_t>(bytes));
        cell.value = std::string(bytes.substr(0, size));
        bytes.remove_prefix(size);
        break;
      }
      case Kind::kNumber:
        cell.value = Take<int64_t>(bytes);
        break;
      case Kind::kDate:
        cell.value = Date{Take<int32_t>(bytes)};
        break;
    }
  }
  return true;
}

}  // namespace anjuan
