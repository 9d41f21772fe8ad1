// A finding in words, for reports that have one field for what is a list. Nothing is escaped: each
// report does that for itself.
#pragma once

#include <string>
#include <vector>

#include "audit/case_result.h"
#include "audit/waiver.h"
#include "base/text.h"

namespace anjuan {

// The value, yes or no in words, or that it is blank or not carried.
std::string ValueWords(const Evidence& evidence, Lang lang);

// 立案.批准日期 = 2023-03-02(第 12 行): one each.
std::vector<std::string> EvidenceItems(const Finding& finding, Lang lang);
std::string EvidenceWords(const Finding& finding, Lang lang);

// Each with the version that was in force: 行政处罚法 60 (2021-01-22).
std::vector<std::string> BasisItems(const Finding& finding);
std::string BasisWords(const Finding& finding, Lang lang);

// What is not carried, as the finding names it.
std::string MissingWords(const Finding& finding, Lang lang);

bool IsWaived(const Finding& finding);
// Who answers for it, why and until when; "" where nobody does.
std::string WaiverWords(const Finding& finding, Lang lang);

// Whether a failed finding counts: neither waived nor in the baseline.
bool IsCounted(const Finding& finding);

// What a finding that does not count is marked with, then the message.
std::string MarkedMessage(const Finding& finding, Lang lang);

}  // namespace anjuan
