#include "report/document_formats.h"

#include "report/xlsx_book.h"

namespace anjuan {
namespace {

constexpr DocumentFormat kFormats[] = {
    {"text", RenderText}, {"md", RenderMarkdown}, {"html", RenderHtml},
    {"csv", RenderCsv},   {"json", RenderJson},   {"xlsx", RenderXlsx, true, XlsxFault},
};

}  // namespace

std::span<const DocumentFormat> DocumentFormats() { return kFormats; }

const DocumentFormat* FindDocumentFormat(std::string_view name) {
  for (const DocumentFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace anjuan
