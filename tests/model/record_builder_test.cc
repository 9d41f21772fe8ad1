#include "model/record_builder.h"

#include <doctest/doctest.h>

#include "support/small_model.h"

using namespace anjuan;

namespace {

// A builder over everything the small model has.
struct Fixture {
  std::unique_ptr<const Model> model = SmallModel();
  Projection projection = All(*model);
  Record record{*model};
  RecordBuilder builder{*model, projection, record};

  static Projection All(const Model& model) {
    Projection all(model);
    all.AddAll();
    return all;
  }

  Slot* Entity(const char* path) {
    return builder.OpenEntity(record.root(), *model->FindPath(path), 1);
  }
  void Set(const char* path, const char* text, uint32_t line = 7) {
    const Field& field = *model->FindPath(path);
    builder.SetScalar(Entity(field.owner->self->path.c_str()), field, text, line);
  }
  Slot* Document(const char* kind, uint32_t line = 20) {
    Slot* const document = builder.AddElement(record.root(), *model->FindPath("documents"), line);
    builder.SetScalar(document, *model->FindPath("documents.kind"), kind, line);
    return document;
  }
  const Slot& At(const char* path) const { return record.At(*model->FindPath(path)); }
  std::string Value(const char* path) const {
    return FormatValue(*model, *model->FindPath(path), At(path));
  }
};

}  // namespace

TEST_CASE("a scalar is read as its type says, or left missing with a note of its place") {
  struct Row {
    const char* path;
    const char* written;
    State state;
    const char* value;
    bool problem;
  };
  const Row rows[] = {
      {"case.number", " 六罚〔2024〕1号 ", State::kPresent, "六罚〔2024〕1号", false},
      {"case.number", "", State::kBlank, "", false},
      {"case.number", " \t\n　", State::kBlank, "", false},
      {"case.number", "12345678901234567890", State::kPresent, "12345678901234567890", false},
      {"case.number", "123456789012345678901", State::kMissing, "", true},
      {"case.procedure", "普通程序", State::kPresent, "普通程序", false},
      {"case.procedure", "一般程序", State::kPresent, "普通程序", false},
      {"case.procedure", "普通", State::kMissing, "", true},
      {"case.complex", "是", State::kPresent, "true", false},
      {"case.complex", "无", State::kPresent, "false", false},
      {"case.complex", "0", State::kPresent, "false", false},
      {"case.complex", "不详", State::kMissing, "", true},
      {"filing.approved_on", "2024年2月29日", State::kPresent, "2024-02-29", false},
      {"filing.approved_on", "2023年2月29日", State::kMissing, "", true},
      {"filing.approved_on", "2024年2月", State::kPartial, "", false},
      {"decision.court_months", "6", State::kPresent, "6", false},
      {"decision.court_months", "六", State::kMissing, "", true},
      {"decision.court_months", "6个月", State::kMissing, "", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CAPTURE(row.written);
    Fixture f;
    f.builder.Begin();
    f.Set(row.path, row.written, 42);
    f.builder.Finish();
    CHECK(f.At(row.path).state == row.state);
    CHECK(f.At(row.path).line == 42);
    CHECK(f.Value(row.path) == row.value);
    REQUIRE(f.record.problems().size() == (row.problem ? 1 : 0));
    if (row.problem) {
      CHECK(f.record.problems()[0].path == row.path);
      CHECK(f.record.problems()[0].line == 42);
    }
  }
}

TEST_CASE("a scalar given twice counts only where both say the same") {
  struct Row {
    const char* name;
    std::vector<const char*> written;
    State state;
    const char* value;
    size_t problems;
  };
  const Row rows[] = {
      {"the same", {"2024-01-05", "2024年1月5日"}, State::kPresent, "2024-01-05", 0},
      {"another", {"2024-01-05", "2024-01-06"}, State::kMissing, "", 1},
      {"a third does not mend it",
       {"2024-01-05", "2024-01-06", "2024-01-05"},
       State::kMissing,
       "",
       1},
      {"blank, then a value", {"", "2024-01-05"}, State::kPresent, "2024-01-05", 0},
      {"a value, then blank", {"2024-01-05", ""}, State::kPresent, "2024-01-05", 0},
      {"a value beside one that does not parse", {"2024-01-05", "昨日"}, State::kMissing, "", 1},
      {"in part, then whole", {"2024年1月", "2024-01-05"}, State::kMissing, "", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Fixture f;
    f.builder.Begin();
    for (const char* const text : row.written) f.Set("decision.date", text);
    f.builder.Finish();
    CHECK(f.At("decision.date").state == row.state);
    CHECK(f.Value("decision.date") == row.value);
    CHECK(f.record.problems().size() == row.problems);
  }
}

TEST_CASE("what a complete export does not carry is blank, otherwise missing") {
  struct Row {
    const char* complete;
    State case_number;  // 案件 is carried, its number is not
    State decision;     // not carried at all
    State decision_date;
    bool documents;  // the list is known to be empty
  };
  const Row rows[] = {
      {"", State::kMissing, State::kMissing, State::kMissing, false},
      {"否", State::kMissing, State::kMissing, State::kMissing, false},
      {"是", State::kBlank, State::kBlank, State::kBlank, true},
      {"true", State::kBlank, State::kBlank, State::kBlank, true},
      {"文书", State::kMissing, State::kMissing, State::kMissing, true},
      {"文书 处罚决定", State::kMissing, State::kBlank, State::kBlank, true},
      {"case、documents", State::kBlank, State::kMissing, State::kMissing, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.complete);
    Fixture f;
    f.builder.Begin();
    f.builder.SetComplete(row.complete);
    f.Set("case.title", "某某案");
    f.builder.Finish();
    CHECK(f.At("case.number").state == row.case_number);
    CHECK(f.At("decision").state == row.decision);
    CHECK(f.At("decision.date").state == row.decision_date);
    CHECK((f.At("documents").state == State::kPresent) == row.documents);
    CHECK(f.At("documents").size == 0);
  }
}

TEST_CASE("a name among the complete ones that the model lacks is handed back") {
  Fixture f;
  f.builder.Begin();
  std::vector<std::string> unknown;
  f.builder.SetComplete("文书 送大;缴款", &unknown);
  CHECK(unknown == std::vector<std::string>{"送大", "缴款"});
}

TEST_CASE("a value that does not parse stays missing in a complete export") {
  Fixture f;
  f.builder.Begin();
  f.builder.SetComplete("是");
  f.Set("decision.date", "2024-13-01");
  f.builder.Finish();
  CHECK(f.At("decision.date").state == State::kMissing);
}

TEST_CASE("a list is closed once it has elements or its wrapper, and open where it says so") {
  Fixture f;
  const Field& list = *f.model->FindPath("parties");
  SUBCASE("nothing: missing") {
    f.builder.Begin();
    f.builder.Finish();
    CHECK(f.At("parties").state == State::kMissing);
  }
  SUBCASE("elements") {
    f.builder.Begin();
    f.builder.AddElement(f.record.root(), list, 3);
    f.builder.Finish();
    CHECK(f.At("parties").state == State::kPresent);
    CHECK(f.At("parties").size == 1);
    CHECK_FALSE(f.At("parties").open);
  }
  SUBCASE("an empty wrapper") {
    f.builder.Begin();
    f.builder.MarkList(f.record.root(), list, false, 3);
    f.builder.Finish();
    CHECK(f.At("parties").state == State::kPresent);
    CHECK(f.At("parties").size == 0);
    CHECK_FALSE(f.At("parties").open);
  }
  SUBCASE("a wrapper that says 部分") {
    f.builder.Begin();
    f.builder.MarkList(f.record.root(), list, true, 3);
    f.builder.AddElement(f.record.root(), list, 4);
    f.builder.Finish();
    CHECK(f.At("parties").open);
  }
  SUBCASE("one element too many is left out, noted once, and opens the list") {
    f.builder.Begin();
    for (int i = 0; i < 4; ++i) CHECK(f.builder.AddElement(f.record.root(), list, 4) != nullptr);
    CHECK(f.record.problems().empty());
    CHECK(f.builder.AddElement(f.record.root(), list, 5) == nullptr);
    CHECK(f.builder.AddElement(f.record.root(), list, 6) == nullptr);
    f.builder.Finish();
    CHECK(f.At("parties").size == 4);
    CHECK(f.At("parties").open);
    REQUIRE(f.record.problems().size() == 1);
    CHECK(f.record.problems()[0].kind == ValueProblem::Kind::kTooMany);
  }
}

TEST_CASE("a list of scalars: repeated, in one text, empty, or with an item that does not count") {
  struct Row {
    const char* name;
    std::vector<const char*> repeated;
    const char* in_one;  // null: not used
    std::vector<std::string> want;
    bool open;
  };
  const Row rows[] = {
      {"repeated", {"张一", "李二"}, nullptr, {"张一", "李二"}, false},
      {"in one text", {}, "张一、李二； 王三", {"张一", "李二", "王三"}, false},
      {"with commas of both widths", {}, "张一,李二，王三", {"张一", "李二", "王三"}, false},
      {"empty", {}, "", {}, false},
      {"one empty element", {""}, nullptr, {}, false},
      {"an item too long",
       {"张一", "一二三四五六七八九十一二三四五六七八九十一"},
       nullptr,
       {"张一"},
       true},
      {"an item too many", {"一", "二", "三", "四"}, nullptr, {"一", "二", "三"}, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Fixture f;
    f.builder.Begin();
    const Field& field = *f.model->FindPath("filing.applicants");
    Slot* const filing = f.Entity("filing");
    for (const char* const item : row.repeated) f.builder.SetScalar(filing, field, item, 3);
    if (row.in_one != nullptr) f.builder.SetScalars(filing, field, row.in_one, 3);
    f.builder.Finish();
    const Slot& list = f.At("filing.applicants");
    CHECK(list.state == State::kPresent);
    CHECK(list.open == row.open);
    std::vector<std::string> items;
    for (uint32_t i = 0; i < list.size; ++i) items.emplace_back(list.items[i].view());
    CHECK(items == row.want);
  }
}

TEST_CASE("elements keep their values while their list grows") {
  Fixture f;
  f.builder.Begin();
  for (int i = 0; i < 100; ++i) {
    Slot* const document = f.Document("行政处罚告知书", static_cast<uint32_t>(i + 1));
    f.builder.SetScalar(document, *f.model->FindPath("documents.number"), std::to_string(i).c_str(),
                        1);
    const Field& signatures = *f.model->FindPath("documents.signatures");
    for (int k = 0; k < 9; ++k) {
      f.builder.SetScalar(f.builder.AddElement(document, signatures, 1),
                          *f.model->FindPath("documents.signatures.role"), "承办人", 1);
    }
  }
  f.builder.Finish();
  const Slot& list = f.At("documents");
  REQUIRE(list.size == 100);
  const ptrdiff_t stride = f.model->FindPath("documents")->record->slots;
  for (int i = 0; i < 100; ++i) {
    CAPTURE(i);
    const Slot* const document = list.items + i * stride;
    CHECK(document->line == static_cast<uint32_t>(i + 1));
    CHECK(document[f.model->FindPath("documents.number")->slot].view() == std::to_string(i));
    CHECK(document[f.model->FindPath("documents.signatures")->slot].size == 9);
  }
  CHECK(f.record.PathOf(&list.items[3 * stride + 2]) == "documents[3].number");
  CHECK(f.record.PathOf(&list.items[3 * stride]) == "documents[3]");
}

TEST_CASE("a fact that stands on a paper is taken from the one paper that carries it") {
  struct Row {
    const char* name;
    const char* entity_date;             // null: not carried
    std::vector<const char*> documents;  // dates of 行政处罚决定书; "-": without a date
    State state;
    const char* value;
    const char* path;
  };
  const Row rows[] = {
      {"one paper", nullptr, {"2024-05-06"}, State::kPresent, "2024-05-06", "documents[1].date"},
      {"the entity comes first",
       "2024-05-05",
       {"2024-05-06"},
       State::kPresent,
       "2024-05-05",
       "decision.date"},
      {"a blank entity stays blank", "", {"2024-05-06"}, State::kBlank, "", "decision.date"},
      {"two papers decide nothing",
       nullptr,
       {"2024-05-06", "2024-05-06"},
       State::kMissing,
       "",
       "decision.date"},
      {"of two, one carries it",
       nullptr,
       {"-", "2024-05-06"},
       State::kPresent,
       "2024-05-06",
       "documents[2].date"},
      {"no paper", nullptr, {}, State::kMissing, "", "decision.date"},
      {"a blank date on the paper", nullptr, {""}, State::kBlank, "", "documents[1].date"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Fixture f;
    f.builder.Begin();
    if (row.entity_date != nullptr) f.Set("decision.date", row.entity_date);
    f.Document("立案审批表");
    for (const char* const date : row.documents) {
      Slot* const document = f.Document("行政处罚决定书");
      if (std::string_view(date) == "-") continue;
      f.builder.SetScalar(document, *f.model->FindPath("documents.date"), date, 21);
    }
    f.builder.Finish();
    CHECK(f.At("decision.date").state == row.state);
    CHECK(f.Value("decision.date") == row.value);
    CHECK(f.record.PathOf(&f.At("decision.date")) == row.path);
  }
}

TEST_CASE("a record is used again without a new block of memory") {
  Fixture f;
  const auto fill = [&] {
    f.builder.Begin();
    f.Set("case.title", "甲乙餐饮店未取得许可从事经营案");
    for (int i = 0; i < 40; ++i) f.Document("其他材料");
    f.builder.Finish();
  };
  fill();
  const size_t blocks = f.record.arena().blocks_allocated();
  for (int i = 0; i < 50; ++i) fill();
  CHECK(f.record.arena().blocks_allocated() == blocks);
  CHECK(f.At("documents").size == 40);
}
