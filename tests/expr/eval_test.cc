// Results: the three outcomes beside error, cell by cell, and the functions.
#include <doctest/doctest.h>

#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

// The four outcomes as expressions over one record, so that no operand is a constant.
struct Operand {
  char letter;
  const char* text;
};
constexpr Operand kOperands[] = {{'T', "decision.review_days == 0"},
                                 {'F', "decision.review_days == 1"},
                                 {'U', "hearing.waived"},
                                 {'E', "1 / decision.review_days == 1"}};

const Record& FourOutcomes() {
  static const TrialRecord record(ExampleModel(), "decision: {review_days: 0, number: 一号}\n");
  return record.record();
}

char LetterOf(const std::string& expression, const Record& record) {
  return ResultOf(expression, record)[0];
}

}  // namespace

TEST_CASE("&& and || are decided cell by cell") {
  const char* const and_rows[] = {"TFUE", "FFFF", "UFUU", "EFUE"};
  const char* const or_rows[] = {"TTTT", "TFUE", "TUUU", "TEUE"};
  for (size_t i = 0; i < 4; ++i) {
    for (size_t j = 0; j < 4; ++j) {
      const std::string left = std::string("(") + kOperands[i].text + ")";
      const std::string right = std::string("(") + kOperands[j].text + ")";
      CAPTURE(kOperands[i].letter);
      CAPTURE(kOperands[j].letter);
      CHECK(LetterOf(left + " && " + right, FourOutcomes()) == and_rows[i][j]);
      CHECK(LetterOf(left + " || " + right, FourOutcomes()) == or_rows[i][j]);
      // all and exists fold with the same tables, over a list of two questions.
      const std::string chosen = "[0, 1].%(i, i == 0 ? " + left + " : " + right + ")";
      std::string all = chosen;
      std::string exists = chosen;
      all.replace(all.find('%'), 1, "all");
      exists.replace(exists.find('%'), 1, "exists");
      CHECK(LetterOf(all, FourOutcomes()) == and_rows[i][j]);
      CHECK(LetterOf(exists, FourOutcomes()) == or_rows[i][j]);
    }
  }
}

TEST_CASE("! and ?: keep unknown and error") {
  const char* const nots = "FTUE";
  for (size_t i = 0; i < 4; ++i) {
    CAPTURE(kOperands[i].letter);
    const std::string operand = std::string("(") + kOperands[i].text + ")";
    CHECK(LetterOf("!" + operand, FourOutcomes()) == nots[i]);
    // The branch not taken does not matter.
    const char* const taken = "TFUE";
    CHECK(LetterOf(operand + " ? true : false", FourOutcomes()) == taken[i]);
    CHECK(LetterOf("decision.review_days == 0 ? true : " + operand, FourOutcomes()) == 'T');
    CHECK(LetterOf("decision.review_days == 0 ? " + operand + " : true", FourOutcomes()) ==
          taken[i]);
  }
}

TEST_CASE("strict operations: an error beats an unknown, whatever the order") {
  // An int for each outcome but F.
  const char* const value = "decision.review_days";
  const char* const unknown = "size(officers)";
  const char* const error = "(1 / decision.review_days)";
  struct Row {
    const char* left;
    const char* right;
    char want;
  };
  const Row rows[] = {{value, value, 'V'},   {value, unknown, 'U'},   {value, error, 'E'},
                      {unknown, value, 'U'}, {unknown, unknown, 'U'}, {unknown, error, 'E'},
                      {error, value, 'E'},   {error, unknown, 'E'},   {error, error, 'E'}};
  for (const std::string op : {"==", "!=", "<", "<=", ">", ">=", "+", "-", "*"}) {
    for (const Row& row : rows) {
      std::string expression = std::string(row.left) + " " + op + " " + row.right;
      const bool arithmetic = op == "+" || op == "-" || op == "*";
      if (arithmetic) expression = "(" + expression + ") == 0";
      CAPTURE(expression);
      const char got = LetterOf(expression, FourOutcomes());
      CHECK((got == 'T' || got == 'F' ? 'V' : got) == row.want);
    }
  }
  for (const Row& row : rows) {
    const std::string expression = std::string(row.left) + " in [" + value + ", " + row.right + "]";
    CAPTURE(expression);
    const char got = LetterOf(expression, FourOutcomes());
    CHECK((got == 'T' || got == 'F' ? 'V' : got) == row.want);
  }
}

TEST_CASE("exists_one: an error first, then two trues, then an unknown") {
  struct Row {
    const char* outcomes;  // of the elements
    char want;
  };
  const Row rows[] = {{"", 'F'},   {"F", 'F'},   {"T", 'T'},   {"TF", 'T'},  {"TT", 'F'},
                      {"TU", 'U'}, {"U", 'U'},   {"FU", 'U'},  {"TTU", 'F'}, {"UTT", 'F'},
                      {"E", 'E'},  {"TTE", 'E'}, {"ETT", 'E'}, {"UE", 'E'},  {"EU", 'E'}};
  for (const Row& row : rows) {
    CAPTURE(row.outcomes);
    const std::string outcomes = row.outcomes;
    std::string indices;
    std::string choice;
    for (size_t i = 0; i < outcomes.size(); ++i) {
      indices += (i == 0 ? "" : ", ") + std::to_string(i);
      for (const Operand& operand : kOperands) {
        if (operand.letter != outcomes[i]) continue;
        choice += "i == " + std::to_string(i) + " ? (" + operand.text + ") : ";
      }
    }
    CHECK(LetterOf("[" + indices + "].exists_one(i, " + choice + "false)", FourOutcomes()) ==
          row.want);
  }
}

TEST_CASE("an open list proves a hit, never a lack of one") {
  const TrialRecord open(ExampleModel(),
                         "officers: [{name: 甲}, {name: 乙}, {certificate_number: '1'}]\n"
                         "filing: {applicants: [甲, 乙]}\n",
                         {"officers", "filing.applicants"});
  struct Row {
    const char* expression;
    const char* want;
  };
  const Row rows[] = {
      {"officers.exists(o, o.name == '甲')", "T"},
      {"officers.exists(o, o.certificate_number == '2')",
       "U officers officers[].certificate_number"},
      {"officers.all(o, o.name == '甲')", "F"},
      {"officers.all(o, o.name != '丙')", "U officers officers[].name"},
      {"filing.applicants.all(a, a != '丙')", "U filing.applicants"},
      {"filing.applicants.exists(a, a == '丙')", "U filing.applicants"},
      {"filing.applicants.exists_one(a, a == '甲')", "U filing.applicants"},
      {"filing.applicants.exists_one(a, a != '丙')", "F"},
      {"size(officers) >= 3", "T"},
      {"size(officers) >= 4", "U officers"},
      {"3 <= size(officers)", "T"},
      {"4 <= officers.size()", "U officers"},
      {"size(officers) > 2", "T"},
      {"size(officers) > 3", "U officers"},
      {"size(officers) < 3", "F"},
      {"size(officers) < 4", "U officers"},
      {"size(officers) <= 2", "F"},
      {"size(officers) <= 3", "U officers"},
      {"2 >= size(officers)", "F"},
      {"size(officers) == 2", "F"},
      {"size(officers) == 3", "U officers"},
      {"size(officers) != 2", "T"},
      {"size(officers) != 3", "U officers"},
      {"size(officers) + 1 == 4", "U officers"},
      {"'甲' in filing.applicants", "T"},
      {"'丙' in filing.applicants", "U filing.applicants"},
      {"filing.applicants[1] == '乙'", "T"},
      {"filing.applicants[2] == '丙'", "U filing.applicants"},
      {"filing.applicants == ['甲', '乙']", "U filing.applicants"},
      {"filing.applicants == ['甲']", "F"},
      {"filing.applicants == ['丙', '乙', '丁']", "F"},
      {"filing.applicants != ['丙', '乙', '丁']", "T"},
      {"size(filing.applicants.filter(a, a == '甲')) >= 1", "T"},
      {"size(filing.applicants.filter(a, a == '甲')) == 1", "U filing.applicants"},
      {"filing.applicants.map(a, a + '!').exists(a, a == '甲!')", "T"},
      {"filing.applicants.map(a, a + '!').all(a, a != '丙!')", "U filing.applicants"},
      {"'甲乙丙'.containsAny(filing.applicants)", "T"},
      {"'丙'.containsAny(filing.applicants)", "U filing.applicants"},
      {"'甲'.containsAll(filing.applicants)", "F"},
      {"'甲乙'.containsAll(filing.applicants)", "U filing.applicants"},
      {"filing.applicants.distinct().size() >= 2", "T"},
      {"filing.applicants.distinct().size() == 2", "U filing.applicants"},
      {"(filing.applicants + ['丙']).exists(a, a == '丙')", "T"},
      {"(filing.applicants + ['丙']).all(a, a != '丁')", "U filing.applicants"},
      {"has(filing.applicants)", "T"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    CHECK(ResultOf(row.expression, open.record()) == row.want);
  }
}

TEST_CASE("a filter in front of a macro does not hide a certain finding") {
  // The first document's kind is not known, the second is a decision without its seal.
  const TrialRecord record(ExampleModel(),
                           "documents: [{sealed: 否}, {kind: 行政处罚决定书, sealed: 否}, "
                           "{kind: 送达回证, sealed: 是}]\n"
                           "decision: {review_days: 0}\n");
  struct Row {
    const char* name;
    const char* expression;
    const char* want;
  };
  const Row rows[] = {
      {"all finds its counterexample", "docs('行政处罚决定书').all(d, d.sealed)", "F"},
      {"exists finds its witness", "docs('行政处罚决定书').exists(d, !d.sealed)", "T"},
      {"an unknown kind may be one more", "docs('行政处罚决定书').all(d, !d.sealed)", "T"},
      {"what holds for all holds for those let through", "docs('送达回证').all(d, d.sealed)",
       "U documents[].kind"},
      {"how many at least", "size(docs('行政处罚决定书')) >= 1", "T"},
      {"how many at most", "size(docs('行政处罚决定书')) <= 1", "U documents[].kind"},
      {"more than can be", "size(docs('行政处罚决定书')) > 2", "F"},
      {"two chained filters",
       "docs('行政处罚决定书').filter(d, !d.sealed).exists(d, d.kind == '行政处罚决定书')", "T"},
      {"as a value the filter is unknown", "docs('行政处罚决定书').map(d, d.sealed) == [false]",
       "U documents[].kind"},
      {"an error of the filter is one of the whole",
       "documents.filter(d, 1 / decision.review_days == 1).all(d, d.sealed)", "E divide-by-zero"},
      {"even behind the witness",
       "documents.filter(d, d.kind == '送达回证' ? 1 / decision.review_days == 1 : "
       "d.kind == '行政处罚决定书').exists(d, !d.sealed)",
       "E divide-by-zero"},
      {"exists_one counts what is certain", "docs('行政处罚决定书').exists_one(d, !d.sealed)",
       "U documents[].kind"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(ResultOf(row.expression, record.record()) == row.want);
  }
}

TEST_CASE("states of a field: present, blank, missing, partial") {
  const TrialRecord record(ExampleModel(),
                           "filing: {approved_on: 2025-03-03, number: ''}\n"
                           "decision: {date: 2025年3月, discretion: {standard: 甲}}\n"
                           "hearing: ''\n"
                           "officers: []\n");
  struct Row {
    const char* expression;
    const char* want;
  };
  const Row rows[] = {
      {"has(filing.approved_on)", "T"},
      {"filled(filing.approved_on)", "T"},
      {"has(filing.number)", "F"},
      {"filled(filing.number)", "F"},
      {"filing.number == '一'", "U filing.number"},
      {"has(filing.applicants)", "U filing.applicants"},
      {"has(decision.date)", "U partial:decision.date"},
      {"filled(decision.date)", "F"},
      {"decision.date == today", "U partial:decision.date"},
      {"has(decision.number)", "U decision.number"},
      {"has(notice.served_on)", "U notice"},
      {"notice.served_on == today", "U notice"},
      {"has(hearing.requested_on)", "F"},
      {"hearing.requested_on == today", "U hearing.requested_on"},
      {"has(filing)", "T"},
      {"has(hearing)", "F"},
      {"has(notice)", "U notice"},
      {"has(officers)", "F"},
      {"has(documents)", "U documents"},
      {"has(decision.discretion)", "T"},
      {"has(decision.discretion.standard)", "T"},
      {"has(notice.text)", "U notice"},
      {"officers.all(o, false)", "T"},
      {"officers.exists(o, true)", "F"},
      {"documents.all(d, true)", "U documents"},
      {"size(documents) >= 0", "U documents"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    CHECK(ResultOf(row.expression, record.record()) == row.want);
  }
}

TEST_CASE("below a missing entity the topmost missing path is the cause") {
  const TrialRecord record(ExampleModel(), "decision: {number: 一号}\n");
  CHECK(ResultOf("decision.discretion.standard == '甲'", record.record()) ==
        "U decision.discretion");
  const TrialRecord none(ExampleModel(), "case: {number: 一号}\n");
  CHECK(ResultOf("decision.discretion.standard == '甲'", none.record()) == "U decision");
}

TEST_CASE("a complete export says no by what it does not carry") {
  const TrialRecord record(ExampleModel(), "case: {number: 一号}\n", {}, true);
  CHECK(ResultOf("has(hearing.requested_on)", record.record()) == "F");
  CHECK(ResultOf("hasDoc('行政处罚决定书')", record.record()) == "F");
  CHECK(ResultOf("hearing.requested_on == today", record.record()) == "U hearing.requested_on");
}

TEST_CASE("doc gives the one document of a kind, or says why not") {
  const TrialRecord closed(ExampleModel(),
                           "documents: [{kind: 行政处罚事先(听证)告知书, number: 甲}, "
                           "{kind: 送达回证}, {kind: 送达回证}, {number: 乙}]\n");
  const TrialRecord whole(ExampleModel(), "documents: [{kind: 送达回证}]\n");
  const TrialRecord open(ExampleModel(), "documents: [{kind: 送达回证, number: 丙}]\n",
                         {"documents"});
  CHECK(ResultOf("doc('行政处罚告知书').number == '甲'", closed.record()) == "T");
  CHECK(ResultOf("doc('送达回证').number == '甲'", closed.record()) == "E ambiguous");
  CHECK(ResultOf("doc('询问笔录').number == '甲'", closed.record()) == "U documents[].kind");
  CHECK(ResultOf("has(doc('询问笔录').number)", whole.record()) == "F");
  CHECK(ResultOf("doc('询问笔录').number == '甲'", whole.record()) == "U documents[].number");
  CHECK(ResultOf("has(doc('询问笔录').number)", open.record()) == "U documents");
  CHECK(ResultOf("doc('送达回证').number == '丙'", open.record()) == "T");
  CHECK(ResultOf("size(docs('行政处罚事先告知书')) >= 1", closed.record()) == "T");
}

TEST_CASE("delivered gives the rows of a kind that were served") {
  const TrialRecord record(ExampleModel(),
                           "deliveries: [{document_kind: 行政处罚决定书, served_on: ''}, "
                           "{document_kind: 行政处罚决定书, served_on: 2025-05-20}]\n");
  CHECK(ResultOf("size(delivered('行政处罚决定书')) == 1", record.record()) == "T");
  CHECK(ResultOf("delivered('行政处罚告知书').exists(v, true)", record.record()) == "F");
}

TEST_CASE("codes and kinds compare by code, in any of their names") {
  const TrialRecord record(ExampleModel(),
                           "case: {procedure: 一般程序}\n"
                           "notice: {proposed_kinds: [罚款, 警告]}\n"
                           "decision: {outcome: 警告, number: 罚款}\n"
                           "documents: [{kind: 行政处罚事先告知书}, {kind: 自创文书}]\n"
                           "deliveries: [{document_kind: 自创文书}, {document_kind: 另一种}]\n");
  const char* const holds[] = {
      "case.procedure == '普通程序'",
      "case.procedure == '一般程序'",
      "'当场处罚' != case.procedure",
      "case.procedure in ['简易程序', '一般程序']",
      "案件.程序 == '普通程序'",
      "'罚款' in notice.proposed_kinds",
      "!('没收违法所得' in notice.proposed_kinds)",
      "notice.proposed_kinds == ['罚款', '警告']",
      "notice.proposed_kinds.exists(k, k == '警告')",
      "case.procedure.contains('程序')",
      "case.procedure + '!' == '普通程序!'",
      "case.procedure < decision.number",
      "notice.proposed_kinds.exists(k, k == decision.number)",
      "notice.proposed_kinds.exists(k, k == decision.outcome)",
      "decision.number in notice.proposed_kinds",
      "(case.procedure == '普通程序' ? decision.outcome : '处罚') == '警告'",
      "[decision.outcome, '处罚'].exists(o, o == '处罚')",
      "['处罚', decision.outcome].exists(o, o == '警告')",
      "documents[0].kind == '行政处罚告知书'",
      "documents[0].kind == '行政处罚事先（听证）告知书'",
      "documents[1].kind != '行政处罚告知书'",
      "documents[1].kind == deliveries[0].document_kind",
      "documents[1].kind != deliveries[1].document_kind",
      "documents.exists(d, d.kind in ['询问笔录', '行政处罚事先告知书'])",
      "documents.map(d, d.kind) == ['行政处罚告知书', '自创文书'].map(k, k)",
      "documents.all(d, d.kind.endsWith('书'))",
      "['行政处罚事先告知书'].all(k, documents.exists(d, d.kind == k))",
      "documents.map(d, d.kind).filter(k, k == '行政处罚告知书').size() == 1",
  };
  for (const char* const expression : holds) {
    CAPTURE(expression);
    CHECK(ResultOf(expression, record.record()) == "T");
  }
}

TEST_CASE("arithmetic, strings, lists, money and dates") {
  const TrialRecord record(ExampleModel(),
                           "decision: {date: 2025-05-16, review_days: 60, number: ' 甲　乙 2 ', "
                           "penalties: [{amount: 100.05}, {amount: 1万元}]}\n"
                           "filing: {approved_on: 2024-02-29, applicants: [甲, 乙, 甲]}\n"
                           "transcripts: [{started_at: 2025-03-10 23:30, ended_at: 2025-03-11 "
                           "00:30}]\n");
  const char* const holds[] = {
      "decision.review_days + 2 * 3 - 1 == 65",
      "decision.review_days / 7 == 8 && decision.review_days % 7 == 4",
      "-decision.review_days / 7 == -8 && -decision.review_days % 7 == -4",
      "1.5 + 1.5 == 3.0 && 3 == 3.0 && 3 < 3.5 && 2.5 < 3",
      "1 / 2 == 0 && 1.0 / 2.0 == 0.5",
      "decision.number.squash() == '甲乙2'",
      "'１２Ａａ（'.nfkcDigits() == '12Aa（'",
      "size('处罚决定') == 4 && '处罚'.size() == 2",
      "'处罚决定'.contains('决') && '处罚决定'.startsWith('处') && '处罚决定'.endsWith('定')",
      "'x'.contains('') && ''.startsWith('') && ''.endsWith('')",
      "'处罚决定'.matches('罚.定') && !'处罚决定'.matches('^罚') && matches('ab', 'B|b')",
      "'abab'.countOf('ab') == 2 && 'aaa'.countOf('aa') == 1 && 'a'.countOf('') == 0",
      "'甲' < '乙' == ('乙' > '甲')",
      "filing.applicants.distinct() == ['甲', '乙']",
      "filing.applicants + ['丙'] == ['甲', '乙', '甲', '丙']",
      "filing.applicants[2] == '甲'",
      "[1, 2, 3].map(x, x > 1, x * 2) == [4, 6]",
      "[1, 2, 3].sum() == 6",
      "decision.penalties.map(p, p.amount).sum() == yuan('10100.05')",
      "decision.penalties[0].amount * 2 == yuan('200.1')",
      "decision.penalties[1].amount - yuan(1) == yuan(9999)",
      "2 * yuan(3) > yuan(5) && yuan(3) <= yuan('3.00')",
      "decision.date == date('2025-05-16') && decision.date == date(2025, 5, 16)",
      "decision.date > filing.approved_on",
      "decision.date.year() == 2025 && decision.date.month() == 5 && decision.date.day() == 16",
      "decision.date.weekday() == 5",
      "filing.approved_on + years(1) == date('2025-02-28')",
      "filing.approved_on + months(1) == date('2024-03-29')",
      "date('2025-01-31') + months(1) == date('2025-02-28')",
      "decision.date - days(16) == date('2025-04-30')",
      "date('2025-03-01').daysUntil(decision.date) == 76",
      "decision.date.daysUntil(date('2025-03-01')) == -76",
      "days(30) == days(30) && days(30) != months(1)",
      "date(transcripts[0].started_at) == date('2025-03-10')",
      "date(transcripts[0].ended_at) == date('2025-03-11')",
      "transcripts[0].started_at < transcripts[0].ended_at",
      "today == date('2025-06-01')",
      "has(decision.date) ? decision.date < today : false",
      "decision.penalties.all(i, p, i == 0 || decision.penalties[i - 1].amount < p.amount)",
  };
  for (const char* const expression : holds) {
    CAPTURE(expression);
    CHECK(ResultOf(expression, record.record()) == "T");
  }
}

TEST_CASE("errors are told by what went wrong and where") {
  const TrialRecord record(ExampleModel(),
                           "decision: {review_days: 0, date: 9999-12-31, number: 甲}\n"
                           "filing: {applicants: [甲]}\n");
  struct Row {
    const char* expression;
    const char* want;  // id, then what the message names
  };
  const Row rows[] = {
      {"1 / decision.review_days == 1", "divide-by-zero: 1 / decision.review_days"},
      {"1 % decision.review_days == 1", "divide-by-zero: 1 % decision.review_days"},
      {"9223372036854775807 - decision.review_days + 1 > 0",
       "overflow: 9223372036854775807 - decision.review_days + 1"},
      {"decision.date + days(1) > decision.date", "overflow: decision.date + days(1)"},
      {"filing.applicants[1] == '甲'", "index-range: filing.applicants[1]"},
      {"filing.applicants[decision.review_days - 1] == '甲'",
       "index-range: filing.applicants[decision.review_days - 1]"},
      {"date(decision.number) == today", "bad-conversion: date(decision.number)"},
      {"yuan(decision.number) == yuan(1)", "bad-conversion: yuan(decision.number)"},
      {"date(2025, decision.review_days, 1) == today",
       "bad-argument: date(2025, decision.review_days, 1)"},
      {"'甲'.matches(decision.number + '(')", "bad-pattern: '甲'.matches(decision.number + '(')"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    const auto program = Compiled(row.expression, Scope(ExampleModel()));
    Evaluator evaluator(ExampleModel());
    evaluator.SetRecord(&record.record());
    CHECK(evaluator.Test(*program) == Tri::kError);
    const Explanation why = evaluator.Explain(*program);
    REQUIRE(why.error.has_value());
    CHECK(std::string(NameOf(why.error->id)) + ": " + why.error->args[0] == row.want);
  }
}
