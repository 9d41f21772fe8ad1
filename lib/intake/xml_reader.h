// Case files in XML: one pass, no tree.
//
// Shape:  <案卷> or <case_file>, alone or many under <案卷集> / <case_files>; fields as attributes
//         or child elements, by any of their names; lists repeated, with or without a wrapper.
// Does:   fills only the fields the projection wants; names every unknown element or attribute;
//         gives each record to the sink when its element ends, then uses the memory again.
// Errors: the first thing that makes the file unreadable ends it; records before it were given.
// Never:  reads a DTD, an entity or the network; recovers from a mistake.
// Not safe to share between threads; InitXml once, before threads.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/file_reader.h"
#include "intake/input_problem.h"
#include "model/record_builder.h"

namespace anjuan {

struct ReadLimits {
  uint64_t file_bytes = 256ull << 20;
  uint32_t value_bytes = 16u << 20;
  int depth = 256;
};

// A name the model does not know, where it was met first in this file.
struct UnknownName {
  std::string name;       // as written
  std::string path;       // element path it stands at
  uint32_t line = 0;
  std::vector<std::string> suggestions;
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

  // Of the last Read, by first appearance.
  const std::vector<UnknownName>& unknown_names() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace anjuan
