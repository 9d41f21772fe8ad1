#include "pack/law_reader.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/suggest.h"

namespace anjuan {
namespace {

constexpr auto kNeeded = yaml::MapReader::kNeeded;
constexpr int64_t kMostArticles = 10'000;
constexpr int64_t kMostYuan = 1'000'000'000'000;
constexpr int64_t kFen = 100;
constexpr int64_t kWhole = 10'000;  // one, in ten-thousandths

struct RelationKey {
  std::string_view key;
  AmountTest::Relation relation;
};
constexpr RelationKey kRelations[] = {{"from", AmountTest::Relation::kFrom},
                                      {"over", AmountTest::Relation::kOver},
                                      {"below", AmountTest::Relation::kBelow},
                                      {"upto", AmountTest::Relation::kUpTo}};

class LawReader {
 public:
  LawReader(const SourcePtr& source, DiagnosticSink& sink) : source_(source), sink_(sink) {}

  std::unique_ptr<Law> Read(const yaml::Node& root) {
    auto law = std::make_unique<Law>();
    yaml::MapReader keys(source_, root, sink_);
    law->name = Sentence(keys, "name");
    law->short_names = keys.Texts("short");
    law->commenced = ReadDate(keys, "commenced");
    law->first = keys.Bool("first", false);
    law->sets_fines = keys.Bool("sets_fines", true);
    const yaml::Node* const versions = keys.List("versions", kNeeded);
    keys.Finish();
    if (versions == nullptr) return law;
    for (const yaml::Node& node : versions->items()) ReadVersion(node, *law);
    if (law->versions.empty()) return law;
    const LawVersion& first = law->versions.front();
    if (law->commenced && first.from <= *law->commenced) {
      sink_.Error(source_, root.Find("commenced")->span(), TextId::kLawCommenced,
                  {FormatDate(first.from)});
    }
    law->ended = law->versions.back().to;
    return law;
  }

  std::unique_ptr<Law> ReadRepealed(const yaml::Node& node) {
    auto law = std::make_unique<Law>();
    yaml::MapReader keys(source_, node, sink_);
    law->name = Sentence(keys, "name");
    law->ended = ReadDate(keys, "to", kNeeded);
    Sentence(keys, "by");
    keys.Finish();
    return law;
  }

  Standard ReadStandard(const yaml::Node& node) {
    yaml::MapReader keys(source_, node, sink_);
    Standard standard{Sentence(keys, "code"), Sentence(keys, "name")};
    OneOf(keys, "strength", {"A", "B", "C", "D"}, kNeeded);
    keys.Finish();
    return standard;
  }

 private:
  std::string Sentence(yaml::MapReader& keys, std::string_view key) {
    std::string text = keys.Text(key, kNeeded);
    const yaml::Node* const node = keys.node().is_map() ? keys.node().Find(key) : nullptr;
    if (node != nullptr && node->is_scalar() && text.empty()) {
      sink_.Error(source_, node->span(), TextId::kEmptyValue, {std::string(key)});
    }
    return text;
  }

  std::optional<Date> ReadDate(yaml::MapReader& keys, std::string_view key,
                               yaml::MapReader::Need need = yaml::MapReader::kOptional) {
    const yaml::Node* const node = keys.Scalar(key, need);
    if (node == nullptr) return std::nullopt;
    Date date;
    if (ParseDate(node->text(), date) == Parsed::kValue) return date;
    sink_.Error(source_, node->span(), TextId::kNotADate, {node->text()});
    return std::nullopt;
  }

  std::string OneOf(yaml::MapReader& keys, std::string_view key,
                    const std::vector<std::string_view>& names, yaml::MapReader::Need need) {
    const yaml::Node* const node = keys.Scalar(key, need);
    if (node == nullptr) return "";
    if (std::find(names.begin(), names.end(), node->text()) != names.end()) return node->text();
    std::string wanted;
    for (const std::string_view name : names) {
      if (!wanted.empty()) wanted += ", ";
      wanted += name;
    }
    Diagnostic& error =
        sink_.Error(source_, node->span(), TextId::kLawWord, {node->text(), wanted});
    const std::vector<std::string> hints = Suggest(node->text(), names);
    if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
    return "";
  }

  std::optional<int64_t> Number(const yaml::Node& node, int64_t least, int64_t most) {
    const std::optional<int64_t> number = node.is_scalar() ? node.AsInt() : std::nullopt;
    if (number && *number >= least && *number <= most) return number;
    sink_.Error(source_, node.span(), TextId::kLawNumber,
                {node.is_scalar() ? node.text() : "", std::to_string(least), std::to_string(most)});
    return std::nullopt;
  }

  std::optional<int64_t> Number(yaml::MapReader& keys, std::string_view key, int64_t least,
                                int64_t most,
                                yaml::MapReader::Need need = yaml::MapReader::kOptional) {
    const yaml::Node* const node = keys.Any(key, need);
    return node == nullptr ? std::nullopt : Number(*node, least, most);
  }

  std::optional<Money> Yuan(yaml::MapReader& keys, std::string_view key) {
    const std::optional<int64_t> yuan = Number(keys, key, 0, kMostYuan);
    return yuan ? std::optional<Money>(Money{*yuan * kFen}) : std::nullopt;
  }

  // 20, 0.05: at most four decimals.
  std::optional<int64_t> ReadTimes(yaml::MapReader& keys, std::string_view key) {
    const yaml::Node* const node = keys.Scalar(key);
    if (node == nullptr) return std::nullopt;
    const std::string& text = node->text();
    const size_t dot = std::min(text.find('.'), text.size());
    std::string digits = text.substr(0, dot);
    std::string rest = dot < text.size() ? text.substr(dot + 1) : "";
    const bool shaped = !digits.empty() && digits.size() <= 4 && rest.size() <= 4 &&
                        (dot == text.size() || !rest.empty());
    rest.resize(4, '0');
    digits += rest;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (shaped && std::all_of(digits.begin(), digits.end(), is_digit)) return std::stoll(digits);
    sink_.Error(source_, node->span(), TextId::kLawTimes, {text});
    return std::nullopt;
  }

  void ReadVersion(const yaml::Node& node, Law& law) {
    LawVersion version;
    yaml::MapReader keys(source_, node, sink_);
    version.adopted = ReadDate(keys, "adopted");
    const std::optional<Date> from = ReadDate(keys, "from", kNeeded);
    version.to = ReadDate(keys, "to");
    const std::optional<int64_t> articles = Number(keys, "articles", 1, kMostArticles);
    if (articles) version.articles = static_cast<int32_t>(*articles);
    version.read = IsRead(OneOf(keys, "verified", {"text", "excerpt", "memory"}, kNeeded));
    if (const yaml::Node* const confirm = keys.Map("confirm")) {
      yaml::MapReader doubt(source_, *confirm, sink_);
      version.doubtful_from = ReadDate(doubt, "from", kNeeded);
      version.doubt = Sentence(doubt, "why");
      doubt.Finish();
    }
    if (const yaml::Node* const fines = keys.List("fines")) {
      for (const yaml::Node& row : fines->items()) ReadFine(row, version);
    }
    keys.Finish();
    if (!from) return;
    version.from = *from;
    const auto wrong = [&](TextId id) {
      sink_.Error(source_, node.span(), id, {FormatDate(version.from)});
    };
    if (version.to && *version.to < version.from) wrong(TextId::kLawEndsEarly);
    if (!law.versions.empty()) {
      const std::optional<Date>& end = law.versions.back().to;
      if (!end || version.from <= *end) wrong(TextId::kLawVersionsOverlap);
    }
    std::stable_sort(version.fines.begin(), version.fines.end(),
                     [](const FineRow& a, const FineRow& b) {
                       return std::tie(a.article, a.paragraph) < std::tie(b.article, b.paragraph);
                     });
    law.versions.push_back(std::move(version));
  }

  static bool IsRead(std::string_view verified) { return verified == "text"; }

  void ReadFine(const yaml::Node& node, LawVersion& version) {
    FineRow row;
    yaml::MapReader keys(source_, node, sink_);
    const int64_t last = version.articles.value_or(kMostArticles);
    row.article = static_cast<int32_t>(Number(keys, "article", 1, last, kNeeded).value_or(0));
    row.paragraph =
        static_cast<int32_t>(Number(keys, "paragraph", 1, kMostArticles, kNeeded).value_or(0));
    if (const yaml::Node* const items = keys.List("items")) {
      for (const yaml::Node& item : items->items()) {
        const std::optional<int64_t> number = Number(item, 1, kMostArticles);
        if (number) row.items.push_back(static_cast<int32_t>(*number));
      }
    }
    row.conduct = Sentence(keys, "conduct");
    row.role = keys.Text("role");
    row.on = keys.Text("on");
    row.parties = keys.Texts("parties");
    row.per = keys.Text("per");
    row.optional = keys.Bool("optional", false);
    keys.Text("note");
    const std::string verified =
        OneOf(keys, "verified", {"text", "excerpt", "memory"}, yaml::MapReader::kOptional);
    const bool read = verified.empty() ? version.read : IsRead(verified);
    row.doubtful = !keys.Text("confirm").empty() || (version.read && !read);
    if (const yaml::Node* const when = keys.Map("when")) row.when = ReadWhen(*when);
    ReadAmounts(keys, node, row);
    keys.Finish();
    version.fines.push_back(std::move(row));
  }

  std::optional<AmountTest> ReadWhen(const yaml::Node& node) {
    AmountTest test;
    yaml::MapReader keys(source_, node, sink_);
    test.of = Sentence(keys, "of");
    int relations = 0;
    for (const RelationKey& known : kRelations) {
      const std::optional<Money> limit = Yuan(keys, known.key);
      if (!limit) continue;
      ++relations;
      test.relation = known.relation;
      test.limit = *limit;
    }
    keys.Finish();
    if (relations == 1) return test;
    sink_.Error(source_, node.span(), TextId::kLawOneLimit);
    return std::nullopt;
  }

  void ReadAmounts(yaml::MapReader& keys, const yaml::Node& node, FineRow& row) {
    const size_t errors = sink_.error_count();
    row.min = Yuan(keys, "min");
    const std::optional<Money> max = Yuan(keys, "max");
    row.of = keys.Text("of");
    row.min_times = ReadTimes(keys, "min_times");
    const std::optional<int64_t> max_times = ReadTimes(keys, "max_times");
    if (const yaml::Node* const floors = keys.List("base_floor")) {
      for (const yaml::Node& floor : floors->items()) {
        const std::optional<int64_t> yuan = Number(floor, 0, kMostYuan);
        if (yuan) row.base_floor.push_back({*yuan * kFen});
      }
    }
    if (sink_.error_count() != errors) return;
    const bool multiples = !row.of.empty();
    const bool whole = multiples ? max_times && !max && !row.min
                                 : max && !max_times && !row.min_times && row.base_floor.empty();
    if (!whole) {
      sink_.Error(source_, node.span(), TextId::kLawRange);
      return;
    }
    row.max = max.value_or(Money{});
    row.max_times = max_times.value_or(0);
    const bool upside_down =
        multiples ? row.min_times && *row.min_times > row.max_times : row.min && *row.min > row.max;
    if (upside_down) sink_.Error(source_, node.span(), TextId::kLawRangeUpsideDown);
  }

  SourcePtr source_;
  DiagnosticSink& sink_;
};

}  // namespace

LawFile ReadLawFile(const yaml::Document& document, DiagnosticSink& sink) {
  LawFile file;
  LawReader reader(document.source, sink);
  const yaml::Node& root = document.root;
  for (const std::string_view key : {"repealed", "standards"}) {
    if (!root.is_map() || root.Find(key) == nullptr) continue;
    yaml::MapReader keys(document.source, root, sink);
    const yaml::Node* const list = keys.List(key);
    keys.Finish();
    if (list == nullptr) return file;
    for (const yaml::Node& item : list->items()) {
      if (key == "repealed") {
        file.laws.push_back(reader.ReadRepealed(item));
      } else {
        file.standards.push_back(reader.ReadStandard(item));
      }
    }
    return file;
  }
  file.laws.push_back(reader.Read(root));
  return file;
}

}  // namespace anjuan
