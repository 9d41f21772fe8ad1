// The report is a matter of the input alone: not of threads, locale, time zone or directory order.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "cli/program.h"
#include "cli/scratch.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

// Every sample five times over, in three folders; created first to last or last to first.
void Populate(const Scratch& scratch, bool backwards) {
  struct Copy {
    fs::path from;
    std::string to;
  };
  std::vector<Copy> copies;
  const std::vector<std::string> folders = {"cases", "cases/b", "cases/甲"};
  for (const fs::directory_entry& entry : fs::directory_iterator(ANJUAN_SOURCES "/samples")) {
    if (entry.path().extension() != ".xml") continue;
    for (size_t number = 0; number < 5; ++number) {
      copies.push_back({entry.path(), folders[number % folders.size()] + "/" +
                                          std::to_string(number) + "-" +
                                          entry.path().filename().string()});
    }
  }
  REQUIRE(copies.size() >= 60);
  std::sort(copies.begin(), copies.end(), [backwards](const Copy& a, const Copy& b) {
    return backwards ? a.to > b.to : a.to < b.to;
  });
  for (const std::string& folder : folders) scratch.AddFolder(folder);
  for (const Copy& copy : copies) fs::copy_file(copy.from, scratch.Path(copy.to));
}

// Beside the text report on standard output.
const std::vector<std::string> kFormats = {"json", "ndjson",  "sarif", "junit", "gitlab", "github",
                                           "csv",  "csv-raw", "xlsx",  "html",  "md"};

struct Row {
  std::string name;
  std::vector<std::string> arguments;
  std::map<std::string, std::string> environment;
};

const std::vector<Row>& Rows() {
  static const std::vector<Row> rows = {
      {"two threads", {"--jobs", "2"}, {}},
      {"seven threads", {"--jobs", "7"}, {}},
      {"all cores", {}, {}},
      {"the C locale", {"--jobs", "2"}, {{"LC_ALL", "C"}}},
      {"a Chinese locale", {"--jobs", "2"}, {{"LC_ALL", "zh_CN.UTF-8"}}},
      {"a Chinese locale of another encoding", {"--jobs", "2"}, {{"LC_ALL", "zh_CN.GB18030"}}},
      {"a German locale", {"--jobs", "2"}, {{"LC_ALL", "de_DE.UTF-8"}}},
      {"a Turkish locale", {"--jobs", "2"}, {{"LC_ALL", "tr_TR.UTF-8"}}},
      {"the time zone of China", {"--jobs", "2"}, {{"TZ", "Asia/Shanghai"}}},
      {"an odd time zone", {"--jobs", "2"}, {{"TZ", "Pacific/Chatham"}}},
      {"a time zone that does not exist", {"--jobs", "2"}, {{"TZ", "no/such:zone"}}},
  };
  return rows;
}

TEST_CASE("the same bytes for any number of threads, locale and time zone") {
  const Scratch scratch;
  Populate(scratch, false);
  const std::vector<std::string>& formats = kFormats;
  struct Reports {
    Ran ran;
    std::vector<std::string> files;  // by format
  };
  // All in one run; the text report goes to standard output.
  const auto audit = [&](const std::vector<std::string>& arguments,
                         const std::map<std::string, std::string>& environment) {
    std::vector<std::string> all = {"audit", "--as-of", "2024-12-31", "cases"};
    for (const std::string& format : formats) {
      all.insert(all.end(), {"-o", format + '=' + scratch.Path(format)});
    }
    all.insert(all.end(), arguments.begin(), arguments.end());
    Surroundings there;
    there.folder = scratch.folder();
    there.environment = environment;
    Reports reports{Anjuan(all, there), {}};
    for (const std::string& format : formats) {
      reports.files.push_back(ReadFile(scratch.Path(format)));
    }
    return reports;
  };
  const Reports first = audit({"--jobs", "1"}, {});
  REQUIRE(first.ran.exit == 3);
  REQUIRE(first.ran.out.size() > 10000);
  for (const std::string& file : first.files) REQUIRE(file.size() > 10000);
  for (const Row& row : Rows()) {
    CAPTURE(row.name);
    const Reports reports = audit(row.arguments, row.environment);
    CHECK(reports.ran.exit == first.ran.exit);
    CHECK((reports.ran.out == first.ran.out));
    CHECK((reports.ran.err == first.ran.err));
    for (size_t i = 0; i < formats.size(); ++i) {
      CAPTURE(formats[i]);
      CHECK((reports.files[i] == first.files[i]));
    }
  }
}

TEST_CASE("a workbook that cannot be made leaves the old file as it was") {
  const Scratch scratch;
  const std::string file = scratch.Path("report.xlsx");
  WriteFile(file, "old");
  Surroundings there;
  there.environment = {{"TMPDIR", scratch.Path("no-such-folder")}};
  const Ran ran = Anjuan({"audit", "-o", "xlsx=" + file, "samples/02-未告知.xml"}, there);
  CHECK(ran.exit == 2);
  CHECK(ran.err.find("report.xlsx") != std::string::npos);
  CHECK(ReadFile(file) == "old");
}

TEST_CASE("the same bytes in whatever order the files were created") {
  const Scratch forwards;
  const Scratch backwards;
  Populate(forwards, false);
  Populate(backwards, true);
  const auto audit = [](const Scratch& scratch) {
    std::vector<std::string> all = {"audit", "--as-of", "2024-12-31", "cases"};
    for (const std::string& format : kFormats) all.insert(all.end(), {"-o", format + '=' + format});
    Surroundings there;
    there.folder = scratch.folder();
    return Anjuan(all, there);
  };
  const Ran a = audit(forwards);
  const Ran b = audit(backwards);
  CHECK(a.exit == 3);
  CHECK((a.out == b.out));
  for (const std::string& format : kFormats) {
    CAPTURE(format);
    CHECK((ReadFile(forwards.Path(format)) == ReadFile(backwards.Path(format))));
  }
}

}  // namespace
}  // namespace anjuan::cli
