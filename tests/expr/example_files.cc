// The model and the three files of the worked examples.
#include <doctest/doctest.h>

#include "expr/trial.h"

namespace anjuan::expr {
namespace {

constexpr const char kModel[] = R"(name: examples
title: 示例模型
export: {record: [案卷], collection: [案卷集], complete: [完整], partial: [部分], wrapper_suffix: 列表, yes: [是, 'true'], no: [否, 'false']}
header: {case_number: case.number, case_title: case.number, agency: case.number, agency_group: case.number, procedure: case.procedure, decided_on: decision.date}
documents: {list: documents, kind: kind, signatures: signatures, role: role, deliveries: deliveries, delivered_kind: document_kind, served_on: served_on}
keys: [number, kind]
codes:
  procedure: {普通程序: [一般程序], 简易程序: [当场处罚], 快速办理: []}
  penalty_kind: {警告: [], 罚款: [], 没收违法所得: []}
  outcome: {处罚: [], 警告: []}
kinds:
  立案审批表: [立案登记表]
  现场笔录: []
  询问笔录: []
  行政处罚告知书: [行政处罚事先告知书, 行政处罚事先(听证)告知书]
  法制审核意见书: []
  行政处罚决定书: []
  送达回证: []
fields:
  case:
    label: 案件
    type: entity
    fields:
      number: {label: 编号, type: string, max_len: 40}
      procedure: {label: 程序, type: enum, codes: procedure}
      complex: {label: 重大复杂, type: bool}
  parties:
    label: 当事人
    type: list
    element: party
    max_items: 8
    fields:
      name: {label: 名称, type: string, max_len: 200, aliases: [姓名]}
      id_number: {label: 证件号码, type: string, max_len: 40}
  officers:
    label: 执法人员
    type: list
    element: officer
    max_items: 64
    fields:
      name: {label: 姓名, type: string, max_len: 40}
      certificate_number: {label: 证号, type: string, max_len: 40}
  source:
    label: 案件来源
    type: entity
    fields:
      found_on: {label: 发现日期, type: date}
  filing:
    label: 立案
    type: entity
    fields:
      number: {label: 文号, type: string, max_len: 40}
      approved_on: {label: 批准日期, type: date}
      applicants: {label: 承办人, type: string, list: true, max_items: 8, max_len: 40}
  notice:
    label: 处罚告知
    type: entity
    fields:
      served_on: {label: 送达日期, type: date}
      proposed_kinds: {label: 拟处罚种类, type: enum, codes: penalty_kind, list: true, max_items: 8}
      text: {label: 正文, type: text, max_len: 200000}
  hearing:
    label: 听证
    type: entity
    fields:
      requested_on: {label: 申请日期, type: date}
      waived: {label: 放弃, type: bool}
  legal_review:
    label: 法制审核
    type: entity
    fields:
      reviewed_on: {label: 审核日期, type: date}
  decision:
    label: 处罚决定
    type: entity
    fields:
      number: {label: 文号, type: string, max_len: 40}
      date: {label: 日期, type: date}
      outcome: {label: 结果, type: enum, codes: outcome}
      review_days: {label: 复议期限, type: int}
      text: {label: 正文, type: text, max_len: 200000}
      penalties:
        label: 处罚
        type: list
        element: penalty
        max_items: 16
        fields:
          kind: {label: 种类, type: enum, codes: penalty_kind}
          amount: {label: 金额, type: money}
      discretion:
        label: 裁量
        type: entity
        fields:
          standard: {label: 裁量基准, type: string, max_len: 40}
          reasons: {label: 理由, type: string, list: true, max_items: 8, max_len: 40}
  transcripts:
    label: 笔录
    type: list
    element: transcript
    max_items: 32
    fields:
      started_at: {label: 开始时间, type: datetime}
      ended_at: {label: 结束时间, type: datetime}
  documents:
    label: 文书
    type: list
    element: document
    max_items: 2000
    fields:
      kind: {label: 种类, type: document_kind, max_len: 200}
      number: {label: 文号, type: string, max_len: 200}
      date: {label: 日期, type: date}
      page_from: {label: 起页, type: int}
      page_to: {label: 止页, type: int}
      sealed: {label: 盖章, type: bool}
      signatures:
        label: 签名
        type: list
        element: signature
        max_items: 16
        fields:
          role: {label: 角色, type: string, max_len: 40}
  deliveries:
    label: 送达
    type: list
    element: delivery
    max_items: 500
    fields:
      document_kind: {label: 文书种类, type: document_kind, max_len: 200}
      served_on: {label: 送达日期, type: date}
      signed: {label: 签收, type: bool}
)";

constexpr const char kFileA[] = R"(case: {procedure: 普通程序, complex: 否}
parties: [{id_number: 91450100MA5K}]
officers: [{certificate_number: '45010100123'}, {certificate_number: '45010100456'}]
source: {found_on: 2025-02-26}
filing: {approved_on: 2025-03-03}
notice: {served_on: 2025-04-11, text: 你有权进行陈述、申辩。}
hearing: {requested_on: ''}
legal_review: {reviewed_on: 2025-05-12}
decision: {date: 2025-05-16, text: 可以申请行政复议 或者提起行政诉讼, penalties: [{kind: 罚款, amount: 12000}]}
documents:
  - {kind: 立案审批表, date: 2025-03-03, page_from: 1, page_to: 2, sealed: 是}
  - {kind: 现场笔录, date: 2025-02-26, page_from: 3, page_to: 4, sealed: 是}
  - {kind: 询问笔录, date: 2025-03-10, page_from: 5, page_to: 6, sealed: 是}
  - {kind: 行政处罚告知书, date: 2025-04-08, page_from: 7, page_to: 8, sealed: 是}
  - {kind: 法制审核意见书, date: 2025-05-12, page_from: 9, page_to: 10, sealed: 是}
  - {kind: 行政处罚决定书, date: 2025-05-16, page_from: 11, page_to: 12, sealed: 是, number: 桂市监罚〔2025〕17号}
  - {kind: 送达回证, date: 2025-05-20, page_from: 13, page_to: 14, sealed: 是}
deliveries:
  - {document_kind: 行政处罚告知书, served_on: 2025-04-11, signed: 是}
  - {document_kind: 行政处罚决定书, served_on: 2025-05-20, signed: 是}
transcripts: [{started_at: 2025-03-10 09:00, ended_at: 2025-03-10 10:10}]
)";

constexpr const char kFileB[] = R"(case: {procedure: 普通程序, complex: 是}
parties: [{id_number: ''}]
officers: [{certificate_number: '4501'}]
source: {found_on: 2025-02-26}
filing: {approved_on: 2025-03-03}
notice: {served_on: 2025-04-11, text: 你有权进行陈述。}
hearing: {requested_on: 2025-04-22}
legal_review: {reviewed_on: ''}
decision: {date: 2025-07-10, text: 可以申请行政复议, penalties: [{kind: 罚款, amount: 20000}]}
documents:
  - {kind: 立案审批表, date: 2025-03-03, page_from: 1, page_to: 2, sealed: 是}
  - {kind: 现场笔录, date: 2025-02-26, page_from: 1, page_to: 2, sealed: 是}
  - {kind: 询问笔录, date: 2025-03-10, page_from: 1, page_to: 2, sealed: 是}
  - {kind: 行政处罚告知书, date: 2025-04-08, page_from: 1, page_to: 2, sealed: 否}
  - {kind: 行政处罚决定书, date: 2025-07-10, page_from: 1, page_to: 2, sealed: 是, number: 桂市监罚(2025)17号}
  - {kind: 行政处罚决定书, date: 2025-07-10, page_from: 1, page_to: 2, sealed: 是, number: 桂市监罚(2025)17号}
deliveries:
  - {document_kind: 行政处罚告知书, served_on: 2025-04-11, signed: 是}
  - {document_kind: 行政处罚决定书, served_on: 2025-07-25, signed: 否}
transcripts: [{started_at: 2025-03-10 15:00, ended_at: 2025-03-10 14:20}]
)";

constexpr const char kFileC[] = R"(case: {procedure: 普通程序}
parties: [{name: 某某餐饮店}]
officers: [{certificate_number: '45010100123'}, {name: 李某}]
source: {found_on: 2025-02-26}
filing: {number: 立案一号}
notice: {served_on: 2025-04-11, text: 你有权进行陈述、申辩。}
decision: {date: 2025-05-16, penalties: [{kind: 罚款, amount: 12000}]}
documents:
  - {kind: 立案审批表, date: 2025-03-03, page_from: 1, page_to: 2, sealed: 是}
  - {kind: 现场笔录, date: 2025-02-26, page_from: 3, page_to: 4, sealed: 是}
  - {kind: 行政处罚告知书, page_from: 5, page_to: 6, sealed: 是}
  - {kind: 行政处罚决定书, date: 2025-05-16, number: 桂市监罚〔2025〕17号}
transcripts: [{started_at: 2025-03-10 09:00}]
)";

}  // namespace

const Model& ExampleModel() {
  static const std::unique_ptr<const Model> model = [] {
    DiagnosticSink sink;
    auto loaded = LoadModel(std::make_shared<const Source>("model.yaml", kModel), sink);
    REQUIRE_MESSAGE(loaded != nullptr, Format(sink, Lang::kEnglish));
    return loaded;
  }();
  return *model;
}

const Record& FileA() {
  static const TrialRecord file(ExampleModel(), kFileA);
  return file.record();
}

const Record& FileB() {
  static const TrialRecord file(ExampleModel(), kFileB);
  return file.record();
}

const Record& FileC() {
  static const TrialRecord file(ExampleModel(), kFileC, {"officers", "documents"});
  return file.record();
}

}  // namespace anjuan::expr
