#include "pack/law_functions.h"

#include <doctest/doctest.h>

#include "expr/evaluator.h"
#include "model/record_builder.h"
#include "support/small_model.h"

using namespace anjuan;
using expr::Tri;

namespace {

constexpr std::string_view kLaws = R"(name: 某法
first: true
versions:
  - {adopted: 2018-01-01, from: 2018-06-01, to: 2019-12-31, articles: 50, verified: excerpt}
  - adopted: 2020-01-01
    from: 2020-01-01
    articles: 80
    verified: text
    confirm: {from: 2024-01-01, why: 甲}
    fines:
      - {article: 5, paragraph: 1, conduct: 甲, min: 100, max: 200}
      - {article: 6, paragraph: 1, conduct: 甲, min: 100, max: 200}
      - {article: 6, paragraph: 2, conduct: 乙, of: 货值金额, min_times: 2, max_times: 3}
      - {article: 7, paragraph: 1, items: [2], conduct: 乙, parties: [法人], min: 100, max: 200}
      - {article: 8, paragraph: 1, conduct: 乙, of: 运输费用, max_times: 3}
)";

// An expression over a case that says nothing at all.
struct Asked {
  Tri result = Tri::kError;
  std::vector<std::string> causes;
};

Asked Ask(const std::string& text) {
  static const auto model = SmallModel();
  MemoryReader files;
  files.Add("laws/a.yaml", std::string(kLaws));
  files.Add("laws/b.yaml",
            "name: 程序法\nsets_fines: false\nversions:\n  - {adopted: 2020-01-01, "
            "from: 2020-01-01, verified: text}\n");
  DiagnosticSink sink;
  const auto book = LoadLawBook(files, "laws", sink);
  const LawFunctions functions(*book);
  expr::Scope scope(*model);
  scope.functions = functions.all();
  std::vector<uint32_t> offsets;
  for (uint32_t i = 0; i <= text.size(); ++i) offsets.push_back(i);
  const auto source = std::make_shared<const Source>("x.yaml", text);
  const expr::AstPtr ast = expr::Parse({source, text, offsets}, sink);
  REQUIRE_MESSAGE(ast, Format(sink, Lang::kEnglish));
  const auto program = expr::Compile(*ast, source, scope, expr::Wanted::kBool, sink);
  REQUIRE_MESSAGE(program, Format(sink, Lang::kEnglish));

  Record record(*model);
  Projection all(*model);
  RecordBuilder builder(*model, all, record);
  builder.Begin();
  builder.Finish();
  expr::Evaluator evaluator(*model);
  evaluator.SetRecord(&record);
  expr::Explanation why = evaluator.Explain(*program);
  CHECK(why.result == evaluator.Test(*program));
  return {why.result, why.causes};
}

}  // namespace

TEST_CASE("functions over laws answer, or say what the book lacks") {
  struct Row {
    const char* text;
    Tri want;
    std::vector<std::string> causes;
  };
  const Row rows[] = {
      {"lawInForce('某法', date('2018-05-31'))", Tri::kFalse, {}},
      {"lawInForce('《某法》', date('2018-06-01'))", Tri::kTrue, {}},
      {"lawInForce('某法(2018)', date('2020-01-01'))",
       Tri::kUnknown,
       {"law-doubt:某法@2020-01-01"}},
      {"lawInForce('某法(2020)', date('2019-12-31'))", Tri::kFalse, {}},
      {"lawInForce('某法(2021)', date('2021-12-31'))",
       Tri::kUnknown,
       {"law-version:某法@2021-12-31"}},
      {"lawInForce('《乙法》', date('2020-01-01'))", Tri::kUnknown, {"unknown-law:乙法"}},
      {"lawInForce(decision.number, date('2020-01-01'))", Tri::kUnknown, {"decision"}},
      {"lawInForce('某法', decision.date)", Tri::kUnknown, {"decision"}},
      {"lawHasArticle('某法', date('2020-01-01'), 80)", Tri::kTrue, {}},
      {"lawHasArticle('某法', date('2020-01-01'), 81)", Tri::kFalse, {}},
      {"lawHasArticle('某法', date('2020-01-01'), 0)", Tri::kFalse, {}},
      {"lawHasArticle('某法', date('2019-12-31'), 50)", Tri::kTrue, {}},
      {"lawHasArticle('某法', date('2019-12-31'), 51)",
       Tri::kUnknown,
       {"law-doubt:某法@2019-12-31"}},
      {"lawHasArticle('某法', date('2024-01-01'), 81)",
       Tri::kUnknown,
       {"law-doubt:某法@2024-01-01"}},
      {"lawHasArticle('程序法', date('2020-01-01'), 5)",
       Tri::kUnknown,
       {"law-article:程序法@2020-01-01"}},
      {"lawNeedsParagraph('某法', date('2020-01-01'), 5)", Tri::kFalse, {}},
      {"lawNeedsParagraph('某法', date('2020-01-01'), 6)", Tri::kTrue, {}},
      {"lawNeedsItem('某法', date('2020-01-01'), 7, 1)", Tri::kTrue, {}},
      {"lawNeedsItem('某法', date('2020-01-01'), 7, decision.court_months)", Tri::kTrue, {}},
      {"lawNeedsItem('某法', date('2020-01-01'), 7, 2)", Tri::kFalse, {}},
      {"lawSetsFines('某法')", Tri::kTrue, {}},
      {"lawSetsFines('程序法')", Tri::kFalse, {}},
      {"lawSetsFines('乙法')", Tri::kUnknown, {"unknown-law:乙法"}},
      {"fineReaches(yuan(99), '某法', date('2020-01-01'), 5, 1, 0, '法人')", Tri::kFalse, {}},
      {"fineReaches(yuan(99), '某法', date('2024-01-01'), 5, 1, 0, '法人')",
       Tri::kUnknown,
       {"law-doubt:某法@2024-01-01"}},
      {"fineReaches(yuan(99), '某法', date('2020-01-01'), 5, decision.court_months, "
       "decision.court_months, case.title)",
       Tri::kFalse,
       {}},
      {"fineKeeps(yuan(200), '某法', date('2020-01-01'), 5, 1, 0, '法人')", Tri::kTrue, {}},
      {"fineKeeps(yuan(99), '某法', date('2020-01-01'), 6, decision.court_months, 0, '法人', "
       "'货值金额', yuan(10))",
       Tri::kUnknown,
       {"decision"}},
      {"fineKeeps(yuan(31), '某法', date('2020-01-01'), 6, 2, 0, '法人', '违法所得', "
       "decision.penalties[0].amount, '货值金额', yuan(10))",
       Tri::kFalse,
       {}},
      {"fineKeeps(yuan(31), '某法', date('2020-01-01'), 6, 2, 0, '法人', '违法所得', yuan(1), "
       "'货值金额', decision.penalties[0].amount)",
       Tri::kUnknown,
       {"decision"}},
      {"fineKeeps(yuan(31), '某法', date('2020-01-01'), 8, 1, 0, '法人', '货值金额', yuan(10))",
       Tri::kUnknown,
       {"law-amount:运输费用"}},
      {"fineKeeps(yuan(31), '某法', date('2020-01-01'), 9, 1, 0, '法人')",
       Tri::kUnknown,
       {"law-range:某法:9"}},
      {"fineFloor('某法', date('2020-01-01'), 5, 1, 0, '法人') == yuan(100)", Tri::kTrue, {}},
      {"fineCeiling('某法', date('2020-01-01'), 6, 2, 0, '法人', '货值金额', yuan(10)) == yuan(30)",
       Tri::kTrue,
       {}},
      {"fineCeiling('某法', date('2020-01-01'), 7, 1, 2, case.title) == yuan(1)",
       Tri::kUnknown,
       {"case"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Asked asked = Ask(row.text);
    CHECK(asked.result == row.want);
    CHECK(asked.causes == row.causes);
  }
}
