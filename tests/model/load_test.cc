#include <doctest/doctest.h>

#include "model/model.h"
#include "support/small_model.h"

using namespace anjuan;

TEST_CASE("a field is found by its ASCII name, its Chinese name and its aliases") {
  const auto model = SmallModel();
  struct Row {
    const char* path;
    const char* want;  // canonical path; null: not found
  };
  const Row rows[] = {
      {"decision.date", "decision.date"},
      {"处罚决定.日期", "decision.date"},
      {"处罚决定.date", "decision.date"},
      {"parties.name", "parties[].name"},
      {"parties[].姓名", "parties[].name"},
      {"文书[].签名[].角色", "documents[].signatures[].role"},
      {"处罚决定.裁量.理由", "decision.discretion.reasons"},
      {"decision", "decision"},
      {"decision.dat", nullptr},
      {"decision.date.day", nullptr},
      {"", nullptr},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const Field* const field = model->FindPath(row.path);
    if (row.want == nullptr) {
      CHECK(field == nullptr);
    } else {
      REQUIRE(field != nullptr);
      CHECK(field->path == row.want);
    }
  }
}

TEST_CASE("entities lie inline: a path of entities is one offset, a path below a list is none") {
  const auto model = SmallModel();
  const Field& reasons = *model->FindPath("decision.discretion.reasons");
  const Field& discretion = *model->FindPath("decision.discretion");
  CHECK(model->RootOffset(reasons) == model->RootOffset(discretion) + reasons.slot);
  CHECK(model->RootOffset(*model->FindPath("documents[].date")) == -1);
}

TEST_CASE("brackets, full-width forms and white space do not matter when a kind is matched") {
  const auto model = SmallModel();
  struct Row {
    const char* written;
    const char* want;
  };
  const Row rows[] = {
      {"行政处罚告知书", "行政处罚告知书"},
      {"行政处罚事先(听证)告知书", "行政处罚告知书"},
      {"行政处罚事先（听证）告知书", "行政处罚告知书"},
      {"行政处罚事先〔听证〕告知书", "行政处罚告知书"},
      {" 行政处罚 事先告知书　", "行政处罚告知书"},
      {"行政处罚告知", nullptr},
      {"", nullptr},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const uint16_t code = model->kinds().Find(row.written);
    if (row.want == nullptr) {
      CHECK(code == 0);
    } else {
      REQUIRE(code != 0);
      CHECK(model->kinds().codes[code - 1u] == row.want);
    }
  }
  CHECK(model->kinds().Find(std::string(600, 'x')) == 0);
}

TEST_CASE("a mistake in a model is shown with its place") {
  struct Row {
    const char* name;
    const char* from;  // replaced in the small model …
    const char* to;    // … by this
    const char* want;  // the first line of the message
  };
  const Row rows[] = {
      {"unknown type", "complex: {label: 重大复杂, type: bool}",
       "complex: {label: 重大复杂, type: bol}",
       "small.yaml:22:36: error: unknown field type 'bol' [unknown-type]"},
      {"unknown code list", "type: enum, codes: procedure}", "type: enum, codes: proceduer}",
       "error: unknown code list 'proceduer' [unknown-codes]"},
      {"a kind the table lacks", "from_document: {kind: 行政处罚决定书, field: number}",
       "from_document: {kind: 处罚书, field: number}",
       "error: the table of document kinds has no '处罚书' [unknown-document-kind]"},
      {"a document field of another type", "field: number}", "field: date}",
       "'decision.number' cannot be taken from a document's 'date'"},
      {"two names alike", "number: {label: 文号, type: string, max_len: 200, from",
       "number: {label: 日期, type: string, max_len: 200, from",
       "error: two fields of 'decision' are both named '日期' [name-twice]"},
      {"a code twice", "[一般程序]", "[普通程序]",
       "small.yaml:8:22: error: code or alias '普通程序' stands twice [code-twice]"},
      {"no fields",
       "    fields:\n      name: {label: 名称, type: string, max_len: 200}\n      group: {label: "
       "部门类别, type: string, max_len: 200}\n",
       "", "error: 'agency' is an entity or list but has neither fields nor like [no-fields]"},
      {"a header path that is none", "decided_on: decision.date", "decided_on: decision.dat",
       "error: the model has no path 'decision.dat' [unknown-path]"},
      {"a header path below a list", "decided_on: decision.date", "decided_on: documents.date",
       "error: the model has no path 'documents.date' [unknown-path]"},
      {"officers that are no list", "decided_on: decision.date",
       "decided_on: decision.date, officers: decision.date",
       "error: the model has no path 'decision.date' [unknown-path]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string text = kSmallModel;
    const size_t at = text.find(row.from);
    REQUIRE(at != std::string::npos);
    text.replace(at, std::string(row.from).size(), row.to);
    DiagnosticSink sink;
    CHECK(LoadModel(std::make_shared<const Source>("small.yaml", text), sink) == nullptr);
    const std::string printed = Format(sink, Lang::kEnglish);
    CAPTURE(printed);
    CHECK(printed.find(row.want) != std::string::npos);
  }
}

TEST_CASE("a projection takes along what holds a field and what fills it") {
  const auto model = SmallModel();
  Projection projection(*model);
  projection.Add(*model, *model->FindPath("decision.date"));
  for (const char* const path :
       {"decision", "decision.date", "documents", "documents.kind", "documents.date"}) {
    CAPTURE(path);
    CHECK(projection.Wants(*model->FindPath(path)));
  }
  for (const char* const path : {"decision.number", "documents.number", "case", "deliveries"}) {
    CAPTURE(path);
    CHECK_FALSE(projection.Wants(*model->FindPath(path)));
  }
}
