#include "report/read_back.h"

#include <doctest/doctest.h>

#include "intake/xml_reader.h"
#include "report/hostile_case.h"

namespace anjuan {
namespace {

using Fault = std::string (*)(const FileReader&, const std::string&);

std::string FaultIn(Fault fault, const std::string& bytes) {
  MemoryReader files;
  files.Add("report", bytes);
  return fault(files, "report");
}

struct Row {
  const char* name;
  std::string bytes;
  std::string want;  // in English; "": whole
};

void Check(Fault fault, std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string got = FaultIn(fault, row.bytes);
    const size_t english = got.find(" / ");
    CHECK((english == std::string::npos ? got : got.substr(english + 3)) == row.want);
  }
}

TEST_CASE("json: one whole document and nothing behind it") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  const Row rows[] = {
      {"a document", "{\"a\":[1,\"x\",null]}\n", ""},
      {"a document deeper than any stack", deep, ""},
      {"cut off", "{\"a\":[1,", "the JSON written is not whole (byte 8)"},
      {"empty", "", "the JSON written is not whole (byte 0)"},
      {"two documents", "{}\n{}", "the JSON written is not whole (byte 3)"},
      {"not UTF-8", "\"\xFF\"", "the JSON written is not whole (byte 2)"},
      {"a raw control character", "\"\x01\"", "the JSON written is not whole (byte 1)"},
      {"a NUL behind it", std::string("{}\0", 3), "the JSON written is not whole (byte 2)"},
      {"larger than one piece and cut off", "[\"" + std::string(200'000, 'a'),
       "the JSON written is not whole (byte 200002)"},
  };
  Check(FaultOfJson, rows);
}

TEST_CASE("ndjson: a document a line, the last line ended too") {
  const Row rows[] = {
      {"two", "{}\n{\"a\":1}\n", ""},
      {"none", "", "the JSON written is not whole (byte 0)"},
      {"the last line is not ended", "{}\n{}", "the JSON written is not whole (byte 6)"},
      {"two in one line", "{}{}\n", "the JSON written is not whole (byte 3)"},
      {"the second cut off", "{}\n{\"a\":\n", "the JSON written is not whole (byte 9)"},
  };
  Check(FaultOfNdjson, rows);
}

TEST_CASE("junit: well-formed to the end") {
  InitXml();
  const Row rows[] = {
      {"whole", "<?xml version=\"1.0\"?>\n<a><b c=\"d\"/></a>\n", ""},
      {"cut off", "<a>\n<b/>\n", "the XML written is not whole (line 2)"},
      {"a control character", "<a>\n\x1B</a>", "the XML written is not whole (line 2)"},
      {"a control character as a reference", "<a>&#27;</a>",
       "the XML written is not whole (line 1)"},
      {"a DOCTYPE", "<!DOCTYPE a><a/>", "the XML written is not whole (line 1)"},
      {"empty", "", "the XML written is not whole (line 1)"},
  };
  Check(FaultOfReportXml, rows);
}

TEST_CASE("csv: as many fields in each record, CRLF, quotes closed") {
  const Row rows[] = {
      {"whole", "\"a\",\"b\"\r\n\"c\"\"d\",1\r\n", ""},
      {"whole, with a mark", "\xEF\xBB\xBF\"a\"\r\n", ""},
      {"line ends within a field", "\"a\"\r\n\"b\nc\r\n\"\r\n", ""},
      {"empty fields", ",\r\n,\r\n", ""},
      {"a field less", "a,b\r\nc\r\n", "the CSV written is not whole (record 2)"},
      {"a field more", "a\r\nb,c\r\n", "the CSV written is not whole (record 2)"},
      {"LF alone", "a\nb\r\n", "the CSV written is not whole (record 1)"},
      {"CR alone", "a\rb\r\n", "the CSV written is not whole (record 1)"},
      {"a quote within", "a\"b\r\n", "the CSV written is not whole (record 1)"},
      {"text behind a quote", "\"a\"b\r\n", "the CSV written is not whole (record 1)"},
      {"a quote never closed", "\"a\r\n", "the CSV written is not whole (record 1)"},
      {"the last record not ended", "a\r\nb", "the CSV written is not whole (record 2)"},
      {"empty", "", "the CSV written is not whole (record 1)"},
  };
  Check(FaultOfCsv, rows);
}

TEST_CASE("what the formats write of hostile texts reads back whole") {
  InitXml();
  const std::pair<std::string_view, Fault> formats[] = {
      {"json", FaultOfJson},       {"ndjson", FaultOfNdjson}, {"sarif", FaultOfJson},
      {"gitlab", FaultOfJson},     {"csv", FaultOfCsv},       {"csv-raw", FaultOfCsv},
      {"junit", FaultOfReportXml},
  };
  for (const auto& [format, fault] : formats) {
    CAPTURE(format);
    for (const HostileText& hostile : HostileTexts()) {
      CAPTURE(hostile.name);
      CHECK(FaultIn(fault, WrittenOf(format, hostile.text)) == "");
    }
  }
}

}  // namespace
}  // namespace anjuan
