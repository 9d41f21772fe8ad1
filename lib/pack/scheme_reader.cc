// A scheme file into a Scheme. Its keys depend on its style; one that belongs to another style is
// as unknown as any.
#include <algorithm>

#include "base/suggest.h"
#include "pack/rule_reader.h"
#include "pack/scheme.h"

namespace anjuan {
namespace {

constexpr uint64_t kMaxFileBytes = 1 << 20;
constexpr int64_t kMostFull = 1000 * 100;  // sums of points stay far from the end of the numbers
constexpr std::string_view kStyles[] = {"deduct", "earn", "fixed"};
constexpr std::string_view kRoles[] = {"item", "element", "gate"};
constexpr std::string_view kEach[] = {"rule", "finding"};
constexpr std::string_view kVetoes[] = {"not_excellent", "fail", "zero"};
constexpr std::string_view kMinus = "minus ";

using Reader = yaml::MapReader;

class SchemeReader {
 public:
  SchemeReader(const SourcePtr& source, DiagnosticSink& sink) : source_(source), sink_(sink) {}

  void Read(const yaml::Node& root) {
    Reader keys(source_, root, sink_);
    scheme_.name = keys.Text("name", Reader::kNeeded);
    scheme_.title = keys.Text("title", Reader::kNeeded);
    const std::optional<size_t> style = Word(keys, "style", kStyles);
    scheme_.full = ReadPoints(keys, "full");
    const yaml::Node* const full = root.Find("full");
    if (full != nullptr && full->is_scalar() &&
        (scheme_.full.hundredths <= 0 || scheme_.full.hundredths > kMostFull)) {
      sink_.Error(source_, full->span(), TextId::kFullMark,
                  {FormatPoints({kMostFull}), full->text()});
    }
    ReadVeto(keys);
    ReadGrades(keys.Map("grades", Reader::kNeeded));
    if (!style) return;  // what other keys there may be is not known
    scheme_.style = static_cast<ScoringStyle>(*style);
    if (scheme_.style == ScoringStyle::kDeduct) {
      ReadSections(keys.Map("sections", Reader::kNeeded));
    } else {
      NameSections(keys.List("sections", Reader::kNeeded));
    }
    if (scheme_.style == ScoringStyle::kEarn) ReadEarn(keys);
    if (scheme_.style == ScoringStyle::kFixed) ReadFixed(keys);
    keys.Finish();
  }

  Scheme Take() { return std::move(scheme_); }

 private:
  Points ReadPoints(Reader& keys, std::string_view key) {
    const yaml::Node* const node = keys.Scalar(key, Reader::kNeeded);
    return node == nullptr ? Points{} : ReadPointsOf(*node, source_, sink_);
  }

  // One of the words, by its place among them.
  std::optional<size_t> Word(Reader& keys, std::string_view key,
                             std::span<const std::string_view> words) {
    const yaml::Node* const node = keys.Scalar(key, Reader::kNeeded);
    if (node == nullptr) return std::nullopt;
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i] == node->text()) return i;
    }
    WrongWord(*node, key, words, "");
    return std::nullopt;
  }

  void WrongWord(const yaml::Node& node, std::string_view key,
                 std::span<const std::string_view> words, std::string_view further) {
    std::string known;
    for (const std::string_view word : words)
      known += (known.empty() ? "" : " ") + std::string(word);
    known += further;
    Diagnostic& error = sink_.Error(source_, node.span(), TextId::kUnknownWord,
                                    {std::string(key), node.text(), known});
    const std::vector<std::string> hints =
        Suggest(node.text(), std::vector<std::string_view>(words.begin(), words.end()));
    if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
  }

  void ReadVeto(Reader& keys) {
    const yaml::Node* const node = keys.Scalar("veto", Reader::kNeeded);
    if (node == nullptr) return;
    const std::string& word = node->text();
    for (size_t i = 0; i < std::size(kVetoes); ++i) {
      if (kVetoes[i] != word) continue;
      scheme_.veto = static_cast<Veto>(i);
      return;
    }
    if (!node->quoted() && word.starts_with(kMinus)) {
      if (const std::optional<Points> points = ParsePoints(word.substr(kMinus.size()))) {
        scheme_.veto = Veto::kMinus;
        scheme_.veto_points = *points;
        return;
      }
    }
    WrongWord(*node, "veto", kVetoes, " minus N");
  }

  void ReadGrades(const yaml::Node* node) {
    if (node == nullptr) return;
    if (node->entries().size() < 2) {
      sink_.Error(source_, node->span(), TextId::kTooFewGrades);
      return;
    }
    const size_t mistakes = sink_.error_count();
    for (const yaml::Entry& entry : node->entries()) {
      const Points from = ReadPointsOf(entry.value, source_, sink_);
      if (sink_.error_count() > mistakes) continue;  // its bound is not known
      if (from.hundredths > scheme_.full.hundredths) {
        sink_.Error(source_, entry.value.span(), TextId::kGradeAboveFull,
                    {entry.key, FormatPoints(from), FormatPoints(scheme_.full)});
      } else if (!scheme_.grades.empty() &&
                 from.hundredths >= scheme_.grades.back().from.hundredths) {
        const Scheme::Grade& better = scheme_.grades.back();
        sink_.Error(source_, entry.value.span(), TextId::kGradesOverlap,
                    {entry.key, FormatPoints(from), better.name, FormatPoints(better.from)});
      }
      scheme_.grades.push_back({entry.key, from});
    }
    if (sink_.error_count() > mistakes || scheme_.grades.back().from.hundredths == 0) return;
    const Scheme::Grade& last = scheme_.grades.back();
    sink_.Error(source_, node->entries().back().value.span(), TextId::kLowestGrade,
                {last.name, FormatPoints(last.from)});
  }

  void ReadSections(const yaml::Node* node) {
    if (node == nullptr) return;
    const size_t mistakes = sink_.error_count();
    int64_t sum = 0;
    for (const yaml::Entry& entry : node->entries()) {
      const Points points = ReadPointsOf(entry.value, source_, sink_);
      scheme_.sections.push_back({entry.key, points});
      sum += points.hundredths;
    }
    if (sink_.error_count() == mistakes) AddUp("sections", node->span(), {sum});
  }

  void AddUp(const std::string& what, Span span, Points sum) {
    if (sum.hundredths == scheme_.full.hundredths) return;
    sink_.Error(source_, span, TextId::kPointsDoNotAddUp,
                {what, FormatPoints(sum), FormatPoints(scheme_.full)});
  }

  void NameSections(const yaml::Node* node) {
    if (node == nullptr) return;
    for (const yaml::Node& item : node->items()) {
      if (!item.is_scalar() || item.text().empty()) {
        sink_.Error(source_, item.span(), TextId::kEmptyValue, {"sections"});
      } else if (scheme_.SectionOf(item.text())) {
        sink_.Error(source_, item.span(), TextId::kSectionTwice, {item.text()});
      } else {
        scheme_.sections.push_back({item.text(), {}});
      }
    }
  }

  RuleMatch ReadMatch(Reader& row) {
    RuleMatch match;
    if (const yaml::Node* const severity = row.Scalar("severity")) {
      match.severity = SeverityNamed(severity->text());
      if (!match.severity) {
        sink_.Error(source_, severity->span(), TextId::kUnknownSeverity, {severity->text()});
      }
    }
    if (const yaml::Node* const section = row.Scalar("section")) {
      match.section = section->text();
      if (!scheme_.SectionOf(match.section)) {
        ReportUnknownSection(scheme_, source_, section->span(), match.section, sink_);
      }
    }
    return match;
  }

  void ReadEarn(Reader& keys) {
    const size_t mistakes = sink_.error_count();
    scheme_.base = ReadPoints(keys, "base");
    scheme_.earned = ReadPoints(keys, "earned");
    scheme_.elements = ReadPoints(keys, "elements");
    if (sink_.error_count() == mistakes) {
      AddUp("base + earned", keys.node().Find("base")->span(),
            {scheme_.base.hundredths + scheme_.earned.hundredths});
    }
    const yaml::Node* const roles = keys.List("roles");
    if (roles == nullptr) return;
    for (const yaml::Node& item : roles->items()) {
      Reader row(source_, item, sink_);
      const RuleMatch match = ReadMatch(row);
      const std::optional<size_t> role = Word(row, "as", kRoles);
      row.Finish();
      if (role) scheme_.roles.push_back({match, static_cast<ScoreRole>(*role)});
    }
  }

  void ReadFixed(Reader& keys) {
    const std::optional<size_t> each = Word(keys, "each", kEach);
    scheme_.each_finding = each && *each == 1;
    const yaml::Node* const sizes = keys.List("sizes", Reader::kNeeded);
    if (sizes == nullptr) return;
    const size_t mistakes = sink_.error_count();
    for (const yaml::Node& item : sizes->items()) {
      Reader row(source_, item, sink_);
      const RuleMatch match = ReadMatch(row);
      const Points points = ReadPoints(row, "points");
      row.Finish();
      scheme_.sizes.push_back({match, points});
    }
    if (sink_.error_count() > mistakes) return;
    for (int i = kSeverities - 1; i >= 0; --i) {
      const auto severity = static_cast<Severity>(i);
      const auto covers = [&](const Scheme::SizeRow& row) {
        return row.match.section.empty() &&
               (!row.match.severity || *row.match.severity == severity);
      };
      if (std::any_of(scheme_.sizes.begin(), scheme_.sizes.end(), covers)) continue;
      sink_.Error(source_, sizes->span(), TextId::kNoSizeFor, {std::string(NameOf(severity))});
    }
  }

  const SourcePtr& source_;
  DiagnosticSink& sink_;
  Scheme scheme_;
};

}  // namespace

std::shared_ptr<const Scheme> LoadScheme(const FileReader& files, const std::string& path,
                                         DiagnosticSink& sink) {
  std::string text;
  if (!files.ReadAll(path, kMaxFileBytes, text).ok()) {
    sink.Error(nullptr, {}, TextId::kSchemeUnreadable, {path});
    return nullptr;
  }
  const size_t mistakes = sink.error_count();
  const auto source = std::make_shared<const Source>(path, std::move(text));
  const std::optional<yaml::Document> document = yaml::Parse(source, sink);
  if (!document) return nullptr;
  SchemeReader reader(source, sink);
  reader.Read(document->root);
  if (sink.error_count() > mistakes) return nullptr;
  return std::make_shared<const Scheme>(reader.Take());
}

}  // namespace anjuan
