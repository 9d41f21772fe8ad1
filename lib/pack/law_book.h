// Every law that rules and case files may cite (rules/laws/), found by what people write for it.
//
// Shape:  a name is the full name or a short one, with or without 中华人民共和国, 《》 and a
// bracket
//         behind it that names a version: 《中华人民共和国行政处罚法》(2021修订).
// Owns:   its laws. Immutable after LoadLawBook; shared by all workers. A look-up allocates
// nothing. Errors: every mistake of the files goes to the sink.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_reader.h"
#include "pack/law.h"

namespace anjuan {

struct CitedLaw {
  const Law* law = nullptr;  // null: the book does not know it
  int year = 0;              // of the version that was written behind the name; 0: none
};

// The name as cited, bare: neither 《》 nor what stands behind them; the year in a bracket there.
struct BareName {
  std::string_view name;
  int year = 0;
};
BareName BareNameOf(std::string_view written);

class LawBook {
 public:
  CitedLaw Find(std::string_view written) const;
  // A review standard by its code: MEE24. Empty where there is none.
  std::string_view StandardName(std::string_view code) const;

  const std::vector<std::unique_ptr<const Law>>& laws() const { return laws_; }
  std::vector<std::string_view> Names() const;  // of laws and codes of standards, for hints

 private:
  friend class LawBookLoader;
  std::vector<std::unique_ptr<const Law>> laws_;
  std::unordered_map<std::string_view, const Law*> by_name_;
  std::map<std::string, std::string, std::less<>> standards_;
};

// The YAML files of `folder`.
std::shared_ptr<const LawBook> LoadLawBook(const FileReader& files, const std::string& folder,
                                           DiagnosticSink& sink);

}  // namespace anjuan
