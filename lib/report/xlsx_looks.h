// How cells of a workbook look: a format of libxlsxwriter for each look, made when it is first
// used.
#pragma once

#include <cstdint>
#include <map>

#include "report/xlsx_book.h"

struct lxw_format;
struct lxw_workbook;

namespace anjuan {

enum class Look : uint8_t {
  kHeader,
  kText,
  kVerbatim,
  kLink,
  kCount,
  kShare,
  kPoints,
  kDate,
  kStrong
};

Look LookOf(ColumnType type);

class XlsxLooks {
 public:
  // Null where there is no memory for it.
  lxw_format* Of(Look look, lxw_workbook* book);
  lxw_format* Of(Hue hue, lxw_workbook* book);

 private:
  std::map<Look, lxw_format*> looks_;
  std::map<Hue, lxw_format*> hues_;
};

}  // namespace anjuan
