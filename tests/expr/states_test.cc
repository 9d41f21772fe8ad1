// What has, filled and a select say of every state that a field, an entity or a list may be in, at
// the top, below an entity, and below the element of a list.
#include <doctest/doctest.h>

#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

struct Row {
  const char* name;
  const char* yaml;
  const char* has;
  const char* filled;
  const char* select;  // == something that it is
};

void Ask(const char* field, const char* select, std::initializer_list<Row> rows,
         const std::vector<std::string>& open = {}) {
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CAPTURE(field);
    const TrialRecord record(ExampleModel(), row.yaml, open);
    CHECK(ResultOf("has(" + std::string(field) + ")", record.record()) == row.has);
    CHECK(ResultOf("filled(" + std::string(field) + ")", record.record()) == row.filled);
    CHECK(ResultOf(select, record.record()) == row.select);
  }
}

}  // namespace

TEST_CASE("the states of a scalar below an entity") {
  Ask("filing.approved_on", "filing.approved_on == date('2025-03-03')",
      {{"present", "filing: {approved_on: 2025-03-03}", "T", "T", "T"},
       {"blank", "filing: {approved_on: ''}", "F", "F", "U filing.approved_on"},
       {"partial", "filing: {approved_on: 2025年3月}", "U partial:filing.approved_on", "F",
        "U partial:filing.approved_on"},
       {"missing", "filing: {number: 一}", "U filing.approved_on", "U filing.approved_on",
        "U filing.approved_on"},
       {"does not parse", "filing: {approved_on: 某日}", "U filing.approved_on",
        "U filing.approved_on", "U filing.approved_on"},
       {"the entity is blank", "filing: ''", "F", "F", "U filing.approved_on"},
       {"the entity is missing", "case: {number: 一}", "U filing", "U filing", "U filing"}});
}

TEST_CASE("the states of a scalar below an entity of an entity") {
  Ask("decision.discretion.standard", "decision.discretion.standard == '甲'",
      {{"present", "decision: {discretion: {standard: 甲}}", "T", "T", "T"},
       {"blank", "decision: {discretion: {standard: ''}}", "F", "F",
        "U decision.discretion.standard"},
       {"missing", "decision: {discretion: {reasons: [甲]}}", "U decision.discretion.standard",
        "U decision.discretion.standard", "U decision.discretion.standard"},
       {"the inner entity is blank", "decision: {discretion: ''}", "F", "F",
        "U decision.discretion.standard"},
       {"the outer entity is blank", "decision: ''", "F", "F", "U decision.discretion.standard"},
       {"the inner entity is missing", "decision: {number: 一}", "U decision.discretion",
        "U decision.discretion", "U decision.discretion"},
       {"the outer entity is missing", "case: {number: 一}", "U decision", "U decision",
        "U decision"}});
}

TEST_CASE("the states of an entity") {
  Ask("filing", "has(filing) == true",
      {{"present", "filing: {number: 一}", "T", "T", "T"},
       {"present with nothing but a blank", "filing: {number: ''}", "T", "T", "T"},
       {"blank", "filing: ''", "F", "F", "F"},
       {"missing", "case: {number: 一}", "U filing", "U filing", "U filing"}});
  Ask("decision.discretion", "!has(decision.discretion) || true",
      {{"present", "decision: {discretion: {standard: 甲}}", "T", "T", "T"},
       {"below a blank one", "decision: ''", "F", "F", "T"},
       {"missing", "decision: {number: 一}", "U decision.discretion", "U decision.discretion", "T"},
       {"below a missing one", "case: {number: 一}", "U decision", "U decision", "T"}});
}

TEST_CASE("the states of a list") {
  Ask("officers", "officers.exists(o, o.name == '甲')",
      {{"closed with an element", "officers: [{name: 甲}]", "T", "T", "T"},
       {"closed and empty", "officers: []", "F", "F", "F"},
       {"missing", "case: {number: 一}", "U officers", "U officers", "U officers"}});
  Ask("officers", "officers.exists(o, o.name == '甲')",
      {{"open with an element", "officers: [{name: 甲}]", "T", "T", "T"},
       {"open and empty", "officers: []", "U officers", "U officers", "U officers"}},
      {"officers"});
  Ask("filing.applicants", "'甲' in filing.applicants",
      {{"scalars", "filing: {applicants: [甲]}", "T", "T", "T"},
       {"no scalars", "filing: {applicants: []}", "F", "F", "F"},
       {"one that is blank", "filing: {applicants: ['']}", "F", "F", "F"},
       {"missing", "filing: {number: 一}", "U filing.applicants", "U filing.applicants",
        "U filing.applicants"},
       {"below a blank entity", "filing: ''", "F", "F", "F"},
       {"below a missing entity", "case: {number: 一}", "U filing", "U filing", "U filing"}});
}

TEST_CASE("the states of a scalar of an element") {
  Ask("documents[0].date", "documents[0].date == date('2025-03-03')",
      {{"present", "documents: [{date: 2025-03-03}]", "T", "T", "T"},
       {"blank", "documents: [{date: ''}]", "F", "F", "U documents[].date"},
       {"partial", "documents: [{date: 2025年}]", "U partial:documents[].date", "F",
        "U partial:documents[].date"},
       {"missing", "documents: [{number: 一}]", "U documents[].date", "U documents[].date",
        "U documents[].date"},
       {"no such element", "documents: []", "E index-range", "E index-range", "E index-range"},
       {"the list is missing", "case: {number: 一}", "U documents", "U documents", "U documents"}});
  Ask("transcripts[0].started_at", "transcripts[0].started_at < timestamp('2026-01-01T00:00:00Z')",
      {{"a moment", "transcripts: [{started_at: 2025-03-10 09:00}]", "T", "T", "T"},
       {"a day without its clock time", "transcripts: [{started_at: 2025-03-10}]",
        "U partial:transcripts[].started_at", "F", "U partial:transcripts[].started_at"}});
}

TEST_CASE("the states of a scalar of the one document of a kind") {
  const char* const field = "doc('送达回证').date";
  const char* const select = "doc('送达回证').date == date('2025-03-03')";
  Ask(field, select,
      {{"present", "documents: [{kind: 送达回证, date: 2025-03-03}]", "T", "T", "T"},
       {"blank", "documents: [{kind: 送达回证, date: ''}]", "F", "F", "U documents[].date"},
       {"missing", "documents: [{kind: 送达回证}]", "U documents[].date", "U documents[].date",
        "U documents[].date"},
       {"no such document", "documents: [{kind: 现场笔录}]", "F", "F", "U documents[].date"},
       {"two of them", "documents: [{kind: 送达回证}, {kind: 送达回证}]", "E ambiguous",
        "E ambiguous", "E ambiguous"},
       {"a kind that is missing", "documents: [{date: 2025-03-03}]", "U documents[].kind",
        "U documents[].kind", "U documents[].kind"},
       {"no list", "case: {number: 一}", "U documents", "U documents", "U documents"}});
  Ask(field, select,
      {{"open, there is one", "documents: [{kind: 送达回证, date: 2025-03-03}]", "T", "T", "T"},
       {"open, there is none", "documents: [{kind: 现场笔录}]", "U documents", "U documents",
        "U documents"},
       {"open, two are enough", "documents: [{kind: 送达回证}, {kind: 送达回证}]", "E ambiguous",
        "E ambiguous", "E ambiguous"}},
      {"documents"});
}
