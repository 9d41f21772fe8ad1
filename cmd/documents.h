// Documents of a run, each written whole or not at all; and earlier reports read for them.
#pragma once

#include <string>
#include <vector>

#include "cmd/commands.h"
#include "report/document.h"
#include "survey/earlier_report.h"

namespace anjuan {

// To every output of a command: to none of the files where one cannot be written. Without one to
// standard output, text goes there. False after a failure; the reason is on standard error.
bool WriteDocument(const Document& document, std::vector<OutputChoice> outputs, Lang lang,
                   Console& console);

// Prints problems as they come, and counts them.
class Complaints {
 public:
  Complaints(Lang lang, Console& console) : lang_(lang), console_(console) {}

  void Print(const EarlierProblem& problem);
  bool any() const { return count_ > 0; }
  bool unopened() const { return unopened_; }  // a report was not there at all

  // Says first of all that the reports are not complete, where they are not.
  void AddTo(Document& document) const;

 private:
  Lang lang_;
  Console& console_;
  uint64_t count_ = 0;
  bool unopened_ = false;
};

// What a reader of totals has to know, on standard error.
void PrintNotes(const std::vector<std::string>& notes, Lang lang, Console& console);

// Reports into one survey.
Survey ReadSurvey(const std::vector<std::string>& reports, const SurveyLimits& limits,
                  const FileReader& files, Complaints& complaints);

}  // namespace anjuan
