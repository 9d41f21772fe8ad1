// A rule pack as its author wrote it (规则包): read, shapes checked, nothing compiled.
//
// Shape:  DIR/pack.yaml and DIR/STAGE/RULE-ID.yaml, one rule a file, STAGE a key of pack.yaml's
//         `stages`. Keys and meanings: rules/README.md.
// Order:  rules by stage, as `stages` lists them, then by id.
// Owns:   the parsed files, so that nodes and spans stay valid.
// Errors: every mistake goes to the sink with its place; a pack with errors is not compiled.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_reader.h"
#include "value/date.h"
#include "yaml/yaml.h"

namespace anjuan {

enum class Severity : uint8_t { kHint, kMinor, kMajor, kFatal };
inline constexpr int kSeverities = 4;

std::string_view NameOf(Severity severity);  // hint minor major fatal
std::optional<Severity> SeverityNamed(std::string_view name);

// Points of a score, in hundredths: standards deduct 0.5.
struct Points {
  int64_t hundredths = 0;
};
std::string FormatPoints(Points points);  // 10, 0.5

// Both ends belong to the range; an absent end is open.
struct DateRange {
  std::optional<Date> from;
  std::optional<Date> to;

  bool Has(Date date) const { return (!from || *from <= date) && (!to || date <= *to); }
};

struct RuleScore {
  std::string section;
  Points deduct;  // a finding
  Points cap;     // the rule
};

struct Rule {
  std::string pack;  // that wrote it; packs that extend it share the rule
  std::string id;
  std::string name;  // states the fault: decided-after-the-limit
  std::string title;
  std::string stage;  // label: 决定
  Severity severity = Severity::kHint;
  std::vector<std::string> basis;
  std::vector<std::string> covers;
  DateRange effective;
  bool has_effective = false;
  std::string why;
  std::string fix;
  RuleScore score;
  std::vector<std::string> subsumes;

  std::string check;  // key of the check kind
  const yaml::Node* check_node = nullptr;
  const yaml::Node* when = nullptr;  // absent: null
  const yaml::Node* cured_by = nullptr;
  const yaml::Node* message = nullptr;
  const yaml::Node* tests = nullptr;

  std::shared_ptr<const yaml::Document> document;  // the file

  const SourcePtr& source() const { return document->source; }
};

struct ParamValue {
  DateRange range;
  const yaml::Node* value = nullptr;  // null node: no value is known
};

struct Param {
  std::string pack;  // that set it last; "" for the command line
  std::string name;
  std::string label;  // what it is for, in a few words; the name where the pack gives none
  std::string type;   // bool int money string date, or list of one: list(string)
  Span span;
  std::vector<ParamValue> values;
  SourcePtr source;
};

struct Stage {
  std::string folder;  // ASCII
  std::string label;   // 中文
};

// Synonyms of what a paper says (用语族).
struct TextFamily {
  std::string name;
  const yaml::Node* patterns = nullptr;  // a list
  SourcePtr source;
  bool shipped =
      false;  // its patterns are known to be sound, and are compiled when first asked for
};

// What proves service by a method (送达方式), over one row `v` of the deliveries.
struct ServiceMethod {
  std::string name;
  Span span;                           // of the name
  const yaml::Node* served = nullptr;  // the earliest day it can count for; null: the row's own day
  const yaml::Node* proof = nullptr;
  SourcePtr source;
};

struct LawDate {
  std::string stage;  // label; "" for the default
  const yaml::Node* expression = nullptr;
  SourcePtr source;
};

class LawBook;  // law_book.h

struct Pack {
  std::string name;
  std::vector<std::string> bases;  // packs it extends, theirs too
  std::string title;
  std::string version;
  std::string digest;  // sha256 of its files, names included; of a derived pack, of its bases too
  const yaml::Node* applies = nullptr;
  SourcePtr applies_source;
  std::vector<LawDate> law_dates;
  std::vector<Stage> stages;
  std::vector<Param> params;
  std::vector<TextFamily> families;
  std::vector<ServiceMethod> methods;
  std::string scoring_scheme;  // name or file; "": none
  Span scoring_span;
  SourcePtr scoring_source;
  std::vector<std::shared_ptr<const Rule>> rules;
  std::vector<std::shared_ptr<const yaml::Document>> documents;  // pack.yaml, its bases' first
  std::shared_ptr<const LawBook> laws;  // null: bases are not checked, no functions over laws
};

// The pack wrote the rule or set the parameter itself; what it inherits is another's.
template <typename RuleOrParam>
bool IsOwn(const Pack& pack, const RuleOrParam& written) {
  return written.pack == pack.name;
}

// Where packs of that name stand. Each is read once, so that packs that extend one share its rules.
struct PackShelf {
  const FileReader* files = nullptr;
  std::string folder;                             // packs/
  std::shared_ptr<const LawBook> laws = nullptr;  // what the packs' rules cite
  std::shared_ptr<std::map<std::string, std::optional<Pack>>> read =
      std::make_shared<std::map<std::string, std::optional<Pack>>>();
};

// `name=value` in place of what the pack says of a parameter, for every day. False where the pack
// has none of that name; a value of another type is found when the pack is compiled.
bool SetParam(Pack& pack, const std::string& name, const yaml::Node& value, SourcePtr source);

// Loads DIR/pack.yaml and its rules; `extends` are looked for on the shelf. The result may be
// incomplete where the sink holds errors.
std::optional<Pack> LoadPack(const FileReader& files, const std::string& dir,
                             const PackShelf& shelf, DiagnosticSink& sink);

// Names of the packs on a shelf, sorted.
std::vector<std::string> PackNames(const PackShelf& shelf);

}  // namespace anjuan
