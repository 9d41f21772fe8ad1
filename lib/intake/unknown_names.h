// Names of an export that the model does not know: each once a file, with what may be meant.
//
// Order: by first appearance.
// Shape: exports of one system have the same unknown names in every file, so what was found out
//        about a name is kept from file to file.
// Limit: kMostListed a file, then one last entry says that there are more.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intake/input_problem.h"
#include "intake/name_table.h"

namespace anjuan {

// A name the model does not know, where it was met first in this file.
struct UnknownName {
  enum class Kind : uint8_t {
    kElement,
    kAttribute,
    kNoAttribute,  // an attribute that names an entity or a list of records
    kText,         // text where only elements may stand; the name is ELEMENT/text()
    kFlag,         // a value of 完整 or 部分
    kMore,         // and further names
  };
  std::string name;  // as written; a very long one cut
  std::string path;  // element path it stands at
  uint32_t line = 0;
  std::vector<std::string> suggestions;  // in quotes
  Kind kind = Kind::kElement;
};

// The finding that tells of it, without a file.
InputFinding FindingOf(const UnknownName& unknown);

class UnknownNames {
 public:
  static constexpr size_t kMostListed = 200;

  explicit UnknownNames(const Model& model) : model_(model) {}

  void BeginFile();

  // The new entry, whose path and line are still to be set; null for a name this file has had.
  // `place`: the names that may stand there; null: none may.
  UnknownName* Note(UnknownName::Kind kind, std::string_view name, const NameTable* place);

  const std::vector<UnknownName>& names() const { return names_; }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
  };
  struct Seen {
    uint64_t file = 0;  // the last one that had it
    const NameTable* place = nullptr;
    std::vector<std::string> suggestions;  // for that place
  };

  std::vector<std::string> SuggestionsFor(std::string_view name, const NameTable& place) const;

  const Model& model_;
  uint64_t file_ = 0;
  std::vector<UnknownName> names_;
  std::unordered_map<std::string, Seen, Hash, std::equal_to<>> seen_;
};

}  // namespace anjuan
