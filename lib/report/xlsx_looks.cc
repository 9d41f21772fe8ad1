#include "report/xlsx_looks.h"

#include <xlsxwriter.h>

namespace anjuan {
namespace {

struct Paint {
  lxw_color_t ink;
  lxw_color_t fill;
};

// By Hue; ink on fill has a contrast of 4.5 and more.
constexpr Paint kPaints[] = {
    {0x9C0006, 0xFFC7CE}, {0x8A3B00, 0xFCD5B4}, {0x6B5300, 0xFFEB9C},
    {0x006100, 0xC6EFCE}, {0x1F3F7A, 0xDCE6F1}, {0x404040, 0xE4E4E4},
};

}  // namespace

Look LookOf(ColumnType type) {
  switch (type) {
    case ColumnType::kText:
      return Look::kText;
    case ColumnType::kCount:
      return Look::kCount;
    case ColumnType::kShare:
      return Look::kShare;
    case ColumnType::kPoints:
      return Look::kPoints;
    case ColumnType::kDate:
      return Look::kDate;
  }
  return Look::kText;
}

lxw_format* XlsxLooks::Of(Look look, lxw_workbook* book) {
  lxw_format*& format = looks_[look];
  if (format != nullptr) return format;
  format = workbook_add_format(book);
  if (format == nullptr) return nullptr;
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  switch (look) {
    case Look::kHeader:
      format_set_bg_color(format, 0xE4E9EE);
      format_set_bottom(format, LXW_BORDER_THIN);
      [[fallthrough]];
    case Look::kStrong:
      format_set_bold(format);
      [[fallthrough]];
    case Look::kText:
      format_set_text_wrap(format);
      break;
    case Look::kLink:
      format_set_font_color(format, 0x0B5394);
      format_set_underline(format, LXW_UNDERLINE_SINGLE);
      [[fallthrough]];
    case Look::kVerbatim:
      format_set_text_wrap(format);
      format_set_num_format(format, "@");
      break;
    case Look::kCount:
      format_set_num_format(format, "0");
      break;
    case Look::kShare:
      format_set_num_format(format, "0.0%");
      break;
    case Look::kPoints:
      format_set_num_format(format, "0.0#");
      break;
    case Look::kDate:
      format_set_num_format(format, "yyyy-mm-dd");
      break;
  }
  return format;
}

lxw_format* XlsxLooks::Of(Hue hue, lxw_workbook* book) {
  lxw_format*& format = hues_[hue];
  if (format != nullptr) return format;
  format = workbook_add_format(book);
  if (format == nullptr) return nullptr;
  const Paint& paint = kPaints[static_cast<size_t>(hue)];
  format_set_font_color(format, paint.ink);
  format_set_bg_color(format, paint.fill);
  return format;
}

}  // namespace anjuan
