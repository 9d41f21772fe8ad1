// Reads XML text with the small model and says what came of it, as text to compare.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "intake/xml_reader.h"
#include "support/small_model.h"

namespace anjuan {

// A record as lines: `case.number = 1号 @2` for what is present, `blank` and `partial` for those
// states, `parties: 2 closed @3` for a list. What is missing has no line, nor has an entity that
// is present.
std::string Dump(const Record& record);

struct Outcome {
  std::vector<std::string> records;
  std::vector<std::string> problems;  // of the values: kind, path, value, line
  std::string finding;                // "malformed 3: message", in English; "" for none
  std::string finding_zh;
  std::vector<std::string> unknown;  // the findings' messages, "2: message"

  // All records' lines, a rule between two records.
  std::string text() const;
};

class Reading {
 public:
  Reading();
  // Wants the named paths alone.
  explicit Reading(const std::vector<std::string>& paths, const ReadLimits& limits = {});
  explicit Reading(const ReadLimits& limits);
  explicit Reading(std::unique_ptr<const Model> model);

  Outcome Read(const std::string& bytes);
  const Model& model() const { return *model_; }

 private:
  void Make(const ReadLimits& limits);

  std::unique_ptr<const Model> model_;
  Projection projection_;
  std::unique_ptr<XmlReader> reader_;
};

// The outcome with everything wanted.
Outcome ReadXml(const std::string& bytes);

// <案卷> around `inside`, all on the first line.
std::string CaseFile(const std::string& inside);

}  // namespace anjuan

// A failed comparison of lists of lines shows the lines.
template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static doctest::String convert(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n  " + line;
    return text.c_str();
  }
};
