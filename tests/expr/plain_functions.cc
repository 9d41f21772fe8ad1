#include "expr/plain_functions.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <functional>
#include <map>

#include "expr/chinese_number.h"
#include "expr/plain_days.h"
#include "expr/plain_moments.h"
#include "expr/plain_strings.h"
#include "value/date.h"
#include "value/money.h"

namespace anjuan::expr {
namespace {

using Kind = Plain::Kind;
using Args = const std::vector<Plain>&;

Plain MoneyOrError(std::optional<Money> money) {
  return money ? MakePlain(Kind::kMoney, money->fen) : Failure();
}

// + - * of whole numbers, whatever they count.
Plain Checked(char op, int64_t a, int64_t b, Kind kind) {
  int64_t out = 0;
  const bool failed = op == '+'   ? __builtin_add_overflow(a, b, &out)
                      : op == '-' ? __builtin_sub_overflow(a, b, &out)
                                  : __builtin_mul_overflow(a, b, &out);
  return failed ? Failure() : MakePlain(kind, out);
}

Plain Plus(Args args) {
  const Plain& a = args[0];
  const Plain& b = args[1];
  if (a.is(Kind::kDouble)) return Real(a.real + b.real);
  if (a.is(Kind::kString)) return PlainText(a.text + b.text);
  if (a.is(Kind::kDate)) {
    return Moved(a, b, 1);
  }
  if (a.is(Kind::kTimestamp)) return Later(a, b);
  if (b.is(Kind::kTimestamp)) return Later(b, a);
  if (a.is(Kind::kList)) {
    Plain list = a;
    list.literal = false;
    list.items.insert(list.items.end(), b.items.begin(), b.items.end());
    // Behind an open list nobody knows at which place the other begins.
    list.certain = a.open ? a.certain : a.items.size() + b.certain;
    list.open |= b.open;
    return list;
  }
  return Checked('+', a.number, b.number, b.is(Kind::kMoney) ? b.kind : a.kind);
}

Plain Minus(Args args) {
  if (args.size() == 1) {
    if (args[0].is(Kind::kDouble)) return Real(-args[0].real);
    return Checked('-', 0, args[0].number, Kind::kInt);
  }
  const Plain& a = args[0];
  const Plain& b = args[1];
  if (a.is(Kind::kDouble)) return Real(a.real - b.real);
  if (a.is(Kind::kDate)) {
    return Moved(a, b, -1);
  }
  if (a.is(Kind::kTimestamp)) return b.is(Kind::kTimestamp) ? Between(b, a) : Earlier(a, b);
  return Checked('-', a.number, b.number, b.is(Kind::kMoney) ? b.kind : a.kind);
}

Plain Times(Args args) {
  if (args[0].is(Kind::kDouble)) return Real(args[0].real * args[1].real);
  const bool money = args[0].is(Kind::kMoney) || args[1].is(Kind::kMoney);
  return Checked('*', args[0].number, args[1].number, money ? Kind::kMoney : Kind::kInt);
}

Plain Over(Args args) {
  if (args[0].is(Kind::kDouble)) return Real(args[0].real / args[1].real);
  const int64_t by = args[1].number;
  if (by == 0 || (by == -1 && args[0].number == INT64_MIN)) return Failure();
  return Whole(args[0].number / by);
}

Plain Rest(Args args) {
  const int64_t by = args[1].number;
  if (by == 0 || (by == -1 && args[0].number == INT64_MIN)) return Failure();
  return Whole(args[0].number % by);
}

Plain Size(Args args) {
  if (args[0].is(Kind::kString)) return SizeOfText(args[0]);
  if (args[0].is(Kind::kMap)) return Whole(static_cast<int64_t>(args[0].items.size() / 2));
  return args[0].open ? Unknown() : Whole(static_cast<int64_t>(args[0].items.size()));
}

Plain Sum(Args args) {
  if (args[0].open) return Unknown();
  Plain sum = Whole(0);
  sum.no_sum = true;
  for (const Plain& item : args[0].items) {
    sum = Checked('+', sum.number, item.number, item.kind);
    if (!sum.here()) return sum;
  }
  return sum;
}

// First occurrences; unknown where it is unknown whether two are the same.
Plain Distinct(Args args) {
  Plain kept = PlainList({}, args[0].open);
  for (size_t i = 0; i < args[0].items.size(); ++i) {
    bool there = false;
    bool unsure = false;
    for (const Plain& before : kept.items) {
      const Plain same = Equals(before, args[0].items[i]);
      there |= same.is_true();
      unsure |= same.is(Kind::kUnknown);
    }
    if (there) continue;
    if (unsure) return Unknown();
    kept.items.push_back(args[0].items[i]);
    if (i < args[0].certain) kept.certain = kept.items.size();
  }
  return kept;
}

template <typename T>
Plain Number(std::string_view text, T& number, const Plain& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? value : Failure();
}

Plain ToInt(Args args) {
  const Plain& value = args[0];
  if (value.is(Kind::kTimestamp)) return Whole(value.number);
  if (value.is(Kind::kDouble)) {
    if (!(value.real > -0x1p63 && value.real < 0x1p63)) return Failure();
    return Whole(static_cast<int64_t>(value.real));
  }
  if (!value.is(Kind::kString)) return Whole(value.number);
  std::string_view text = value.text;
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.size() < value.text.size() && text.starts_with('-')) return Failure();
  int64_t number = 0;
  const Plain parsed = Number(text, number, Whole(0));
  return parsed.here() ? Whole(number) : parsed;
}

Plain ToDouble(Args args) {
  const Plain& value = args[0];
  if (value.is(Kind::kInt)) return Real(static_cast<double>(value.number));
  if (value.is(Kind::kDouble)) return value;
  std::string_view text = value.text;
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.find_first_not_of("0123456789.e-") != std::string_view::npos ||
      text.front() == '-' || text.front() == 'e') {
    return Failure();
  }
  double real = 0;
  const Plain parsed = Number(text, real, Real(0));
  return parsed.here() ? Real(minus ? -real : real) : parsed;
}

Plain ToBool(Args args) {
  if (args[0].is(Kind::kBool)) return args[0];
  for (const char* const yes : {"1", "t", "true", "TRUE", "True"}) {
    if (args[0].text == yes) return Truth(true);
  }
  for (const char* const no : {"0", "f", "false", "FALSE", "False"}) {
    if (args[0].text == no) return Truth(false);
  }
  return Failure();
}

Plain ToText(Args args) {
  const Plain& value = args[0];
  switch (value.kind) {
    case Kind::kBool:
      return PlainText(value.number != 0 ? "true" : "false");
    case Kind::kInt:
      return PlainText(std::to_string(value.number));
    case Kind::kDouble:
      if (std::isnan(value.real)) return PlainText("NaN");
      if (std::isinf(value.real)) return PlainText(value.real < 0 ? "-Infinity" : "+Infinity");
      return PlainText(fmt::format("{}", value.real));
    case Kind::kTimestamp:
      return PlainText(WriteMoment(value));
    case Kind::kDuration:
      return PlainText(WriteDuration(value));
    default:
      return PlainText(value.text);
  }
}

Plain Yuan(Args args) {
  if (args[0].is(Kind::kInt)) return Checked('*', args[0].number, 100, Kind::kMoney);
  // Digits with a point and a sign; not what else an export may write.
  if (args[0].text.find_first_not_of("0123456789.-") != std::string::npos) return Failure();
  return MoneyOrError(ParseMoney(args[0].text));
}

Plain ToDate(Args args) {
  if (args.size() == 3) {
    for (const Plain& part : args) {
      if (part.number < 0 || part.number > 9999) return Failure();
    }
    return PlainDate(MakeDate(static_cast<int>(args[0].number), static_cast<int>(args[1].number),
                              static_cast<int>(args[2].number)));
  }
  if (args[0].is(Kind::kDate)) return args[0];
  if (args[0].is(Kind::kTimestamp)) {
    const Date day = DateOfMoment(args[0].number);
    return day > kLastDate ? Failure() : PlainDate(day);
  }
  // The one form 2025-03-01.
  int year = 0;
  int month = 0;
  int day = 0;
  int length = 0;
  const std::string& text = args[0].text;
  const bool digits = text.find_first_not_of("0123456789-") == std::string::npos;
  if (!digits || text.size() != 10 || text[4] != '-' || text[7] != '-' ||
      std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 ||
      length != 10 || text.find('-', 8) != std::string::npos ||
      text.substr(0, 4).find('-') != std::string::npos || text[5] == '-' || text[6] == '-') {
    return Failure();
  }
  return PlainDate(MakeDate(year, month, day));
}

using Table = std::map<std::string_view, std::function<Plain(Args)>>;

const Table& Functions() {
  static const Table table = [] {
    Table all = {
        {"+", Plus},
        {"-", Minus},
        {"*", Times},
        {"/", Over},
        {"%", Rest},
        {"size", Size},
        {"sum", Sum},
        {"distinct", Distinct},
        {"int", ToInt},
        {"double", ToDouble},
        {"bool", ToBool},
        {"string", ToText},
        {"yuan", Yuan},
        {"date", ToDate},
        {"cnMoney", [](Args args) { return MoneyOrError(ReadChineseMoney(args[0].text)); }},
        {"cnNumber",
         [](Args args) {
           const std::optional<int64_t> number = ReadChineseNumber(args[0].text);
           return number ? Whole(*number) : Failure();
         }},
    };
    for (const PlainFunction& function : DayFunctions()) all[function.name] = function.call;
    for (const PlainFunction& function : StringFunctions()) all[function.name] = function.call;
    for (const PlainFunction& function : MomentFunctions()) all[function.name] = function.call;
    return all;
  }();
  return table;
}

}  // namespace

bool HasPlainFunction(std::string_view name) { return Functions().contains(name); }

Plain CallPlain(std::string_view name, const std::vector<Plain>& args) {
  return Functions().at(name)(args);
}

}  // namespace anjuan::expr
