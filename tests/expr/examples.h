// The worked examples of the language on three files: A is complete, B complete but defective,
// C incomplete. Results with the causes of an unknown, as the language's own table has them.
#pragma once

namespace anjuan::expr {

struct Example {
  int number;
  const char* expression;
  const char* a;
  const char* b;
  const char* c;
};

inline constexpr Example kExamples[] = {
    {1, "size(officers) >= 2", "T", "F", "T"},
    {2, "size(officers) == 2", "T", "F", "U officers"},
    {3, "officers.all(o, o.certificate_number.matches('^[0-9]{11}$'))", "T", "F",
     "U officers officers[].certificate_number"},
    {4, "decision.date <= filing.approved_on + days(90)", "T", "F", "U filing.approved_on"},
    {5, "filing.approved_on <= notice.served_on && notice.served_on < decision.date", "T", "T",
     "U filing.approved_on"},
    {6, "decision.date < notice.served_on || decision.date < filing.approved_on", "F", "F",
     "U filing.approved_on"},
    {7,
     "deliveries.filter(v, v.document_kind == '行政处罚决定书').all(v, v.served_on <= "
     "decision.date + workdays(7))",
     "T", "F", "U deliveries"},
    {8, "source.found_on.workdaysUntil(filing.approved_on) <= 15", "T", "T",
     "U filing.approved_on"},
    {9, "hasDoc('行政处罚告知书') && notice.text.containsAll(['陈述', '申辩'])", "T", "F", "T"},
    {10, "hasDoc('法制审核意见书')", "T", "F", "U documents"},
    {11, "!case.complex || has(legal_review.reviewed_on)", "T", "F", "U case.complex legal_review"},
    {12, "decision.text.contains('行政复议') && decision.text.contains('行政诉讼')", "T", "F",
     "U decision.text"},
    {13, "documents.exists_one(d, d.kind == '行政处罚决定书')", "T", "F", "U documents"},
    {14, "doc('行政处罚决定书').number.matches('^[^〔]+〔[0-9]{4}〕[0-9]+号$')", "T", "E ambiguous",
     "T"},
    {15, "docs('行政处罚决定书').exists(d, d.number.contains('〔'))", "T", "F", "T"},
    {16, "documents.filter(d, d.kind in ['行政处罚告知书', '行政处罚决定书']).all(d, d.sealed)",
     "T", "F", "U documents documents[].sealed"},
    {17,
     "['行政处罚告知书', '行政处罚决定书'].all(k, deliveries.exists(v, v.document_kind == k && "
     "v.signed))",
     "T", "F", "U deliveries"},
    {18, "documents.all(d, d.date <= decision.date)", "F", "T", "U documents documents[].date"},
    {19, "documents.filter(d, d.kind != '送达回证').all(d, d.date <= decision.date)", "T", "T",
     "U documents documents[].date"},
    {20,
     "transcripts.all(t, t.started_at < t.ended_at && t.ended_at - t.started_at <= "
     "duration('24h'))",
     "T", "F", "U transcripts[].ended_at"},
    {21, "transcripts.all(t, date(t.started_at) >= filing.approved_on)", "T", "T",
     "U filing.approved_on"},
    {22, "!has(hearing.requested_on) || notice.served_on.workdaysUntil(hearing.requested_on) <= 5",
     "T", "F", "U hearing"},
    {23, "hearing.requested_on > notice.served_on", "U hearing.requested_on", "T", "U hearing"},
    {24,
     "decision.penalties.exists(p, p.amount > yuan(3000)) ? size(officers) >= 2 : size(officers) "
     ">= 1",
     "T", "F", "T"},
    {25, "当事人.exists(人, !has(人.证件号码)) || 案件.程序 == '简易程序'", "F", "T",
     "U parties[].id_number"},
    {26, "documents.map(d, d.kind).filter(k, k == '行政处罚告知书').size() > 0", "T", "T", "T"},
    {27, "decision.penalties.all(p, p.kind != '罚款' || p.amount <= yuan(5000) * 3)", "T", "F",
     "T"},
    {28, "has(doc('法制审核意见书').date)", "T", "F", "U documents"},
    {29, "documents.all(i, d, i == 0 || documents[i - 1].page_to < d.page_from)", "T", "F",
     "U documents documents[].page_from"},
};

}  // namespace anjuan::expr
