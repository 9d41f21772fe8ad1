#include "report/json_objects.h"

#include <map>

namespace anjuan {
namespace {

void AddType(bool typed, std::string_view type, Json& json) {
  if (!typed) return;
  json.Key("type");
  json.Text(type);
}

void AddWaiver(const Waiver* waiver, Json& json) {
  if (waiver == nullptr) return json.Null();
  json.Open();
  json.Key("rule").Text(waiver->rule);
  json.Key("reason").Text(waiver->reason);
  json.Key("approver").Text(waiver->approver);
  json.Key("until").DateOrNull(waiver->until);
  json.Close();
}

// Null where there is nothing to compare with.
void AddBaselineState(const RunInfo& info, const Finding& finding, Json& json) {
  if (!info.has_baseline() || finding.outcome != Outcome::kFailed) return json.Null();
  json.Text(finding.known ? "known" : "new");
}

uint64_t SumOf(const std::array<uint64_t, kSeverities>& findings) {
  uint64_t sum = 0;
  for (const uint64_t count : findings) sum += count;
  return sum;
}

// Each waiver of the run, and what became of it.
void AddWaivers(const RunInfo& info, const Summary& summary, Json& json) {
  json.OpenList();
  const Waivers* const waivers = info.gate == nullptr ? nullptr : info.gate->waivers;
  for (size_t i = 0; waivers != nullptr && i < waivers->all().size(); ++i) {
    const Waiver& waiver = waivers->all()[i];
    const uint64_t met = summary.gate.waivers[i].count;
    json.Open();
    json.Key("line").Number(waiver.line);
    json.Key("rule").Text(waiver.rule);
    json.Key("file").TextOrNull(waiver.file);
    json.Key("fingerprint").TextOrNull(waiver.fingerprint);
    json.Key("until").DateOrNull(waiver.until);
    json.Key("state").Text(met == 0                     ? "unmatched"
                           : info.gate->Expired(waiver) ? "expired"
                                                        : "used");
    json.Key("findings").Number(met);
    json.Close();
  }
  json.CloseList();
}

// What did not count, and why.
void AddLetPass(const RunInfo& info, const Summary& summary, Json& json) {
  json.Key("waived_findings").Number(SumOf(summary.waived));
  AddWaivers(info, summary, json.Key("waivers"));
  if (!info.has_baseline()) return json.Key("baseline").Null();
  json.Key("baseline").Open();
  json.Key("known").Number(SumOf(summary.known));
  json.Key("gone").Number(summary.gate.gone());
  json.Key("not_audited").Number(summary.gate.unseen());
  json.Close();
}

void AddFinding(const RunInfo& info, const Finding& finding, Json& json) {
  const Rule& rule = *finding.rule;
  json.Open();
  json.Key("rule").Text(rule.id);
  json.Key("title").Text(rule.title);
  json.Key("outcome").Text(NameOf(finding.outcome));
  json.Key("severity").Text(NameOf(rule.severity));
  json.Key("stage").Text(rule.stage);
  json.Key("covers").Texts(rule.covers);
  json.Key("message").Text(finding.message);
  json.Key("basis").OpenList();
  for (size_t i = 0; i < rule.basis.size(); ++i) {
    json.Open();
    json.Key("ref").Text(rule.basis[i]);
    json.Key("version").DateOrNull(VersionOfBasis(finding, i));
    json.Close();
  }
  json.CloseList();
  json.Key("fix").TextOrNull(rule.fix);
  json.Key("deduct").Points(finding.deduct);
  json.Key("line").LineOrNull(finding.line);
  json.Key("path").TextOrNull(finding.path);
  json.Key("evidence").OpenList();
  for (const Evidence& evidence : finding.evidence) {
    json.Open();
    json.Key("field").Text(evidence.field);
    json.Key("label").Text(evidence.label);
    json.Key("value").TextOrNull(evidence.value);
    json.Key("line").LineOrNull(evidence.line);
    json.Close();
  }
  json.CloseList();
  json.Key("missing").Texts(finding.missing);
  AddWaiver(finding.waiver, json.Key("waiver"));
  AddBaselineState(info, finding, json.Key("baseline"));
  json.Key("fingerprint").Text(finding.fingerprint);
  json.Close();
}

void AddTallies(const std::map<std::string, Tally>& tallies, Json& json) {
  json.Open();
  for (const auto& [name, tally] : tallies) {
    if (tally.failed == 0 && tally.indeterminate == 0) continue;
    json.Key(name);
    json.Open();
    json.Key("failed").Number(tally.failed);
    json.Key("indeterminate").Number(tally.indeterminate);
    json.Close();
  }
  json.Close();
}

void AddScore(const Score& score, Json& json) {
  if (score.scheme == nullptr) {
    for (const std::string_view key : {"score", "score_floor", "grade"}) json.Key(key).Null();
    json.Key("vetoes").OpenList();
    json.CloseList();
    return;
  }
  json.Key("score").Points(score.value);
  json.Key("score_floor").Points(score.floor);
  json.Key("grade").Text(score.grade_name());
  json.Key("vetoes").OpenList();
  for (const Rule* const rule : score.vetoes) json.Text(rule->id);
  json.CloseList();
}

// Grades best first, as a reader of many reports ranks them.
void AddScheme(const RunInfo& info, Json& json) {
  json.Key("scheme");
  const Scorer* const scorer = info.rules->scorer();
  if (scorer == nullptr) return json.Null();
  const Scheme& scheme = scorer->scheme();
  json.Open();
  json.Key("name").Text(scheme.name);
  json.Key("title").Text(scheme.title);
  json.Key("full").Points(scheme.full);
  json.Key("grades").OpenList();
  for (const Scheme::Grade& grade : scheme.grades) json.Text(grade.name);
  json.CloseList();
  json.Close();
}

}  // namespace

void AddPacks(const RunInfo& info, Json& json) {
  json.Key("packs").OpenList();
  for (const auto& pack : info.rules->packs()) {
    json.Open();
    json.Key("name").Text(pack->pack.name);
    json.Key("version").Text(pack->pack.version);
    json.Key("digest").Text("sha256:" + pack->pack.digest);
    json.Close();
  }
  json.CloseList();
}

void AddIdentity(const CaseIdentity& identity, Json& json) {
  json.Key("case_number").TextOrNull(identity.case_number);
  json.Key("case_title").TextOrNull(identity.case_title);
  json.Key("agency").TextOrNull(identity.agency);
  json.Key("agency_group").TextOrNull(identity.agency_group);
  json.Key("procedure").TextOrNull(identity.procedure);
  json.Key("decided_on").TextOrNull(identity.decided_on);
  json.Key("sector").TextOrNull(identity.sector);
  json.Key("officers").Texts(identity.officers);
}

void AppendRun(const RunInfo& info, bool typed, std::string& out) {
  Json json(out);
  json.Open();
  AddType(typed, "run", json);
  json.Key("tool").Text("anjuan");
  json.Key("version").Text(info.version);
  AddPacks(info, json);
  json.Key("as_of").Text(FormatDate(info.as_of));
  AddScheme(info, json);
  json.Key("stages").Texts(info.rules->stages());
  json.Close();
}

void AppendCase(const RunInfo& info, const CaseResult& result, bool typed, std::string& out) {
  Json json(out);
  json.Open();
  AddType(typed, "case", json);
  json.Key("file").FileName(result.file);
  json.Key("record").Number(result.record);
  AddIdentity(result.identity, json);
  AddScore(result.score, json);
  json.Key("counts").Open();
  json.Key("passed").Number(result.counts.passed);
  json.Key("failed").Number(result.counts.failed);
  json.Key("indeterminate").Number(result.counts.indeterminate);
  json.Key("not_applicable").Number(result.counts.not_applicable);
  json.Key("waived").Number(result.counts.waived);
  json.Close();
  json.Key("findings").OpenList();
  for (const Finding& finding : result.findings) AddFinding(info, finding, json);
  json.CloseList();
  json.Close();
}

void AppendInput(const RunInfo& info, const InputFinding& finding, bool typed, std::string& out) {
  Json json(out);
  json.Open();
  AddType(typed, "input", json);
  json.Key("file").FileName(finding.file);
  json.Key("problem").Text(NameOf(finding.problem));
  json.Key("line").LineOrNull(finding.line);
  json.Key("message").Text(Say(info.lang, finding.message));
  json.Close();
}

void AppendSummary(const RunInfo& info, const Summary& summary, bool typed, std::string& out) {
  std::map<std::string, Tally> by_rule;
  std::map<std::string, Tally> by_stage;
  for (size_t i = 0; i < summary.by_rule.size(); ++i) {
    const Rule& rule = info.rules->rule(i);
    by_rule[rule.id].Add(summary.by_rule[i]);
    by_stage[rule.stage].Add(summary.by_rule[i]);
  }
  Json json(out);
  json.Open();
  AddType(typed, "summary", json);
  json.Key("found").Number(summary.found);
  json.Key("audited").Number(summary.audited);
  json.Key("unaudited").Number(summary.unaudited);
  json.Key("cases").Number(summary.cases);
  json.Key("failed").Number(summary.failed);
  AddTallies(by_rule, json.Key("by_rule"));
  AddTallies(by_stage, json.Key("by_stage"));
  AddTallies(summary.by_agency, json.Key("by_agency"));
  json.Key("unknown_laws").Open();
  for (const auto& [law, count] : summary.unknown_laws) json.Key(law).Number(count);
  json.Close();
  AddLetPass(info, summary, json);
  json.Close();
}

}  // namespace anjuan
