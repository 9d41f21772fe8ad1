// The floor plan of lib/ and cmd/, kept by reading their text: who includes whom, which library
// comes in by which door, what a file may be called, and that no law stands in C++.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Room {
  std::string_view name;
  int floor;
};

// A room includes itself and rooms of a lower floor.
constexpr Room kRooms[] = {
    {"base", 0}, {"value", 1}, {"yaml", 1},   {"model", 2},  {"expr", 3}, {"intake", 3},
    {"pack", 4}, {"audit", 5}, {"survey", 6}, {"report", 7}, {"cmd", 8},
};

// Literals that are data of the language or of case files, not words of ours: numerals, units of
// money and dates, punctuation that is read or complained of, names that no field can bear.
constexpr std::string_view kChineseData[] = {
    "base/wrap.cc",
    "expr/chinese_number.cc",
    "expr/lexer_slips.cc",
    "model/model.cc",
    "model/record_builder.cc",
    "pack/checks/delivered.cc",
    "pack/checks/document.cc",
    "pack/checks/fine_in_range.cc",
    "pack/checks/text.cc",
    "pack/compile_deadline.cc",
    "pack/law_book.cc",
    "report/csv_field.cc",
    "value/date.cc",
    "value/money.cc",
    "yaml/scan.cc",
};

struct Door {
  std::string_view header;  // what its includes begin with
  std::string_view file;    // what the paths of files that may include it begin with
};

// All of them for .cc files alone.
constexpr Door kDoors[] = {
    {"yaml-cpp/", "yaml/"},
    {"libxml/", "intake/"},
    {"archive.h", "intake/"},
    {"archive_entry.h", "intake/"},
    {"re2/", "expr/"},
    {"rapidjson/", "intake/"},
    {"rapidjson/", "report/"},
    {"rapidjson/", "survey/"},
    {"xlsxwriter", "report/"},
    {"sqlite3.h", "audit/store.cc"},
    {"sha2.h", "base/digest.cc"},
    {"CLI/", "cmd/options.cc"},
    {"fmt/", ""},
};

// The system's own headers that are not of the C++ library.
constexpr std::string_view kSystem[] = {"unistd.h", "fcntl.h", "dirent.h", "iconv.h", "sys/"};

constexpr std::string_view kNoNames[] = {"util",   "utils",   "helper", "helpers",
                                         "common", "manager", "misc"};

constexpr std::string_view kLawNames[] = {"处罚法", "许可法", "强制法", "复议法", "诉讼法",
                                          "民法典", "刑法",   "赔偿法", "监督法", "条例"};

// `path` below lib/, or cmd/ and what is below it.
struct SourceFile {
  std::string path;
  std::string text;
};

const Room* RoomOf(std::string_view path) {
  const std::string_view first = path.substr(0, path.find('/'));
  const auto* const room = std::find_if(std::begin(kRooms), std::end(kRooms),
                                        [&](const Room& one) { return one.name == first; });
  return room == std::end(kRooms) ? nullptr : room;
}

// The text with comments blanked out; strings and line ends stay.
std::string WithoutComments(std::string_view text) {
  std::string out;
  enum { kCode, kLine, kBlock, kString, kChar, kRaw } state = kCode;
  std::string raw_end;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const std::string_view rest = text.substr(i);
    switch (state) {
      case kCode: {
        const bool digit_mark = c == '\'' && i > 0 && std::isdigit(text[i - 1]) != 0;
        if (rest.starts_with("//")) {
          state = kLine;
        } else if (rest.starts_with("/*")) {
          state = kBlock;
          ++i;
        } else if (rest.starts_with("R\"")) {
          raw_end = ")" + std::string(rest.substr(2, rest.find('(') - 2)) + "\"";
          state = kRaw;
          out += c;
        } else {
          if (c == '"') state = kString;
          if (c == '\'' && !digit_mark) state = kChar;
          out += c;
        }
        break;
      }
      case kLine:
        if (c == '\n') {
          state = kCode;
          out += c;
        }
        break;
      case kBlock:
        if (rest.starts_with("*/")) {
          state = kCode;
          ++i;
        } else if (c == '\n') {
          out += c;
        }
        break;
      case kString:
      case kChar:
        out += c;
        if (c == '\\' && i + 1 < text.size()) {
          out += text[++i];
        } else if (c == (state == kString ? '"' : '\'')) {
          state = kCode;
        }
        break;
      case kRaw:
        if (rest.starts_with(raw_end)) {
          out += raw_end;
          i += raw_end.size() - 1;
          state = kCode;
        } else {
          out += c;
        }
        break;
    }
  }
  return out;
}

// U+3000 to U+9FFF and U+F900 to U+FFEF, as UTF-8 begins them.
bool HasChinese(std::string_view text) {
  for (size_t i = 0; i + 2 < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if (first >= 0xE3 && first <= 0xE9) return true;
    if (first == 0xEF && second >= 0xA4) return true;
  }
  return false;
}

// What is wrong with including `header` in the file at `path`; empty where nothing is.
std::string FaultOfQuoted(const std::string& path, std::string_view header) {
  const Room* const here = RoomOf(path);
  const Room* const there = RoomOf(header);
  if (header.find('/') == std::string_view::npos || there == nullptr) return "no room";
  if (here == nullptr) return "file outside the rooms";
  if (here->name == there->name) return "";
  if (there->floor < here->floor) return "";
  return there->floor == here->floor ? "a room of the same floor" : "a room above";
}

std::string FaultOfAngled(const std::string& path, std::string_view header) {
  const auto begins = [&](std::string_view start) { return header.starts_with(start); };
  bool third_party = false;
  for (const Door& door : kDoors) {
    if (!begins(door.header)) continue;
    third_party = true;
    if (path.ends_with(".cc") && path.starts_with(door.file)) return "";
  }
  if (third_party) return path.ends_with(".cc") ? "not its door" : "third-party in a header";
  const bool library = header.find_first_of("./") == std::string_view::npos;
  if (library || std::any_of(std::begin(kSystem), std::end(kSystem), begins)) return "";
  return "a library without a door";
}

// 第六十条, 第 60 条: numerals between 第 and 条.
bool NamesAnArticle(std::string_view line) {
  constexpr std::string_view kNumerals[] = {"零", "〇", "一", "二", "三", "四", "五", "六", "七",
                                            "八", "九", "十", "百", "千", "两", "0",  "1",  "2",
                                            "3",  "4",  "5",  "6",  "7",  "8",  "9",  " "};
  constexpr std::string_view kFirst = "第";
  for (size_t at = line.find(kFirst); at != std::string_view::npos;
       at = line.find(kFirst, at + kFirst.size())) {
    std::string_view rest = line.substr(at + kFirst.size());
    const size_t whole = rest.size();
    const auto begins = [&](std::string_view numeral) { return rest.starts_with(numeral); };
    for (;;) {
      const auto* const numeral = std::find_if(std::begin(kNumerals), std::end(kNumerals), begins);
      if (numeral == std::end(kNumerals)) break;
      rest.remove_prefix(numeral->size());
    }
    if (rest.size() < whole && rest.starts_with("条")) return true;
  }
  return false;
}

std::vector<std::string> FaultsOf(const SourceFile& file) {
  std::vector<std::string> faults;
  const std::string code = WithoutComments(file.text);
  int number = 0;
  for (size_t begin = 0; begin < code.size();) {
    ++number;
    const size_t end = std::min(code.find('\n', begin), code.size());
    const std::string_view line = std::string_view(code).substr(begin, end - begin);
    begin = end + 1;
    const auto fault = [&](std::string_view what) {
      faults.push_back(file.path + ":" + std::to_string(number) + ": " + std::string(what) + ": " +
                       std::string(line));
    };
    const size_t first = line.find_first_not_of(" \t");
    if (first != std::string_view::npos && line[first] == '#') {
      const size_t include = line.find("include");
      const size_t open = line.find_first_of("<\"");
      if (include == std::string_view::npos || open == std::string_view::npos) continue;
      const bool quoted = line[open] == '"';
      const size_t close = line.find(quoted ? '"' : '>', open + 1);
      const std::string_view header = line.substr(open + 1, close - open - 1);
      const std::string what =
          quoted ? FaultOfQuoted(file.path, header) : FaultOfAngled(file.path, header);
      if (!what.empty()) fault(what);
      continue;
    }
    if (NamesAnArticle(line)) fault("an article of a law");
    for (const std::string_view law : kLawNames) {
      if (line.find(law) != std::string_view::npos) fault("a law");
    }
  }
  return faults;
}

// Words of a path that name nothing.
std::vector<std::string> EmptyNames(const std::string& path) {
  std::vector<std::string> found;
  std::string word;
  for (const char c : path + "/") {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      word += c;
      continue;
    }
    for (const std::string_view name : kNoNames) {
      if (word == name) found.push_back(path);
    }
    word.clear();
  }
  return found;
}

std::vector<SourceFile> FilesOf(const std::string& folder, const std::string& prefix) {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(ANJUAN_SOURCE_DIR) / folder;
  std::vector<SourceFile> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".cc" && ending != ".h" && ending != ".inc") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    files.push_back({prefix + fs::relative(entry.path(), root).generic_string(), std::move(text)});
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace

TEST_CASE("lib and cmd include only what is below them, and libraries only by their doors") {
  std::vector<SourceFile> files = FilesOf("lib", "");
  CHECK(files.size() > 50);
  for (SourceFile& file : FilesOf("cmd", "cmd/")) files.push_back(std::move(file));
  for (const SourceFile& file : files) {
    for (const std::string& fault : FaultsOf(file)) FAIL_CHECK(fault);
  }
}

TEST_CASE("what the program says stands in texts/: no other literal is Chinese") {
  std::vector<SourceFile> files = FilesOf("lib", "");
  for (SourceFile& file : FilesOf("cmd", "cmd/")) files.push_back(std::move(file));
  for (const SourceFile& file : files) {
    if (file.path.starts_with("base/texts/")) continue;
    const bool is_data = std::find(std::begin(kChineseData), std::end(kChineseData), file.path) !=
                         std::end(kChineseData);
    CAPTURE(file.path);
    CHECK(HasChinese(WithoutComments(file.text)) == is_data);
  }
}

TEST_CASE("no file is named for what holds the rest") {
  for (const char* const folder : {"lib", "cmd", "tests"}) {
    for (const SourceFile& file : FilesOf(folder, std::string(folder) + "/")) {
      for (const std::string& fault : EmptyNames(file.path)) FAIL_CHECK(fault);
    }
  }
}

TEST_CASE("the plan allows what it should and refuses what it should") {
  struct Row {
    std::string path;
    std::string text;
    std::string want;  // the fault; empty: none
  };
  const Row rows[] = {
      {"base/a.cc", "#include \"base/b.h\"", ""},
      {"value/a.h", "#include \"base/b.h\"", ""},
      {"model/a.cc", "#include \"yaml/yaml.h\"", ""},
      {"pack/checks/a.cc", "#include \"expr/program.h\"", ""},
      {"cmd/a.cc", "#include \"report/writer.h\"", ""},
      {"cmd/a.cc", "#include \"cmd/load.h\"", ""},
      {"base/a.h", "#include <string_view>", ""},
      {"base/a.cc", "#include <sys/stat.h>", ""},
      {"base/a.cc", "#include \"value/date.h\"", "a room above"},
      {"value/a.cc", "#include \"yaml/yaml.h\"", "a room of the same floor"},
      {"yaml/a.cc", "#include \"value/date.h\"", "a room of the same floor"},
      {"expr/a.cc", "#include \"intake/walk.h\"", "a room of the same floor"},
      {"intake/a.h", "#include \"expr/ast.h\"", "a room of the same floor"},
      {"model/a.cc", "  # include \"pack/pack.h\"", "a room above"},
      {"report/a.cc", "#include \"cmd/load.h\"", "a room above"},
      {"base/a.cc", "#include \"b.h\"", "no room"},
      {"base/a.cc", "#include \"misc/b.h\"", "no room"},
      {"base/a.cc", "#include \"../value/date.h\"", "no room"},
      {"other/a.cc", "#include \"base/b.h\"", "file outside the rooms"},
      {"yaml/a.cc", "#include <yaml-cpp/parser.h>", ""},
      {"yaml/a.h", "#include <yaml-cpp/parser.h>", "third-party in a header"},
      {"pack/a.cc", "#include <yaml-cpp/yaml.h>", "not its door"},
      {"intake/a.cc", "#include <libxml/parser.h>", ""},
      {"intake/a.cc", "#include <archive.h>", ""},
      {"model/a.cc", "#include <libxml/parser.h>", "not its door"},
      {"cmd/a.cc", "#include <archive_entry.h>", "not its door"},
      {"expr/a.cc", "#include <re2/re2.h>", ""},
      {"expr/a.h", "#include <re2/re2.h>", "third-party in a header"},
      {"pack/a.cc", "#include <re2/re2.h>", "not its door"},
      {"report/a.cc", "#include <rapidjson/writer.h>", ""},
      {"intake/a.cc", "#include <rapidjson/reader.h>", ""},
      {"audit/a.cc", "#include <rapidjson/reader.h>", "not its door"},
      {"report/a.cc", "#include <xlsxwriter.h>", ""},
      {"report/a.h", "#include <xlsxwriter.h>", "third-party in a header"},
      {"cmd/a.cc", "#include <xlsxwriter/format.h>", "not its door"},
      {"report/a.cc", "#include <archive.h>", "not its door"},
      {"base/digest.cc", "#include <sha2.h>", ""},
      {"base/a.cc", "#include <sha2.h>", "not its door"},
      {"cmd/options.cc", "#include <CLI/CLI.hpp>", ""},
      {"cmd/options.h", "#include <CLI/CLI.hpp>", "third-party in a header"},
      {"cmd/main.cc", "#include <CLI/CLI.hpp>", "not its door"},
      {"model/a.cc", "#include <fmt/format.h>", ""},
      {"model/a.h", "#include <fmt/format.h>", "third-party in a header"},
      {"base/a.cc", "#include <boost/any.hpp>", "a library without a door"},
      {"base/a.cc", "#include <doctest/doctest.h>", "a library without a door"},
      {"base/a.cc", "// #include \"value/date.h\"", ""},
      {"base/a.cc", "/*\n#include \"value/date.h\"\n*/", ""},
      {"value/a.cc", "// 行政处罚法第六十条: ninety days", ""},
      {"value/a.cc", "int n = 1'000; // 第六十条", ""},
      {"value/a.cc", "const char* s = \"第六十条\";", "an article of a law"},
      {"value/a.cc", "const char* s = \"依据第 60 条\";", "an article of a law"},
      {"value/a.cc", "Say(\"// 第85条\");", "an article of a law"},
      {"value/a.cc", "Say(R\"(x // 第八十五条)\");", "an article of a law"},
      {"value/a.cc", "char c = '\"'; // 第六十条\nSay(\"第一条\");", "an article of a law"},
      {"value/a.cc", "Say(\"第 {0} 行有 3 条\");", ""},
      {"value/a.cc", "Say(\"第{0}条\");", ""},
      {"base/texts/core.inc", "ANJUAN_TEXT(kA, \"a\", \"依行政处罚法\", \"b\")", "a law"},
      {"base/texts/core.inc", "ANJUAN_TEXT(kA, \"a\", \"某某管理条例\", \"b\")", "a law"},
      {"base/texts/core.inc", "ANJUAN_TEXT(kA, \"a\", \"无法读取,不合语法\", \"b\")", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CAPTURE(row.text);
    const std::vector<std::string> faults = FaultsOf({row.path, row.text});
    if (row.want.empty()) {
      CHECK(faults.empty());
    } else {
      REQUIRE(faults.size() == 1);
      CHECK(faults.front().find(": " + row.want + ": ") != std::string::npos);
    }
  }
}

TEST_CASE("a fault is told with its file and line, comments before it counted") {
  const std::vector<std::string> faults =
      FaultsOf({"base/a.cc", "// one\n/* two\nthree */\n#include \"pack/pack.h\"\n"});
  REQUIRE(faults.size() == 1);
  CHECK(faults.front() == "base/a.cc:4: a room above: #include \"pack/pack.h\"");
}

TEST_CASE("names that name nothing are found, names that only look so are not") {
  CHECK(EmptyNames("lib/base/string_util.cc").size() == 1);
  CHECK(EmptyNames("lib/common/a.cc").size() == 1);
  CHECK(EmptyNames("lib/audit/case_manager.h").size() == 1);
  CHECK(EmptyNames("tests/helpers.h").size() == 1);
  CHECK(EmptyNames("lib/base/utf8.cc").empty());
  CHECK(EmptyNames("lib/intake/uncommon_names.cc").empty());
}
