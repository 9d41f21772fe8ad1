#include "intake/xml_reader.h"

#include <libxml/parser.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "intake/byte_buffer.h"
#include "intake/case_events.h"
#include "intake/line_ends.h"
#include "intake/text_decoder.h"
#include "intake/xml_parser.h"

namespace anjuan {

void InitXml() { xmlInitParser(); }

struct XmlReader::State {
  State(const Model& model, const Projection& projection, const ReadLimits& read_limits)
      : limits(read_limits),
        events(model, projection, read_limits.value_bytes, read_limits.depth) {}

  using Trouble = std::optional<InputFinding>;

  Trouble Read(const FileReader& files, const std::string& path);
  Trouble ReadWindows(FileStream& file);
  Trouble Fill(FileStream& file, size_t size);
  Trouble EarlierThan(InputFinding trouble, std::string_view text);
  uint64_t token_bytes() const { return uint64_t{limits.value_bytes} + limits.whole_bytes; }
  Trouble TooLarge() const {
    return FindingOf(Error{Error::Code::kTooLarge, {}}, limits.file_bytes);
  }

  const ReadLimits limits;
  CaseEvents events;
  TextDecoder decoder;
  LineEnds lines;
  std::string_view whole;  // the text of the file while it is parsed in one piece
  ByteBuffer bytes;
  size_t held = 0;     // bytes in `bytes`
  uint64_t taken = 0;  // bytes of the file so far
  bool ended = false;  // the file has no more
};

// Reads on until `size` bytes are held or the file ends.
XmlReader::State::Trouble XmlReader::State::Fill(FileStream& file, size_t size) {
  bytes.Reserve(size, held);
  while (!ended && held < size) {
    const Result<size_t> got = file.Read(bytes.data() + held, size - held);
    if (!got) return FindingOf(got.error());
    held += *got;
    taken += *got;
    ended = *got == 0;
  }
  if (taken > limits.file_bytes) return TooLarge();
  return std::nullopt;
}

XmlReader::State::Trouble XmlReader::State::Read(const FileReader& files, const std::string& path) {
  decoder.Begin();
  whole = {};
  lines.Begin();
  held = 0;
  taken = 0;
  ended = false;
  const Result<std::unique_ptr<FileStream>> opened = files.Open(path);
  if (!opened) return FindingOf(opened.error());
  FileStream& file = **opened;
  if (file.size() > limits.file_bytes) return TooLarge();
  if (file.size() > limits.whole_bytes) return ReadWindows(file);
  // One byte more than the file had when it was opened shows that it ends there.
  size_t size = static_cast<size_t>(file.size()) + 1;
  for (;; size *= 2) {
    if (Trouble trouble = Fill(file, size)) return trouble;
    if (ended) break;
    if (held > limits.whole_bytes) return ReadWindows(file);
  }
  bytes.data()[held] = '\0';
  TextDecoder::Piece piece;
  if (Trouble trouble = decoder.Decode({bytes.data(), held}, true, piece)) {
    return EarlierThan(std::move(*trouble), piece.text);
  }
  whole = lines.Plain(piece.text);
  return ParseWhole(whole, events);
}

// The first mistake of the file, where `text` is what stands before `trouble`.
XmlReader::State::Trouble XmlReader::State::EarlierThan(InputFinding trouble,
                                                        std::string_view text) {
  PieceParser parser(events, token_bytes());
  if (Trouble earlier = parser.Feed(lines.Plain(text), false)) return earlier;
  return trouble;
}

XmlReader::State::Trouble XmlReader::State::ReadWindows(FileStream& file) {
  const size_t window = std::max<size_t>(limits.window_bytes, 1);
  PieceParser parser(events, token_bytes());
  if (Trouble trouble = Fill(file, std::max(window, TextDecoder::kSniffBytes))) return trouble;
  for (;;) {
    TextDecoder::Piece piece;
    const bool last = ended;
    if (Trouble trouble = decoder.Decode({bytes.data(), held}, last, piece)) {
      if (Trouble earlier = parser.Feed(lines.Plain(piece.text), false)) return earlier;
      return trouble;
    }
    if (Trouble trouble = parser.Feed(lines.Plain(piece.text), last)) return trouble;
    if (last) return std::nullopt;
    held -= piece.consumed;
    std::memmove(bytes.data(), bytes.data() + piece.consumed, held);
    if (Trouble trouble = Fill(file, held + window)) return trouble;
  }
}

XmlReader::XmlReader(const Model& model, const Projection& projection, const ReadLimits& limits)
    : state_(std::make_unique<State>(model, projection, limits)) {}

XmlReader::~XmlReader() = default;

std::optional<InputFinding> XmlReader::Read(const FileReader& files, const std::string& path,
                                            const OnRecord& on_record) {
  state_->events.BeginFile(on_record);
  return state_->Read(files, path);
}

std::string_view XmlReader::LineText(uint32_t line) const {
  std::string_view rest = state_->whole;
  for (; line > 1; --line) {
    const size_t end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  return rest.substr(0, rest.find('\n'));
}

const std::vector<UnknownName>& XmlReader::unknown_names() const {
  return state_->events.unknown_names();
}

}  // namespace anjuan
