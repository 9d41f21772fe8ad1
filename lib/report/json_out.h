// JSON written straight to the end of a string, value by value; the caller keeps objects and lists
// balanced.
//
// Shape: UTF-8, as everything from a case file or a pack is; no white space. What could act where
//        the text is shown (<, marks that turn the direction of writing, C1 controls, U+2028 …) is
//        escaped as \uXXXX, so that a report can be put into a page and onto a terminal.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.h"

namespace anjuan {

class Json {
 public:
  explicit Json(std::string& out);  // must outlive it
  ~Json();

  void Open();
  void Close();
  void OpenList();
  void CloseList();
  Json& Key(std::string_view key);
  void Null();
  void Bool(bool value);
  void Number(uint64_t n);
  void Text(std::string_view text);
  // Whatever bytes the file system has: those that are no UTF-8 as %XX.
  void FileName(std::string_view name);
  void TextOrNull(const std::optional<std::string>& text) { text ? Text(*text) : Null(); }
  void TextOrNull(const std::string& text) { text.empty() ? Null() : Text(text); }
  void NumberOrNull(std::optional<int64_t> n);
  void DateOrNull(std::optional<Date> date);
  void LineOrNull(uint32_t line) { line == 0 ? Null() : Number(line); }
  void Points(anjuan::Points points);
  void Texts(const std::vector<std::string>& texts);

 private:
  struct Writer;
  std::unique_ptr<Writer> writer_;
};

}  // namespace anjuan
