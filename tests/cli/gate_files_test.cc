// samples/gate: the commands in its files do what its README says.
#include <doctest/doctest.h>

#include <filesystem>

#include "cli/program.h"
#include "cli/scratch.h"
#include "yaml/yaml.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kClean = "01-合格案卷.xml";
constexpr const char* kNoNotice = "02-未告知.xml";
constexpr const char* kLate = "03-超期办案.xml";  // waived until 2025-12-31
constexpr const char* kCutOff = "16-截断.xml";

// A repository with the files of samples/gate and some case files.
struct Repository {
  explicit Repository(const std::vector<std::string>& cases) {
    fs::copy(ANJUAN_SOURCES "/samples/gate", scratch.folder(), fs::copy_options::recursive);
    scratch.AddFolder("cases");
    scratch.AddFolder("archive");
    for (const std::string& name : cases) {
      fs::copy_file(ANJUAN_SOURCES "/samples/" + name, scratch.Path("cases/" + name));
    }
    there.folder = scratch.folder();
    there.environment["ANJUAN_AS_OF"] = "2024-12-31";
  }
  bool Has(const std::string& path) const { return fs::exists(scratch.Path(path)); }

  Scratch scratch;
  Surroundings there;
};

// The scalar at a path of keys, or of numbers in lists.
std::string At(const std::string& file, const std::vector<std::string>& path) {
  DiagnosticSink sink;
  const auto source =
      std::make_shared<const Source>(file, ReadFile(ANJUAN_SOURCES "/samples/gate/" + file));
  const std::optional<yaml::Document> document = yaml::Parse(source, sink);
  REQUIRE_MESSAGE(!sink.has_errors(), Format(sink, Lang::kEnglish));
  const yaml::Node* node = &document->root;
  for (const std::string& step : path) {
    CAPTURE(step);
    node = node->is_list() ? &node->items().at(std::stoul(step)) : node->Find(step);
    REQUIRE(node != nullptr);
  }
  return node->text();
}

struct File {
  std::string name;
  std::string command;
  std::string arguments;  // added by whoever runs it
};

std::vector<File> Commands() {
  return {
      {"GitLab CI", At(".gitlab-ci.yml", {"anjuan", "script", "0"}), ""},
      {"GitHub Actions", At(".github/workflows/anjuan.yml", {"jobs", "audit", "steps", "1", "run"}),
       ""},
      {"pre-commit", At(".pre-commit-config.yaml", {"repos", "0", "hooks", "0", "entry"}),
       " cases/*.xml"},
  };
}

// Without reports in formats that this build has not.
std::string Runnable(std::string command) {
  for (const std::string format : {"junit", "gitlab", "sarif"}) {
    const size_t at = command.find("-o " + format + "=");
    if (at == std::string::npos) continue;
    if (Anjuan({"audit", "-o", format, "samples/01-合格案卷.xml"}).exit != 2) continue;
    command.erase(at, command.find(' ', at + 3) - at);
  }
  return command;
}

TEST_CASE("the command of each pipeline passes what is clean and fails what is not") {
  struct Row {
    std::vector<std::string> cases;
    int exit;
  };
  const Row rows[] = {
      {{kClean}, 0},
      {{kClean, kLate}, 0},  // waived
      {{kClean, kNoNotice}, 1},
      {{kNoNotice, kCutOff}, 3},
  };
  for (const File& file : Commands()) {
    CAPTURE(file.name);
    CHECK(file.command.starts_with("anjuan audit "));
    for (const Row& row : rows) {
      CAPTURE(row.cases);
      const Repository repository(row.cases);
      const Ran ran = Run({"sh", "-c", Runnable(file.command) + file.arguments}, repository.there);
      CHECK(ran.exit == row.exit);
    }
  }
}

TEST_CASE("a report that a pipeline picks up is one that its command writes") {
  const std::string gitlab = At(".gitlab-ci.yml", {"anjuan", "script", "0"});
  for (const std::string report : {"junit", "codequality"}) {
    const std::string file = At(".gitlab-ci.yml", {"anjuan", "artifacts", "reports", report});
    CHECK(gitlab.find("=" + file) != std::string::npos);
  }
  const std::string github =
      At(".github/workflows/anjuan.yml", {"jobs", "audit", "steps", "1", "run"});
  CHECK(github.find("=" + At(".github/workflows/anjuan.yml", {"jobs", "audit", "steps", "2", "with",
                                                              "sarif_file"})) != std::string::npos);
}

TEST_CASE("only what passes goes into the archive") {
  struct Row {
    std::vector<std::string> cases;
    int exit;
    std::vector<std::string> archived;
    std::vector<std::string> kept;
  };
  const Row rows[] = {
      {{kClean}, 0, {kClean}, {}},
      {{kClean, kLate, kNoNotice}, 1, {kClean, kLate}, {kNoNotice}},
      {{kClean, kNoNotice, kCutOff}, 3, {kClean}, {kNoNotice, kCutOff}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cases);
    const Repository repository(row.cases);
    const Ran ran =
        Run({"sh", "-c", "ARCHIVE=archive ./archive-check.sh cases/*.xml"}, repository.there);
    CHECK(ran.exit == row.exit);
    for (const std::string& name : row.archived) {
      CHECK(repository.Has("archive/" + name));
      CHECK_FALSE(repository.Has("cases/" + name));
      CHECK_FALSE(repository.Has("cases/" + name + ".txt"));
    }
    for (const std::string& name : row.kept) {
      CHECK(repository.Has("cases/" + name));
      CHECK(repository.Has("cases/" + name + ".txt"));
      CHECK(ran.err.find("not archived: cases/" + name) != std::string::npos);
    }
  }
}

TEST_CASE("the archive check moves nothing where it cannot run") {
  const Repository repository({kClean});
  WriteFile(repository.scratch.Path("anjuan.yaml"), "fail-onn: major\n");
  CHECK(
      Run({"sh", "-c", "ARCHIVE=archive ./archive-check.sh cases/*.xml"}, repository.there).exit ==
      2);
  CHECK(Run({"sh", "-c", "ARCHIVE=none ./archive-check.sh cases/*.xml"}, repository.there).exit ==
        2);
  CHECK(Run({"sh", "-c", "./archive-check.sh cases/*.xml"}, repository.there).exit != 0);
  CHECK(repository.Has(std::string("cases/") + kClean));
}

TEST_CASE("a baseline in the configuration: old findings pass, as the README says") {
  const Repository repository({kNoNotice});
  CHECK(Anjuan({"audit", "cases/"}, repository.there).exit == 1);
  CHECK(Run({"sh", "-c",
             "anjuan baseline write cases/ -o baseline.txt && "
             "echo 'baseline: baseline.txt' >> anjuan.yaml"},
            repository.there)
            .exit == 0);
  CHECK(Anjuan({"audit", "cases/"}, repository.there).exit == 0);
}

}  // namespace
}  // namespace anjuan::cli
