#include "pack/law_book.h"

#include <array>

#include "pack/law_reader.h"

namespace anjuan {
namespace {

constexpr std::string_view kState = "中华人民共和国";
constexpr std::string_view kOpen = "《";
constexpr std::string_view kShut = "》";
constexpr std::string_view kEnding = ".yaml";
constexpr uint64_t kMaxFileBytes = 1 << 20;

constexpr std::array<std::string_view, 4> kBrackets = {"(", "（", "〔", "["};

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kIdeographicSpace = "　";
  for (;;) {
    if (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n')) {
      text.remove_prefix(1);
    } else if (!text.empty() &&
               (text.back() == ' ' || text.back() == '\t' || text.back() == '\n')) {
      text.remove_suffix(1);
    } else if (text.starts_with(kIdeographicSpace)) {
      text.remove_prefix(kIdeographicSpace.size());
    } else if (text.ends_with(kIdeographicSpace)) {
      text.remove_suffix(kIdeographicSpace.size());
    } else {
      return text;
    }
  }
}

std::string_view WithoutState(std::string_view name) {
  if (name.starts_with(kState) && name.size() > kState.size()) name.remove_prefix(kState.size());
  return name;
}

// The year that a bracket begins with: 2021修订, 2021年修正; 0 where it begins with none.
int YearIn(std::string_view bracket) {
  int year = 0;
  for (size_t i = 0; i < 4; ++i) {
    if (i >= bracket.size() || bracket[i] < '0' || bracket[i] > '9') return 0;
    year = year * 10 + (bracket[i] - '0');
  }
  const bool longer = bracket.size() > 4 && bracket[4] >= '0' && bracket[4] <= '9';
  return longer ? 0 : year;
}

// Takes a bracket with a year from the end of `name`.
int TakeYear(std::string_view& name) {
  for (const std::string_view open : kBrackets) {
    const size_t at = name.rfind(open);
    if (at == std::string_view::npos || at == 0) continue;
    const int year = YearIn(name.substr(at + open.size()));
    if (year == 0) continue;
    name = Trimmed(name.substr(0, at));
    return year;
  }
  return 0;
}

}  // namespace

BareName BareNameOf(std::string_view written) {
  BareName bare;
  std::string_view name = Trimmed(written);
  if (name.starts_with(kOpen)) {
    name.remove_prefix(kOpen.size());
    const size_t shut = name.find(kShut);
    if (shut != std::string_view::npos) {
      std::string_view behind = Trimmed(name.substr(shut + kShut.size()));
      for (const std::string_view open : kBrackets) {
        if (behind.starts_with(open)) bare.year = YearIn(behind.substr(open.size()));
      }
      name = Trimmed(name.substr(0, shut));
    }
  }
  if (bare.year == 0) bare.year = TakeYear(name);
  bare.name = name;
  return bare;
}

CitedLaw LawBook::Find(std::string_view written) const {
  const BareName bare = BareNameOf(written);
  const auto found = by_name_.find(WithoutState(bare.name));
  if (found == by_name_.end()) return {};
  return {found->second, bare.year};
}

std::string_view LawBook::StandardName(std::string_view code) const {
  const auto found = standards_.find(code);
  return found == standards_.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string_view> LawBook::Names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, law] : by_name_) names.push_back(name);
  for (const auto& [code, name] : standards_) names.push_back(code);
  return names;
}

class LawBookLoader {
 public:
  LawBookLoader(const FileReader& files, DiagnosticSink& sink) : files_(files), sink_(sink) {}

  std::shared_ptr<const LawBook> Load(const std::string& folder) {
    const Result<std::vector<std::string>> names = files_.List(folder);
    if (!names.ok()) return book_;
    for (const std::string& name : *names) {
      if (name.ends_with(kEnding)) AddFile(folder + "/" + name);
    }
    return book_;
  }

 private:
  void AddFile(const std::string& path) {
    std::string text;
    if (!files_.ReadAll(path, kMaxFileBytes, text).ok()) {
      sink_.Error(nullptr, {}, TextId::kLawFileUnreadable, {path});
      return;
    }
    const auto source = std::make_shared<const Source>(path, std::move(text));
    const std::optional<yaml::Document> document = yaml::Parse(source, sink_);
    if (!document) return;
    LawFile file = ReadLawFile(*document, sink_);
    for (std::unique_ptr<Law>& law : file.laws) {
      const Law& known = *law;
      book_->laws_.push_back(std::move(law));
      AddName(known.name, known, *document);
      for (const std::string& name : known.short_names) AddName(name, known, *document);
    }
    for (Standard& standard : file.standards) {
      const auto [at, is_new] = book_->standards_.emplace(standard.code, standard.name);
      if (!is_new) {
        sink_.Error(source, document->root.span(), TextId::kLawNameTwice, {standard.code});
      }
    }
  }

  void AddName(std::string_view written, const Law& law, const yaml::Document& document) {
    const std::string_view name = WithoutState(written);
    if (name.empty()) return;
    const auto [at, is_new] = book_->by_name_.emplace(name, &law);
    if (!is_new && at->second != &law) {
      sink_.Error(document.source, document.root.span(), TextId::kLawNameTwice,
                  {std::string(name)});
    }
  }

  const FileReader& files_;
  DiagnosticSink& sink_;
  std::shared_ptr<LawBook> book_ = std::make_shared<LawBook>();
};

std::shared_ptr<const LawBook> LoadLawBook(const FileReader& files, const std::string& folder,
                                           DiagnosticSink& sink) {
  return LawBookLoader(files, sink).Load(folder);
}

}  // namespace anjuan
