#include "survey/line_parser.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <charconv>
#include <string_view>

#include "base/texts/survey.h"

namespace anjuan {
namespace {

namespace text = survey_text;

// Where in a line the parser stands; what a line has elsewhere is skipped.
enum class In : uint8_t {
  kSkip,
  kLine,
  kPacks,
  kPack,
  kScheme,
  kTexts,  // a list of texts that goes to `texts_`
  kFindings,
  kFinding,
  kBasis,
  kBasisRow,
};

// 92.5 as hundredths.
bool ReadPoints(std::string_view written, int64_t& to) {
  const size_t dot = written.find('.');
  std::string digits(written.substr(0, dot));
  std::string_view decimals = dot == std::string_view::npos ? "" : written.substr(dot + 1);
  while (decimals.size() > 2 && decimals.ends_with('0')) decimals.remove_suffix(1);
  if (decimals.size() > 2 || digits.size() > 12) return false;
  digits.append(decimals).append(2 - decimals.size(), '0');
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), to);
  return error == std::errc() && end == digits.data() + digits.size();
}

template <typename Integer>
bool ReadCount(std::string_view written, Integer& to) {
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), to);
  return error == std::errc() && end == written.data() + written.size();
}

// Every key there may be, whatever the type of the line.
struct LineKeys {
  std::optional<std::string> type, file, problem, message, as_of;
  std::optional<uint32_t> line;
  bool packs = false, findings = false;
  std::optional<uint64_t> found, audited, unaudited, cases;
  RunLine run;
  CaseLine one;
};

class LineHandler {
 public:
  bool StartObject() {
    if (depth_ == kMostDepth) return Refuse({text::kLineTooDeep, {std::to_string(kMostDepth)}});
    In next = In::kSkip;
    if (depth_ == 0) {
      next = In::kLine;
    } else if (here() == In::kLine && key_ == "scheme") {
      next = In::kScheme;
    } else if (here() == In::kPacks) {
      next = In::kPack;
      keys_.run.packs.emplace_back();
    } else if (here() == In::kFindings) {
      next = In::kFinding;
      keys_.one.findings.emplace_back();
      outcome_ = severity_ = false;
    } else if (here() == In::kBasis) {
      next = In::kBasisRow;
    } else if (here() == In::kFinding && key_ == "waiver") {
      finding().waived = true;
    } else if (here() == In::kTexts || (here() != In::kSkip && TextAt() != nullptr)) {
      return WrongKind();
    }
    return Enter(next);
  }
  bool EndObject(rapidjson::SizeType /*size*/) {
    if (here() == In::kFinding) {
      const FindingLine& read = finding();
      if (read.rule.empty()) return Misses("rule");
      if (!outcome_) return Misses("outcome");
      if (!severity_) return Misses("severity");
      if (read.fingerprint.empty()) return Misses("fingerprint");
    }
    --depth_;
    return true;
  }
  bool StartArray() {
    if (depth_ == 0) return Refuse({text::kLineNoObject, {}});
    if (depth_ == kMostDepth) return Refuse({text::kLineTooDeep, {std::to_string(kMostDepth)}});
    In next = In::kSkip;
    if (here() == In::kLine) {
      if (key_ == "packs") {
        next = In::kPacks;
        keys_.packs = true;
      } else if (key_ == "findings") {
        next = In::kFindings;
        keys_.findings = true;
      } else if (key_ == "officers") {
        next = Texts(keys_.one.officers);
      } else if (key_ == "vetoes") {
        next = Texts(keys_.one.vetoes);
      } else if (key_ == "stages") {
        next = Texts(keys_.run.stages);
      }
    } else if (here() == In::kScheme && key_ == "grades") {
      next = Texts(keys_.run.grades);
    } else if (here() == In::kFinding && key_ == "basis") {
      next = In::kBasis;
    } else if (here() == In::kFinding && key_ == "missing") {
      next = Texts(finding().missing);
    }
    const bool wants_text = here() == In::kTexts || (next == In::kSkip && TextAt() != nullptr);
    if (wants_text) return WrongKind();
    return Enter(next);
  }
  bool EndArray(rapidjson::SizeType /*size*/) {
    --depth_;
    return true;
  }
  bool Key(const char* name, rapidjson::SizeType size, bool /*copy*/) {
    key_ = {name, size};
    return true;
  }

  bool String(const char* bytes, rapidjson::SizeType size, bool /*copy*/) {
    if (depth_ == 0) return Refuse({text::kLineNoObject, {}});
    const std::string_view value(bytes, size);
    if (here() == In::kTexts) {
      texts_->emplace_back(value);
      return true;
    }
    if (here() == In::kPacks || here() == In::kFindings) return WrongKind();
    if (std::string* const plain = TextAt()) {
      plain->assign(value);
      return true;
    }
    if (here() == In::kFinding && key_ == "outcome") {
      finding().failed = value == "failed";
      outcome_ = finding().failed || value == "indeterminate";
      return outcome_ || WrongKind();
    }
    if (here() == In::kFinding && key_ == "severity") {
      const std::optional<Severity> severity = SeverityNamed(value);
      severity_ = severity.has_value();
      if (severity) finding().severity = *severity;
      return severity_ || WrongKind();
    }
    return !WantsNumber() || WrongKind();
  }

  bool RawNumber(const char* bytes, rapidjson::SizeType size, bool /*copy*/) {
    if (depth_ == 0) return Refuse({text::kLineNoObject, {}});
    const std::string_view value(bytes, size);
    if (here() == In::kSkip) return true;
    if (here() == In::kTexts || TextAt() != nullptr) return WrongKind();
    if (here() == In::kFinding && key_ == "deduct") {
      return ReadPoints(value, finding().deduct) || WrongKind();
    }
    if (here() != In::kLine) return true;
    if (key_ == "record") return ReadCount(value, keys_.one.record) || WrongKind();
    if (key_ == "score") return ReadPoints(value, keys_.one.score.emplace()) || WrongKind();
    if (key_ == "score_floor") {
      return ReadPoints(value, keys_.one.score_floor.emplace()) || WrongKind();
    }
    if (key_ == "line") return ReadCount(value, keys_.line.emplace()) || WrongKind();
    if (std::optional<uint64_t>* const count = CountAt()) {
      return ReadCount(value, count->emplace()) || WrongKind();
    }
    return true;
  }
  bool Null() {
    if (depth_ == 0) return Refuse({text::kLineNoObject, {}});
    return here() != In::kTexts || WrongKind();
  }
  bool Bool(bool /*value*/) {
    if (depth_ == 0) return Refuse({text::kLineNoObject, {}});
    return (here() != In::kTexts && TextAt() == nullptr) || WrongKind();
  }
  // Numbers come as they are written.
  bool Int(int /*n*/) { return false; }
  bool Uint(unsigned /*n*/) { return false; }
  bool Int64(int64_t /*n*/) { return false; }
  bool Uint64(uint64_t /*n*/) { return false; }
  bool Double(double /*n*/) { return false; }

  const std::optional<Text>& fault() const { return fault_; }
  LineKeys& keys() { return keys_; }

 private:
  In here() const { return stack_[depth_ - 1]; }
  FindingLine& finding() { return keys_.one.findings.back(); }

  bool Enter(In next) {
    stack_[depth_++] = next;
    return true;
  }
  In Texts(std::vector<std::string>& to) {
    texts_ = &to;
    to.clear();
    return In::kTexts;
  }
  bool Refuse(Text fault) {
    fault_ = std::move(fault);
    return false;
  }
  bool WrongKind() { return Refuse({text::kLineWrongKind, {std::string(key_)}}); }
  bool Misses(std::string key) { return Refuse({text::kLineMissingKey, {std::move(key)}}); }

  // Where the text of the key goes; null where none is wanted.
  std::string* TextAt() {
    switch (here()) {
      case In::kLine: {
        std::optional<std::string>* const place = LineText();
        if (place == nullptr) return nullptr;
        return place->has_value() ? &**place : &place->emplace();
      }
      case In::kPack: {
        RunLine::PackMark& pack = keys_.run.packs.back();
        return key_ == "name"      ? &pack.name
               : key_ == "version" ? &pack.version
               : key_ == "digest"  ? &pack.digest
                                   : nullptr;
      }
      case In::kScheme:
        return key_ == "name" ? &keys_.run.scheme : nullptr;
      case In::kFinding:
        return key_ == "rule"          ? &finding().rule
               : key_ == "title"       ? &finding().title
               : key_ == "stage"       ? &finding().stage
               : key_ == "message"     ? &finding().message
               : key_ == "fix"         ? &finding().fix
               : key_ == "fingerprint" ? &finding().fingerprint
                                       : nullptr;
      case In::kBasisRow:
        return key_ == "ref" ? &finding().basis.emplace_back() : nullptr;
      default:
        return nullptr;
    }
  }

  std::optional<std::string>* LineText() {
    struct Row {
      std::string_view key;
      std::optional<std::string>* to;
    };
    CaseLine& one = keys_.one;
    const Row rows[] = {{"type", &keys_.type},
                        {"file", &keys_.file},
                        {"case_number", &one.case_number},
                        {"case_title", &one.case_title},
                        {"agency", &one.agency},
                        {"agency_group", &one.agency_group},
                        {"procedure", &one.procedure},
                        {"decided_on", &one.decided_on},
                        {"sector", &one.sector},
                        {"grade", &one.grade},
                        {"as_of", &keys_.as_of},
                        {"problem", &keys_.problem},
                        {"message", &keys_.message}};
    for (const Row& row : rows) {
      if (row.key == key_) return row.to;
    }
    return nullptr;
  }

  std::optional<uint64_t>* CountAt() {
    return key_ == "found"       ? &keys_.found
           : key_ == "audited"   ? &keys_.audited
           : key_ == "unaudited" ? &keys_.unaudited
           : key_ == "cases"     ? &keys_.cases
                                 : nullptr;
  }
  bool WantsNumber() {
    if (here() == In::kFinding) return key_ == "deduct";
    return here() == In::kLine && (CountAt() != nullptr || key_ == "record" || key_ == "score" ||
                                   key_ == "score_floor" || key_ == "line");
  }

  LineKeys keys_;
  In stack_[kMostDepth] = {};
  size_t depth_ = 0;
  std::string_view key_;
  std::vector<std::string>* texts_ = nullptr;
  bool outcome_ = false;
  bool severity_ = false;
  std::optional<Text> fault_;
};

Result<ReportLine, Text> LineOf(LineKeys& keys) {
  const auto misses = [](std::string key) { return Text{text::kLineMissingKey, {std::move(key)}}; };
  if (!keys.type) return misses("type");
  if (*keys.type == "case") {
    if (!keys.file) return misses("file");
    if (!keys.findings) return misses("findings");
    keys.one.file = std::move(*keys.file);
    return ReportLine(std::move(keys.one));
  }
  if (*keys.type == "run") {
    if (!keys.packs) return misses("packs");
    keys.run.as_of = keys.as_of.value_or("");
    return ReportLine(std::move(keys.run));
  }
  if (*keys.type == "input") {
    if (!keys.file) return misses("file");
    if (!keys.problem) return misses("problem");
    return ReportLine(InputLine{std::move(*keys.file), std::move(*keys.problem),
                                keys.line.value_or(0), keys.message.value_or("")});
  }
  if (*keys.type == "summary") {
    if (!keys.found) return misses("found");
    if (!keys.unaudited) return misses("unaudited");
    if (!keys.cases) return misses("cases");
    if (*keys.unaudited > *keys.found) {
      return Text{text::kLineOverCount,
                  {std::to_string(*keys.unaudited), std::to_string(*keys.found)}};
    }
    return ReportLine(SummaryLine{*keys.found, keys.audited.value_or(*keys.found - *keys.unaudited),
                                  *keys.unaudited, *keys.cases});
  }
  return Text{text::kLineUnknownType, {*keys.type}};
}

}  // namespace

Result<ReportLine, Text> ParseReportLine(char* line, size_t size) {
  constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                              rapidjson::kParseValidateEncodingFlag |
                              rapidjson::kParseNumbersAsStringsFlag;
  LineHandler handler;
  rapidjson::Reader reader;
  rapidjson::InsituStringStream stream(line);
  const rapidjson::ParseResult parsed = reader.Parse<kFlags>(stream, handler);
  if (handler.fault()) return *handler.fault();
  if (parsed.IsError()) {
    return Text{text::kLineNoJson,
                {std::to_string(parsed.Offset() + 1), rapidjson::GetParseError_En(parsed.Code())}};
  }
  if (stream.Tell() != size) {
    return Text{text::kLineNoJson, {std::to_string(stream.Tell() + 1), "NUL"}};
  }
  return LineOf(handler.keys());
}

}  // namespace anjuan
