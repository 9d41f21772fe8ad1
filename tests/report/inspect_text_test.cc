// A case as a person sees it: every line within the terminal, and nothing of the file's bytes that
// a terminal would obey.
#include <doctest/doctest.h>

#include "base/display_width.h"
#include "report/inspect_writer.h"
#include "support/small_rules.h"

using namespace anjuan;

namespace {

const char kWithin[] =
    "deadline: {from: filing.approved_on, to: decision.date, within: days(10), rolls: false}";

std::string TextOf(const SmallRules& rules, const std::string& xml, size_t cells, Lang lang,
                   bool color = false, Date today = *MakeDate(2023, 3, 6)) {
  RunInfo info;
  info.as_of = today;
  info.lang = lang;
  info.color = color;
  info.rules = &rules.rules();
  const Inspected inspected = rules.Inspect(xml, today);
  const std::unique_ptr<InspectWriter> writer = MakeInspectText(info, cells);
  std::string text;
  writer->Begin("case.xml", text);
  for (const Inspection& inspection : inspected.cases) writer->Case(inspection, text);
  writer->End(inspected.unknown, inspected.problem, text);
  return text;
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("a whole case, in both languages") {
  const char* const xml =
      "<案卷>\n<案件 编号='一' 名称='' 重大复杂='是' 颜色='红'/>\n<立案 批准日期='2023-03-01'/>\n"
      "<处罚决定>\n<盖章>或许</盖章>\n<日期/></处罚决定>\n<送达列表 部分='是'>\n"
      "<送达 文书种类='行政处罚告知书' 送达日期='2023-03-02'/></送达列表></案卷>";
  CHECK(TextOf(SmallRules({kWithin}), xml, 60, Lang::kEnglish) ==
        "case.xml\n"
        "  一\n"
        "\n"
        "    2  case\n"
        "    2    number           一\n"
        "    2    title            blank\n"
        "    2    complex          yes\n"
        "    3  filing\n"
        "    3    approved_on      2023-03-01\n"
        "    4  decision\n"
        "    6    date             blank\n"
        "    5    sealed           not read\n"
        "    7  deliveries  1 items (there may be more)\n"
        "    8    [0]  行政处罚告知书\n"
        "    8      document_kind  行政处罚告知书\n"
        "    8      served_on      2023-03-02\n"
        "  not carried: agency, parties, decision.penalties, decision.discretion, transcripts, "
        "documents\n"
        "\n"
        "values not read\n"
        "    5  the value '或许' of decision.sealed does not parse and counts as missing\n"
        "\n"
        "timeline\n"
        "  2023-03-01        filing.approved_on\n"
        "  2023-03-02        deliveries[0].served_on  行政处罚告知书\n"
        "\n"
        "periods (as of 2023-03-06)\n"
        "  running, 5 days left  T-1  filing.approved_on → decision.…\n"
        "    2023-03-01 ================>................| 2023-03-11\n"
        "    due 2023-03-11 · 5 of 10 days used\n"
        "\n"
        "case.xml  unknown names\n"
        "    2  the model has no attribute 颜色 (in 案卷/案件)\n"
        "\n");
  const std::string chinese =
      TextOf(SmallRules({kWithin}, Lang::kChinese), xml, 60, Lang::kChinese);
  CAPTURE(chinese);
  for (const char* const part :
       {"    2    名称        空白\n", "    2    重大复杂    是\n", "    7  送达  1 项(可能还有)\n",
        "  未载明:执法机关、当事人、处罚决定.处罚、处罚决定.裁量、笔录、文书\n",
        "  2023-03-02        送达[0].送达日期  行政处罚告知书\n",
        "  进行中,还有 5 日  T-1  立案.批准日期 → 处罚决定.日期\n",
        "    届满 2023-03-11 · 已用 5 / 10 日\n"}) {
    CAPTURE(part);
    CHECK(chinese.find(part) != std::string::npos);
  }
}

TEST_CASE("moments are written as people do, to the minute unless the file has seconds") {
  const std::string text = TextOf(
      SmallRules({kWithin}),
      "<案卷><笔录 开始时间='2023-03-01T09:05'/><笔录 开始时间='2023-03-01 9:05:30'/></案卷>", 80,
      Lang::kEnglish);
  CAPTURE(text);
  CHECK(text.find("started_at  2023-03-01 09:05\n") != std::string::npos);
  CHECK(text.find("started_at  2023-03-01 09:05:30\n") != std::string::npos);
  CHECK(text.find("\n  2023-03-01 09:05  transcripts[0].started_at\n") != std::string::npos);
}

TEST_CASE("bars are as wide as the terminal, by the width that characters have on it") {
  const std::string xml =
      "<案卷 完整='是'><立案 批准日期='2023-03-01'/><处罚决定 日期='2023-03-12'/></案卷>";
  struct Row {
    size_t cells;
    size_t want;
  };
  for (const Row& row : {Row{0, kFewestCells}, Row{40, 40}, Row{80, 80}, Row{203, 203}}) {
    CAPTURE(row.cells);
    const std::string text =
        TextOf(SmallRules({kWithin}, Lang::kChinese), xml, row.cells, Lang::kChinese);
    const std::vector<std::string> lines = LinesOf(text);
    size_t bars = 0;
    for (const std::string& line : lines) {
      if (line.find("=|!") == std::string::npos) continue;
      ++bars;
      CHECK(DisplayWidth(line) == row.want);
    }
    CHECK(bars == 1);
    CHECK(text.find("逾期 1 日") != std::string::npos);
  }
}

TEST_CASE(
    "hostile text: control characters never reach the terminal, long values are cut to a line") {
  std::string longest;
  for (int i = 0; i < 20000; ++i) longest += "长";
  const std::string xml =
      "<案卷>\n<当事人 名称='甲&#x202E;乙&#9;丙&#x9b;31m'/>\n<笔录><正文>首行\n次行" + longest +
      "</正文></笔录>\n<x颜色&#x0a;/></案卷>";
  // A reference is no name: the file is refused there, and the report goes on.
  const std::string good = xml.substr(0, xml.find("<x颜色")) + "<文书 种类='&#x85;诈'/></案卷>";
  for (const std::string& text : {TextOf(SmallRules({kWithin}), good, 50, Lang::kEnglish),
                                  TextOf(SmallRules({kWithin}), xml, 50, Lang::kEnglish)}) {
    for (const std::string& line : LinesOf(text)) {
      CAPTURE(line);
      const bool told_in_full =
          line.starts_with("  not carried: ") || line.starts_with("  not read");
      if (!told_in_full && line.find("cannot be decided") == std::string::npos) {
        CHECK(DisplayWidth(line) <= 50);
      }
      for (const char c : line) CHECK(static_cast<unsigned char>(c) >= 0x20);
      CHECK(line.find("\u202E") == std::string::npos);
      CHECK(line.find("\u009b") == std::string::npos);
      CHECK(line.find("\u0085") == std::string::npos);
    }
  }
  const std::string text = TextOf(SmallRules({kWithin}), good, 50, Lang::kEnglish);
  CHECK(text.find("首行 次行长长") != std::string::npos);
  CHECK(text.find("…\n") != std::string::npos);
}

TEST_CASE("colour stands beside the words, and only where it is asked for") {
  const std::string late =
      "<案卷 完整='是'><立案 批准日期='2023-03-01'/><处罚决定 日期='2023-03-12'/></案卷>";
  const std::string in_time =
      "<案卷 完整='是'><立案 批准日期='2023-03-01'/><处罚决定 日期='2023-03-11'/></案卷>";
  const SmallRules rules({kWithin});
  CHECK(TextOf(rules, late, 80, Lang::kEnglish).find('\x1b') == std::string::npos);
  CHECK(TextOf(rules, late, 80, Lang::kEnglish, true).find("\x1b[31moverdue by 1 days\x1b[0m") !=
        std::string::npos);
  CHECK(TextOf(rules, in_time, 80, Lang::kEnglish, true).find("\x1b[32min time\x1b[0m") !=
        std::string::npos);
}

TEST_CASE("a file that breaks off shows the cases before and why it ends") {
  const std::string text =
      TextOf(SmallRules({kWithin}), "<案卷集><案卷><案件 编号='一'/></案卷><案卷><案件>", 80,
             Lang::kEnglish);
  CAPTURE(text);
  CHECK(text.find("number  一\n") != std::string::npos);
  CHECK(text.find("case.xml:1\n  not read  ") != std::string::npos);
}
