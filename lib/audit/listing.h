// Everything that a record carries, in rows, and its days in order.
//
// Order:   rows as the model has the fields, each entity and list before what it holds; events by
//          moment (a day before the clock times of that day), then by row.
// Carried: the export names it, or it was taken from a document. What the export does not name is
//          in no row; entities and lists of it, outside of lists, are named apart: `missing` may be
//          there all the same, of `absent` the export says that it is complete.
// Lives:   rows point into the model, not into the record.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/text.h"
#include "model/record.h"

namespace anjuan {

struct Row {
  enum class What : uint8_t { kEntity, kList, kElement, kValue };
  What what = What::kValue;
  const Field* field = nullptr;   // of an element, its list
  std::string path;               // deliveries[0].served_on
  std::string label;              // 送达[0].送达日期; the path in English
  std::string name;               // the last part of the label
  size_t depth = 0;               // entities and lists of the case: 0
  State state = State::kPresent;  // kMissing: carried, but not read (see the record's problems)
  std::string value;              // canonical; of an element, what names it
  uint32_t count = 0;             // of a list
  bool open = false;              // of a list: there may be more
  uint32_t line = 0;
  std::string from;  // path of the document's field it was taken from
};

struct Event {
  int64_t seconds = 0;  // a day: when it begins in China
  bool has_time = false;
  std::string path;
  std::string label;
  std::string about;  // what the list element is: the kind of its document, else its key
  uint32_t line = 0;
};

struct Listing {
  std::vector<Row> rows;
  std::vector<Event> events;
  std::vector<const Field*> missing;
  std::vector<const Field*> absent;
};

Listing ListRecord(const Record& record, Lang lang);

}  // namespace anjuan
