// What is wrong with a rule pack, a model, a mapping or an option: file:line:col, the source line,
// a caret, and how to mend it. All are collected; nothing stops at the first.
//
// Order: as reported; Print sorts by file, place and id, and drops exact repeats.
// Never: about a case file (that is a Finding or an InputFinding).
#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "base/text.h"

namespace anjuan {

enum class DiagnosticLevel { kError, kWarning, kNote };

struct Diagnostic {
  DiagnosticLevel level = DiagnosticLevel::kError;
  SourcePtr source;  // null: about no text (an option, a missing pack)
  Span span;
  Text message;  // its name is the diagnostic's id
  std::vector<Text> help;
};

class DiagnosticSink {
 public:
  // Returns the new diagnostic, so that help can be added.
  Diagnostic& Error(SourcePtr source, Span span, TextId id, std::vector<std::string> args = {});
  Diagnostic& Warning(SourcePtr source, Span span, TextId id, std::vector<std::string> args = {});
  // What is worth a thought and may well be right as it is.
  Diagnostic& Note(SourcePtr source, Span span, TextId id, std::vector<std::string> args = {});

  bool has_errors() const { return errors_ > 0; }
  size_t error_count() const { return errors_; }
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  std::vector<Diagnostic> diagnostics_;
  size_t errors_ = 0;
};

// One diagnostic as a compiler prints it:
//   file:line:col: error: message [id]
//    11 | source line
//       |        ^~~~~
//   help: …
std::string Format(const Diagnostic& diagnostic, Lang lang);

// All of them, sorted by file and place.
std::string Format(const DiagnosticSink& sink, Lang lang);

}  // namespace anjuan
