#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/node/node.h>  // defined, so that no reader or tool takes it for ours
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

#include "base/utf8.h"
#include "yaml/builder.h"
#include "yaml/complaint.h"
#include "yaml/known_trees.h"
#include "yaml/yaml.h"

namespace anjuan::yaml {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr int kMostRepairs = 32;

Span SpanOf(size_t begin, size_t end) {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

std::string Hex(char32_t value, size_t digits) {
  std::string out(digits, '0');
  for (size_t i = digits; i-- > 0; value >>= 4) out[i] = "0123456789ABCDEF"[value & 15];
  return out;
}

// A line end is LF or CR LF: a CR alone would be one for the parser and none for Source.
size_t FindControl(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool line_end = c == '\n' || (c == '\r' && text.substr(i + 1, 1) == "\n");
    const bool control = (c < 0x20 && c != '\t' && !line_end) || c == 0x7F;
    const bool second_set = c == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (control || second_set) return i;
  }
  return std::string_view::npos;
}

// What no parser should be given. False where there is no going on.
bool CheckText(const SourcePtr& source, DiagnosticSink& sink, const Limits& limits) {
  const std::string& text = source->text();
  bool usable = true;
  if (const size_t bad = FindInvalidUtf8(text); bad != std::string_view::npos) {
    sink.Error(source, SpanOf(bad, bad + 1), TextId::kYamlNotUtf8,
               {Hex(static_cast<unsigned char>(text[bad]), 2)})
        .help.push_back({TextId::kYamlSaveAsUtf8, {}});
    usable = false;
  } else if (const size_t control = FindControl(text); control != std::string_view::npos) {
    const CodePoint c = DecodeAt(text, control);
    sink.Error(source, SpanOf(control, control + static_cast<size_t>(c.length)),
               TextId::kYamlControl, {Hex(c.value, 4)});
    usable = false;
  }
  if (text.size() > limits.bytes) {
    sink.Error(source, {}, TextId::kYamlTooLarge,
               {std::to_string(text.size()), std::to_string(limits.bytes)});
    usable = false;
  }
  return usable;
}

// The parser reads from a stream; this one reads from the text itself.
class TextBuffer final : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* const begin = const_cast<char*>(text.data());  // only read
    setg(begin, begin, begin + text.size());
  }
};

// Passes events on. `base` is where the text of the parser begins in the text of the builder.
class Events final : public YAML::EventHandler {
 public:
  Events(Builder& builder, size_t base) : builder_(builder), base_(base) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    builder_.Null(EventAt(mark, anchor != YAML::NullAnchor));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    builder_.Alias(EventAt(mark, false));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    builder_.Scalar(EventAt(mark, IsDecorated(tag == "!" ? std::string_view("?") : tag, anchor)),
                    value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    builder_.Begin(EventAt(mark, IsDecorated(tag, anchor)), Kind::kList, IsFlow(style));
  }
  void OnSequenceEnd() override { builder_.End(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    builder_.Begin(EventAt(mark, IsDecorated(tag, anchor)), Kind::kMap, IsFlow(style));
  }
  void OnMapEnd() override { builder_.End(); }

 private:
  // What has no tag is given "?"; a scalar that is not plain, "!".
  static bool IsDecorated(std::string_view tag, YAML::anchor_t anchor) {
    return anchor != YAML::NullAnchor || (tag != "?" && !tag.empty());
  }
  static bool IsFlow(YAML::EmitterStyle::value style) { return style == YAML::EmitterStyle::Flow; }

  Builder::Event EventAt(const YAML::Mark& mark, bool decorated) const {
    return {base_ + static_cast<size_t>(std::max(mark.pos, 0)), mark.column, decorated};
  }

  Builder& builder_;
  size_t base_;
};

// Learns where a further document begins, and stops there.
class SecondDocument final : public YAML::EventHandler {
 public:
  struct Found {
    size_t at;
  };
  void OnDocumentStart(const YAML::Mark& mark) override {
    throw Found{static_cast<size_t>(std::max(mark.pos, 0))};
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

// One reading of a text.
struct Reading {
  std::optional<Node> root;
  std::vector<Repair> repairs;
};

void ReportSecondDocument(const SourcePtr& source, std::string_view text, size_t at,
                          DiagnosticSink& sink) {
  at = std::min(at, text.size());
  const size_t before = text.substr(0, at).find_last_not_of(" \t\r\n");
  const bool ended =
      before != std::string_view::npos && before >= 2 && text.substr(before - 2, 3) == "...";
  const bool marked = ended || text.substr(at, 3) == "---" || text.substr(at, 3) == "...";
  sink.Error(source, SpanOf(at, LineEnd(text, at)),
             marked ? TextId::kYamlSecondDocument : TextId::kYamlDedent);
}

Reading Read(const SourcePtr& source, std::string_view text, size_t base, const Limits& limits,
             DiagnosticSink& sink) {
  Reading reading;
  Builder builder(source, text, limits, sink);
  TextBuffer buffer(text.substr(base));
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    Events events(builder, base);
    parser.HandleNextDocument(events);
    reading.root = builder.TakeRoot();
    SecondDocument second;
    parser.HandleNextDocument(second);
  } catch (const SecondDocument::Found& found) {
    ReportSecondDocument(source, text, base + found.at, sink);
  } catch (const YAML::Exception& error) {
    reading.root.reset();
    const size_t at = base + static_cast<size_t>(std::max(error.mark.pos, 0));
    reading.repairs = Explain(source, text, std::min(at, text.size()), error.msg, builder, sink);
  } catch (const Stop&) {
    reading.root.reset();
    return reading;
  }
  std::vector<Repair>& found = builder.repairs();
  std::move(found.begin(), found.end(), std::back_inserter(reading.repairs));
  return reading;
}

void Pass(const Diagnostic& diagnostic, DiagnosticSink& sink) {
  sink.Error(diagnostic.source, diagnostic.span, diagnostic.message.id, diagnostic.message.args)
      .help = diagnostic.help;
}

}  // namespace

std::optional<Document> Parse(SourcePtr source, DiagnosticSink& sink, const Limits& limits) {
  if (std::optional<Document> known = FindKnownTree(source)) return known;
  if (!CheckText(source, sink, limits)) return std::nullopt;
  std::string text = source->text();
  size_t base = 0;
  while (text.compare(base, kByteOrderMark.size(), kByteOrderMark) == 0) {
    base += kByteOrderMark.size();
  }
  if (base > 0) {
    sink.Error(source, SpanOf(0, base), TextId::kYamlByteOrderMark)
        .help.push_back({TextId::kYamlSaveAsUtf8, {}});
  }
  // A slip that is understood is reported, mended in our copy, and the copy read again.
  for (int attempt = 0;; ++attempt) {
    DiagnosticSink found;
    Reading reading = Read(source, text, base, limits, found);
    const bool again = !reading.repairs.empty() && attempt < kMostRepairs;
    for (const Repair& repair : reading.repairs) {
      Pass(repair.diagnostic, sink);
      text.replace(repair.at, repair.with.size(), repair.with);
    }
    if (again) continue;
    for (const Diagnostic& diagnostic : found.diagnostics()) Pass(diagnostic, sink);
    if (!reading.root) return std::nullopt;
    return Document{std::move(source), std::move(*reading.root)};
  }
}

}  // namespace anjuan::yaml
