#include "expr/trace.h"

#include "expr/eval_core.h"
#include "expr/eval_loops.h"
#include "expr/explain.h"
#include "expr/types.h"

namespace anjuan::expr {
namespace {

// On one line: white space of any length is one space.
std::string Levelled(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

class Tracer {
 public:
  Tracer(const Program& program, Frame& frame) : program_(program), frame_(frame) {}

  std::vector<TraceLine> Run() {
    Walk(program_.root, 0);
    return std::move(lines_);
  }

 private:
  Value Eval(uint32_t index) {
    frame_.iterations = 0;
    return expr::Run(index, frame_);
  }

  // What check kinds put together has the place of what it stands for, so that a has() or a ! may
  // be written nowhere.
  std::string SourceOf(uint32_t index) const {
    const Node& node = program_.nodes[index];
    std::string text = Levelled(program_.Snippet(index));
    switch (node.op) {
      case Op::kAnd:
        return "&&";
      case Op::kOr:
        return "||";
      case Op::kConditional:
        return "?:";
      case Op::kNot:
        return text.starts_with('!') ? text : "!" + SourceOf(node.a);
      case Op::kHas:
      case Op::kFilled: {
        const std::string name = node.op == Op::kHas ? "has(" : "filled(";
        return text.starts_with(name) ? text : name + text + ")";
      }
      default:
        return text;
    }
  }

  TraceLine& Line(uint32_t index, size_t depth, const Value& value) {
    TraceLine& line = lines_.emplace_back();
    line.depth = depth;
    line.source = SourceOf(index);
    line.type = program_.sites[index].type;
    SetValue(value, line);
    if (value.error()) {
      line.error = Text{TextOf(static_cast<ErrorCode>(value.number)),
                        {Levelled(program_.Snippet(value.size))}};
    }
    // What a variable stands for is told where it was bound.
    const bool variable = program_.nodes[index].op == Op::kLocal;
    if (value.unknown() && !variable) line.causes = ExplainNode(program_, index, frame_).causes;
    return line;
  }

  static void SetValue(const Value& value, TraceLine& line) {
    line.state = value.error() ? Tri::kError : value.unknown() ? Tri::kUnknown : Tri::kTrue;
    if (!value.here()) return;
    if (line.type.kind == TypeKind::kBool && value.number == 0) line.state = Tri::kFalse;
    if (line.type.kind == TypeKind::kList) line.open = value.slot->open;
    if (line.type.kind == TypeKind::kRecord) line.slot = value.slot;
    line.value = FormatTyped(value, line.type);
  }

  void WalkChildren(const Node& node, size_t depth) {
    for (uint32_t i = 0; i < node.count; ++i) Walk(program_.Child(node, i), depth);
  }

  void Walk(uint32_t index, size_t depth) {
    const Node& node = program_.nodes[index];
    const bool record = program_.sites[index].type.kind == TypeKind::kRecord;
    switch (node.op) {
      case Op::kConst:
        if (depth == 0) Line(index, depth, Eval(index));
        return;
      case Op::kList:
      case Op::kMap:
        if (depth == 0) Line(index, depth, Eval(index));
        WalkChildren(node, depth == 0 ? 1 : depth);
        return;
      case Op::kField:
      case Op::kHas:
      case Op::kFilled:
        if (!record) SetPlace(node, Line(index, depth, Eval(index)));
        if (node.base == Base::kNode) Walk(node.a, depth + 1);
        return;
      case Op::kLocal:
      case Op::kVariable:
        if (!record) Line(index, depth, Eval(index));
        return;
      case Op::kNot: {
        TraceLine& line = Line(index, depth, Eval(index));
        const Node& operand = program_.nodes[node.a];
        const bool presence = operand.op == Op::kHas || operand.op == Op::kFilled;
        if (presence) SetPlace(operand, line);
        if (!presence) Walk(node.a, depth + 1);
        return;
      }
      case Op::kConditional: {
        Line(index, depth, Eval(index));
        Walk(node.a, depth + 1);
        const Value condition = Eval(node.a);
        if (condition.here()) Walk(condition.number != 0 ? node.b : node.c, depth + 1);
        return;
      }
      case Op::kBind:
        Line(index, depth, Eval(index));
        Walk(node.a, depth + 1);
        frame_.locals[node.index] = {Eval(node.a), nullptr};
        Walk(node.b, depth + 1);
        return;
      case Op::kLoop:
        WalkLoop(index, depth);
        return;
      case Op::kToday:
      case Op::kAnd:
      case Op::kOr:
      case Op::kCall:
      case Op::kKnown:
      case Op::kMapKey:
      case Op::kHasMapKey:
        Line(index, depth, Eval(index));
        WalkChildren(node, depth + 1);
        return;
    }
  }

  // Where a field stands, and whether it is the field itself that has no value.
  void SetPlace(const Node& node, TraceLine& line) {
    const Site& site = program_.SiteOf(node);
    const Value base = BaseOf(node, frame_);
    if (site.fields.empty() || !base.here()) return;
    const Slot* const slot = &base.slot[node.size];
    if (node.base != Base::kParams) line.slot = slot;
    const bool is_param = node.base == Base::kParams;
    if (slot->state != State::kMissing) {
      line.place = slot->state;
    } else if (is_param || BelowBlank(node, frame_, base.slot)) {
      line.place = State::kBlank;
    } else if (line.causes.empty() || line.causes.front() == site.fields.back()->path) {
      line.place = State::kMissing;
    }
  }

  // hasDoc(k) goes through a list that its author does not write.
  void NameLookedUp(uint32_t range, uint32_t loop, size_t line) {
    const Site& site = program_.sites[range];
    const Span& whole = program_.sites[loop].span;
    const bool unwritten = site.span.begin == whole.begin && site.span.end == whole.end;
    if (unwritten && !site.fields.empty() && line < lines_.size()) {
      lines_[line].source = site.fields.back()->path;
    }
  }

  void WalkLoop(uint32_t index, size_t depth) {
    const Node& node = program_.nodes[index];
    const Loop& loop = program_.loops[node.index];
    const Value value = Eval(index);
    const size_t at = lines_.size();
    Line(index, depth, value);
    Walk(loop.range, depth + 1);
    NameLookedUp(loop.range, index, at + 1);
    if (loop.kind == LoopKind::kSize) Walk(loop.bound, depth + 1);
    const Value range = Eval(loop.range);
    if (!range.here()) return;
    const Slot list = *range.slot;
    const uint32_t count = CountOfElements(loop, list);
    std::optional<uint32_t> shown;
    TraceLine::Element role = TraceLine::Element::kNone;
    uint32_t selected = 0;
    for (uint32_t i = 0; i < count; ++i) {
      SetElement(loop, list, i, frame_);
      frame_.iterations = 0;
      const Value chosen = Selected(loop, frame_);
      selected += chosen.is_true() ? 1 : 0;
      if (shown) continue;
      role = RoleOf(loop, value, chosen);
      if (role != TraceLine::Element::kNone) shown = i;
    }
    lines_[at].elements = count;
    if (!loop.stages.empty()) lines_[at].selected = selected;
    const bool tests = loop.has_body || !loop.stages.empty();
    if (!shown && count == 1 && tests && loop.kind != LoopKind::kOnlyOne) {
      shown = 0;
      role = TraceLine::Element::kOnly;
    }
    const bool folds = loop.kind == LoopKind::kAll || loop.kind == LoopKind::kExists;
    if (!shown && count > 1 && folds && value.here() && loop.stages.empty()) {
      lines_[at].every = value.number != 0;
    }
    if (!shown) return;
    SetElement(loop, list, *shown, frame_);
    WalkElement(loop, role, depth + 1);
  }

  // What an element is to a macro that came out as `value`.
  TraceLine::Element RoleOf(const Loop& loop, const Value& value, const Value& chosen) {
    using Element = TraceLine::Element;
    const bool quantifies = loop.kind == LoopKind::kAll || loop.kind == LoopKind::kExists ||
                            loop.kind == LoopKind::kExistsOne;
    if (!quantifies)
      return value.unknown() && chosen.unknown() ? Element::kUndecided : Element::kNone;
    if (chosen.is_false()) return Element::kNone;
    const Value outcome = Outcome(loop, chosen, frame_);
    if (outcome.unknown() || outcome.error()) {
      return value.state == outcome.state ? Element::kUndecided : Element::kNone;
    }
    if (!value.here()) return Element::kNone;
    if (loop.kind == LoopKind::kAll) {
      return value.is_false() && outcome.is_false() ? Element::kCounterexample : Element::kNone;
    }
    const bool found = loop.kind == LoopKind::kExistsOne || value.is_true();
    return found && outcome.is_true() ? Element::kWitness : Element::kNone;
  }

  void WalkElement(const Loop& loop, TraceLine::Element role, size_t depth) {
    const Local& local = frame_.locals[loop.local];
    TraceLine& line = lines_.emplace_back();
    line.depth = depth;
    line.element = role;
    const Type& range = program_.sites[loop.range].type;
    line.type = loop.of_map && !loop.has_first ? KeyOf(range) : ElementOf(range);
    SetValue(local.value, line);
    line.slot = local.slot;
    for (const Loop::Stage& stage : loop.stages) {
      Walk(stage.test, depth + 1);
      if (Eval(stage.test).is_false()) return;
    }
    if (loop.has_body) Walk(loop.body, depth + 1);
  }

  const Program& program_;
  Frame& frame_;
  std::vector<TraceLine> lines_;
};

}  // namespace

std::vector<TraceLine> TraceProgram(const Program& program, Frame& frame) {
  return Tracer(program, frame).Run();
}

}  // namespace anjuan::expr
