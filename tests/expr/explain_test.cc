// Why a program came out as it did: evidence, causes, and what it may read.
#include <doctest/doctest.h>

#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

// "decision.date=2025-07-10 filing.approved_on=2025-03-03"; ? for a missing value.
std::string EvidenceOf(const Explanation& why, const Record& record) {
  std::string text;
  for (const Reading& reading : why.evidence) {
    if (!text.empty()) text += ' ';
    text += reading.slot == nullptr ? reading.path : record.PathOf(reading.slot);
    text += reading.missing ? "?" : "=" + reading.value;
  }
  return text;
}

std::string Why(const char* expression, const Record& record) {
  const auto program = Compiled(expression, Scope(record.model()));
  Evaluator evaluator(record.model());
  evaluator.SetRecord(&record);
  evaluator.SetToday(*MakeDate(2025, 6, 1));
  evaluator.SetCalendar(ExampleCalendar());
  const Explanation why = evaluator.Explain(*program);
  return std::string(1, "FTUE"[static_cast<size_t>(why.result)]) + ": " + EvidenceOf(why, record);
}

}  // namespace

TEST_CASE("evidence is what decided, in the order of the expression, each place once") {
  const TrialRecord file(
      ExampleModel(),
      "case: {procedure: 普通程序, complex: 是}\n"
      "officers: [{certificate_number: '4501'}, {certificate_number: '45010100123'}]\n"
      "filing: {approved_on: 2025-03-03, number: '', applicants: [甲, 乙]}\n"
      "hearing: ''\n"
      "decision: {date: 2025-07-10, review_days: 60, penalties: [{kind: 罚款, amount: 20000}]}\n"
      "documents: [{kind: 行政处罚决定书, date: 2025-07-10, sealed: 否}, {kind: 送达回证}]\n"
      "deliveries: []\n");
  struct Row {
    const char* name;
    const char* expression;
    const char* want;
  };
  const Row rows[] = {
      {"both sides of a comparison", "decision.date <= filing.approved_on + days(90)",
       "F: decision.date=2025-07-10 filing.approved_on=2025-03-03"},
      {"a value used twice stands once",
       "decision.date < filing.approved_on || decision.date < today",
       "F: decision.date=2025-07-10 filing.approved_on=2025-03-03 today=2025-06-01"},
      {"the operands of && that are false",
       "decision.review_days == 60 && case.complex && decision.date < today && "
       "decision.review_days > 90",
       "F: decision.date=2025-07-10 today=2025-06-01 decision.review_days=60"},
      {"the operand of || that is true", "case.complex || decision.date < today",
       "T: case.complex=true"},
      {"under a not", "!(case.complex || decision.date < today)", "F: case.complex=true"},
      {"the condition and the branch taken",
       "case.complex ? decision.review_days == 90 : decision.date < today",
       "F: case.complex=true decision.review_days=60"},
      {"the counterexample of all", "officers.all(o, o.certificate_number.matches('^[0-9]{11}$'))",
       "F: officers[0].certificate_number=4501"},
      {"the counterexample behind a filter",
       "documents.filter(d, d.kind == '行政处罚决定书').all(d, d.sealed)",
       "F: documents[0].kind=行政处罚决定书 documents[0].sealed=false"},
      {"the witness of exists", "!documents.exists(d, d.kind == '送达回证')",
       "F: documents[1].kind=送达回证"},
      {"no witness: the list", "hasDoc('询问笔录')", "F: documents=2"},
      {"no witness in a closed, empty list", "deliveries.exists(v, v.signed)", "F: deliveries=0"},
      {"a list of the pack has no place: what was looked up in it",
       "['询问笔录', '立案审批表'].exists(k, documents.exists(d, d.kind == k))", "F: documents=2"},
      {"how many", "size(officers) >= 3", "F: officers=2"},
      {"how many behind a filter", "size(docs('行政处罚决定书')) >= 2", "F: documents=2"},
      {"one too many", "documents.exists_one(d, has(d.kind))",
       "F: documents[0].kind=行政处罚决定书 documents[1].kind=送达回证"},
      {"a blank field", "has(filing.number)", "F: filing.number="},
      {"a field of a blank entity", "has(hearing.requested_on)", "F: hearing.requested_on="},
      {"a document that is not there", "has(doc('询问笔录').date)", "F: documents=2"},
      {"a document that is", "doc('行政处罚决定书').date < filing.approved_on",
       "F: documents[0].date=2025-07-10 filing.approved_on=2025-03-03"},
      {"money and codes", "decision.penalties.all(p, p.kind != '罚款' || p.amount <= yuan(5000))",
       "F: decision.penalties[0].kind=罚款 decision.penalties[0].amount=20000.00"},
      {"a list of scalars", "'丙' in filing.applicants", "F: filing.applicants=2"},
      {"items of a list of scalars", "filing.applicants.all(a, a == '甲')",
       "F: filing.applicants[1]=乙"},
      {"what a name is bound to", "cel.bind(x, decision.date, x < today)",
       "F: decision.date=2025-07-10 today=2025-06-01"},
      {"an unknown beside the value it would meet", "decision.date > notice.served_on",
       "U: decision.date=2025-07-10 notice.served_on?"},
      {"a pass", "decision.review_days == 60", "T: decision.review_days=60"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(Why(row.expression, file.record()) == row.want);
  }
}

TEST_CASE("causes are sorted, at most 16, then how many more") {
  const char* const fields[] = {"case.number",        "case.procedure",
                                "case.complex",       "filing.number",
                                "filing.approved_on", "notice.served_on",
                                "notice.text",        "hearing.requested_on",
                                "hearing.waived",     "legal_review.reviewed_on",
                                "decision.number",    "decision.date",
                                "decision.outcome",   "decision.review_days",
                                "decision.text",      "decision.discretion.standard",
                                "source.found_on",    "officers"};
  const TrialRecord none(ExampleModel(),
                         "case: {}\nfiling: {}\nnotice: {}\nhearing: {}\nlegal_review: {}\n"
                         "decision: {discretion: {}}\nsource: {}\n");
  const auto all = [&](size_t count) {
    std::string expression;
    for (size_t i = 0; i < count; ++i) {
      expression += (i == 0 ? "has(" : " && has(") + std::string(fields[i]) + ")";
    }
    return ResultOf(expression, none.record());
  };
  const std::string sixteen =
      "U case.complex case.number case.procedure decision.date decision.discretion.standard "
      "decision.number decision.outcome decision.review_days decision.text filing.approved_on "
      "filing.number hearing.requested_on hearing.waived legal_review.reviewed_on "
      "notice.served_on notice.text";
  CHECK(all(16) == sixteen);
  CHECK(all(18) == sixteen + " +2");
}

TEST_CASE("the reads of a program are the fields it may look at") {
  struct Row {
    const char* expression;
    std::vector<std::string> want;
  };
  const Row rows[] = {
      {"案件.程序 == '普通程序'", {"case.procedure"}},
      {"hasDoc('送达回证')", {"documents", "documents[].kind"}},
      {"docs('送达回证').all(d, d.sealed)",
       {"documents", "documents[].kind", "documents[].sealed"}},
      {"doc('送达回证').number == '甲'", {"documents", "documents[].kind", "documents[].number"}},
      {"size(delivered('送达回证')) > 0",
       {"deliveries", "deliveries[].document_kind", "deliveries[].served_on"}},
      {"case.complex ? has(filing) : has(decision.discretion.standard)",
       {"case.complex", "decision.discretion.standard", "filing"}},
      {"documents.exists(d, d.signatures.exists(s, s.role == '甲'))",
       {"documents", "documents[].signatures", "documents[].signatures[].role"}},
      {"cel.bind(x, decision, x.date == today)", {"decision", "decision.date"}},
      {"today == date('2025-01-01') || case.complex", {"case.complex"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    const auto program = Compiled(row.expression, Scope(ExampleModel()));
    CHECK(ReadPaths(*program) == row.want);
    Projection projection(ExampleModel());
    AddReads(*program, projection);
    for (const std::string& path : row.want) {
      std::string plain = path;
      for (size_t at; (at = plain.find("[]")) != std::string::npos;) plain.erase(at, 2);
      CAPTURE(path);
      CHECK(projection.Wants(*ExampleModel().FindPath(plain)));
    }
  }
}

TEST_CASE("to look behind a variable leaves the others as they are") {
  // The list is worked out again for its causes, with variables of its own in the places of x and
  // y.
  const TrialRecord record(ExampleModel(), "filing: {applicants: [甲]}\n", {"filing.applicants"});
  CHECK(ResultOf("cel.bind(x, cel.bind(y, timestamp(0), filing.applicants), "
                 "cel.bind(y, '乙', x[1].replace(x[2], y) == y))",
                 record.record()) == "U filing.applicants");
  CHECK(ResultOf("cel.bind(x, cel.bind(y, timestamp(0), y > timestamp(1) ? ['丙'] : "
                 "filing.applicants), (x.filter(z, z != '') + x.filter(z, z != ''))[1] == '甲')",
                 record.record()) == "U filing.applicants");
}

TEST_CASE("a chain of bindings is told once, however often it doubles") {
  std::string expression = "cel.bind(a0, filing.number, ";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "a" + std::to_string(i - 1);
    expression += "cel.bind(a" + std::to_string(i) + ", " + before + " == " + before + " ? " +
                  before + " : " + before + ", ";
  }
  expression += "a39 == ''" + std::string(40, ')');
  const TrialRecord record(ExampleModel(), "case: {number: 一}\n");
  CHECK(ResultOf(expression, record.record()) == "U filing");
}

TEST_CASE("a map that does not know which elements it has says what it lacks, whatever it makes") {
  const TrialRecord record(ExampleModel(), "officers: [{name: 甲}, {certificate_number: '1'}]\n");
  CHECK(ResultOf("officers.map(o, o.name == '甲', false)[0]", record.record()) ==
        "U officers[].name");
}
