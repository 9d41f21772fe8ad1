// What all parts of one export share: the case, the writer, and how much the system behind the
// export records.
#pragma once

#include <string>
#include <string_view>

#include "invented_case.h"
#include "xml_writer.h"

// How many bytes of prose each long text gets; none for 0.
struct Prosaic {
  int site = 0, questions = 0, hearing = 0, facts = 0, notice = 0, decision = 0;
};

class Export {
 public:
  Export(const Case& of, const Prosaic& bytes, Random chance, std::string_view encoding)
      : it(of), prose(bytes), random(chance), xml(encoding, of.number % 3 == 1) {}

  // What only a complete export has.
  std::string Kept(std::string_view value) const { return it.complete ? std::string(value) : ""; }
  // The value, or blank. Only an export that calls itself complete may leave out what is blank.
  std::string Only(bool when, std::string_view value) const {
    return std::string(when ? value : it.complete ? "" : kBlank);
  }
  // A list without rows, which an export that is not complete does not mention.
  void NoRows(std::string_view list) {
    if (it.complete) xml.Row(list);
  }

  std::string Fine() const { return std::to_string(it.fine); }
  // Minutes since midnight.
  static std::string At(Day day, int minute) {
    return Format(day) + " " + Padded(minute / 60, 2) + ":" + Padded(minute % 60, 2);
  }
  // After the opening, whole sentences until there are so many bytes; nothing for 0.
  std::string Prose(int bytes, std::string opening = {});

  const Case& it;
  Prosaic prose;
  Random random;
  XmlWriter xml;
};

// From the opening of the case to the report of the investigation.
void WriteInvestigation(Export& out);
// From the notice to the closing.
void WriteDecision(Export& out);
// The papers and their catalogue.
void WriteVolume(Export& out);
