// Writes the elements of an export. Names and values are written as they are: they hold nothing
// that XML would have escaped.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Name and value. A field without a value is left out; one that is kBlank is written empty. A list
// stands in one value, its items between 、.
using Fields = std::vector<std::pair<std::string_view, std::string>>;

inline constexpr std::string_view kBlank = " ";

class XmlWriter {
 public:
  // `elements`: entities carry their fields in child elements instead of attributes, rows of lists
  // never; exports of both kinds exist.
  XmlWriter(std::string_view encoding, bool elements) : elements_(elements) {
    Put({"<?xml version=\"1.0\" encoding=\"", encoding, "\"?>\n"});
  }

  void Open(std::string_view name, const Fields& fields = {}) {
    StartTag(name, elements_ ? Fields{} : fields, ">\n");
    ++depth_;
    if (!elements_) return;
    for (const auto& [key, value] : fields) Items(key, value);
  }
  void Close(std::string_view name) {
    --depth_;
    out_.append(depth_, ' ');
    Put({"</", name, ">\n"});
  }
  void Entity(std::string_view name, const Fields& fields) {
    if (!elements_) return Row(name, fields);
    Open(name, fields);
    Close(name);
  }
  void Row(std::string_view name, const Fields& fields = {}) { StartTag(name, fields, "/>\n"); }
  void OpenRow(std::string_view name, const Fields& fields) {
    StartTag(name, fields, ">\n");
    ++depth_;
  }
  void Text(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    if (text == kBlank) return Row(name);
    out_.append(depth_, ' ');
    Put({"<", name, ">", text, "</", name, ">\n"});
  }

  std::string Take() { return std::move(out_); }

 private:
  // One element for each item of a list.
  void Items(std::string_view name, std::string_view value) {
    constexpr std::string_view kComma = "、";
    for (size_t end = value.find(kComma); end != value.npos; end = value.find(kComma)) {
      Text(name, value.substr(0, end));
      value.remove_prefix(end + kComma.size());
    }
    Text(name, value);
  }
  void StartTag(std::string_view name, const Fields& fields, std::string_view end) {
    out_.append(depth_, ' ');
    Put({"<", name});
    for (const auto& [key, value] : fields) {
      if (!value.empty()) Put({" ", key, "=\"", value == kBlank ? "" : value, "\""});
    }
    Put({end});
  }
  void Put(std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) out_ += part;
  }

  bool elements_;
  size_t depth_ = 0;
  std::string out_;
};
