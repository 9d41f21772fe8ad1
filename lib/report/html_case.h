// One case as markup, ready to be laid into a page.
#pragma once

#include "report/html_block.h"
#include "report/writer.h"

namespace anjuan {

CaseBlock BlockOf(const RunInfo& info, const CaseResult& result);

// The id of a rule's place in the page. Rules of two packs may share a name.
std::string AnchorOf(const Rule& rule);

}  // namespace anjuan
