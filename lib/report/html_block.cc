#include "report/html_block.h"

#include <cassert>
#include <charconv>

namespace anjuan {
namespace {

void Put(std::string_view field, std::string& out) {
  out += std::to_string(field.size()) + ':';
  out += field;
}

std::string_view Take(std::string_view& text) {
  size_t size = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), size);
  assert(read.ec == std::errc() && *read.ptr == ':');
  text.remove_prefix(static_cast<size_t>(read.ptr - text.data()) + 1);
  const std::string_view field = text.substr(0, size);
  text.remove_prefix(size);
  return field;
}

// The fields in the order that they stand in, for both directions.
template <typename Block, typename Do>
void ForEachField(Block& block, const Do& each) {
  each(block.id);
  each(block.agency);
  each(block.row_start);
  each(block.link);
  each(block.row_end);
  each(block.head);
  each(block.timeline);
  each(block.tail);
}

template <typename Block, typename Do>
void ForEachFindingField(Block& block, const Do& each) {
  each(block.id);
  each(block.rule);
  each(block.stage);
  each(block.row_start);
  each(block.link);
  each(block.row_end);
  each(block.detail);
  each(block.title);
  each(block.facts);
  each(block.basis);
}

}  // namespace

void AppendBlock(const CaseBlock& block, std::string& out) {
  const auto put = [&out](const std::string& field) { Put(field, out); };
  ForEachField(block, put);
  Put(std::to_string(block.findings.size()), out);
  for (const FindingBlock& finding : block.findings) {
    Put(std::string(1, static_cast<char>('0' + finding.rank)), out);
    ForEachFindingField(finding, put);
  }
}

bool TakeBlock(std::string_view& text, CaseBlock& block) {
  if (text.empty()) return false;
  const auto take = [&text](std::string& field) { field = Take(text); };
  ForEachField(block, take);
  size_t findings = 0;
  const std::string_view count = Take(text);
  std::from_chars(count.data(), count.data() + count.size(), findings);
  block.findings.resize(findings);
  for (FindingBlock& finding : block.findings) {
    finding.rank = static_cast<uint8_t>(Take(text).front() - '0');
    ForEachFindingField(finding, take);
  }
  return true;
}

}  // namespace anjuan
