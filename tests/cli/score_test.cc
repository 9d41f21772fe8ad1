// Which scheme scores a run, and what the command line says where it cannot tell.
#include <doctest/doctest.h>

#include "cli/program.h"
#include "cli/scratch.h"

namespace anjuan::cli {
namespace {

constexpr const char* kClean = "samples/01-合格案卷.xml";
constexpr const char* kNoNotice = "samples/02-未告知.xml";

constexpr const char kScheme[] =
    "name: own\ntitle: 自定\nstyle: deduct\nfull: 120\n"
    "sections: {主体: 20, 事实证据: 20, 法律适用: 20, 程序: 20, 文书: 20, 归档: 20}\n"
    "veto: minus 100\ngrades: {甲: 100, 乙: 0}\n";

std::string PackNaming(const std::string& name, const std::string& scheme) {
  return "name: " + name +
         "\ntitle: 甲\nversion: \"1\"\nmodel: case-file\nstages: {decide: 决定}\n" +
         (scheme.empty() ? "" : "scoring: {scheme: " + scheme + "}\n");
}

std::string ScoreOf(const Ran& ran) {
  const size_t at = ran.out.find("score ");
  return at == std::string::npos ? "" : ran.out.substr(at, ran.out.find('\n', at) - at);
}

}  // namespace

TEST_CASE("--scheme goes before what the packs name, by name or by file") {
  const Scratch scratch;
  WriteFile(scratch.Path("own.yaml"), kScheme);
  struct Row {
    const char* name;
    std::vector<std::string> arguments;
    std::string score;
  };
  const Row rows[] = {
      {"that of the packs", {kClean}, "score 100 优秀"},
      {"a shipped one", {"--scheme", "fixed", kClean}, "score 100 优秀"},
      {"a file", {"--scheme", scratch.Path("own.yaml"), kClean}, "score 120 甲"},
      // 程序 20 − 10, then 100 for the veto
      {"a file, and a veto of its own",
       {"--scheme", scratch.Path("own.yaml"), kNoNotice},
       "score 10 乙 · veto P-NOTICE-01 · taken: 程序 10"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::vector<std::string> arguments = {"audit", "--lang", "en", "--as-of", "2024-12-31"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    CHECK(ScoreOf(Anjuan(arguments)) == row.score);
  }
}

TEST_CASE("packs name one scheme, a file of their own beside them, or none") {
  const Scratch scratch;
  struct Row {
    const char* name;
    std::string a;
    std::string b;
    std::vector<std::string> more;
    int exit;
    std::string score;
    std::string err;
  };
  const Row rows[] = {
      {"the same", "generic", "generic", {}, 0, "score 100 优秀", ""},
      {"one names none", "", "fixed", {}, 0, "score 100 优秀", ""},
      {"none names any: no score", "", "", {}, 0, "", ""},
      {"a file beside the pack", "../own.yaml", "../own.yaml", {}, 0, "score 120 甲", ""},
      {"different ones",
       "generic",
       "fixed",
       {},
       2,
       "",
       "b/pack.yaml:6:19: error: pack 'b' is scored by 'fixed', but pack 'a' by 'generic' "
       "[mixed-schemes]\n 6 | scoring: {scheme: fixed}\n   |                   ^~~~~\n"
       "help: choose one by --scheme, or choose the packs by --pack\n"},
      {"different ones and --scheme",
       "generic",
       "fixed",
       {"--scheme", "earn"},
       0,
       "score 100 优秀",
       ""},
      {"one that is none",
       "genric",
       "",
       {},
       2,
       "",
       "a/pack.yaml:6:19: error: there is no scoring scheme and no file 'genric' "
       "[unknown-scheme]\n 6 | scoring: {scheme: genric}\n   |                   ^~~~~~\n"
       "help: did you mean 'generic'?\n"},
      {"--scheme that is none",
       "generic",
       "generic",
       {"--scheme", "fixd"},
       2,
       "",
       "error: there is no scoring scheme and no file 'fixd' [unknown-scheme]\n"
       "help: did you mean 'fixed'?\n"},
  };
  WriteFile(scratch.Path("own.yaml"), kScheme);
  const std::string a = scratch.AddFolder("a");
  const std::string b = scratch.AddFolder("b");
  for (const Row& row : rows) {
    CAPTURE(row.name);
    WriteFile(a + "/pack.yaml", PackNaming("a", row.a));
    WriteFile(b + "/pack.yaml", PackNaming("b", row.b));
    std::vector<std::string> arguments = {"audit", "--lang", "en", "--pack", a, "--pack", b};
    arguments.insert(arguments.end(), row.more.begin(), row.more.end());
    arguments.push_back(kClean);
    const Ran ran = Anjuan(arguments);
    CHECK(ran.exit == row.exit);
    CHECK(ScoreOf(ran) == row.score);
    CHECK_MESSAGE(ran.err.ends_with(row.err), ran.err);
    CHECK(ran.err.empty() == row.err.empty());
  }
}

TEST_CASE("rules lint tells a section that the pack's scheme does not have") {
  const Scratch scratch;
  const std::string pack = scratch.AddFolder("p");
  WriteFile(pack + "/pack.yaml", PackNaming("p", "generic"));
  WriteFile(scratch.AddFolder("p/decide") + "/T-1.yaml",
            "id: T-1\nname: late\ntitle: 超期\nstage: 决定\nseverity: minor\nbasis: [MEE24 17]\n"
            "covers: [RI-1]\nwhy: 说明\nrequire: decision.date <= date('2024-01-01')\nmessage: 甲\n"
            "fix: 无\nscore: {section: 程续, deduct: 1, cap: 1}\ntests: []\n");
  const Ran ran = Anjuan({"rules", "lint", "--lang", "en", pack});
  CHECK(ran.exit == 2);
  CHECK_MESSAGE(ran.err.find("p/decide/T-1.yaml:12:18: error: scoring scheme 'generic' has no "
                             "section '程续'") != std::string::npos,
                ran.err);
}

TEST_CASE("a scheme with mistakes ends the run before anything is read") {
  const Scratch scratch;
  std::string text = kScheme;
  text.replace(text.find("程序: 20"), 10, "程续: 20");
  WriteFile(scratch.Path("own.yaml"), text);
  const Ran ran = Anjuan({"audit", "--lang", "en", "--scheme", scratch.Path("own.yaml"), kClean});
  CHECK(ran.exit == 2);
  CHECK(ran.out == "");
  CHECK(ran.err.find("has no section '程序'") != std::string::npos);
  CHECK(ran.err.find("[unknown-section]") != std::string::npos);
}

}  // namespace anjuan::cli
