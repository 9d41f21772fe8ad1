// What `inspect` says of one file: its cases as they were read.
//
// Order: Begin, Case for each record, End; again for the next file.
// Never: looks at the clock or the terminal.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/inspection.h"
#include "intake/unknown_names.h"
#include "report/writer.h"

namespace anjuan {

class InspectWriter {
 public:
  virtual ~InspectWriter() = default;

  virtual void Begin(std::string_view file, std::string& out) = 0;
  virtual void Case(const Inspection& inspection, std::string& out) = 0;
  // `problem`: why the file, or what stands behind the cases given, could not be read.
  virtual void End(const std::vector<UnknownName>& unknown,
                   const std::optional<InputFinding>& problem, std::string& out) = 0;
};

// For a person, on lines of at most `cells` cells (at least kFewestCells are used).
inline constexpr size_t kFewestCells = 40;
std::unique_ptr<InspectWriter> MakeInspectText(const RunInfo& info, size_t cells);

// One document a file, keys in this order, none left out; what does not exist is null.
//   {"file", "packs": [{"name", "version", "digest"}], "as_of", "cases": [case…],
//    "unknown_names": [{"name", "path", "line", "message"}],
//    "problem": null | {"problem", "line", "message"}}
// case: {"record": from 0, "case_number", "case_title", "agency", "agency_group", "procedure",
//    "decided_on", "sector", "officers": […], "fields": […], "missing": [path…], "absent": [path…],
//    "problems": [{"path", "problem": does_not_parse | given_twice | too_long | too_many, "value",
//      "line", "message"}],
//    "timeline": [{"at": a date, or a moment with +08:00, "path", "label", "about", "line"}],
//    "pack_applies", "periods": […], "undecided": [{"rule", "title", "message", "missing": […]}]}
// field: {"path", "label", "is": entity | list | element | value, "state": present | blank |
//    partial | unread, "value": of an element what names it, "count" and "open": of a list, "line",
//    "from": path of the document's field it was taken from}
// period: {"rule", "title", "kind": within | at_least | before, "state": in_time | running |
//    overdue | too_early | too_late | cured | undecided, "element", "from", "from_path", "to",
//    "to_path", "until": `to`, else the day of the run, "due", "counted", "allowed", "excluded",
//    "unit": days | workdays, "days_left": calendar days of a running period}
std::unique_ptr<InspectWriter> MakeInspectJson(const RunInfo& info);

}  // namespace anjuan
