#include "expr/functions.h"

#include <unordered_map>

#include "expr/eval_lists.h"
#include "expr/eval_moments.h"
#include "expr/eval_numbers.h"
#include "expr/eval_strings.h"
#include "expr/eval_text.h"
#include "expr/eval_time.h"
#include "expr/operators.h"
#include "expr/signature.h"

namespace anjuan::expr {
namespace {

constexpr bool kMayFail = true;
constexpr bool kAsksCalendar = true;
constexpr bool kCompares = true;

constexpr FunctionRow kRows[] = {
    {"size(string) -> int", &Strict1<SizeOfText>, false, Cost::kText},
    {"string.size() -> int", &Strict1<SizeOfText>, false, Cost::kText},
    {"size(list(T)) -> int", &Strict1<SizeOfList>},
    {"list(T).size() -> int", &Strict1<SizeOfList>},
    {"size(map(K, V)) -> int", &Strict1<SizeOfMap>},
    {"map(K, V).size() -> int", &Strict1<SizeOfMap>},

    {"string.contains(string) -> bool", &Strict2<Contains>, false, Cost::kText},
    {"string.startsWith(string) -> bool", &Strict2<StartsWith>},
    {"string.endsWith(string) -> bool", &Strict2<EndsWith>},
    {"string.matches(string) -> bool", &Strict2<MatchesAny>, kMayFail, Cost::kPattern},
    {"matches(string, string) -> bool", &Strict2<MatchesAny>, kMayFail, Cost::kPattern},
    {"string.containsAny(list(string)) -> bool", &Strict2<ContainsAny>, false, Cost::kText},
    {"string.containsAll(list(string)) -> bool", &Strict2<ContainsAll>, false, Cost::kText},
    {"string.countOf(string) -> int", &Strict2<CountOf>, false, Cost::kText},
    {"string.squash() -> string", &Strict<Squash>, kMayFail, Cost::kText},
    {"string.nfkcDigits() -> string", &Strict<NfkcDigits>, kMayFail, Cost::kText},

    {"string.charAt(int) -> string", &Strict<CharAt>, kMayFail, Cost::kText},
    {"string.indexOf(string) -> int", &Strict<IndexOf>, false, Cost::kText},
    {"string.indexOf(string, int) -> int", &Strict<IndexOf>, kMayFail, Cost::kText},
    {"string.lastIndexOf(string) -> int", &Strict<LastIndexOf>, false, Cost::kText},
    {"string.lastIndexOf(string, int) -> int", &Strict<LastIndexOf>, kMayFail, Cost::kText},
    {"string.substring(int) -> string", &Strict<Substring>, kMayFail, Cost::kText},
    {"string.substring(int, int) -> string", &Strict<Substring>, kMayFail, Cost::kText},
    {"string.lowerAscii() -> string", &Strict<LowerAscii>, false, Cost::kText},
    {"string.upperAscii() -> string", &Strict<UpperAscii>, false, Cost::kText},
    {"string.replace(string, string) -> string", &Strict<Replace>, kMayFail, Cost::kText},
    {"string.replace(string, string, int) -> string", &Strict<Replace>, kMayFail, Cost::kText},
    {"string.reverse() -> string", &Strict<Reverse>, false, Cost::kText},
    {"string.split(string) -> list(string)", &Strict<Split>, kMayFail, Cost::kText},
    {"string.split(string, int) -> list(string)", &Strict<Split>, kMayFail, Cost::kText},
    {"string.trim() -> string", &Strict<Trim>, false, Cost::kText},
    {"list(string).join() -> string", &Strict<Join>, kMayFail, Cost::kList},
    {"list(string).join(string) -> string", &Strict<Join>, kMayFail, Cost::kList},

    {"cnNumber(string) -> int", &Strict1<NumberOfChinese>, kMayFail, Cost::kText},
    {"cnMoney(string) -> money", &Strict1<MoneyOfChinese>, kMayFail, Cost::kText},

    {"bool(bool) -> bool", &Strict1<Identity>},
    {"bool(string) -> bool", &Strict1<BoolOfText>, kMayFail},
    {"int(int) -> int", &Strict1<Identity>},
    {"int(double) -> int", &Strict1<IntOfReal>, kMayFail},
    {"int(string) -> int", &Strict1<IntOfText>, kMayFail},
    {"int(timestamp) -> int", &Strict1<IntOfTimestamp>},
    {"double(double) -> double", &Strict1<Identity>},
    {"double(int) -> double", &Strict1<RealOfInt>},
    {"double(string) -> double", &Strict1<RealOfText>, kMayFail},
    {"string(string) -> string", &Strict1<Identity>},
    {"string(int) -> string", &Strict<TextOfInt>},
    {"string(double) -> string", &Strict<TextOfReal>},
    {"string(bool) -> string", &Strict1<TextOfBool>},
    {"string(timestamp) -> string", &Strict<TextOfTimestamp>},
    {"string(duration) -> string", &Strict<TextOfDuration>},
    {"timestamp(timestamp) -> timestamp", &Strict1<Identity>},
    {"timestamp(string) -> timestamp", &Strict1<TimestampOfText>, kMayFail},
    {"timestamp(int) -> timestamp", &Strict1<TimestampOfInt>, kMayFail},
    {"duration(duration) -> duration", &Strict1<Identity>},
    {"duration(string) -> duration", &Strict1<DurationOfText>, kMayFail},

    {"timestamp.getFullYear() -> int", &Strict1<UtcPart<Part::kFullYear>>},
    {"timestamp.getMonth() -> int", &Strict1<UtcPart<Part::kMonth>>},
    {"timestamp.getDate() -> int", &Strict1<UtcPart<Part::kDate>>},
    {"timestamp.getDayOfMonth() -> int", &Strict1<UtcPart<Part::kDayOfMonth>>},
    {"timestamp.getDayOfWeek() -> int", &Strict1<UtcPart<Part::kDayOfWeek>>},
    {"timestamp.getDayOfYear() -> int", &Strict1<UtcPart<Part::kDayOfYear>>},
    {"timestamp.getHours() -> int", &Strict1<UtcPart<Part::kHours>>},
    {"timestamp.getMinutes() -> int", &Strict1<UtcPart<Part::kMinutes>>},
    {"timestamp.getSeconds() -> int", &Strict1<UtcPart<Part::kSeconds>>},
    {"timestamp.getMilliseconds() -> int", &Strict1<UtcPart<Part::kMilliseconds>>},
    {"timestamp.getFullYear(string) -> int", &Strict2<ZonePart<Part::kFullYear>>, kMayFail},
    {"timestamp.getMonth(string) -> int", &Strict2<ZonePart<Part::kMonth>>, kMayFail},
    {"timestamp.getDate(string) -> int", &Strict2<ZonePart<Part::kDate>>, kMayFail},
    {"timestamp.getDayOfMonth(string) -> int", &Strict2<ZonePart<Part::kDayOfMonth>>, kMayFail},
    {"timestamp.getDayOfWeek(string) -> int", &Strict2<ZonePart<Part::kDayOfWeek>>, kMayFail},
    {"timestamp.getDayOfYear(string) -> int", &Strict2<ZonePart<Part::kDayOfYear>>, kMayFail},
    {"timestamp.getHours(string) -> int", &Strict2<ZonePart<Part::kHours>>, kMayFail},
    {"timestamp.getMinutes(string) -> int", &Strict2<ZonePart<Part::kMinutes>>, kMayFail},
    {"timestamp.getSeconds(string) -> int", &Strict2<ZonePart<Part::kSeconds>>, kMayFail},
    {"timestamp.getMilliseconds(string) -> int", &Strict2<ZonePart<Part::kMilliseconds>>, kMayFail},
    {"duration.getHours() -> int", &Strict1<HoursOf>},
    {"duration.getMinutes() -> int", &Strict1<MinutesOf>},
    {"duration.getSeconds() -> int", &Strict1<SecondsOf>},
    {"duration.getMilliseconds() -> int", &Strict1<MillisecondsOf>},

    {"yuan(int) -> money", &Strict1<YuanOfInt>, kMayFail},
    {"yuan(string) -> money", &Strict1<YuanOfText>, kMayFail},

    {"date(string) -> date", &Strict1<DateOfText>, kMayFail},
    {"date(int, int, int) -> date", &Strict<DateOfParts>, kMayFail},
    {"date(timestamp) -> date", &Strict1<DateOfTimestamp>, kMayFail},
    {"date(date) -> date", &Strict1<Identity>},
    {"date.year() -> int", &Strict1<YearOf>},
    {"date.month() -> int", &Strict1<MonthOf>},
    {"date.day() -> int", &Strict1<DayOf>},
    {"date.weekday() -> int", &Strict1<WeekdayNumber>},
    {"date.daysUntil(date) -> int", &Strict2<DaysUntil>},
    {"date.workdaysUntil(date) -> int", &Strict2<WorkdaysUntil>, false, Cost::kFlat, kAsksCalendar},
    {"date.isWorkday() -> bool", &Strict1<IsWorkday>, false, Cost::kFlat, kAsksCalendar},
    {"date.orNextWorkday() -> date", &Strict1<OrNextWorkday>, false, Cost::kFlat, kAsksCalendar},
    {"days(int) -> period", &Strict1<PeriodOfDays>, kMayFail},
    {"workdays(int) -> period", &Strict1<PeriodOfWorkdays>, kMayFail},
    {"months(int) -> period", &Strict1<PeriodOfMonths>, kMayFail},
    {"years(int) -> period", &Strict1<PeriodOfYears>, kMayFail},

    {"list(int).sum() -> int", &Strict<SumOf>, kMayFail, Cost::kList},
    {"list(money).sum() -> money", &Strict<SumOf>, kMayFail, Cost::kList},
    {"list(T).distinct() -> list(T)", &Strict<Distinct>, kMayFail, Cost::kList, !kAsksCalendar,
     kCompares},
};

using Index = std::unordered_map<std::string_view, std::vector<const Function*>>;

const Index& ByName() {
  static const Index index = [] {
    Index built;
    for (const Function& function : AllFunctions()) built[function.name].push_back(&function);
    return built;
  }();
  return index;
}

// What T stands for where `param` is or holds it; kNone where it is of no such shape.
const Type& Held(const Type& param, const Type& arg) {
  if (param.kind == TypeKind::kNone) return arg;
  return Held(ElementOf(param), ElementOf(arg));
}

int FitOne(const Type& param, const Type& arg) {
  if (Same(param, arg)) return 0;
  if (param.kind == TypeKind::kString && IsCoded(arg)) return 1;
  if (param.kind == TypeKind::kList && arg.kind == TypeKind::kList &&
      ElementOf(param).kind == TypeKind::kString && IsCoded(ElementOf(arg))) {
    return 1;
  }
  return -1;
}

}  // namespace

const std::vector<Function>& AllFunctions() {
  static const std::vector<Function> functions = [] {
    std::vector<Function> built;
    for (const FunctionRow& row : kRows) built.push_back(ParseSignature(row));
    for (const FunctionRow& row : ArithmeticRows()) built.push_back(ParseSignature(row));
    return built;
  }();
  return functions;
}

std::vector<const Function*> FindFunctions(std::string_view name, bool receiver) {
  std::vector<const Function*> found;
  const auto at = ByName().find(name);
  if (at == ByName().end()) return found;
  for (const Function* function : at->second) {
    if (function->receiver == receiver) found.push_back(function);
  }
  return found;
}

int Fit(const Function& function, const std::vector<Type>& args, Type& result) {
  if (args.size() != function.params.size()) return -1;
  int worst = 0;
  Type bound;
  for (size_t i = 0; i < args.size(); ++i) {
    const int fit = FitOne(function.params[i], args[i]);
    if (fit < 0) return -1;
    worst += fit;
    if (function.vars[i] != "T") continue;
    const Type& held = Held(function.params[i], args[i]);
    if (!Same(bound, held)) return -1;
    bound = Merge(bound, held);
  }
  if (function.row->compares && HoldsRecords(bound)) return -1;
  result = function.result;
  if (function.result_var == "T") {
    result = result.kind == TypeKind::kList ? ListOf(std::move(bound)) : std::move(bound);
  }
  return worst;
}

}  // namespace anjuan::expr
