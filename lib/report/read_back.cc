#include "report/read_back.h"

#include <rapidjson/reader.h>

#include <memory>
#include <vector>

#include "base/texts/report.h"
#include "intake/well_formed.h"

namespace anjuan {
namespace {

constexpr size_t kPieceBytes = 1 << 16;

std::string Both(TextId id, const std::string& place) {
  return Say(Lang::kChinese, id, {place}) + " / " + Say(Lang::kEnglish, id, {place});
}

// A file as RapidJSON reads streams, piece by piece.
class JsonStream {
 public:
  using Ch = char;

  explicit JsonStream(FileStream& file) : file_(file), piece_(kPieceBytes) { Fill(); }

  Ch Peek() const { return at_ < size_ ? piece_[at_] : '\0'; }
  Ch Take() {
    const Ch c = Peek();
    ++taken_;
    if (++at_ >= size_) Fill();
    return c;
  }
  size_t Tell() const { return taken_; }
  bool at_end() const { return size_ == 0; }
  bool broken() const { return broken_; }

  // The reader's in-place mode, which is not used.
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  size_t PutEnd(Ch*) { return 0; }

 private:
  void Fill() {
    const Result<size_t> size = file_.Read(piece_.data(), piece_.size());
    broken_ = broken_ || !size.ok();
    size_ = size.ok() ? *size : 0;
    at_ = 0;
  }

  FileStream& file_;
  std::vector<char> piece_;
  size_t size_ = 0;
  size_t at_ = 0;
  size_t taken_ = 0;
  bool broken_ = false;
};

using Values = rapidjson::BaseReaderHandler<>;
constexpr unsigned kStrict = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

// `lines`: a document ends in a line feed and the next follows, else one document is all there is.
std::string FaultOf(const FileReader& files, const std::string& path, bool lines) {
  const Result<std::unique_ptr<FileStream>> file = files.Open(path);
  if (!file.ok()) return Both(report_text::kReadBackJson, "0");
  JsonStream stream(**file);
  rapidjson::Reader reader;
  Values values;
  do {
    const rapidjson::ParseResult parsed =
        lines ? reader.Parse<kStrict | rapidjson::kParseStopWhenDoneFlag>(stream, values)
              : reader.Parse<kStrict>(stream, values);
    if (parsed.IsError() || stream.broken()) {
      return Both(report_text::kReadBackJson, std::to_string(stream.Tell()));
    }
    if (lines && stream.Take() != '\n') {
      return Both(report_text::kReadBackJson, std::to_string(stream.Tell()));
    }
  } while (lines && !stream.at_end());
  return stream.at_end() ? "" : Both(report_text::kReadBackJson, std::to_string(stream.Tell()));
}

}  // namespace

std::string FaultOfJson(const FileReader& files, const std::string& path) {
  return FaultOf(files, path, false);
}
std::string FaultOfNdjson(const FileReader& files, const std::string& path) {
  return FaultOf(files, path, true);
}

std::string FaultOfReportXml(const FileReader& files, const std::string& path) {
  const Result<std::unique_ptr<FileStream>> file = files.Open(path);
  if (!file.ok()) return Both(report_text::kReadBackXml, "0");
  WellFormed xml;
  std::vector<char> piece(kPieceBytes);
  for (;;) {
    const Result<size_t> size = (*file)->Read(piece.data(), piece.size());
    if (!size.ok()) return Both(report_text::kReadBackXml, std::to_string(xml.line()));
    if (*size == 0) break;
    xml.Feed({piece.data(), *size});
  }
  const bool whole = xml.Finish();
  return whole ? "" : Both(report_text::kReadBackXml, std::to_string(xml.line()));
}

}  // namespace anjuan
