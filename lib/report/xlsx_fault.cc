// Reads a workbook back the way a spreadsheet opens it: as a zip file of XML parts.
#include <algorithm>

#include "intake/well_formed.h"
#include "intake/zip_entries.h"
#include "report/xlsx_book.h"

namespace anjuan {
namespace {

constexpr std::string_view kParts[] = {
    "[Content_Types].xml",        "_rels/.rels",   "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml",
};

// Not in the words of either language: the names of parts, and of what is wrong with them.
class PartChecker {
 public:
  ZipEvents Events() {
    return {[this](const std::string& name) { Begin(name); },
            [this](std::string_view bytes) { xml_->Feed(bytes); }};
  }

  std::string Finish() {
    EndPart();
    for (const std::string_view part : kParts) {
      if (fault_.empty() && std::find(parts_.begin(), parts_.end(), part) == parts_.end()) {
        fault_ = std::string(part) + ": missing";
      }
    }
    return fault_;
  }

 private:
  void Begin(const std::string& name) {
    EndPart();
    parts_.push_back(name);
    xml_ = std::make_unique<WellFormed>();
  }

  void EndPart() {
    if (xml_ != nullptr && !xml_->Finish() && fault_.empty()) {
      fault_ = parts_.back() + ": malformed";
    }
    xml_ = nullptr;
  }

  std::vector<std::string> parts_;
  std::unique_ptr<WellFormed> xml_;
  std::string fault_;
};

}  // namespace

std::string XlsxFault(const std::string& path) {
  PartChecker checker;
  if (const std::optional<Error> error = ReadZip(path, checker.Events())) {
    return "zip: " + (error->detail.empty() ? "malformed" : error->detail);
  }
  return checker.Finish();
}

}  // namespace anjuan
