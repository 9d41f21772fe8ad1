#include "expr/lexer_slips.h"

#include "base/utf8.h"

namespace anjuan::expr {
namespace {

struct Slip {
  char32_t written;
  std::string_view meant;
};

// Those that LevelWidth does not level, or not to what an expression wants.
constexpr Slip kSlips[] = {
    {U'“', "\""},  {U'”', "\""},  {U'‘', "'"},  {U'’', "'"},  {U'＂', "\""},
    {U'＇', "'"},  {U'。', "."},  {U'、', ","}, {U'；', ","}, {U'＝', "=="},
    {U'｜', "||"}, {U'＆', "&&"}, {U'【', "["}, {U'】', "]"}, {U'《', "<"},
    {U'》', ">"},  {U'≤', "<="},  {U'≥', ">="}, {U'≠', "!="}, {U'×', "*"},
    {U'÷', "/"},   {U'－', "-"},  {U'—', "-"},  {U'　', " "}, {U'\u00A0', " "},
};

constexpr std::string_view kAscii =
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz"
    "{|}~";

}  // namespace

std::string_view MeantBy(char32_t c) {
  for (const Slip& slip : kSlips) {
    if (slip.written == c) return slip.meant;
  }
  const char32_t level = LevelWidth(c);
  if (level == c || level < ' ' || level > '~') return {};
  return kAscii.substr(level - ' ', 1);
}

bool IsFullwidthWord(char32_t c) {
  const char32_t level = LevelWidth(c);
  if (level == c) return false;
  return (level >= '0' && level <= '9') || (level >= 'a' && level <= 'z') ||
         (level >= 'A' && level <= 'Z') || level == '_';
}

bool IsCurlyQuote(char32_t c) {
  return c == U'“' || c == U'”' || c == U'‘' || c == U'’' || c == U'＂' || c == U'＇';
}

}  // namespace anjuan::expr
