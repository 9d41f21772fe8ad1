// Circulars (通报) and notices of rectification (整改通知) drafted from a survey by a template.
//
// Shape:  rules/templates/NAME.yaml or a file of one's own; its keys and names: rules/README.md.
// Errors: a template with any mistake gives nothing; all mistakes are in the sink.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "report/document.h"
#include "survey/survey.h"
#include "value/date.h"

namespace anjuan {

// A text with places for facts: "{cases} 件".
struct TextPattern {
  struct Piece {
    std::string text;
    bool fact = false;  // text is its name
  };
  std::vector<Piece> pieces;
};

struct CircularPart {
  enum class Kind : uint8_t { kHeading, kText, kList, kTable };
  Kind kind = Kind::kText;
  TextPattern text;                                          // of a list: each item
  std::string rows;                                          // what a list or a table is of
  std::vector<std::pair<std::string, std::string>> columns;  // of a table: fact, heading
  std::optional<TextPattern> none;                           // stands there where there are no rows
  std::string when;  // a fact; the part is left out where it is 0 or empty
  size_t top = 0;    // rows; 0: all
};

struct CircularTemplate {
  std::string name;
  TextPattern title;
  bool per_agency = false;
  std::vector<CircularPart> parts;
};

std::shared_ptr<const CircularTemplate> ReadCircularTemplate(const SourcePtr& source,
                                                             DiagnosticSink& sink);

struct CircularOptions {
  std::optional<Date> due;            // nothing: a gap to fill in by hand
  std::vector<std::string> agencies;  // of a template per agency; empty: all with a defect
  uint64_t least = 5;                 // cases of what is ranked
};

// Facts in the language of the template's readers: Chinese words from `lang`.
Document DraftCircular(const CircularTemplate& by, const Survey& survey,
                       const CircularOptions& options, Lang lang);

}  // namespace anjuan
