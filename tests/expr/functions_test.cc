// The functions beside those of everyday rules, one table a family.
#include "expr/functions.h"

#include <doctest/doctest.h>

#include "expr/chinese_number.h"
#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

const Record& Anything() {
  static const TrialRecord record(ExampleModel(),
                                  "decision: {number: tacocat, review_days: 3}\n"
                                  "notice: {text: 一百二十四}\n"
                                  "transcripts: [{started_at: 2025-03-10 07:30}]\n");
  return record.record();
}

// Each must hold. A constant is worked out when it loads, a field when it runs: both ways count.
void Hold(std::initializer_list<const char*> expressions) {
  for (const char* const expression : expressions) {
    CAPTURE(expression);
    CHECK(ResultOf(expression, Anything()) == "T");
  }
}

void Fail(std::initializer_list<const char*> expressions, const char* id) {
  for (const char* const expression : expressions) {
    CAPTURE(expression);
    CHECK(ResultOf(expression, Anything()) == std::string("E ") + id);
  }
}

}  // namespace

TEST_CASE("every signature of the table is read as it is written") {
  CHECK(AllFunctions().size() > 100);
  for (const Function& function : AllFunctions()) {
    CAPTURE(function.signature);
    std::string text;
    for (size_t i = 0; i < function.params.size(); ++i) {
      const Type& param = function.params[i];
      if (function.vars[i].empty()) {
        text += NameOf(param);
      } else if (param.kind == TypeKind::kMap) {
        text += "map(K, V)";
      } else {
        text += param.kind == TypeKind::kList ? "list(T)" : function.vars[i];
      }
      const bool receiver = i == 0 && function.receiver;
      const bool last = i + 1 == function.params.size();
      text += receiver ? "." + function.name + "(" : last ? "" : ", ";
    }
    if (!function.receiver) text = function.name + "(" + text;
    text += ") -> " + (function.result_var.empty() ? NameOf(function.result) : "list(T)");
    CHECK(text == function.signature);
    CHECK((function.row->eval != nullptr));
  }
}

TEST_CASE("positions in strings count code points") {
  Hold({"decision.number.charAt(3) == 'o'",
        "'处罚决定'.charAt(3) == '定'",
        "'处罚'.charAt(2) == ''",
        "'处罚决定'.indexOf('决') == 2",
        "'处罚决定处罚'.indexOf('处罚', 1) == 4",
        "'处罚'.indexOf('罪') == -1",
        "'处罚处罚'.lastIndexOf('处罚') == 2",
        "'处罚处罚'.lastIndexOf('处罚', 1) == 0",
        "'处罚决定'.substring(2) == '决定'",
        "'处罚决定'.substring(1, 3) == '罚决'",
        "'处罚决定'.substring(4) == ''",
        "decision.number.substring(4, 4) == ''",
        "'aBc处'.lowerAscii() == 'abc处'",
        "'aBc处'.upperAscii() == 'ABC处'",
        "'甲、乙、丙'.replace('、', ',') == '甲,乙,丙'",
        "'甲、乙、丙'.replace('、', ',', 1) == '甲,乙、丙'",
        "'甲'.replace('甲', '', 0) == '甲'",
        "'甲乙'.replace('', '-') == '-甲-乙-'",
        "'甲乙'.replace('', '-', 2) == '-甲-乙'",
        "'处罚决定'.reverse() == '定决罚处'",
        "'甲、乙'.split('、') == ['甲', '乙']",
        "'甲乙'.split('') == ['甲', '乙']",
        "'甲、乙、丙'.split('、', 2) == ['甲', '乙、丙']",
        "'甲'.split('、', 0) == []",
        "''.split('、') == ['']",
        "['甲', '乙'].join() == '甲乙'",
        "['甲', '乙'].join('、') == '甲、乙'",
        "'　 甲\\t'.trim() == '甲'",
        "' '.trim() == ''"});
  Fail({"decision.number.charAt(8) == ''", "decision.number.charAt(-1) == ''",
        "decision.number.substring(8) == ''", "decision.number.substring(4, 3) == ''",
        "decision.number.indexOf('a', 8) == 0", "decision.number.lastIndexOf('a', 30) == 0"},
       "index-range");
}

TEST_CASE("conversions keep to CEL") {
  Hold({"int('-12') == -12", "int(1.9) == 1 && int(-1.9) == -1", "double(3) == 3.0",
        "double('1e3') == 1000.0", "double('1e-400') == 0.0 && double('-1e-400') == 0.0",
        "string(12) == '12' && string(-0.0045) == '-0.0045'",
        "string(true) == 'true' && bool('True') && !bool('f')", "string('a') == 'a'",
        "int(decision.number.indexOf('c')) == 2"});
  Fail({"int(decision.number) == 1", "double(decision.number) == 1.0", "bool(decision.number)",
        "double(decision.number.replace('tacocat', '1e400')) == 1.0"},
       "bad-conversion");
  Fail({"int(9223372036854775807.0 * double(decision.review_days)) == 1"}, "overflow");
}

TEST_CASE("timestamps and durations") {
  Hold({"timestamp('2025-03-10T07:30:00+08:00') == transcripts[0].started_at",
        "transcripts[0].started_at.getHours('+08:00') == 7",
        "transcripts[0].started_at.getHours('Asia/Shanghai') == 7",
        "transcripts[0].started_at.getDate() == 9",
        "transcripts[0].started_at.getDate('08:00') == 10",
        "transcripts[0].started_at.getMonth('UTC') == 2",
        "transcripts[0].started_at.getFullYear('Z') == 2025",
        "transcripts[0].started_at.getDayOfWeek('+08:00') == 1",
        "transcripts[0].started_at.getDayOfYear('+08:00') == 68",
        "transcripts[0].started_at.getMinutes() == 30",
        "transcripts[0].started_at + duration('1h30m') == timestamp('2025-03-10T01:00:00Z')",
        "transcripts[0].started_at - duration('90m') < transcripts[0].started_at",
        "transcripts[0].started_at - timestamp('2025-03-09T23:29:59.5Z') == duration('500ms') + "
        "duration('0')",
        "duration('1.5h') == duration('90m') && duration('-1m') == duration('0s') - "
        "duration('60s')",
        "duration('3730s').getMinutes() == 62 && duration('3730s').getHours() == 1",
        "string(duration('1.5s')) == '1.5s' && string(timestamp(0)) == '1970-01-01T00:00:00Z'",
        "int(timestamp('1970-01-01T00:01:00Z')) == 60"});
  Fail({"timestamp(decision.number) < transcripts[0].started_at",
        "duration(decision.number) < duration('1s')"},
       "bad-conversion");
  // More than 292 years do not fit a duration.
  Fail({"transcripts[0].started_at - timestamp('0001-01-01T00:00:00Z') > duration('0')"},
       "overflow");
  Fail({"transcripts[0].started_at.getHours(decision.number) == 1"}, "bad-argument");
  Hold({"date(timestamp('9999-12-31T15:59:59Z')) == date('9999-12-31')"});
  Fail({"date(timestamp('9999-12-31T16:00:00Z') + duration(string(decision.review_days) + 's')) == "
        "today"},
       "overflow");
}

TEST_CASE("maps") {
  Hold({"{'甲': 1, '乙': 2}['乙'] == 2", "{'甲': 1}.甲 == 1", "'甲' in {'甲': 1}",
        "!('丙' in {'甲': 1})", "has({'甲': 1}.甲) && !has({'甲': 1}.乙)",
        "{1: 'a'} == {1: 'a'} && {1: 'a'} != {2: 'a'}", "size({'甲': 1, '乙': 2}) == 2",
        "{'甲': decision.review_days}.甲 == 3", "{'甲': 1, '乙': 2}.all(k, k in ['甲', '乙'])",
        "{'甲': 1, '乙': 2}.exists(k, v, k == '乙' && v == decision.review_days - 1)",
        "{'甲': [1, 2]}['甲'][1] == 2", "{'甲': 1}.map(k, k) == ['甲']",
        "{true: 1, false: 2}[decision.review_days == 3] == 1"});
  Fail({"{'甲': 1}[decision.number] == 1"}, "no-such-key");
  Fail({"{decision.number: 1, 'tacocat': 2}.tacocat == 1"}, "duplicate-key");
}

TEST_CASE("macros with an index, and bind") {
  Hold({"[3, 1, 2].exists(i, x, i == 2 && x == 2)", "[1, 2].all(i, x, x == i + 1)",
        "[5, 5].existsOne(i, x, i == 0 && x == 5)", "[3, 1].transformList(i, x, x + i) == [3, 2]",
        "[3, 1].transformList(i, x, i > 0, x) == [1]",
        "cel.bind(x, decision.review_days, x * x == 9)",
        "cel.bind(x, 1, cel.bind(x, x + 1, x == 2))", "cel.bind(d, decision, d.review_days == 3)",
        "[1, 2].all(x, cel.bind(y, x + 1, y > x && [y].exists(z, z == y)))"});
}

TEST_CASE("numbers in Chinese characters") {
  struct Row {
    const char* text;
    std::optional<int64_t> want;
  };
  const Row rows[] = {
      {"一百二十四", 124},
      {"壹万贰仟", 12'000},
      {"〇", 0},
      {"零", 0},
      {"十", 10},
      {"十五", 15},
      {"二十", 20},
      {"两千", 2'000},
      {"二〇二五", 2'025},
      {"一百零五", 105},
      {"一百一十", 110},
      {"三千零二十", 3'020},
      {"一万零五", 10'005},
      {"一万零五十", 10'050},
      {"十二万", 120'000},
      {"三亿", 300'000'000},
      {"一亿五千万", 150'000'000},
      {"一万亿", 1'000'000'000'000},
      {"玖仟玖佰玖拾玖万玖仟玖佰玖拾玖", 99'999'999},
      {"", {}},
      {"甲", {}},
      {"一百二", {}},
      {"一万五", {}},
      {"三百五", {}},
      {"百", {}},
      {"万", {}},
      {"一十百", {}},
      {"二十十", {}},
      {"一百零", {}},
      {"一万万万", {}},
      {"零五", {}},
      {"12", {}},
      {"一百 二十", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(ReadChineseNumber(row.text) == row.want);
  }
  Hold({"cnNumber(notice.text) == 124"});
  Fail({"cnNumber(decision.number) == 1"}, "bad-conversion");
}

TEST_CASE("amounts of money in Chinese characters") {
  struct Row {
    const char* text;
    std::optional<int64_t> fen;
  };
  const Row rows[] = {
      {"壹万贰仟元伍角整", 1'200'050},
      {"壹万贰仟元整", 1'200'000},
      {"伍佰圆", 50'000},
      {"人民币叁仟元正", 300'000},
      {"壹元贰角叁分", 123},
      {"壹元零叁分", 103},
      {"伍角", 50},
      {"叁分", 3},
      {"零元", 0},
      {"壹万贰仟", {}},
      {"壹元贰", {}},
      {"元整", {}},
      {"壹元拾角", {}},
      {"整", {}},
      {"", {}},
      {"壹元整整", {}},
      {"12元", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::optional<Money> money = ReadChineseMoney(row.text);
    CHECK((money ? std::optional<int64_t>(money->fen) : std::nullopt) == row.fen);
  }
  Hold({"cnMoney('壹万贰仟元伍角整') == yuan('12000.50')"});
}

TEST_CASE("what is built has a bound") {
  std::string yaml = "notice: {text: '" + std::string(60'000, 'x') + "'}\ndocuments:\n";
  for (int i = 0; i < 1'500; ++i) yaml += "  - {number: a}\n";
  const TrialRecord record(ExampleModel(), yaml);
  const char* const doubled =
      "cel.bind(a, notice.text + notice.text, cel.bind(b, a + a, cel.bind(c, "
      "b + b, cel.bind(d, c + c, size(";
  CHECK(ResultOf(std::string(doubled) + "d) > 0))))", record.record()) == "T");
  CHECK(ResultOf(std::string(doubled) + "d + d) > 0))))", record.record()) == "E size");
  // 1 500 × 1 500 elements are more than two million.
  CHECK(ResultOf("documents.all(a, documents.all(b, has(a.number) || has(b.number)))",
                 record.record()) == "E cost");
}
