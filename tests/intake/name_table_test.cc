#include "intake/name_table.h"

#include <doctest/doctest.h>

#include "support/small_model.h"

using namespace anjuan;

TEST_CASE("a name is found by all of its bytes, however many names there are") {
  std::vector<std::string> names;
  for (int i = 0; i < 300; ++i) {
    names.push_back("name" + std::to_string(i));
    names.push_back("beginning" + std::to_string(i) + "the_end_of_it");  // one hash for many
    names.push_back(std::string(static_cast<size_t>(i + 1), 'x'));
  }
  NameTable table;
  for (const std::string& name : names) {
    table.Add({name, nullptr, nullptr, Meaning::kScalar, true});
  }
  for (const std::string& name : names) {
    CHECK(table.Find(name).name == name);
    CHECK(table.Find(name + "-").meaning == Meaning::kUnknown);
  }
  CHECK(table.names().size() == names.size());
}

TEST_CASE("of two meanings the first stands") {
  NameTable table;
  table.Add({"a", nullptr, nullptr, Meaning::kScalar, true});
  table.Add({"a", nullptr, nullptr, Meaning::kEntity, true});
  CHECK(table.Find("a").meaning == Meaning::kScalar);
  CHECK(table.names().size() == 1);
}

TEST_CASE("the tables follow the model, and the projection says what is wanted") {
  const std::unique_ptr<const Model> model = SmallModel();
  Projection projection(*model);
  projection.Add(*model, *model->FindPath("documents.kind"));
  const NameTables tables(*model, projection);
  const Named& record = tables.top().Find("案卷");
  REQUIRE(record.meaning == Meaning::kRecord);
  CHECK(tables.top().Find("case_files").meaning == Meaning::kCollection);
  CHECK(tables.top().Find("case_files").below->Find("案卷").below == record.below);
  CHECK(tables.top().Find("案件").meaning == Meaning::kUnknown);
  const Named& wrapper = record.below->Find("文书列表");
  REQUIRE(wrapper.meaning == Meaning::kWrapper);
  CHECK(wrapper.wanted);
  CHECK(wrapper.below->Find("partial").meaning == Meaning::kPartial);
  const Named& item = wrapper.below->Find("document");
  REQUIRE(item.meaning == Meaning::kItem);
  CHECK(item.below->Find("种类").wanted);
  CHECK_FALSE(item.below->Find("文号").wanted);
  CHECK(item.below->Find("文号").meaning == Meaning::kScalar);
  CHECK(record.below->Find("立案").below->Find("承办人").meaning == Meaning::kScalars);
  CHECK_FALSE(record.below->Find("立案").wanted);
  CHECK(record.below->Find("完整").meaning == Meaning::kComplete);
}
