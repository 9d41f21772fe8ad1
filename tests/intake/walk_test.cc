#include "intake/walk.h"

#include <doctest/doctest.h>

#include <map>

using namespace anjuan;

namespace {

// Files in memory, with links, pipes and things that cannot be looked at.
class Folders final : public FileReader {
 public:
  Folders& File(const std::string& path) {
    files_.Add(path, "x");
    return *this;
  }
  Folders& Link(const std::string& path, const std::string& target) {
    links_[path] = target;
    return File(path + "/.");
  }
  Folders& Broken(const std::string& path, Error::Code code) {
    broken_[path] = code;
    return File(path);
  }
  Folders& Pipe(const std::string& path) {
    pipes_.push_back(path);
    return File(path);
  }

  Result<FileKind> KindOf(const std::string& path) const override {
    const std::string real = Real(path);
    if (const auto it = broken_.find(real); it != broken_.end()) return Error{it->second, "why"};
    for (const std::string& pipe : pipes_) {
      if (pipe == real) return FileKind::kOther;
    }
    return files_.KindOf(real);
  }
  Result<std::vector<std::string>> List(const std::string& path) const override {
    const std::string real = Real(path);
    if (const auto it = closed.find(real); it != closed.end()) return Error{it->second, "why"};
    return files_.List(real);
  }
  Result<std::unique_ptr<FileStream>> Open(const std::string& path) const override {
    return files_.Open(Real(path));
  }
  Result<std::string> IdentityOf(const std::string& path) const override { return Real(path); }

  std::map<std::string, Error::Code> closed;  // folders that cannot be listed

 private:
  // Follows the links on the way, from the front.
  std::string Real(const std::string& path) const {
    for (size_t end = path.find('/'); true; end = path.find('/', end + 1)) {
      const std::string head = path.substr(0, end);
      if (const auto it = links_.find(head); it != links_.end()) {
        return Real(it->second + (end == std::string::npos ? "" : path.substr(end)));
      }
      if (end == std::string::npos) return path;
    }
  }

  MemoryReader files_;
  std::map<std::string, std::string> links_;
  std::map<std::string, Error::Code> broken_;
  std::vector<std::string> pipes_;
};

// The files in order, each problem where it stands.
std::vector<std::string> Listing(const WalkedInput& input) {
  std::vector<std::string> lines;
  size_t problem = 0;
  for (size_t i = 0; i <= input.files.size(); ++i) {
    for (; problem < input.problems.size() && input.problems[problem].before <= i; ++problem) {
      const InputFinding& finding = input.problems[problem].finding;
      lines.push_back("! " + finding.file + " " + std::string(NameOf(finding.problem)) + ": " +
                      Say(Lang::kEnglish, finding.message));
    }
    if (i < input.files.size()) lines.emplace_back(input.files[i]);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder gives its case files by byte order, folders among them") {
  Folders folders;
  folders.File("d/b.xml").File("d/a.txt").File("d/a.XML").File("d/a/z.xml").File("d/案.xml");
  folders.File("d/c.xml.bak").File("d/xml").File("d/.xml").File("d/b/deep/er/1.Xml");
  const Lines want = {"d/.xml", "d/a/z.xml", "d/a.XML", "d/b/deep/er/1.Xml", "d/b.xml", "d/案.xml"};
  // Bytes: "a" < "a.XML", for a name that ends comes first.
  CHECK(Listing(Walk({"d"}, folders)) == want);
  CHECK(Listing(Walk({"d/"}, folders)) == want);
}

TEST_CASE("a file named by itself is taken whatever its name, as often as it is named") {
  Folders folders;
  folders.File("a.txt").File("d/a.xml");
  CHECK(Listing(Walk({"a.txt", "d/a.xml", "d", "a.txt"}, folders)) ==
        Lines{"a.txt", "d/a.xml", "d/a.xml", "a.txt"});
  CHECK(Listing(Walk({}, folders)) == Lines{});
}

TEST_CASE("what is no file is told where it stands among the files") {
  Folders folders;
  folders.File("d/a.xml").File("d/b.xml/c.xml").File("d/e.xml").Pipe("d/d.xml").Pipe("d/pipe");
  folders.Broken("d/f.xml", Error::Code::kNotFound).Broken("d/dead-link", Error::Code::kNotFound);
  folders.Broken("d/secret", Error::Code::kUnreadable).File("d/z.xml").File("d/y/1.xml");
  folders.closed["d/y"] = Error::Code::kUnreadable;
  CHECK(Listing(Walk({"d", "none", "d/pipe"}, folders)) ==
        Lines{"d/a.xml", "! d/b.xml not-a-file: named like a case file, but it is a folder",
              "d/b.xml/c.xml", "! d/d.xml not-a-file: not a regular file", "d/e.xml",
              "! d/f.xml not-found: no such file", "! d/secret unreadable: cannot be read: why",
              "! d/y unreadable: cannot be read: why", "d/z.xml", "! none not-found: no such file",
              "! d/pipe not-a-file: not a regular file"});
}

TEST_CASE("links that lead in a circle come to an end, each folder is walked once") {
  Folders folders;
  folders.File("d/a/1.xml").File("d/b/2.xml").Link("d/a/to-b", "d/b").Link("d/b/to-a", "d/a");
  folders.Link("d/self", "d").Link("d/b/up", "d");
  CHECK(Listing(Walk({"d"}, folders)) == Lines{"d/a/1.xml", "d/a/to-b/2.xml"});
  // Another argument is another walk.
  CHECK(Listing(Walk({"d/a", "d/b"}, folders)) ==
        Lines{"d/a/1.xml", "d/a/to-b/2.xml", "d/b/2.xml", "d/b/to-a/1.xml"});
}

TEST_CASE("a list of paths keeps each as it is") {
  PathList list;
  for (const char* const path : {"a", "", "案卷/甲.xml"}) list.Add(path);
  REQUIRE(list.size() == 3);
  CHECK(list[0] == "a");
  CHECK(list[1] == "");
  CHECK(list[2] == "案卷/甲.xml");
}
