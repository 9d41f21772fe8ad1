// Values of options as written, into what they mean; and the rows that several subcommands have.
//
// Errors: a value that means nothing is thrown as a UsageError; only options.cc catches it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/option_table.h"
#include "cmd/options.h"

namespace anjuan {

// A mistake in the value of an option, found by us. The first argument of a text that is about one
// option is that option: "--jobs", "-o".
struct UsageError {
  TextId id;
  std::vector<std::string> args;
  std::vector<std::string> hints;
};

// `value`, one of `known`.
std::string OneOf(const std::string& option, const std::string& value,
                  const std::vector<std::string_view>& known);
// A whole number from 1 to `most`.
uint64_t Count(const std::string& option, const std::string& value, uint64_t most);
std::optional<Date> DateOf(const std::string& option, const std::string& value);  // "": nothing
unsigned JobsOf(const std::string& value);                                        // "": 0
ReadLimits LimitsOf(const std::string& max_file_mib);                             // "": as they are
ColorChoice ColorOf(const std::string& value);

void AddPacks(CommandRow& to, std::vector<std::string>& packs);
void AddRules(CommandRow& to, PackChoice& choice);  // packs, and parameters set
void AddAsOf(CommandRow& to, std::string& as_of);
void AddJobs(CommandRow& to, std::string& jobs);
void AddMaxFile(CommandRow& to, std::string& mib);
void AddColor(CommandRow& to, std::string& color);

}  // namespace anjuan
