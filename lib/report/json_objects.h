// The objects of machine output, one line of JSON each, keys in their fixed order, none left out.
// Shape and meaning: architecture, "Machine output". Text that is no UTF-8 (a file name) is shown
// with its stray bytes as %XX.
#pragma once

#include <string>

#include "report/json_out.h"
#include "report/writer.h"

namespace anjuan {

// Parts of objects, for other documents too.
void AddPacks(const RunInfo& info, Json& json);
void AddIdentity(const CaseIdentity& identity, Json& json);

void AppendRun(const RunInfo& info, bool typed, std::string& out);
void AppendCase(const RunInfo& info, const CaseResult& result, bool typed, std::string& out);
void AppendInput(const RunInfo& info, const InputFinding& finding, bool typed, std::string& out);
void AppendSummary(const RunInfo& info, const Summary& summary, bool typed, std::string& out);

}  // namespace anjuan
