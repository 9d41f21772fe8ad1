// A page read back: it is whole, its ids are unique and every link inside it leads somewhere, its
// policy fits its style and script, and nothing in it reaches out.
#include <set>

#include "base/file_reader.h"
#include "report/formats.h"
#include "report/html_page.h"

namespace anjuan {
namespace {

constexpr uint64_t kMostRead = uint64_t{64} << 20;

// The texts that stand between `before` and the next `after`, in order.
std::vector<std::string_view> Between(std::string_view text, std::string_view before,
                                      std::string_view after) {
  std::vector<std::string_view> found;
  for (size_t at = text.find(before); at != text.npos; at = text.find(before, at)) {
    at += before.size();
    const size_t end = text.find(after, at);
    if (end == text.npos) break;
    found.push_back(text.substr(at, end - at));
    at = end;
  }
  return found;
}

}  // namespace

std::string FaultOfPage(std::string_view page) {
  if (!page.starts_with("<!doctype html>\n")) return "doctype";
  if (!page.ends_with("</html>\n")) return "</html>";
  for (const auto& [tag, directive] :
       {std::pair{"style", "style-src '"}, {"script", "script-src '"}}) {
    std::string open = '<' + std::string(tag) + '>';
    const std::vector<std::string_view> texts = Between(page, open, "</" + std::string(tag) + '>');
    const std::vector<std::string_view> digests = Between(page, directive, "'");
    if (texts.size() != 1 || digests.size() != 1 || digests[0] != PolicyDigest(texts[0])) {
      return open;
    }
  }
  std::set<std::string_view> ids;
  for (const std::string_view id : Between(page, " id=\"", "\"")) {
    if (!ids.insert(id).second) return "id " + std::string(id);
  }
  for (const std::string_view id : Between(page, " href=\"#", "\"")) {
    if (!ids.contains(id)) return '#' + std::string(id);
  }
  if (Between(page, " href=\"", "\"").size() != Between(page, " href=\"#", "\"").size() + 1) {
    return "href";  // the icon, which is empty, is the only other one
  }
  if (page.find(" src=\"") != page.npos) return "src";
  return "";
}

std::string FaultOfPageFile(const std::string& path) {
  std::string page;
  const Result<size_t> read = DiskReader().ReadAll(path, kMostRead, page);
  return read.ok() ? FaultOfPage(page) : read.error().detail;
}

}  // namespace anjuan
