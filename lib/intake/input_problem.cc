#include "intake/input_problem.h"

namespace anjuan {

std::string_view NameOf(InputProblem problem) {
  switch (problem) {
    case InputProblem::kNotFound:
      return "not-found";
    case InputProblem::kUnreadable:
      return "unreadable";
    case InputProblem::kNotAFile:
      return "not-a-file";
    case InputProblem::kTooLarge:
      return "too-large";
    case InputProblem::kEmpty:
      return "empty";
    case InputProblem::kMalformed:
      return "malformed";
    case InputProblem::kEncoding:
      return "encoding";
    case InputProblem::kDoctype:
      return "doctype";
    case InputProblem::kUnknownName:
      return "unknown-name";
    case InputProblem::kNoPack:
      return "no-pack";
  }
  return "";
}

InputFinding FindingOf(const Error& error, uint64_t limit) {
  InputFinding finding;
  switch (error.code) {
    case Error::Code::kNotFound:
      finding.problem = InputProblem::kNotFound;
      finding.message = {TextId::kNotFound, {}};
      break;
    case Error::Code::kNotAFile:
      finding.problem = InputProblem::kNotAFile;
      finding.message = {TextId::kNotAFile, {}};
      break;
    case Error::Code::kTooLarge:
      finding.problem = InputProblem::kTooLarge;
      finding.message = {TextId::kTooLarge, {std::to_string(limit)}};
      break;
    case Error::Code::kUnreadable:
    case Error::Code::kUnwritable:
    case Error::Code::kInvalid:
    case Error::Code::kOutOfRange:
      finding.problem = InputProblem::kUnreadable;
      finding.message = {TextId::kUnreadable, {error.detail}};
      break;
  }
  return finding;
}

}  // namespace anjuan
