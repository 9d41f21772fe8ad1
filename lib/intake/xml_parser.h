// libxml2 behind CaseEvents: one file, in one piece or piece by piece.
//
// Input:  UTF-8 with plain line ends, checked by the caller. What the declaration says of the
// encoding is passed over. Does:   a fresh parser context for every file: one used again slows down
// without bound when
//         files bring ever new names.
// Errors: the first mistake ends the file; the events before it stand.
// Never:  recovers, loads anything, or knows an entity beside the five of XML. Any DOCTYPE stops
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "intake/case_events.h"
#include "intake/input_problem.h"

namespace anjuan {

// `text` is followed by a NUL and stays until this returns.
std::optional<InputFinding> ParseWhole(std::string_view text, CaseEvents& events);

class PieceParser {
 public:
  // A tag, comment or instruction may take `token_bytes`; it is held in memory until it ends.
  PieceParser(CaseEvents& events, uint64_t token_bytes);
  ~PieceParser();
  PieceParser(const PieceParser&) = delete;
  PieceParser& operator=(const PieceParser&) = delete;

  std::optional<InputFinding> Feed(std::string_view text, bool last);

 private:
  struct State;
  State* state_;
};

}  // namespace anjuan
