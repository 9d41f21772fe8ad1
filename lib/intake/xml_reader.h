// Case files in XML: one pass, no tree.
//
// Shape:  <案卷> or <case_file>, alone or many under <案卷集> / <case_files>; fields as attributes
//         or child elements, by any of their names; lists repeated, with or without a wrapper.
//         Namespaces are passed over: local names count; xmlns, xml: and xsi: are no fields.
// Does:   fills only the fields the projection wants; names every unknown element or attribute;
//         gives a record of a collection to the sink when its element ends, and a record that is
//         the whole file when all of the file is known to be sound; then uses the memory again.
// Lines:  1-based, of the < of an element and of the name of an attribute.
// Errors: the first thing that makes the file unreadable ends it; records before it were given.
//         A collection without a record is no error here: the caller counts.
// Limits: a file or a nesting past its limit is refused. A wanted value past its limit is a
//         ValueProblem: its field is missing (so what depends on it is never passed) and the file
//         is read on; a value nobody wants has no limit, for it is not kept.
// Never:  reads a DTD, an entity or the network; recovers from a mistake.
// Not safe to share between threads; InitXml once, before threads.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/file_reader.h"
#include "intake/input_problem.h"
#include "intake/unknown_names.h"
#include "model/record_builder.h"

namespace anjuan {

struct ReadLimits {
  uint64_t file_bytes = 256ull << 20;
  uint32_t value_bytes = 16u << 20;
  int depth = 256;
  // Files up to whole_bytes are read in one piece, larger ones in windows.
  uint32_t whole_bytes = 16u << 20;
  uint32_t window_bytes = 1u << 20;
};

void InitXml();

class XmlReader {
 public:
  // All must outlive the reader.
  XmlReader(const Model& model, const Projection& projection, const ReadLimits& limits);
  ~XmlReader();

  using OnRecord = std::function<void(const Record&)>;

  // Reads the file at `path`. The finding, if any, has no file name yet.
  std::optional<InputFinding> Read(const FileReader& files, const std::string& path,
                                   const OnRecord& on_record);

  // Inside OnRecord: a line of the file as text, without its end. "" where the file is read in
  // windows, for it is then no longer there.
  std::string_view LineText(uint32_t line) const;

  // Of the last Read, by first appearance.
  const std::vector<UnknownName>& unknown_names() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace anjuan
