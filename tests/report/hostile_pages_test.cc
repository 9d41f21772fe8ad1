// html, xlsx and text: a hostile text in every free field changes nothing but the text, and it can
// be read as it was.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/terminal_text.h"
#include "base/utf8.h"
#include "report/hostile_case.h"
#include "report/xlsx_book.h"
#include "support/xlsx_cells.h"

namespace anjuan {
namespace {

// Line feeds as blanks, carriage returns left out, what nobody can see as U+FFFD.
std::string OnOneLine(std::string_view text) {
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), '\n', ' ');
  std::erase(plain, '\r');
  return ForTerminal(plain);
}

// The tags of a page in order, values of attributes left out.
std::string TagsOf(const std::string& page) {
  std::string tags;
  bool in_tag = false;
  bool in_value = false;
  for (const char c : page) {
    if (!in_tag && c == '<') in_tag = true;
    if (in_tag && c == '"') in_value = !in_value;
    if (in_tag && !in_value && c != '"') tags += c;
    if (in_tag && !in_value && c == '>') in_tag = false;
  }
  return tags;
}

std::string WithoutEntities(std::string text) {
  for (const auto& [from, to] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
    text = Replaced(std::move(text), from, to);
  }
  return text;
}

// Cells escape as _xHHHH_ what XML cannot hold, and a text that looks so.
std::string WithoutCellEscapes(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string hex = text.substr(i, 7);
    const bool escape = hex.size() == 7 && hex.starts_with("_x") && hex.back() == '_' &&
                        hex.find_first_not_of("0123456789ABCDEFabcdef", 2) == 6;
    if (escape) {
      AppendUtf8(static_cast<char32_t>(std::stoul(hex.substr(2, 4), nullptr, 16)), out);
      i += 6;
    } else {
      out += text[i];
    }
  }
  return out;
}

TEST_CASE("html: the page has the tags it would have, and the text is read back") {
  const std::string harmless = TagsOf(WrittenOf("html", "harmless"));
  for (const HostileText& hostile : HostileTexts()) {
    const std::string name = hostile.name;
    CAPTURE(name);
    const std::string page = WrittenOf("html", hostile.text);
    CHECK((TagsOf(page) == harmless));
    CHECK(WithoutEntities(page).find(OnOneLine(hostile.text)) != std::string::npos);
  }
}

TEST_CASE("xlsx: no cell is a formula, and the text is read back") {
  for (const HostileText& hostile : HostileTexts()) {
    const std::string name = hostile.name;
    CAPTURE(name);
    const std::string book = WrittenOf("xlsx", hostile.text);
    CHECK(XlsxFault(InFile(book)) == "");
    bool found = false;
    for (const auto& [title, sheet] : CellsOf(book)) {
      CHECK(sheet.xml.find("<f>") == std::string::npos);
      CHECK(sheet.xml.find("<f ") == std::string::npos);
      for (const auto& [place, cell] : sheet.cells) {
        if (!cell.starts_with("text:")) continue;
        found = found || WithoutCellEscapes(WithoutEntities(cell.substr(5))) == hostile.text;
      }
    }
    CHECK(found);
  }
}

TEST_CASE("text: nothing reaches the terminal that acts, and the text is read back") {
  for (const HostileText& hostile : HostileTexts()) {
    const std::string name = hostile.name;
    CAPTURE(name);
    const std::string report = WrittenOf("text", hostile.text);
    CHECK(ForTerminal(Replaced(report, "\n", "")) == Replaced(report, "\n", ""));
    CHECK(report.find(ForTerminal(hostile.text)) != std::string::npos);
  }
}

}  // namespace
}  // namespace anjuan
