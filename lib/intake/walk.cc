#include "intake/walk.h"

#include <set>
#include <utility>

namespace anjuan {
namespace {

constexpr std::string_view kEnding = ".xml";

bool IsNamedAsCaseFile(std::string_view name) {
  if (name.size() < kEnding.size()) return false;
  name.remove_prefix(name.size() - kEnding.size());
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (small != kEnding[i]) return false;
  }
  return true;
}

class Walker {
 public:
  using LeaveOut = std::function<bool(const std::string&)>;

  Walker(const FileReader& files, const LeaveOut& leave_out)
      : files_(files), leave_out_(leave_out) {}

  void TakeArgument(const std::string& path) {
    const Result<FileKind> kind = files_.KindOf(path);
    if (!kind) {
      Problem(path, FindingOf(kind.error()));
    } else if (*kind == FileKind::kFile) {
      walked_.files.Add(path);
    } else if (*kind == FileKind::kOther) {
      Problem(path, FindingOf(Error{Error::Code::kNotAFile, {}}));
    } else {
      seen_.clear();
      TakeFolder(path);
    }
  }

  WalkedInput Finish() { return std::move(walked_); }

 private:
  // Names of links can make an endless number of paths out of a few folders: each folder is walked
  // at the first path that leads to it.
  void TakeFolder(const std::string& path) {
    const Result<std::string> identity = files_.IdentityOf(path);
    if (identity && !seen_.insert(*identity).second) return;
    const Result<std::vector<std::string>> names = files_.List(path);
    if (!names) return Problem(path, FindingOf(names.error()));
    const std::string prefix = path.ends_with('/') ? path : path + '/';
    for (const std::string& name : *names) TakeEntry(prefix + name, IsNamedAsCaseFile(name));
  }

  void TakeEntry(const std::string& path, bool named) {
    const Result<FileKind> kind = files_.KindOf(path);
    if (!kind) {
      // A dead link by another name is no input; what cannot be looked at may be a folder of them.
      if (named || kind.error().code != Error::Code::kNotFound) {
        Problem(path, FindingOf(kind.error()));
      }
    } else if (*kind == FileKind::kDirectory) {
      if (named) {
        InputFinding finding;
        finding.problem = InputProblem::kNotAFile;
        finding.message = {TextId::kIntakeDirectoryXml, {}};
        Problem(path, std::move(finding));
      }
      TakeFolder(path);
    } else if (named && *kind == FileKind::kFile) {
      if (leave_out_ && leave_out_(path)) return;
      walked_.files.Add(path);
    } else if (named) {
      Problem(path, FindingOf(Error{Error::Code::kNotAFile, {}}));
    }
  }

  void Problem(const std::string& path, InputFinding finding) {
    finding.file = path;
    walked_.problems.push_back({walked_.files.size(), std::move(finding)});
  }

  const FileReader& files_;
  const LeaveOut& leave_out_;
  WalkedInput walked_;
  std::set<std::string> seen_;
};

}  // namespace

void PathList::Add(std::string_view path) {
  bytes_ += path;
  ends_.push_back(bytes_.size());
}

std::string_view PathList::operator[](size_t i) const {
  const size_t begin = i == 0 ? 0 : ends_[i - 1];
  return std::string_view(bytes_).substr(begin, ends_[i] - begin);
}

WalkedInput Walk(const std::vector<std::string>& arguments, const FileReader& files,
                 const std::function<bool(const std::string&)>& leave_out) {
  Walker walker(files, leave_out);
  for (const std::string& argument : arguments) walker.TakeArgument(argument);
  return walker.Finish();
}

}  // namespace anjuan
