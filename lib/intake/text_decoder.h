// The bytes of one XML file as UTF-8, whatever they are written in.
//
// Reads:  UTF-8 (also without a label), UTF-16, the GB family (GB2312, GBK and CP936 are read as
//         GB18030, whose subsets they are), and what else the system's converter knows.
// Errors: every byte that is no character of its encoding, with its line; a label that the byte
//         order mark or the bytes themselves contradict; a file that is empty, blank or no XML.
// Never:  guesses an encoding, drops a byte or puts a replacement character in its place.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "intake/byte_buffer.h"
#include "intake/encoding_label.h"
#include "intake/input_problem.h"

namespace anjuan {

class TextDecoder {
 public:
  // Bytes the first Decode needs, unless the file is shorter.
  static constexpr size_t kSniffBytes = 1024;

  TextDecoder();
  ~TextDecoder();

  // A new file.
  void Begin();

  struct Piece {
    std::string_view text;  // stays until the next call
    size_t consumed = 0;    // of the bytes given; the rest belongs to the next piece
  };

  // `bytes` are what follows those consumed so far, `last` with the end of the file. Where they are
  // UTF-8 already, the text is these very bytes; else a NUL stands behind it. With a finding the
  // text is what came before it.
  std::optional<InputFinding> Decode(std::string_view bytes, bool last, Piece& piece);

 private:
  enum class Charset : uint8_t { kUtf8, kGb18030, kUtf16Little, kUtf16Big, kOther };
  struct Converter;

  std::optional<InputFinding> Sniff(std::string_view bytes, bool last);
  std::optional<InputFinding> ChooseByLabel(LabelFamily family, std::string_view body);
  std::optional<InputFinding> CheckLabel(std::string_view bytes);
  std::optional<InputFinding> CheckBeginning(std::string_view text, bool last);
  std::optional<InputFinding> DecodeUtf8(std::string_view bytes, bool last, Piece& piece);
  std::optional<InputFinding> DecodeGb(std::string_view bytes, bool last, Piece& piece);
  std::optional<InputFinding> DecodeUtf16(std::string_view bytes, bool last, Piece& piece);
  std::optional<InputFinding> DecodeOther(std::string_view bytes, bool last, Piece& piece);
  std::optional<InputFinding> BadBytes(std::string_view bytes, size_t at,
                                       std::string_view before) const;
  std::optional<InputFinding> Cut(std::string_view before) const;
  std::optional<InputFinding> WrongLabel(uint32_t line, std::string_view looks_like) const;

  bool IsWide() const;
  std::string_view Converted(size_t size);  // the first bytes of out_
  uint32_t LineAfter(std::string_view text) const;

  Charset charset_ = Charset::kUtf8;
  std::string label_;  // as declared; "" where none is
  bool begun_ = false;
  bool in_doubt_ = false;   // the bytes so far would also be plain UTF-8
  bool eight_bit_ = false;  // the label accepts any bytes
  size_t skip_ = 0;         // a byte order mark still to be passed over
  uint32_t line_ = 1;       // at the beginning of the next piece
  ByteBuffer out_;
  std::unique_ptr<Converter> converter_;
};

}  // namespace anjuan
