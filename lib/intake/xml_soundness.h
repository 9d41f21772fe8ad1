// Whether a file is well-formed XML, whatever it is about.
//
// Never: reads a DTD or an entity; any DOCTYPE makes the file unsound. Holds more than a piece.
#pragma once

#include <optional>
#include <string>

#include "base/file_reader.h"
#include "intake/input_problem.h"

namespace anjuan {

// The first thing that is wrong, without the file's name.
std::optional<InputFinding> FaultOfXml(const FileReader& files, const std::string& path);

}  // namespace anjuan
