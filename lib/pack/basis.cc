#include "pack/basis.h"

#include <algorithm>
#include <charconv>

#include "base/suggest.h"

namespace anjuan {
namespace {

constexpr size_t kMostNumbers = 3;  // article, paragraph, item

// "59.1.2"; empty where it is no such thing.
std::vector<int32_t> NumbersIn(std::string_view text) {
  std::vector<int32_t> numbers;
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (;;) {
    int32_t number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error != std::errc() || number < 1 || numbers.size() == kMostNumbers) return {};
    numbers.push_back(number);
    if (next == end) return numbers;
    if (*next != '.') return {};
    at = next + 1;
  }
}

bool Overlap(const DateRange& rule, const LawVersion& version) {
  return (!rule.to || version.from <= *rule.to) &&
         (!rule.from || !version.to || *rule.from <= *version.to);
}

// The last article of the versions in force while the rule is; nothing where one has no number.
std::optional<int32_t> LastArticle(const Law& law, const DateRange& range) {
  int32_t last = 0;
  for (const LawVersion& version : law.versions) {
    if (!Overlap(range, version)) continue;
    if (!version.articles) return std::nullopt;
    last = std::max(last, *version.articles);
  }
  return last == 0 ? std::nullopt : std::optional<int32_t>(last);
}

Span SpanOf(const Rule& rule, size_t index) {
  const yaml::Node* const list = rule.document->root.Find("basis");
  const bool there = list != nullptr && list->is_list() && index < list->items().size();
  return there ? list->items()[index].span() : Span{};
}

const Law* CheckOne(const Rule& rule, size_t index, const LawBook& book, DiagnosticSink& sink) {
  const std::string& text = rule.basis[index];
  const size_t space = std::min(text.find(' '), text.size());
  const std::string name = text.substr(0, space);
  const std::string_view rest = std::string_view(text).substr(std::min(space + 1, text.size()));
  const auto error = [&](TextId id, std::vector<std::string> args) -> Diagnostic& {
    return sink.Error(rule.source(), SpanOf(rule, index), id, std::move(args));
  };
  if (!book.StandardName(name).empty()) {
    if (rest.empty()) error(TextId::kBasisWantsItem, {text});
    return nullptr;
  }
  const Law* const law = book.Find(name).law;
  if (law == nullptr) {
    Diagnostic& unknown = error(TextId::kBasisUnknownLaw, {name});
    const std::vector<std::string_view> names = book.Names();
    const std::vector<std::string> hints = Suggest(name, names);
    if (!hints.empty()) unknown.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
    return nullptr;
  }
  const std::vector<int32_t> numbers = NumbersIn(rest);
  if (numbers.empty()) {
    error(TextId::kBasisWantsArticle, {text});
    return law;
  }
  const bool over = law->ended && rule.effective.from && *law->ended < *rule.effective.from;
  const std::optional<int32_t> last = LastArticle(*law, rule.effective);
  if (over) {
    error(TextId::kBasisNotInForce, {name, FormatDate(*law->ended)});
  } else if (last && numbers.front() > *last) {
    error(TextId::kBasisNoArticle, {name, std::to_string(numbers.front())})
        .help.push_back({TextId::kBasisLastArticle, {std::to_string(*last)}});
  }
  return law;
}

}  // namespace

std::vector<const Law*> CheckBasis(const Rule& rule, const LawBook& book, DiagnosticSink& sink) {
  std::vector<const Law*> laws;
  for (size_t i = 0; i < rule.basis.size(); ++i) laws.push_back(CheckOne(rule, i, book, sink));
  return laws;
}

}  // namespace anjuan
