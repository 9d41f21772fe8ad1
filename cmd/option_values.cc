#include "cmd/option_values.h"

#include <charconv>

#include "base/suggest.h"

namespace anjuan {
namespace {

constexpr unsigned kMostJobs = 1024;

}  // namespace

std::string OneOf(const std::string& option, const std::string& value,
                  const std::vector<std::string_view>& known) {
  std::string names;
  for (const std::string_view name : known) {
    if (name == value) return value;
    names += (names.empty() ? "" : " ") + std::string(name);
  }
  throw UsageError{TextId::kOptionValue, {option, value, names}, Suggest(value, known)};
}

uint64_t Count(const std::string& option, const std::string& value, uint64_t most) {
  uint64_t n = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), n);
  if (error != std::errc() || end != value.data() + value.size() || n < 1 || n > most) {
    throw UsageError{TextId::kOptionCount, {option, value, std::to_string(most)}, {}};
  }
  return n;
}

std::optional<Date> DateOf(const std::string& option, const std::string& value) {
  if (value.empty()) return std::nullopt;
  Date date;
  if (ParseDate(value, date) != Parsed::kValue) {
    throw UsageError{TextId::kOptionDate, {option, value}, {}};
  }
  return date;
}

unsigned JobsOf(const std::string& value) {
  return value.empty() ? 0 : static_cast<unsigned>(Count("--jobs", value, kMostJobs));
}

ReadLimits LimitsOf(const std::string& max_file_mib) {
  ReadLimits limits;
  if (!max_file_mib.empty()) {
    limits.file_bytes = Count("--max-file-mib", max_file_mib, 1 << 20) << 20;
  }
  return limits;
}

ColorChoice ColorOf(const std::string& value) {
  OneOf("--color", value, {"auto", "always", "never"});
  return value == "always"  ? ColorChoice::kAlways
         : value == "never" ? ColorChoice::kNever
                            : ColorChoice::kAuto;
}

void AddPacks(CommandRow& to, std::vector<std::string>& packs) {
  to.Values("--pack", packs, TextId::kHelpPack, "NAME|DIR", Takes::kPack);
}

void AddRules(CommandRow& to, PackChoice& choice) {
  AddPacks(to, choice.packs);
  to.Values("--set", choice.settings, TextId::kHelpSet, "NAME=VALUE");
}

void AddAsOf(CommandRow& to, std::string& as_of) {
  to.Value("--as-of", as_of, TextId::kHelpAsOf, "DATE");
}

void AddJobs(CommandRow& to, std::string& jobs) {
  to.Value("-j,--jobs", jobs, TextId::kHelpJobs, "N");
}

void AddMaxFile(CommandRow& to, std::string& mib) {
  to.Value("--max-file-mib", mib, TextId::kHelpMaxFile, "N");
}

void AddColor(CommandRow& to, std::string& color) {
  to.Value("--color", color, TextId::kHelpColor, "auto|always|never", Takes::kChoice);
}

}  // namespace anjuan
