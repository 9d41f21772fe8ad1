#include "expr/explain.h"

#include <algorithm>
#include <limits>
#include <set>

#include "expr/eval_core.h"
#include "expr/eval_loops.h"
#include "expr/functions.h"
#include "expr/types.h"

namespace anjuan::expr {
namespace {

constexpr size_t kMostCauses = 16;

bool IsList(const Field& field) { return field.is_list || field.type == FieldType::kRecords; }

class Explainer {
 public:
  Explainer(const Program& program, uint32_t root, Frame& frame)
      : program_(program), root_(root), frame_(frame), origins_(program.locals) {}

  Explanation Run() {
    const Value value = Eval(root_);
    explanation_.result = value.error()     ? Tri::kError
                          : value.unknown() ? Tri::kUnknown
                          : value.number    ? Tri::kTrue
                                            : Tri::kFalse;
    if (value.error()) {
      explanation_.error = Text{TextOf(static_cast<ErrorCode>(value.number)),
                                {std::string(program_.Snippet(value.size))}};
      return std::move(explanation_);
    }
    Explain(root_, value);
    // Who asks for a whole list lacks what an open one does not carry.
    const bool list = program_.sites[root_].type.kind == TypeKind::kList;
    if (list && value.here() && value.slot->open) {
      CauseOfOpenList(root_);
      explanation_.result = Tri::kUnknown;
    }
    if (explanation_.result == Tri::kUnknown) ListCauses();
    return std::move(explanation_);
  }

 private:
  // What a local stands for, beside its value.
  struct Origin {
    const Field* field = nullptr;  // an item of this list of scalars
    uint32_t bound = 0;            // of bind: the node it is bound to
    bool is_bound = false;
    // What has been told of it already, and how quietly: once is enough, or a chain of bindings
    // would be told again and again.
    int decided = kNotYet;
    int opened = kNotYet;
    int listed = kNotYet;
  };
  static constexpr int kNotYet = std::numeric_limits<int>::max();

  Value Eval(uint32_t index) {
    frame_.iterations = 0;
    return expr::Run(index, frame_);
  }

  void Decide(uint32_t index) { Explain(index, Eval(index)); }

  void ListCauses() {
    // Never an unknown without a cause: then all it reads is in question.
    if (causes_.empty()) {
      for (const Field* field : program_.reads) causes_.insert(field->path);
    }
    std::vector<std::string>& out = explanation_.causes;
    for (const std::string& cause : causes_) {
      if (out.size() == kMostCauses) {
        out.push_back("+" + std::to_string(causes_.size() - kMostCauses));
        return;
      }
      out.push_back(cause);
    }
  }

  void Explain(uint32_t index, const Value& value) {
    if (value.error()) return;
    const Node& node = program_.nodes[index];
    switch (node.op) {
      case Op::kConst:
        return;
      case Op::kToday:
        ReadOutside("today", FormatDate(frame_.today), false);
        return;
      case Op::kField:
      case Op::kHas:
      case Op::kFilled:
        ReadField(node, value);
        return;
      case Op::kLocal:
        ReadLocal(node);
        return;
      case Op::kVariable:
        ReadVariable(node, value);
        return;
      case Op::kNot:
      case Op::kKnown:
        Decide(node.a);
        return;
      case Op::kAnd:
      case Op::kOr:
        ExplainLogic(node, value);
        return;
      case Op::kConditional: {
        const Value condition = Eval(node.a);
        Explain(node.a, condition);
        if (condition.here()) Decide(condition.number != 0 ? node.b : node.c);
        return;
      }
      case Op::kBind:
        Bind(node);
        Decide(node.b);
        return;
      case Op::kList:
      case Op::kMap:
      case Op::kMapKey:
      case Op::kHasMapKey:
      case Op::kCall:
        ExplainStrict(node, value);
        return;
      case Op::kLoop:
        ExplainLoop(node, value);
        return;
    }
  }

  // The operands that decided: those with the result's own value.
  void ExplainLogic(const Node& node, const Value& value) {
    for (uint32_t i = 0; i < node.count; ++i) {
      const uint32_t child = program_.Child(node, i);
      const Value operand = Eval(child);
      if (operand.state != value.state) continue;
      if (value.unknown() || operand.number == value.number) Explain(child, operand);
    }
  }

  void ExplainStrict(const Node& node, const Value& value) {
    const FunctionRow* const row = program_.SiteOf(node).row;
    if (row != nullptr && row->why != nullptr) {
      ExplainRegistered(node, value, *row);
      return;
    }
    bool from_operands = false;
    for (uint32_t i = 0; i < node.count; ++i) {
      const uint32_t child = program_.Child(node, i);
      const Value operand = Eval(child);
      Explain(child, operand);
      from_operands |= operand.unknown();
    }
    if (!value.unknown() || from_operands) return;
    if (value.number != 0) causes_.insert("calendar:" + std::to_string(value.number));
    for (uint32_t i = 0; i < node.count; ++i) CauseOfOpenList(program_.Child(node, i));
  }

  void ExplainRegistered(const Node& node, const Value& value, const FunctionRow& row) {
    std::vector<Value> args;
    for (uint32_t i = 0; i < node.count; ++i) args.push_back(Eval(program_.Child(node, i)));
    Reason reason = row.why(row.context, args.data(), args.size());
    for (uint32_t i = 0; i < node.count; ++i) {
      if ((reason.idle >> i & 1u) == 0) Explain(program_.Child(node, i), args[i]);
    }
    if (value.unknown() && !reason.cause.empty()) causes_.insert(std::move(reason.cause));
  }

  // The lists of the record that leave a list value open.
  void CauseOfOpenList(uint32_t index) {
    const Node& node = program_.nodes[index];
    if (program_.sites[index].type.kind != TypeKind::kList) return;
    const Value value = Eval(index);
    if (!value.here() || !value.slot->open) return;
    if (node.op == Op::kField) {
      causes_.insert(PathOfField(node));
      Explain(index, value);
    } else if (node.op == Op::kLoop) {
      CauseOfOpenList(program_.loops[node.index].range);
    } else if (node.op == Op::kLocal) {
      LookBehind(node.index, &Origin::opened, [&](uint32_t bound) { CauseOfOpenList(bound); });
    } else if (node.op == Op::kBind) {
      Bind(node);
      CauseOfOpenList(node.b);
    } else {
      for (uint32_t i = 0; i < node.count; ++i) CauseOfOpenList(program_.Child(node, i));
    }
  }

  std::string PathOfField(const Node& node) const {
    const Site& site = program_.SiteOf(node);
    if (node.base != Base::kParams) return site.fields.back()->path;
    std::string path = "params";
    for (const Field* field : site.fields) path += "." + field->name;
    return path;
  }

  void ReadField(const Node& node, const Value& value) {
    const Site& site = program_.SiteOf(node);
    if (site.fields.empty()) return;
    const Value base = BaseOf(node, frame_);
    if (!base.here()) {
      if (node.base == Base::kNode) Decide(node.a);
      if (node.base == Base::kLocal) ReadLocal(node);
      if (node.base == Base::kParams) {
        causes_.insert(PathOfField(node));
        ReadOutside(PathOfField(node), {}, true);
      }
      if (node.base == Base::kVariable) causes_.insert(site.fields.back()->path);
      return;
    }
    const Slot& slot = base.slot[node.size];
    const Field& field = *site.fields.back();
    if (node.base == Base::kParams) {
      const Type type = TypeOfField(*program_.model, field);
      const bool here = slot.state == State::kPresent;
      const bool by_slot = type.kind == TypeKind::kList;
      ReadOutside(PathOfField(node),
                  here ? FormatTyped(by_slot ? Value::Of(&slot) : Scalar(slot), type) : "", !here);
      if (value.unknown()) causes_.insert(PathOfField(node));
      return;
    }
    const bool blank = slot.state == State::kMissing && BelowBlank(node, frame_, base.slot);
    if (IsStandIn(node, base.slot)) {
      ReadList(program_.loops[program_.nodes[node.a].index].range);
    } else {
      Read(slot, field, slot.state == State::kPartial || (slot.state == State::kMissing && !blank));
    }
    if (value.unknown()) causes_.insert(CauseOfField(node, base.slot, slot, blank));
  }

  // doc(k) where there is no such document: a record that stands in no file.
  bool IsStandIn(const Node& node, const Slot* base) const {
    if (node.base != Base::kNode) return false;
    const Node& from = program_.nodes[node.a];
    return from.op == Op::kLoop && program_.loops[from.index].kind == LoopKind::kOnlyOne &&
           from.slot == base;
  }

  // The topmost entity that is missing, else the field itself.
  std::string CauseOfField(const Node& node, const Slot* base, const Slot& slot, bool blank) const {
    const std::vector<const Field*>& path = program_.SiteOf(node).fields;
    if (slot.state == State::kPartial) return "partial:" + path.back()->path;
    if (slot.state == State::kMissing && !blank) {
      const Slot* at = base;
      for (size_t i = 0; i + 1 < path.size(); ++i) {
        at += path[i]->slot;
        if (at->state == State::kMissing) return path[i]->path;
      }
    }
    return path.back()->path;
  }

  void Bind(const Node& node) {
    frame_.locals[node.index] = {Eval(node.a), nullptr};
    origins_[node.index] = {};
    origins_[node.index].bound = node.a;
    origins_[node.index].is_bound = true;
  }

  // At what a variable is bound to, if it is. Working that out again sets variables anew from this
  // one on, so they are put back.
  template <typename Look>
  void LookBehind(uint16_t index, int Origin::*told, Look look) {
    Origin& origin = origins_[index];
    if (!origin.is_bound || quiet_ >= origin.*told) return;
    origin.*told = quiet_;
    const auto first = static_cast<ptrdiff_t>(index);
    Local* const in_use = frame_.locals + index;
    const std::vector<Local> locals(in_use, frame_.locals + origins_.size());
    const std::vector<Origin> origins(origins_.begin() + first, origins_.end());
    look(origin.bound);
    std::copy(locals.begin(), locals.end(), in_use);
    std::copy(origins.begin(), origins.end(), origins_.begin() + first);
  }

  void ReadLocal(const Node& node) {
    const Origin& origin = origins_[node.index];
    const Local& local = frame_.locals[node.index];
    if (origin.is_bound) {
      LookBehind(node.index, &Origin::decided, [&](uint32_t bound) { Decide(bound); });
    } else if (origin.field != nullptr && local.slot != nullptr) {
      Read(*local.slot, *origin.field, !local.value.here());
    }
  }

  void ReadVariable(const Node& node, const Value& value) {
    const Site& site = program_.SiteOf(node);
    const TypeKind kind = site.type.kind;
    if (value.unknown()) causes_.insert(site.name);
    const Slot* const slot =
        node.index < frame_.variable_count ? frame_.variables[node.index] : nullptr;
    if (slot == nullptr || kind == TypeKind::kRecord || !IsNew(slot)) return;
    Reading reading;
    reading.slot = slot;
    reading.path = site.name;
    reading.missing = !value.here();
    if (value.here()) reading.value = FormatTyped(value, site.type);
    explanation_.evidence.push_back(std::move(reading));
  }

  void Read(const Slot& slot, const Field& field, bool missing) {
    if (!IsNew(&slot)) return;
    Reading reading;
    reading.slot = &slot;
    reading.field = &field;
    reading.missing = missing;
    if (slot.state == State::kPresent && field.type != FieldType::kEntity) {
      // The slot of a list says how many; an item of a list of scalars is one of its values.
      const bool whole = IsList(field) && !IsItem(slot, field);
      reading.value = whole ? std::to_string(slot.size) : FormatValue(*program_.model, field, slot);
    }
    explanation_.evidence.push_back(std::move(reading));
  }

  bool IsItem(const Slot& slot, const Field& field) const {
    return std::any_of(origins_.begin(), origins_.end(), [&](const Origin& origin) {
      const size_t i = static_cast<size_t>(&origin - origins_.data());
      return origin.field == &field && frame_.locals[i].slot == &slot;
    });
  }

  void ReadOutside(std::string path, std::string value, bool missing) {
    if (quiet_ > 0) return;
    const bool there = std::any_of(
        explanation_.evidence.begin(), explanation_.evidence.end(),
        [&](const Reading& known) { return known.slot == nullptr && known.path == path; });
    if (there) return;
    explanation_.evidence.push_back({nullptr, nullptr, std::move(path), std::move(value), missing});
  }

  bool IsNew(const Slot* slot) { return quiet_ == 0 && seen_.insert(slot).second; }

  // The list of the record behind a list value; false where there is none.
  bool ReadList(uint32_t index) {
    const Node& node = program_.nodes[index];
    switch (node.op) {
      case Op::kField: {
        const Value value = Eval(index);
        Explain(index, value);
        return node.base != Base::kParams && value.here();
      }
      case Op::kLoop:
        return ReadList(program_.loops[node.index].range);
      case Op::kLocal: {
        bool found = false;
        LookBehind(node.index, &Origin::listed, [&](uint32_t bound) { found = ReadList(bound); });
        return found;
      }
      case Op::kCall:
        return node.count > 0 && ReadList(program_.Child(node, 0));
      default:
        return false;
    }
  }

  // The element as the loop's variables, and where an item of scalars comes from.
  void Enter(const Loop& loop, const Slot& range, uint32_t i) {
    SetElement(loop, range, i, frame_);
    const Node& from = program_.nodes[loop.range];
    const bool items = from.op == Op::kField && from.base != Base::kParams &&
                       program_.SiteOf(from).fields.back()->is_list;
    origins_[loop.local] = {};
    if (items) origins_[loop.local].field = program_.SiteOf(from).fields.back();
    if (loop.has_first) origins_[loop.first_local] = {};
  }

  void ExplainElement(const Loop& loop) {
    for (const Loop::Stage& stage : loop.stages) Decide(stage.test);
    if (loop.has_body) Decide(loop.body);
  }

  // What is unknown about the element that is entered.
  void ExplainUnknownElement(const Loop& loop) {
    for (const Loop::Stage& stage : loop.stages) {
      const Value value = Eval(stage.test);
      if (value.unknown()) Explain(stage.test, value);
      if (value.is_false()) return;
    }
    if (!loop.has_body) return;
    const Value value = Eval(loop.body);
    if (value.unknown()) Explain(loop.body, value);
  }

  void ExplainLoop(const Node& node, const Value& value) {
    const Loop& loop = program_.loops[node.index];
    const Value range = Eval(loop.range);
    if (loop.kind == LoopKind::kSize) {
      const Value bound = Eval(loop.bound);
      if (range.here()) ReadList(loop.range);
      if (range.unknown()) Explain(loop.range, range);
      Explain(loop.bound, bound);
      if (bound.unknown()) return;
    } else if (!range.here()) {
      Explain(loop.range, range);
    }
    if (!range.here()) return;
    if (value.unknown()) {
      ExplainUnknownLoop(loop, *range.slot);
      return;
    }
    switch (loop.kind) {
      case LoopKind::kAll:
        ExplainWitness(loop, *range.slot, false, value.is_false() ? 1 : 0);
        break;
      case LoopKind::kExists:
        ExplainWitness(loop, *range.slot, true, value.is_true() ? 1 : 0);
        break;
      case LoopKind::kExistsOne:
        ExplainWitness(loop, *range.slot, true, 2);
        break;
      case LoopKind::kFilter:
      case LoopKind::kMap:
        ReadList(loop.range);
        break;
      case LoopKind::kOnlyOne:
        if (value.slot == node.slot) ReadList(loop.range);
        break;
      case LoopKind::kSize:
        break;
    }
  }

  void ExplainUnknownLoop(const Loop& loop, const Slot& range) {
    // A filter or map over an open list is a value, an open one.
    const bool gives_list = loop.kind == LoopKind::kFilter || loop.kind == LoopKind::kMap;
    if (!gives_list) CauseOfOpenList(loop.range);
    const int before = quiet_;
    const uint32_t count = CountOfElements(loop, range);
    for (uint32_t i = 0; i < count; ++i) {
      Enter(loop, range, i);
      const Value selected = Selected(loop, frame_);
      const Value outcome =
          selected.here() && selected.number == 0 ? selected : Outcome(loop, selected, frame_);
      // To a filter, and to a map, it is enough not to know which elements they let through.
      const bool selects = !loop.has_body || loop.kind == LoopKind::kMap;
      if (!outcome.unknown() && !(selected.unknown() && selects)) continue;
      Enter(loop, range, i);
      ExplainUnknownElement(loop);
      quiet_ = before + 1;  // every cause, but the readings of the first element alone
    }
    quiet_ = before;
  }

  // The first `most` elements that come out as `wanted`; without one, the list itself.
  void ExplainWitness(const Loop& loop, const Slot& range, bool wanted, uint32_t most) {
    uint32_t found = 0;
    const uint32_t count = CountOfElements(loop, range);
    for (uint32_t i = 0; i < count && found < most; ++i) {
      Enter(loop, range, i);
      const Value selected = Selected(loop, frame_);
      if (selected.is_false()) continue;
      const Value outcome = Outcome(loop, selected, frame_);
      if (!outcome.here() || (outcome.number != 0) != wanted) continue;
      ++found;
      ExplainElement(loop);
    }
    if (found > 0 || ReadList(loop.range)) return;
    for (uint32_t i = 0; i < count; ++i) {
      Enter(loop, range, i);
      ExplainElement(loop);
    }
  }

  const Program& program_;
  uint32_t root_;
  Frame& frame_;
  Explanation explanation_;
  std::set<std::string> causes_;
  std::set<const Slot*> seen_;
  std::vector<Origin> origins_;
  int quiet_ = 0;  // above 0: causes are collected, readings are not
};

}  // namespace

Explanation ExplainProgram(const Program& program, Frame& frame) {
  return ExplainNode(program, program.root, frame);
}

Explanation ExplainNode(const Program& program, uint32_t node, Frame& frame) {
  return Explainer(program, node, frame).Run();
}

}  // namespace anjuan::expr
