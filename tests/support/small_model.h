// A model small enough to read in a test: one of each shape.
#pragma once

#include <memory>

#include "model/model.h"

namespace anjuan {

inline constexpr const char kSmallModel[] = R"(name: small
title: 测试模型
export: {record: [案卷, case_file], collection: [案卷集, case_files], complete: [完整, complete], partial: [部分, partial], wrapper_suffix: 列表, yes: [是, 有, 'true', '1'], no: [否, 无, 'false', '0']}
header: {case_number: case.number, case_title: case.title, agency: agency.name, agency_group: agency.group, procedure: case.procedure, decided_on: decision.date}
documents: {list: documents, kind: kind, text: text, signatures: signatures, role: role, deliveries: deliveries, delivered_kind: document_kind, served_on: served_on}
keys: [number, name, kind]
codes:
  procedure: {普通程序: [一般程序], 简易程序: [当场处罚]}
  penalty_kind: {警告: [], 罚款: [], 没收违法所得: []}
kinds:
  立案审批表: [立案登记表]
  行政处罚告知书: [行政处罚事先告知书, 行政处罚事先(听证)告知书]
  行政处罚决定书: []
fields:
  case:
    label: 案件
    type: entity
    fields:
      number: {label: 编号, type: string, max_len: 20}
      title: {label: 名称, type: string, max_len: 200}
      procedure: {label: 程序, type: enum, codes: procedure}
      complex: {label: 重大复杂, type: bool}
  agency:
    label: 执法机关
    type: entity
    fields:
      name: {label: 名称, type: string, max_len: 200}
      group: {label: 部门类别, type: string, max_len: 200}
  parties:
    label: 当事人
    type: list
    element: party
    max_items: 4
    fields:
      name: {label: 名称, type: string, max_len: 200, aliases: [姓名]}
  filing:
    label: 立案
    type: entity
    fields:
      approved_on: {label: 批准日期, type: date}
      applicants: {label: 承办人, type: string, list: true, max_items: 3, max_len: 20}
  decision:
    label: 处罚决定
    type: entity
    fields:
      number: {label: 文号, type: string, max_len: 200, from_document: {kind: 行政处罚决定书, field: number}}
      date: {label: 日期, type: date, from_document: {kind: 行政处罚决定书, field: date}}
      sealed: {label: 盖章, type: bool}
      court_months: {label: 诉讼期限, type: int}
      penalties:
        label: 处罚
        type: list
        element: penalty
        max_items: 8
        fields:
          kind: {label: 种类, type: enum, codes: penalty_kind}
          amount: {label: 金额, type: money}
      discretion:
        label: 裁量
        type: entity
        fields:
          reasons: {label: 理由, type: string, list: true, max_items: 10, max_len: 200}
  transcripts:
    label: 笔录
    type: list
    element: transcript
    max_items: 8
    fields:
      started_at: {label: 开始时间, type: datetime}
      text: {label: 正文, type: text, max_len: 200000}
  documents:
    label: 文书
    type: list
    element: document
    max_items: 2000
    fields:
      kind: {label: 种类, type: document_kind, max_len: 200}
      number: {label: 文号, type: string, max_len: 200}
      date: {label: 日期, type: date}
      sealed: {label: 盖章, type: bool}
      text: {label: 正文, type: text, max_len: 10000}
      signatures:
        label: 签名
        type: list
        element: signature
        max_items: 16
        fields:
          role: {label: 角色, type: string, max_len: 200}
  deliveries:
    label: 送达
    type: list
    element: delivery
    max_items: 500
    fields:
      document_kind: {label: 文书种类, type: document_kind, max_len: 200}
      served_on: {label: 送达日期, type: date}
)";

// Aborts where the text above is no model.
std::unique_ptr<const Model> SmallModel();

}  // namespace anjuan
