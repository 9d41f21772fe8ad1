#include "expr/functions.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"
#include "expr/limits.h"
#include "value/date.h"
#include "value/money.h"
#include "value/period.h"

namespace anjuan::expr {
namespace {

Date DateFrom(const Num& num) { return Date{static_cast<int32_t>(num.value)}; }

// Both string operands of a test, or why there is no answer.
struct TwoStrings {
  Str a;
  Str b;
  Tri state;
  TwoStrings(const Node& node, Run& run)
      : a(EvalStr(node.a, run)), b(EvalStr(node.b, run)), state(Both(a.state, b.state)) {}
};

bool Holds(std::string_view text, std::string_view part) {
  return part.empty() || (text.size() >= part.size() &&
                          memmem(text.data(), text.size(), part.data(), part.size()) != nullptr);
}

Tri Contains(const Node& node, Run& run) {
  const TwoStrings s(node, run);
  return s.state == Tri::kTrue ? Truth(Holds(s.a.view(), s.b.view())) : s.state;
}
Tri StartsWith(const Node& node, Run& run) {
  const TwoStrings s(node, run);
  return s.state == Tri::kTrue ? Truth(s.a.view().starts_with(s.b.view())) : s.state;
}
Tri EndsWith(const Node& node, Run& run) {
  const TwoStrings s(node, run);
  return s.state == Tri::kTrue ? Truth(s.a.view().ends_with(s.b.view())) : s.state;
}

template <bool kAll>
Tri ContainsList(const Node& node, Run& run) {
  const Str text = EvalStr(node.a, run);
  const List parts = EvalList(node.b, run);
  const Tri state = Both(text.state, parts.state);
  if (state != Tri::kTrue) return state;
  bool unknown = parts.open;
  for (uint32_t i = 0; i < parts.size; ++i) {
    const Slot& part = *parts.At(i);
    if (part.state != State::kPresent) {
      unknown = true;
    } else if (Holds(text.view(), part.view()) != kAll) {
      return Truth(!kAll);
    }
  }
  return unknown ? Tri::kUnknown : Truth(kAll);
}

Num CountOfPart(const Node& node, Run& run) {
  const TwoStrings s(node, run);
  if (s.state != Tri::kTrue) return {0, s.state};
  int64_t count = 0;
  if (s.b.size > 0) {
    for (size_t at = s.a.view().find(s.b.view()); at != std::string_view::npos;
         at = s.a.view().find(s.b.view(), at + s.b.size)) {
      ++count;
    }
  }
  return {count, Tri::kTrue};
}

Num SizeOfString(const Node& node, Run& run) {
  const Str text = EvalStr(node.a, run);
  return {static_cast<int64_t>(CountCodePoints(text.view())), text.state};
}

// `text` with each code point kept, changed or dropped (0) by `level`.
template <typename Level>
Str Rewrite(const Str& text, Run& run, Level level) {
  if (text.state != Tri::kTrue) return text;
  char* const to = static_cast<char*>(run.scratch->Allocate(size_t{text.size} + 1));
  uint32_t size = 0;
  for (size_t i = 0; i < text.size;) {
    const CodePoint c = DecodeAt(text.view(), i);
    const char32_t now = level(c.value);
    if (now == c.value) {
      std::memcpy(to + size, text.data + i, static_cast<size_t>(c.length));
      size += static_cast<uint32_t>(c.length);
    } else if (now != 0) {
      to[size++] = static_cast<char>(now);  // levelling only ever gives ASCII
    }
    i += static_cast<size_t>(c.length);
  }
  return {to, size, 0, Tri::kTrue};
}

Str Squash(const Node& node, Run& run) {
  return Rewrite(EvalStr(node.a, run), run, [](char32_t c) {
    const bool blank =
        c == U' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || c == 0x2028 || c == 0x2029;
    return blank ? char32_t{0} : c;
  });
}
Str NfkcDigits(const Node& node, Run& run) {
  return Rewrite(EvalStr(node.a, run), run, [](char32_t c) {
    const bool wide =
        (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
    return wide ? LevelWidth(c) : c;
  });
}

RE2::Options PatternOptions() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxPatternBytes);
  return options;
}

Tri MatchesLiteral(const Node& node, Run& run) {
  const Str text = EvalStr(node.a, run);
  if (text.state != Tri::kTrue) return text.state;
  return Truth(RE2::PartialMatch(re2::StringPiece(text.data, text.size), *node.pattern));
}

Tri Matches(const Node& node, Run& run) {
  const TwoStrings s(node, run);
  if (s.state != Tri::kTrue) return s.state;
  const RE2 pattern(re2::StringPiece(s.b.data, s.b.size), PatternOptions());
  if (!pattern.ok()) return Fail(run, TextId::kErrorPattern);
  return Truth(RE2::PartialMatch(re2::StringPiece(s.a.data, s.a.size), pattern));
}

template <Period::Unit kUnit>
Num MakePeriod(const Node& node, Run& run) {
  const Num count = EvalNum(node.a, run);
  if (count.state != Tri::kTrue) return count;
  if (count.value > INT32_MAX || count.value < INT32_MIN) {
    return {0, Fail(run, TextId::kErrorOverflow)};
  }
  return {PackPeriod(static_cast<int64_t>(kUnit), static_cast<int32_t>(count.value)), Tri::kTrue};
}

Num DateOfText(const Node& node, Run& run) {
  const Str text = EvalStr(node.a, run);
  if (text.state != Tri::kTrue) return {0, text.state};
  Date date;
  if (ParseDate(text.view(), date) != Parsed::kValue) return {0, Fail(run, TextId::kErrorDate)};
  return {date.days, Tri::kTrue};
}
Num DateOfNumbers(const Node& node, Run& run) {
  const Num year = EvalNum(node.a, run);
  const Num month = EvalNum(node.b, run);
  const Num day = EvalNum(node.c, run);
  const Tri state = Both(Both(year.state, month.state), day.state);
  if (state != Tri::kTrue) return {0, state};
  const auto fits = [](const Num& n) { return n.value >= 0 && n.value <= 9999; };
  std::optional<Date> date;
  if (fits(year) && fits(month) && fits(day)) {
    date = MakeDate(static_cast<int>(year.value), static_cast<int>(month.value),
                    static_cast<int>(day.value));
  }
  if (!date) return {0, Fail(run, TextId::kErrorDate)};
  return {date->days, Tri::kTrue};
}
Num DateOfTimestamp(const Node& node, Run& run) {
  const Num moment = EvalNum(node.a, run);
  return {DateOfMoment(moment.value).days, moment.state};
}

template <typename Part>
Num PartOfDate(const Node& node, Run& run, Part part) {
  const Num date = EvalNum(node.a, run);
  if (date.state != Tri::kTrue) return date;
  return {part(DateFrom(date)), Tri::kTrue};
}
Num Year(const Node& node, Run& run) {
  return PartOfDate(node, run, [](Date d) { return CivilOf(d).year; });
}
Num Month(const Node& node, Run& run) {
  return PartOfDate(node, run, [](Date d) { return CivilOf(d).month; });
}
Num Day(const Node& node, Run& run) {
  return PartOfDate(node, run, [](Date d) { return CivilOf(d).day; });
}
Num Weekday(const Node& node, Run& run) { return PartOfDate(node, run, WeekdayOf); }

Num DaysUntil(const Node& node, Run& run) {
  const Num from = EvalNum(node.a, run);
  const Num to = EvalNum(node.b, run);
  return {to.value - from.value, Both(from.state, to.state)};
}

Num YuanOfInt(const Node& node, Run& run) {
  Num yuan = EvalNum(node.a, run);
  if (yuan.state == Tri::kTrue && __builtin_mul_overflow(yuan.value, 100, &yuan.value)) {
    return {0, Fail(run, TextId::kErrorOverflow)};
  }
  return yuan;
}
Num YuanOfText(const Node& node, Run& run) {
  const Str text = EvalStr(node.a, run);
  if (text.state != Tri::kTrue) return {0, text.state};
  const std::optional<Money> money = ParseMoney(text.view());
  if (!money) return {0, Fail(run, TextId::kErrorMoney)};
  return {money->fen, Tri::kTrue};
}

Num Sum(const Node& node, Run& run) {
  const List list = EvalList(node.a, run);
  if (list.state != Tri::kTrue) return {0, list.state};
  Num sum;
  bool unknown = list.open;
  for (uint32_t i = 0; i < list.size; ++i) {
    const Slot& item = *list.At(i);
    if (item.state != State::kPresent) {
      unknown = true;
    } else if (__builtin_add_overflow(sum.value, item.number, &sum.value)) {
      return {0, Fail(run, TextId::kErrorOverflow)};
    }
  }
  if (unknown) sum.state = Tri::kUnknown;
  return sum;
}

template <bool kText>
List Distinct(const Node& node, Run& run) {
  List list = EvalList(node.a, run);
  if (list.state != Tri::kTrue) return list;
  Slot* const kept = run.scratch->AllocateArray<Slot>(list.size);
  uint32_t count = 0;
  for (uint32_t i = 0; i < list.size; ++i) {
    const Slot& item = *list.At(i);
    const bool known = std::any_of(kept, kept + count, [&](const Slot& other) {
      return kText ? other.view() == item.view() : other.number == item.number;
    });
    if (!known) kept[count++] = item;
  }
  list.items = kept;
  list.size = count;
  list.stride = 1;
  return list;
}

using P = Param;
using T = TypeKind;
constexpr bool kFree = false;
constexpr bool kOf = true;  // called on a receiver
constexpr bool kSafe = false;
constexpr bool kMayFail = true;

const std::array kFunctions = {
    FunctionRow{"contains",
                kOf,
                {P::kString, P::kString},
                T::kBool,
                {.tri = Contains},
                kSafe,
                "the text holds the part"},
    FunctionRow{"startsWith",
                kOf,
                {P::kString, P::kString},
                T::kBool,
                {.tri = StartsWith},
                kSafe,
                "the text begins with the part"},
    FunctionRow{"endsWith",
                kOf,
                {P::kString, P::kString},
                T::kBool,
                {.tri = EndsWith},
                kSafe,
                "the text ends with the part"},
    FunctionRow{"containsAny",
                kOf,
                {P::kString, P::kStrings},
                T::kBool,
                {.tri = ContainsList<false>},
                kSafe,
                "the text holds one of the parts"},
    FunctionRow{"containsAll",
                kOf,
                {P::kString, P::kStrings},
                T::kBool,
                {.tri = ContainsList<true>},
                kSafe,
                "the text holds every one of the parts"},
    FunctionRow{"countOf",
                kOf,
                {P::kString, P::kString},
                T::kInt,
                {.num = CountOfPart},
                kSafe,
                "how often the part stands in the text"},
    FunctionRow{"matches",
                kOf,
                {P::kString, P::kString},
                T::kBool,
                {.tri = Matches},
                kMayFail,
                "the pattern (RE2) is found in the text"},
    FunctionRow{"squash",
                kOf,
                {P::kString},
                T::kString,
                {.str = Squash},
                kSafe,
                "the text without white space"},
    FunctionRow{"nfkcDigits",
                kOf,
                {P::kString},
                T::kString,
                {.str = NfkcDigits},
                kSafe,
                "full-width digits and letters as ASCII"},
    FunctionRow{
        "size", kFree, {P::kString}, T::kInt, {.num = SizeOfString}, kSafe, "characters of a text"},
    FunctionRow{
        "size", kOf, {P::kString}, T::kInt, {.num = SizeOfString}, kSafe, "characters of a text"},
    FunctionRow{"days",
                kFree,
                {P::kInt},
                T::kPeriod,
                {.num = MakePeriod<Period::Unit::kDays>},
                kMayFail,
                "a period in calendar days; the first day never counts"},
    FunctionRow{"months",
                kFree,
                {P::kInt},
                T::kPeriod,
                {.num = MakePeriod<Period::Unit::kMonths>},
                kMayFail,
                "a period in months"},
    FunctionRow{"years",
                kFree,
                {P::kInt},
                T::kPeriod,
                {.num = MakePeriod<Period::Unit::kYears>},
                kMayFail,
                "a period in years"},
    FunctionRow{"date",
                kFree,
                {P::kString},
                T::kDate,
                {.num = DateOfText},
                kMayFail,
                "the day a text names"},
    FunctionRow{"date",
                kFree,
                {P::kInt, P::kInt, P::kInt},
                T::kDate,
                {.num = DateOfNumbers},
                kMayFail,
                "the day of a year, month and day"},
    FunctionRow{"date",
                kFree,
                {P::kTimestamp},
                T::kDate,
                {.num = DateOfTimestamp},
                kSafe,
                "the day of a moment, at +08:00"},
    FunctionRow{"year", kOf, {P::kDate}, T::kInt, {.num = Year}, kSafe, "the year of a day"},
    FunctionRow{"month", kOf, {P::kDate}, T::kInt, {.num = Month}, kSafe, "the month, 1 to 12"},
    FunctionRow{"day", kOf, {P::kDate}, T::kInt, {.num = Day}, kSafe, "the day of the month"},
    FunctionRow{
        "weekday", kOf, {P::kDate}, T::kInt, {.num = Weekday}, kSafe, "Monday 1 to Sunday 7"},
    FunctionRow{"daysUntil",
                kOf,
                {P::kDate, P::kDate},
                T::kInt,
                {.num = DaysUntil},
                kSafe,
                "days from one to the other; negative where the other is earlier"},
    FunctionRow{
        "yuan", kFree, {P::kInt}, T::kMoney, {.num = YuanOfInt}, kMayFail, "an amount of money"},
    FunctionRow{"yuan",
                kFree,
                {P::kString},
                T::kMoney,
                {.num = YuanOfText},
                kMayFail,
                "an amount of money, to the fen"},
    FunctionRow{"sum",
                kOf,
                {P::kNumbers},
                T::kNone,
                {.num = Sum},
                kMayFail,
                "the sum of a list of numbers or of money; 0 of an empty one"},
    FunctionRow{"distinct",
                kOf,
                {P::kStrings},
                T::kList,
                {.list = Distinct<true>},
                kSafe,
                "each text once, in order"},
    FunctionRow{"distinct",
                kOf,
                {P::kNumbers},
                T::kList,
                {.list = Distinct<false>},
                kSafe,
                "each value once, in order"},
};

}  // namespace

std::span<const FunctionRow> Functions() { return kFunctions; }

Node::Function MatchesLiteralFunction() { return {.tri = MatchesLiteral}; }

}  // namespace anjuan::expr
