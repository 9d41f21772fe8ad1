// One finding as markup: a row of the table of findings, an item of the case's sheet.
#pragma once

#include "report/html_block.h"
#include "report/writer.h"

namespace anjuan {

FindingBlock BlockOf(const RunInfo& info, const CaseResult& result, size_t finding);

}  // namespace anjuan
