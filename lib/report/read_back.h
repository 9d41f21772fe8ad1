// Reports read back before they take their names: "" where a report is whole, else what is wrong,
// in both languages (a report that is written does not know its reader's).
//
// Memory: a piece of the file at a time, whatever its size.
#pragma once

#include <string>

#include "base/file_reader.h"

namespace anjuan {

std::string FaultOfJson(const FileReader& files, const std::string& path);  // one document
std::string FaultOfNdjson(const FileReader& files,
                          const std::string& path);  // one a line, none empty
std::string FaultOfReportXml(const FileReader& files, const std::string& path);
// RFC 4180, strictly: CRLF, quotes closed and doubled, as many fields in every record as in the
// first; with or without a byte order mark.
std::string FaultOfCsv(const FileReader& files, const std::string& path);

}  // namespace anjuan
