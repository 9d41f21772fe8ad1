#include "audit/baseline.h"

#include <algorithm>

#include "audit/bare_path.h"
#include "base/texts/gate.h"
#include "pack/pack.h"

namespace anjuan {
namespace {

constexpr size_t kFixedParts = 4;

// Of a step that is still to be taken it is another number each day; the dates it is counted from
// are evidence themselves.
constexpr std::string_view kGrowing = "deadline.counted";

void AppendPart(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += c;
    }
  }
}

// Nothing where a backslash stands before anything else.
std::optional<std::string> Unescaped(std::string_view part) {
  std::string out;
  for (size_t i = 0; i < part.size(); ++i) {
    if (part[i] != '\\') {
      out += part[i];
      continue;
    }
    if (++i == part.size()) return std::nullopt;
    switch (part[i]) {
      case '\\':
        out += '\\';
        break;
      case 't':
        out += '\t';
        break;
      case 'n':
        out += '\n';
        break;
      case 'r':
        out += '\r';
        break;
      default:
        return std::nullopt;
    }
  }
  return out;
}

std::string WithoutPlaces(std::string_view field) {
  std::string out;
  bool inside = false;
  for (const char c : field) {
    if (c == ']') inside = false;
    if (!inside) out += c;
    if (c == '[') inside = true;
  }
  return out;
}

// The same text for the same finding with the same values.
std::string IdentityOf(const BaselineEntry& entry) {
  std::vector<std::string> parts;
  for (const auto& [field, value] : entry.evidence) {
    if (field == kGrowing || field == "today") continue;
    std::string part;
    AppendPart(WithoutPlaces(field), part);
    if (value) {
      part += '=';
      AppendPart(*value, part);
    }
    parts.push_back(std::move(part));
  }
  std::sort(parts.begin(), parts.end());
  std::string identity = entry.fingerprint;
  for (const std::string& part : parts) identity += '\t' + part;
  return identity;
}

// A case is known by its number, and by its file only where it has none: as fingerprints are.
std::string CaseKey(const std::string& case_number, const std::string& file) {
  return case_number.empty() ? '\n' + std::string(BarePath(file)) : case_number;
}

std::optional<BaselineEntry> ReadLine(std::string_view line) {
  std::vector<std::string> parts;
  BaselineEntry entry;
  for (size_t number = 0;; ++number) {
    const size_t end = line.find('\t');
    const std::string_view raw = line.substr(0, end);
    if (number < kFixedParts) {
      std::optional<std::string> part = Unescaped(raw);
      if (!part) return std::nullopt;
      parts.push_back(std::move(*part));
    } else {
      const size_t equals = raw.find('=');
      std::optional<std::string> field = Unescaped(raw.substr(0, equals));
      std::optional<std::string> value;
      if (equals != std::string_view::npos) value = Unescaped(raw.substr(equals + 1));
      if (!field || field->empty() || (equals != std::string_view::npos && !value)) {
        return std::nullopt;
      }
      entry.evidence.emplace_back(std::move(*field), std::move(value));
    }
    if (end == std::string_view::npos) break;
    line.remove_prefix(end + 1);
  }
  if (parts.size() < kFixedParts) return std::nullopt;
  for (size_t i = 0; i + 1 < kFixedParts; ++i) {
    if (parts[i].empty()) return std::nullopt;
  }
  entry.fingerprint = std::move(parts[0]);
  entry.rule = std::move(parts[1]);
  entry.file = std::move(parts[2]);
  entry.case_number = std::move(parts[3]);
  return entry;
}

}  // namespace

BaselineEntry EntryOf(const Finding& finding, const CaseResult& result) {
  BaselineEntry entry{finding.fingerprint,
                      finding.rule->id,
                      result.file,
                      result.identity.case_number.value_or(""),
                      {}};
  for (const Evidence& evidence : finding.evidence) {
    entry.evidence.emplace_back(evidence.field, evidence.value);
  }
  return entry;
}

std::string LineOf(const BaselineEntry& entry) {
  std::string line;
  AppendPart(entry.fingerprint, line);
  for (const std::string* const part : {&entry.rule, &entry.file, &entry.case_number}) {
    line += '\t';
    AppendPart(*part, line);
  }
  for (const auto& [field, value] : entry.evidence) {
    line += '\t';
    AppendPart(field, line);
    if (!value) continue;
    line += '=';
    AppendPart(*value, line);
  }
  return line + '\n';
}

std::unique_ptr<const Baseline> Baseline::Read(const SourcePtr& source, DiagnosticSink& sink) {
  const std::string_view text = source->text();
  if (!text.starts_with(kBaselineHead)) {
    sink.Error(source, {}, gate_text::kNotABaseline);
    return nullptr;
  }
  auto baseline = std::make_unique<Baseline>();
  for (size_t begin = kBaselineHead.size(); begin < text.size();) {
    const size_t end = text.find('\n', begin);
    std::optional<BaselineEntry> entry;
    if (end != std::string_view::npos) entry = ReadLine(text.substr(begin, end - begin));
    if (!entry) {
      const auto last = static_cast<uint32_t>(std::min(end, text.size()));
      sink.Error(source, {static_cast<uint32_t>(begin), last}, gate_text::kBadBaselineLine);
      return nullptr;
    }
    begin = end + 1;
    const size_t index = baseline->entries_.size();
    if (!baseline->by_identity_.emplace(IdentityOf(*entry), index).second) continue;  // a copy
    baseline->by_case_[CaseKey(entry->case_number, entry->file)].push_back(index);
    baseline->entries_.push_back(std::move(*entry));
  }
  return baseline;
}

std::optional<size_t> Baseline::Find(const Finding& finding) const {
  if (finding.outcome != Outcome::kFailed) return std::nullopt;
  BaselineEntry entry;
  entry.fingerprint = finding.fingerprint;
  for (const Evidence& evidence : finding.evidence) {
    entry.evidence.emplace_back(evidence.field, evidence.value);
  }
  const auto found = by_identity_.find(IdentityOf(entry));
  if (found == by_identity_.end()) return std::nullopt;
  return found->second;
}

const std::vector<size_t>& Baseline::OfCase(const CaseResult& result) const {
  const auto found = by_case_.find(CaseKey(result.identity.case_number.value_or(""), result.file));
  return found == by_case_.end() ? none_ : found->second;
}

}  // namespace anjuan
