// What a page keeps of one case, as the workers hand it over: the markup is made, only what must
// know of the other cases is not.
//
// Shape: one text a case, fields one behind the other, each its length, a colon and its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anjuan {

// What is kept first where a page cannot hold everything: failed by severity, waived, undecided.
inline constexpr uint8_t kRankWaived = 4;
inline constexpr uint8_t kRankUndecided = 5;
inline constexpr size_t kRanks = 6;

struct FindingBlock {
  uint8_t rank = 0;  // 0: a fatal defect
  std::string id;    // "": it has no detail of its own, its row leads to the case
  std::string rule;  // IdOf('r', …)
  std::string stage;
  std::string row_start;  // a row of the table, up to the link
  std::string link;       // what the link says
  std::string row_end;
  std::string detail;  // an item of the sheet, up to the rule's title
  std::string title;
  std::string facts;  // up to the basis
  std::string basis;
};

struct CaseBlock {
  std::string id;
  std::string agency;
  std::string row_start;  // a row of the list of cases
  std::string link;
  std::string row_end;
  std::string head;
  std::string timeline;
  std::string tail;  // behind the findings
  std::vector<FindingBlock> findings;
};

void AppendBlock(const CaseBlock& block, std::string& out);

// The next one of `text`, which begins behind it then. False at the end.
bool TakeBlock(std::string_view& text, CaseBlock& block);

}  // namespace anjuan
