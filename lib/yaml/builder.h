// Events of the parser → tree, and every mistake that still leaves a tree.
//
// Knows no yaml-cpp: places are byte offsets, columns are what the parser counts.
// Stops: throws Stop where a limit is passed; parse.cc catches it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "yaml/scan.h"
#include "yaml/yaml.h"

namespace anjuan::yaml {

struct Stop {};

// A slip whose meaning is plain: the text is parsed again with `with` at `at` (as many bytes as it
// replaces), so that the slip hides nothing behind it.
struct Repair {
  size_t at = 0;
  std::string_view with;
  Diagnostic diagnostic;
};

// Of a line with a full-width colon at `at`, whose key begins somewhere behind `line_begin`.
Repair RepairOfColon(const SourcePtr& source, size_t line_begin, size_t at);

// Of text that begins with a character YAML gives a meaning to.
Repair RepairOfText(const SourcePtr& source, size_t begin, size_t end, TextId id,
                    std::vector<std::string> args);

class Builder {
 public:
  struct Event {
    size_t at = 0;           // where the node begins, or what follows an empty one
    int column = 0;          // of `at`, as the parser counts
    bool decorated = false;  // carries an anchor or a tag
  };

  // `text` is the source's text, or that text repaired.
  Builder(SourcePtr source, std::string_view text, const Limits& limits, DiagnosticSink& sink);

  void Null(Event event);
  void Alias(Event event);
  void Scalar(Event event, std::string_view value);
  void Begin(Event event, Kind kind, bool flow);
  void End();

  Node TakeRoot() { return std::move(root_); }
  std::vector<Repair>& repairs() { return repairs_; }

  // A quoted scalar did not end on its line: what the parser makes of the rest is noise.
  bool lost_a_quote() const { return lost_a_quote_; }
  // The innermost flow collection that is still open.
  std::optional<size_t> open_bracket() const;
  // Of the last node.
  size_t last_end() const { return last_end_; }

 private:
  struct Key {
    std::string text;
    Span span;
    bool usable = false;
    bool plain = false;
  };

  struct Open {
    Node node;
    int column = 0;
    bool flow = false;
    size_t line_end = 0;  // of the line it begins on
    bool has_key = false;
    Key key;
    std::unordered_map<std::string, Span> seen;
  };

  Event SkipDecoration(Event event);
  void TagIsText(const Event& event);
  void Count(const Event& event);
  void CheckIndentation(size_t at);
  void MoveToLine(size_t at);
  void Attach(Node node, Form form);
  void AttachKey(Open& open, Node node, Form form);
  void AttachValue(Open& open, Node node);
  void CheckColon(const Open& open);
  Span SpanOfNothing(const Event& event) const;
  void CheckEscapes(Node& node);
  bool MayBeEntry(size_t begin, bool runs_on) const;
  bool FindSlips(size_t begin, std::string_view value, bool runs_on);
  Diagnostic& Report(Span span, TextId id, std::vector<std::string> args = {});

  SourcePtr source_;
  std::string_view text_;
  const Limits& limits_;
  DiagnosticSink& sink_;
  std::vector<Open> open_;
  Node root_;
  std::vector<Repair> repairs_;
  size_t nodes_ = 0;
  size_t last_end_ = 0;    // of the last node
  size_t line_begin_ = 0;  // the line the last event stands on …
  size_t line_end_ = 0;    // … and its end
  bool line_checked_ = false;
  bool lost_a_quote_ = false;
};

}  // namespace anjuan::yaml
