#include "intake/text_decoder.h"

#include <doctest/doctest.h>

#include "intake/encoded.h"
#include "intake/reading.h"

using namespace anjuan;

namespace {

const std::string kUtf8Mark = "\xEF\xBB\xBF";
const std::string kLittleMark = "\xFF\xFE";
const std::string kBigMark = "\xFE\xFF";

std::string Labelled(const std::string& label, const std::string& number) {
  const std::string declaration =
      label.empty() ? "" : "<?xml version=\"1.0\" encoding=\"" + label + "\"?>\n";
  return declaration + "<案卷><案件 编号='" + number + "'/></案卷>";
}

}  // namespace

TEST_CASE("a file is read in the encoding it names") {
  struct Row {
    const char* name;
    std::string bytes;
    const char* number;
    int line;
  };
  const Row rows[] = {
      {"UTF-8 without a label", Labelled("", "甲𠮷"), "甲𠮷", 1},
      {"UTF-8 with a mark", kUtf8Mark + Labelled("", "甲"), "甲", 1},
      {"UTF-8 with a mark and a label", kUtf8Mark + Labelled("utf-8", "甲"), "甲", 2},
      {"GB18030", Encoded("GB18030", Labelled("GB18030", "甲")), "甲", 2},
      {"GB18030 with four bytes", Encoded("GB18030", Labelled("gb18030", "㐂𠮷龦é")), "㐂𠮷龦é", 2},
      {"GBK", Encoded("GBK", Labelled("GBK", "朱镕基囧")), "朱镕基囧", 2},
      {"GB2312 that is GBK", Encoded("GBK", Labelled("GB2312", "朱镕基囧")), "朱镕基囧", 2},
      {"CP936", Encoded("GBK", Labelled("cp936", "镕")), "镕", 2},
      {"gb_2312-80", Encoded("GB2312", Labelled("gb_2312-80", "甲")), "甲", 2},
      {"UTF-16 from the low byte", kLittleMark + Encoded("UTF-16LE", Labelled("UTF-16", "甲𠮷é")),
       "甲𠮷é", 2},
      {"UTF-16 from the high byte", kBigMark + Encoded("UTF-16BE", Labelled("utf-16", "甲𠮷é")),
       "甲𠮷é", 2},
      {"UTF-16 without a label", kLittleMark + Encoded("UTF-16LE", Labelled("", "甲")), "甲", 1},
      {"UTF-16 without a mark", Encoded("UTF-16LE", Labelled("UTF-16LE", "甲")), "甲", 2},
      {"and from the high byte", Encoded("UTF-16BE", Labelled("UTF-16", "甲")), "甲", 2},
      {"Big5",
       Encoded(
           "BIG5",
           "<?xml version='1.0' encoding='Big5'?>\n<case_file><case number='甲乙'/></case_file>"),
       "甲乙", 2},
      {"ISO-8859-1",
       Encoded("ISO-8859-1",
               "<?xml version='1.0' encoding='ISO-8859-1'?>\n"
               "<case_file><case number='é'/></case_file>"),
       "é", 2},
      {"ASCII under any label",
       "<?xml version='1.0' encoding='GBK'?><case_file><case number='1'/></case_file>", "1", 1},
      {"a label in single quotes after more",
       Encoded("GBK",
               "<?xml version = '1.0'\n encoding = "
               "'GBK' standalone='yes'?>\n"
               "<案卷><案件 编号='镕'/></案卷>"),
       "镕", 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string want =
        "case.number = " + std::string(row.number) + " @" + std::to_string(row.line) + "\n";
    const Outcome outcome = ReadXml(row.bytes);
    CHECK(outcome.finding == "");
    CHECK(outcome.text() == want);
    for (const uint32_t window : {1u, 3u}) {
      ReadLimits limits;
      limits.whole_bytes = 0;
      limits.window_bytes = window;
      const Outcome in_windows = Reading(limits).Read(row.bytes);
      CHECK(in_windows.finding == "");
      CHECK(in_windows.text() == want);
    }
  }
}

TEST_CASE("a label that the bytes contradict is named, with what they look like") {
  struct Row {
    const char* name;
    std::string bytes;
    const char* finding;
  };
  const Row rows[] = {
      {"GB under UTF-8", Encoded("GBK", Labelled("UTF-8", "甲")),
       "encoding 2: 标注 UTF-8,字节像 GB18030"},
      {"GB without a label", Encoded("GBK", Labelled("", "甲")),
       "encoding 1: 没有标注编码,应为 UTF-8,字节像 GB18030"},
      {"GB without a label, after the third line",
       Encoded("GBK", "<case_file>\n\n\n<case number='朱镕基'/></case_file>"),
       "encoding 4: 没有标注编码,应为 UTF-8,字节像 GB18030"},
      {"UTF-8 under GBK", Labelled("GBK", "甲"), "encoding 1: 标注 GBK,字节像 UTF-8"},
      {"UTF-8 under GB2312", Labelled("gb2312", "甲"), "encoding 1: 标注 gb2312,字节像 UTF-8"},
      {"UTF-8 with a mark under GBK",
       kUtf8Mark + "<?xml version='1.0' encoding='GBK'?><case_file/>",
       "encoding 1: 标注 GBK,字节像 UTF-8"},
      {"UTF-8 under Big5", Labelled("Big5", "甲"), "encoding 1: 标注 Big5,字节像 UTF-8"},
      {"UTF-8 under ISO-8859-1", Labelled("ISO-8859-1", "甲"),
       "encoding 1: 标注 ISO-8859-1,字节像 UTF-8"},
      {"GB under ISO-8859-1", Encoded("GBK", Labelled("ISO-8859-1", "甲")),
       "encoding 1: 标注 ISO-8859-1,字节像 GB18030"},
      {"UTF-8 under UTF-16", Labelled("UTF-16", "甲"), "encoding 1: 标注 UTF-16,字节像 UTF-8"},
      {"ASCII under UTF-16", "<?xml version='1.0' encoding='UTF-16'?><case_file/>",
       "encoding 1: 标注 UTF-16,但文件不是用它写的"},
      {"UTF-16 under UTF-8", kLittleMark + Encoded("UTF-16LE", Labelled("UTF-8", "甲")),
       "encoding 1: 标注 UTF-8,字节像 UTF-16"},
      {"UTF-16 under GBK", kBigMark + Encoded("UTF-16BE", Labelled("GBK", "甲")),
       "encoding 1: 标注 GBK,字节像 UTF-16"},
      {"one damaged byte in UTF-8", Labelled("", "甲\xB0乙丙"),
       "encoding 1: 字节 0xB0 不是 UTF-8 的字符"},
      {"an overlong form", Labelled("", "甲\xC1\x81"), "encoding 1: 字节 0xC1 不是 UTF-8 的字符"},
      {"a surrogate in UTF-8", "<case_file><case number='\xED\xA0\x80'/>\xE7\x94\xB2</case_file>",
       "encoding 1: 字节 0xED 不是 UTF-8 的字符"},
      {"a byte no GB18030 has", Encoded("GBK", Labelled("GBK", "甲")) + "\n<!--\xFF-->",
       "encoding 3: 字节 0xFF 不是 GBK 的字符"},
      {"a code that GB18030 has not given out",
       Encoded("GBK", Labelled("GBK", "甲")) + "<!--\xFE\x39\xFE\x39-->",
       "encoding 2: 字节 0xFE 不是 GBK 的字符"},
      {"a lone surrogate in UTF-16",
       kLittleMark + Encoded("UTF-16LE", "<案卷>\n") + "\x3D\xD8" + Encoded("UTF-16LE", "</案卷>"),
       "encoding 2: 字节 0x3DD8 不是 UTF-16 的字符"},
      {"an encoding nobody knows", "<?xml version='1.0' encoding='X-NONE'?><case_file/>",
       "encoding 1: 不支持编码 'X-NONE'"},
      {"a label that asks to drop what does not fit",
       "<?xml version='1.0' encoding='UTF-8//IGNORE'?><case_file/>",
       "encoding 1: 不支持编码 'UTF-8//IGNORE'"},
      {"UTF-32", std::string("\xFF\xFE\0\0<\0\0\0", 8), "encoding 1: 不支持编码 'UTF-32'"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Outcome outcome = ReadXml(row.bytes);
    CHECK(outcome.finding_zh == row.finding);
    CHECK(outcome.records.empty());
  }
}

TEST_CASE("a wrong label is found in a later window too") {
  ReadLimits limits;
  limits.whole_bytes = 0;
  limits.window_bytes = 512;
  const std::string filler(5000, '\n');
  CHECK(Reading(limits)
            .Read("<?xml version='1.0' encoding='GBK'?><case_file>" + filler +
                  "<case number='甲'/></case_file>")
            .finding == "encoding 1: labelled GBK, but the bytes look like UTF-8");
  CHECK(Reading(limits)
            .Read("<case_file>" + filler + Encoded("GBK", "<case number='甲乙'/></case_file>"))
            .finding ==
        "encoding 5001: no encoding is named, which means UTF-8, but the bytes look like GB18030");
}

TEST_CASE("what is no XML file is told from one that is damaged") {
  struct Row {
    const char* name;
    std::string bytes;
    const char* finding;
  };
  const Row rows[] = {
      {"nothing", "", "empty 0: the file is empty"},
      {"white space", " \r\n\t\n", "empty 0: the file holds nothing but white space"},
      {"a mark", kUtf8Mark, "empty 0: the file holds nothing but white space"},
      {"a mark of UTF-16", kLittleMark, "empty 0: the file holds nothing but white space"},
      {"a PDF", "%PDF-1.4\n%\xE2\xE3\xCF\xD3", "malformed 1: not XML; this looks like a PDF file"},
      {"a zip", std::string("PK\x03\x04\x14\0\0", 7),
       "malformed 1: not XML; this looks like a ZIP file"},
      {"a gzip", "\x1F\x8B\x08", "malformed 1: not XML; this looks like a gzip file"},
      {"JSON", "\n\n{\"案卷\": {}}", "malformed 3: not XML; this looks like a JSON file"},
      {"JSON in UTF-16", kLittleMark + Encoded("UTF-16LE", "{}"),
       "malformed 1: not XML; this looks like a JSON file"},
      {"a text", "\n案卷:\n  案件", "malformed 2: not XML: the text begins with '案卷:'"},
      {"a text in GBK", Encoded("GBK", "案卷"),
       "malformed 1: not XML: the text begins with '0xB0B8BEED'"},
      {"NUL bytes", std::string("<case_file>\n\0</case_file>", 25),
       "malformed 2: there is a NUL character (U+0000); this is no text file"},
      {"NUL behind the root", std::string("<case_file/>\0junk", 17),
       "malformed 1: there is a NUL character (U+0000); this is no text file"},
      {"a cut character", "<case_file>\n\xE6\xA1",
       "malformed 2: the file ends within a character; it was probably cut off"},
      {"a cut character of GBK", "<?xml version='1.0' encoding='GBK'?><case_file>\n\xB0",
       "malformed 2: the file ends within a character; it was probably cut off"},
      {"a cut character of UTF-16", kLittleMark + Encoded("UTF-16LE", "<a>") + "x",
       "malformed 1: the file ends within a character; it was probably cut off"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Outcome outcome = ReadXml(row.bytes);
    CHECK(outcome.finding == row.finding);
    CHECK(outcome.records.empty());
  }
}
