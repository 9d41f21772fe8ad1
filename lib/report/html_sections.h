// The sections of a page, each from what was kept and counted.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "report/html_charts.h"
#include "report/html_kept.h"
#include "report/writer.h"

namespace anjuan {

// Of texts/, as markup.
std::string PageWords(const RunInfo& info, TextId id,
                      std::initializer_list<std::string_view> args = {});
// Its heading in it; the section is still open.
std::string SectionStart(const RunInfo& info, const std::string& id, TextId name);

std::string TopSection(const RunInfo& info, const Summary& summary);
std::string ChartSection(const RunInfo& info, const Summary& summary, const DefectCounts& counts);
std::string FindingSection(const RunInfo& info, const KeptCases& kept);
std::string CaseSection(const RunInfo& info, const Summary& summary, const KeptCases& kept,
                        const LeftOut& left);
// `fixes`: of each rule by its anchor, as markup; null: what a rule says stands with the rule only.
using Fixes = std::map<std::string, std::string>;
std::string SheetSection(const RunInfo& info, const KeptCases& kept, const Fixes* fixes);
std::string RuleSection(const RunInfo& info, const std::map<std::string, const Rule*>& rules);
std::string InputSection(const RunInfo& info, const std::string& rows, uint64_t left);
std::string Colophon(const RunInfo& info);

std::string PageHeadline(const RunInfo& info, const Summary& summary);
std::string Navigation(const RunInfo& info, bool inputs);

}  // namespace anjuan
