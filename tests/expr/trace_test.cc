// Every sub-expression with its value, and the plan of a program.
#include "expr/trace.h"

#include <doctest/doctest.h>

#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

// One line a sub-expression: "  decision.date = 2025-07-10 @2".
std::string TraceOf(const char* expression, const Record& record) {
  const auto program = Compiled(expression, Scope(record.model()));
  Evaluator evaluator(record.model());
  evaluator.SetRecord(&record);
  evaluator.SetToday(*MakeDate(2025, 6, 1));
  std::string out;
  for (const TraceLine& line : evaluator.Trace(*program)) {
    constexpr const char* kRoles[] = {"", "counterexample", "witness", "undecided", "only"};
    out.append(2 * line.depth, ' ');
    out += line.source + kRoles[static_cast<size_t>(line.element)];
    if (line.element != TraceLine::Element::kNone && line.slot != nullptr) {
      out += ' ' + record.PathOf(line.slot);
    }
    if (line.state == Tri::kError) out += " = error " + std::string(NameOf(line.error->id));
    if (line.state == Tri::kUnknown) {
      out += " = ?";
      for (const std::string& cause : line.causes) out += ' ' + cause;
    }
    if (!line.value.empty()) out += " = " + line.value;
    if (line.place == State::kBlank) out += " blank";
    if (line.place == State::kPartial) out += " partial";
    if (line.place == State::kMissing) out += " missing";
    if (line.open) out += " open";
    if (line.every) out += *line.every ? " every true" : " every false";
    if (line.selected) {
      out += ' ' + std::to_string(*line.selected) + '/' + std::to_string(line.elements);
    }
    out += '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("each sub-expression stands above its parts with what it came to") {
  const TrialRecord file(
      ExampleModel(),
      "case: {complex: ''}\n"
      "officers: [{certificate_number: '4501'}, {certificate_number: '45010100123'}]\n"
      "filing: {approved_on: 2025-03-03}\n"
      "notice: {served_on: 2025-04}\n"
      "hearing: ''\n"
      "decision: {date: 2025-07-10, penalties: [{kind: 罚款, amount: 20000}]}\n"
      "documents: [{kind: 行政处罚决定书, date: 2025-07-10}, {kind: 送达回证}]\n",
      {"documents"});
  struct Row {
    const char* name;
    const char* expression;
    const char* want;
  };
  const Row rows[] = {
      {"literals are left out, a folded one too",
       "decision.date <= filing.approved_on + days(30 * 3)",
       "decision.date <= filing.approved_on + days(30 * 3) = false\n"
       "  decision.date = 2025-07-10\n"
       "  filing.approved_on + days(30 * 3) = 2025-06-01\n"
       "    filing.approved_on = 2025-03-03\n"},
      {"all operands are shown, decided or not", "case.complex || decision.date > today",
       "|| = true\n"
       "  case.complex = ? case.complex blank\n"
       "  decision.date > today = true\n"
       "    decision.date = 2025-07-10\n"
       "    today = 2025-06-01\n"},
      {"the branch that was taken", "has(case.complex) ? case.complex : decision.date < today",
       "?: = false\n"
       "  has(case.complex) = false blank\n"
       "  decision.date < today = false\n"
       "    decision.date = 2025-07-10\n"
       "    today = 2025-06-01\n"},
      {"given in part", "notice.served_on < decision.date",
       "notice.served_on < decision.date = ? partial:notice.served_on\n"
       "  notice.served_on = ? partial:notice.served_on partial\n"
       "  decision.date = 2025-07-10\n"},
      {"below a blank entity", "!has(hearing.requested_on)",
       "!has(hearing.requested_on) = true blank\n"},
      {"below a missing one the entity is the cause", "has(legal_review.reviewed_on)",
       "has(legal_review.reviewed_on) = ? legal_review\n"},
      {"the counterexample of all", "officers.all(o, size(o.certificate_number) > 5)",
       "officers.all(o, size(o.certificate_number) > 5) = false\n"
       "  officers = 2\n"
       "  counterexample officers[0]\n"
       "    size(o.certificate_number) > 5 = false\n"
       "      size(o.certificate_number) = 4\n"
       "        o.certificate_number = 4501\n"},
      {"the witness of exists, behind its filter",
       "documents.filter(d, has(d.kind)).exists(d, d.date == decision.date)",
       "documents.filter(d, has(d.kind)).exists(d, d.date == decision.date) = true 2/2\n"
       "  documents = 2 open\n"
       "  witness documents[0]\n"
       "    has(d.kind) = true\n"
       "    d.date == decision.date = true\n"
       "      d.date = 2025-07-10\n"
       "      decision.date = 2025-07-10\n"},
      {"the element that is unknown", "documents.all(d, d.date <= decision.date)",
       "documents.all(d, d.date <= decision.date) = ? documents documents[].date\n"
       "  documents = 2 open\n"
       "  undecided documents[1]\n"
       "    d.date <= decision.date = ? documents[].date\n"
       "      d.date = ? documents[].date missing\n"
       "      decision.date = 2025-07-10\n"},
      {"no element decides alone", "officers.exists(o, o.certificate_number == '1')",
       "officers.exists(o, o.certificate_number == '1') = false every false\n"
       "  officers = 2\n"},
      {"the only element", "decision.penalties.exists(p, p.amount > yuan(30000))",
       "decision.penalties.exists(p, p.amount > yuan(30000)) = false\n"
       "  decision.penalties = 1\n"
       "  only decision.penalties[0]\n"
       "    p.amount > yuan(30000) = false\n"
       "      p.amount = 20000.00\n"},
      {"an error is told where it arose", "1 / (size(officers) - 2) > 0",
       "1 / (size(officers) - 2) > 0 = error divide-by-zero\n"
       "  1 / (size(officers) - 2) = error divide-by-zero\n"
       "    size(officers) - 2 = 0\n"
       "      size(officers) = 2\n"
       "        officers = 2\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(TraceOf(row.expression, file.record()) == row.want);
  }
}

TEST_CASE("a trace gives each program the result that Test gives") {
  for (const char* const expression :
       {"officers.all(o, o.certificate_number.matches('^[0-9]{11}$'))",
        "['行政处罚告知书', '行政处罚决定书'].all(k, deliveries.exists(v, v.document_kind == k && "
        "v.signed))",
        "documents.exists_one(d, d.kind == '行政处罚决定书')",
        "cel.bind(d, decision.date, d > today && d < today)",
        "documents.all(i, d, i == 0 || documents[i - 1].page_to < d.page_from)"}) {
    CAPTURE(expression);
    for (const Record* const record : {&FileA(), &FileB(), &FileC()}) {
      const auto program = Compiled(expression, Scope(record->model()));
      Evaluator evaluator(record->model());
      evaluator.SetRecord(record);
      CHECK(evaluator.Trace(*program).front().state == evaluator.Test(*program));
    }
  }
}

TEST_CASE("the plan shows nodes, loops, and how each field is read") {
  const auto program = Compiled(
      "has(decision.date) && documents.filter(d, has(d.number)).all(d, d.date <= decision.date)",
      Scope(ExampleModel()));
  const std::string plan = Dump(*program);
  for (const char* const line :
       {"has bool decision.date +", "loop bool all $0 in ", " and bool (",
        "read decision.date: value presence always\n", "read documents: elements sometimes\n",
        "read documents[].number: presence sometimes\n"}) {
    CAPTURE(line);
    CHECK(plan.find(line) != std::string::npos);
  }
}
