// The worked examples of the rule language on three files: A is complete, B complete but
// defective, C incomplete. Each row gives the result on A, B and C, and the causes of an unknown.
#include <doctest/doctest.h>

#include "audit/yaml_case.h"
#include "expr/evaluator.h"
#include "pack/shipped.h"

using namespace anjuan;
using expr::Tri;

namespace {

constexpr const char kFileA[] = R"(
case: {procedure: 普通程序, complex: false}
parties: [{id_number: 91450100MA5K}]
officers: [{certificate_number: '45010100123'}, {certificate_number: '45010100456'}]
source: {found_on: 2025-02-26}
filing: {approved_on: 2025-03-03}
notice: {served_on: 2025-04-11, text: 你单位享有陈述、申辩的权利}
hearing: {requested_on: '', waived: true}
legal_review: {reviewed_on: 2025-05-12}
decision: {date: 2025-05-16, text: 可以申请行政复议或者提起行政诉讼, penalties: [{kind: 罚款, amount: 12000}]}
documents:
  - {kind: 立案审批表, date: 2025-03-03, page_from: 1, page_to: 2}
  - {kind: 现场笔录, date: 2025-02-26, page_from: 3, page_to: 4}
  - {kind: 询问笔录, date: 2025-03-10, page_from: 5, page_to: 6}
  - {kind: 行政处罚告知书, date: 2025-04-08, page_from: 7, page_to: 8, sealed: true}
  - {kind: 法制审核意见书, date: 2025-05-12, page_from: 9, page_to: 10}
  - {kind: 行政处罚决定书, date: 2025-05-16, page_from: 11, page_to: 12, sealed: true, number: 桂市监罚〔2025〕17号}
  - {kind: 送达回证, date: 2025-05-20, page_from: 13, page_to: 14}
deliveries:
  - {document_kind: 行政处罚告知书, served_on: 2025-04-11, signed: true}
  - {document_kind: 行政处罚决定书, served_on: 2025-05-20, signed: true}
transcripts: [{started_at: 2025-03-10 09:00, ended_at: 2025-03-10 10:10}]
)";

constexpr const char kFileB[] = R"(
case: {procedure: 普通程序, complex: true}
parties: [{id_number: ''}]
officers: [{certificate_number: '4501'}]
source: {found_on: 2025-02-26}
filing: {approved_on: 2025-03-03}
notice: {served_on: 2025-04-11, text: 你单位享有陈述的权利}
hearing: {requested_on: 2025-04-22}
legal_review: {reviewed_on: '', opinion: 同意}
decision: {date: 2025-07-10, text: 可以申请行政复议, penalties: [{kind: 罚款, amount: 20000}]}
documents:
  - {kind: 立案审批表, date: 2025-03-03, page_from: 1, page_to: 2}
  - {kind: 现场笔录, date: 2025-02-26, page_from: 1, page_to: 2}
  - {kind: 询问笔录, date: 2025-03-10, page_from: 1, page_to: 2}
  - {kind: 行政处罚告知书, date: 2025-04-08, page_from: 1, page_to: 2, sealed: false}
  - {kind: 行政处罚决定书, date: 2025-07-10, page_from: 1, page_to: 2, sealed: true, number: 桂市监罚(2025)17号}
  - {kind: 行政处罚决定书, date: 2025-07-10, page_from: 1, page_to: 2, sealed: true, number: 桂市监罚(2025)17号}
deliveries:
  - {document_kind: 行政处罚告知书, served_on: 2025-04-11, signed: true}
  - {document_kind: 行政处罚决定书, served_on: 2025-07-25, signed: false}
transcripts: [{started_at: 2025-03-10 15:00, ended_at: 2025-03-10 14:20}]
)";

constexpr const char kFileC[] = R"(
case: {procedure: 普通程序}
parties: [{name: 甲乙餐饮店}]
officers: [{certificate_number: '45010100123'}, {name: 李某某}]
source: {found_on: 2025-02-26}
filing: {number: 立案一号}
notice: {served_on: 2025-04-11, text: 你单位享有陈述、申辩的权利}
decision: {date: 2025-05-16, penalties: [{kind: 罚款, amount: 12000}]}
documents:
  - {kind: 立案审批表, date: 2025-03-03, page_from: 1, page_to: 2, sealed: true}
  - {kind: 现场笔录, date: 2025-02-26, page_from: 3, page_to: 4, sealed: true}
  - {kind: 行政处罚告知书, page_from: 5, page_to: 6, sealed: true}
  - {kind: 行政处罚决定书, date: 2025-05-16, number: 桂市监罚〔2025〕17号}
transcripts: [{started_at: 2025-03-10 09:00}]
)";

std::unique_ptr<const Model> ShippedModel() {
  DiagnosticSink sink;
  for (size_t i = 0; i < kShippedFileCount; ++i) {
    if (kShippedFiles[i].path == "models/case-file.yaml") {
      return LoadModel(std::make_shared<const Source>("model", std::string(kShippedFiles[i].text)),
                       sink);
    }
  }
  return nullptr;
}

// A case file of the examples; `open`: lists with more elements than the export carries.
class ExampleFile {
 public:
  ExampleFile(const Model& model, const char* text, const std::vector<const char*>& open)
      : all_(model), record_(model), builder_(model, All(), record_) {
    auto source = std::make_shared<const Source>("case", text);
    DiagnosticSink sink;
    const std::optional<yaml::Document> document = yaml::Parse(source, sink);
    REQUIRE(document);
    builder_.Begin();
    FillFromYaml(document->root, source, builder_, sink);
    for (const char* const list : open) {
      builder_.MarkList(record_.root(), *model.FindPath(list), /*partial=*/true, 1);
    }
    builder_.Finish();
    REQUIRE_MESSAGE(!sink.has_errors(), Format(sink, Lang::kEnglish));
    REQUIRE(record_.problems().empty());
  }
  const Record& record() const { return record_; }

 private:
  const Projection& All() {
    all_.AddAll();
    return all_;
  }
  Projection all_;
  Record record_;
  RecordBuilder builder_;
};

std::string ResultOf(expr::Evaluator& evaluator, const expr::Program& program) {
  const Tri result = evaluator.Test(program);
  const expr::Explanation why = evaluator.Explain(program);
  CHECK(why.result == result);
  std::string text(1, "FTUE"[static_cast<size_t>(result)]);
  for (const std::string& cause : why.causes) text += ' ' + cause;
  if (why.error) text += ' ' + std::string(NameOf(why.error->id));
  return text;
}

}  // namespace

TEST_CASE("the worked examples come out as printed, causes included") {
  struct Row {
    const char* expression;
    const char* a;
    const char* b;
    const char* c;
  };
  const Row rows[] = {
      {"size(officers) >= 2", "T", "F", "T"},
      {"size(officers) == 2", "T", "F", "U officers"},
      {"officers.all(o, o.certificate_number.matches('^[0-9]{11}$'))", "T", "F",
       "U officers officers[].certificate_number"},
      {"decision.date <= filing.approved_on + days(90)", "T", "F", "U filing.approved_on"},
      {"filing.approved_on <= notice.served_on && notice.served_on < decision.date", "T", "T",
       "U filing.approved_on"},
      {"decision.date < notice.served_on || decision.date < filing.approved_on", "F", "F",
       "U filing.approved_on"},
      {"hasDoc('行政处罚告知书') && notice.text.containsAll(['陈述', '申辩'])", "T", "F", "T"},
      {"hasDoc('法制审核意见书')", "T", "F", "U documents"},
      {"!case.complex || has(legal_review.reviewed_on)", "T", "F", "U case.complex legal_review"},
      {"decision.text.contains('行政复议') && decision.text.contains('行政诉讼')", "T", "F",
       "U decision.text"},
      {"documents.exists_one(d, d.kind == '行政处罚决定书')", "T", "F", "U documents"},
      {"doc('行政处罚决定书').number.matches('^[^〔]+〔[0-9]{4}〕[0-9]+号$')", "T", "E ambiguous",
       "T"},
      {"docs('行政处罚决定书').exists(d, d.number.contains('〔'))", "T", "F", "T"},
      {"documents.filter(d, d.kind in ['行政处罚告知书', '行政处罚决定书']).all(d, d.sealed)", "T",
       "F", "U documents documents[].sealed"},
      {"['行政处罚告知书', '行政处罚决定书'].all(k, deliveries.exists(v, v.document_kind == k && "
       "v.signed))",
       "T", "F", "U deliveries"},
      {"documents.all(d, d.date <= decision.date)", "F", "T", "U documents documents[].date"},
      {"documents.filter(d, d.kind != '送达回证').all(d, d.date <= decision.date)", "T", "T",
       "U documents documents[].date"},
      {"transcripts.all(t, date(t.started_at) >= filing.approved_on)", "T", "T",
       "U filing.approved_on"},
      {"hearing.requested_on > notice.served_on", "U hearing.requested_on", "T", "U hearing"},
      {"decision.penalties.exists(p, p.amount > yuan(3000)) ? size(officers) >= 2 : "
       "size(officers) >= 1",
       "T", "F", "T"},
      {"当事人.exists(人, !has(人.证件号码)) || 案件.程序 == '简易程序'", "F", "T",
       "U parties[].id_number"},
      {"documents.map(d, d.kind).filter(k, k == '行政处罚告知书').size() > 0", "T", "T", "T"},
      {"decision.penalties.all(p, p.kind != '罚款' || p.amount <= yuan(5000) * 3)", "T", "F", "T"},
      {"has(doc('法制审核意见书').date)", "T", "F", "U documents"},
  };
  const auto model = ShippedModel();
  REQUIRE(model != nullptr);
  const ExampleFile a(*model, kFileA, {});
  const ExampleFile b(*model, kFileB, {});
  const ExampleFile c(*model, kFileC, {"officers", "documents"});
  expr::Evaluator evaluator(*model);
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    auto source = std::make_shared<const Source>("rule", row.expression);
    std::vector<uint32_t> offsets;
    for (uint32_t i = 0; i <= source->text().size(); ++i) offsets.push_back(i);
    DiagnosticSink sink;
    const expr::AstPtr ast = expr::Parse({source, source->text(), offsets}, sink);
    REQUIRE_MESSAGE(ast != nullptr, Format(sink, Lang::kEnglish));
    const auto program =
        expr::Compile(*ast, source, expr::Scope(*model), expr::Wanted::kBool, sink);
    REQUIRE_MESSAGE(program != nullptr, Format(sink, Lang::kEnglish));
    evaluator.SetRecord(&a.record());
    CHECK(ResultOf(evaluator, *program) == row.a);
    evaluator.SetRecord(&b.record());
    CHECK(ResultOf(evaluator, *program) == row.b);
    evaluator.SetRecord(&c.record());
    CHECK(ResultOf(evaluator, *program) == row.c);
  }
}
