#include "expr/explain.h"

#include <algorithm>

#include "expr/eval_macro.h"
#include "expr/eval_select.h"
#include "value/date.h"
#include "value/money.h"

namespace anjuan::expr {
namespace {

constexpr size_t kMostCauses = 16;

// The topmost thing on the way to a slot that the export does not carry.
std::string CausePath(const Slot* slot, const Field& field) {
  std::string cause = (slot->state == State::kPartial ? "partial:" : "") + field.path;
  const Field* at = &field;
  const Slot* here = slot;
  while (at->owner->self != nullptr && at->owner->self->type == FieldType::kEntity) {
    here -= at->slot;
    at = at->owner->self;
    if (here->state == State::kMissing) cause = at->path;
  }
  return cause;
}

class Explainer {
 public:
  Explainer(const Program& program, Run& run) : program_(program), run_(run) {}

  Explanation Explain() {
    const uint32_t root = static_cast<uint32_t>(program_.nodes.size() - 1);
    result_.result =
        program_.root().shape == Shape::kTri ? EvalTri(root, run_) : StateOf(program_.root(), run_);
    if (result_.result == Tri::kError) result_.error = Text{run_.error, {}};
    Walk(root);
    if (program_.root().shape == Shape::kList && result_.result == Tri::kTrue) Open(root);
    std::sort(causes_.begin(), causes_.end());
    causes_.erase(std::unique(causes_.begin(), causes_.end()), causes_.end());
    if (causes_.size() > kMostCauses) {
      const std::string more = "+" + std::to_string(causes_.size() - kMostCauses);
      causes_.resize(kMostCauses);
      causes_.push_back(more);
    }
    if (result_.result == Tri::kUnknown) result_.causes = std::move(causes_);
    return std::move(result_);
  }

 private:
  const Node& At(uint32_t i) const { return program_.nodes[i]; }

  // A list that is asked for whole lacks what an open one does not carry.
  void Open(uint32_t root) {
    const List list = EvalList(root, run_);
    const Node* const from = ListOf(root);
    if (!list.open || from == nullptr) return;
    const Rec at = SlotOf(*from, run_);
    Read(at.slot, from->field);
    causes_.push_back(from->field->path);
    result_.result = Tri::kUnknown;
  }

  void Walk(uint32_t index) {
    if (index == 0) return;
    const Node& node = At(index);
    switch (node.op) {
      case Op::kLiteral:
        return;
      case Op::kSelect:
      case Op::kParam:
        return Select(node);
      case Op::kVariable:
        return Variable(node);
      case Op::kHas:
      case Op::kFilled:
        return Presence(node);
      case Op::kKnown:
      case Op::kNot:
        return Walk(node.a);
      case Op::kAnd:
        return Logic(node, Tri::kFalse);
      case Op::kOr:
        return Logic(node, Tri::kTrue);
      case Op::kConditional:
        return Conditional(node);
      case Op::kStrict:
      case Op::kIn:
        return Strict(node);
      case Op::kAll:
        return Quantified(node, Tri::kFalse);
      case Op::kExists:
        return Quantified(node, Tri::kTrue);
      case Op::kExistsOne:
      case Op::kFilter:
      case Op::kMap:
      case Op::kSizeCompare:
      case Op::kDocument:
        return Counted(node);
    }
  }

  void Read(const Slot* slot, const Field* field) {
    for (const Reading& known : result_.evidence) {
      if (known.slot == slot) return;
    }
    Reading reading;
    reading.slot = slot;
    reading.field = field;
    reading.missing = slot->state == State::kMissing || slot->state == State::kPartial;
    if (field != nullptr) {
      const bool list = field->is_list || field->type == FieldType::kRecords;
      if (list) {
        reading.value = std::to_string(slot->size);
      } else if (field->type != FieldType::kEntity) {
        reading.value = FormatValue(*program_.model, *field, *slot);
      }
    }
    result_.evidence.push_back(std::move(reading));
  }

  void ReadOutside(std::string path, std::string value, bool missing) {
    for (const Reading& known : result_.evidence) {
      if (known.slot == nullptr && known.path == path) return;
    }
    Reading reading;
    reading.path = std::move(path);
    reading.value = std::move(value);
    reading.missing = missing;
    result_.evidence.push_back(std::move(reading));
  }

  void Select(const Node& node) {
    if (node.base == Base::kToday) {
      const bool missing = run_.today->state != State::kPresent;
      ReadOutside("today", missing ? "" : FormatDate({static_cast<int32_t>(run_.today->number)}),
                  missing);
      if (missing) causes_.push_back("today");
      return;
    }
    const Rec at = SlotOf(node, run_);
    if (at.state != Tri::kTrue) return Walk(node.a);
    if (node.op == Op::kParam) {
      const bool missing = at.slot->state != State::kPresent;
      ReadOutside(
          node.field->path,
          missing || node.field->is_list ? "" : FormatValue(*program_.model, *node.field, *at.slot),
          missing);
      if (missing) causes_.push_back(node.field->path);
      return;
    }
    if (node.field == nullptr) return;
    Read(at.slot, node.field);
    if (at.slot->state != State::kPresent) causes_.push_back(CausePath(at.slot, *node.field));
    if (node.base == Base::kNode) Walk(node.a);
  }

  void Variable(const Node& node) {
    const Slot* const slot = run_.vars[node.var];
    if (slot->state != State::kPresent) return;
  }

  void Presence(const Node& node) {
    const Node& read = At(node.a);
    const Rec at = SlotOf(read, run_);
    if (at.state != Tri::kTrue) return Walk(read.a);
    if (read.op == Op::kParam) return Select(read);
    Read(at.slot, read.field);
    const bool open_list = read.shape == Shape::kList && at.slot->open && at.slot->size == 0;
    const bool partial = at.slot->state == State::kPartial && node.op == Op::kHas;
    if (at.slot->state == State::kMissing || partial || open_list) {
      causes_.push_back(open_list ? read.field->path : CausePath(at.slot, *read.field));
    }
  }

  // Of && and ||: the operands that decided; where none did, those that are not what it takes.
  void Logic(const Node& node, Tri deciding) {
    const Tri result = node.run.tri(node, run_);
    const uint32_t* const operands = program_.operands.data() + node.a;
    for (uint32_t i = 0; i < node.size; ++i) {
      const Tri operand = EvalTri(operands[i], run_);
      if (result == deciding ? operand == deciding
                             : operand == result || result == Opposite(deciding)) {
        Walk(operands[i]);
      }
    }
  }

  static Tri Opposite(Tri t) { return t == Tri::kTrue ? Tri::kFalse : Tri::kTrue; }

  void Conditional(const Node& node) {
    const Tri condition = EvalTri(node.a, run_);
    Walk(node.a);
    if (condition == Tri::kTrue) Walk(node.b);
    if (condition == Tri::kFalse) Walk(node.c);
  }

  void Strict(const Node& node) {
    if (node.shape == Shape::kList && node.size > 0 && node.run.list != nullptr &&
        node.run.list == LiteralElementsFunction().list) {
      for (uint32_t i = 0; i < node.size; ++i) Walk(program_.operands[node.a + i]);
      return;
    }
    if (node.run.num == SizeFunction().num) return Counted(node);
    for (const uint32_t child : {node.a, node.b, node.c}) {
      if (child == 0) continue;
      Walk(child);
      OpenList(child);
    }
  }

  // A strict operation over an open list lacks the rest of it.
  void OpenList(uint32_t index) {
    const Node& node = At(index);
    if (node.shape != Shape::kList || node.op != Op::kSelect || node.field == nullptr) return;
    const List list = node.run.list(node, run_);
    if (list.state == Tri::kTrue && list.open) causes_.push_back(node.field->path);
  }

  // The field of the list a macro runs over, through filters and maps between.
  const Node* ListOf(uint32_t index) const {
    const Node* node = &At(index);
    while (node->op == Op::kFilter || node->op == Op::kMap) node = &At(node->a);
    return node->op == Op::kSelect && node->field != nullptr ? node : nullptr;
  }

  // `lacks`: more elements would matter.
  void ReadList(const Node& node, bool lacks) {
    const Node* const list = ListOf(node.a);
    if (list == nullptr) return Walk(node.a);
    const Rec at = SlotOf(*list, run_);
    if (at.state != Tri::kTrue) return Walk(list->a);
    Read(at.slot, list->field);
    if (at.slot->state != State::kPresent) {
      causes_.push_back(CausePath(at.slot, *list->field));
    } else if (lacks && at.slot->open) {
      causes_.push_back(list->field->path);
    }
  }

  // all: the counterexample; exists: the witness; undecided: every element that is.
  void Quantified(const Node& node, Tri deciding) {
    const Tri result = node.run.tri(node, run_);
    const List list = EvalList(node.a, run_);
    if (list.state != Tri::kTrue) {
      ReadList(node, false);
      return Walk(node.a);
    }
    if (result != deciding) ReadList(node, result == Tri::kUnknown);
    for (uint32_t i = 0; i < list.size; ++i) {
      run_.vars[node.var] = list.At(i);
      const Tri passes = node.c == 0 ? Tri::kTrue : EvalTri(node.c, run_);
      if (passes == Tri::kFalse) continue;
      const Tri here = EvalTri(node.b, run_);
      if (result == deciding && passes == Tri::kTrue && here == deciding) {
        Walk(node.c);
        run_.vars[node.var] = list.At(i);
        Walk(node.b);
        if (At(node.b).op == Op::kLiteral && node.c == 0) ReadList(node, false);
        return;
      }
      if (result == Tri::kUnknown) {
        if (passes == Tri::kUnknown && here != Opposite(deciding)) Walk(node.c);
        run_.vars[node.var] = list.At(i);
        if (here == Tri::kUnknown) Walk(node.b);
      }
    }
  }

  void Counted(const Node& node) {
    const List list = EvalList(node.a, run_);
    const Tri state = node.shape == Shape::kTri ? node.run.tri(node, run_) : StateOf(node, run_);
    ReadList(node, state == Tri::kUnknown);
    if (list.state != Tri::kTrue) return Walk(node.a);
    for (uint32_t i = 0; i < list.size; ++i) {
      run_.vars[node.var] = list.At(i);
      const Tri passes = node.c == 0 ? Tri::kTrue : EvalTri(node.c, run_);
      if (passes == Tri::kUnknown && state == Tri::kUnknown) Walk(node.c);
      if (passes != Tri::kTrue || node.b == 0) continue;
      run_.vars[node.var] = list.At(i);
      const Tri here =
          At(node.b).shape == Shape::kTri ? EvalTri(node.b, run_) : StateOf(At(node.b), run_);
      if (here == Tri::kUnknown && state == Tri::kUnknown) Walk(node.b);
    }
  }

  const Program& program_;
  Run& run_;
  Explanation result_;
  std::vector<std::string> causes_;
};

std::optional<std::string> FormatNumber(const Type& type, int64_t number) {
  switch (type.kind) {
    case TypeKind::kInt:
      return std::to_string(number);
    case TypeKind::kDouble:
      return std::to_string(AsDouble(number));
    case TypeKind::kMoney:
      return FormatMoney({number});
    case TypeKind::kDate:
      return FormatDate({static_cast<int32_t>(number)});
    case TypeKind::kTimestamp:
      return FormatMoment(number);
    case TypeKind::kEnum:
      return type.codes->codes[static_cast<size_t>(number) - 1];
    case TypeKind::kPeriod:
      return std::to_string(static_cast<int32_t>(number & 0xFFFFFFFF));
    default:
      return std::nullopt;
  }
}

}  // namespace

Explanation ExplainProgram(const Program& program, Run& run) {
  return Explainer(program, run).Explain();
}

std::optional<std::string> FormatResult(const Program& program, uint32_t node, const Type& type,
                                        Run& run) {
  switch (ShapeOf(type)) {
    case Shape::kTri: {
      const Tri value = EvalTri(node, run);
      if (value == Tri::kTrue) return "true";
      if (value == Tri::kFalse) return "false";
      return std::nullopt;
    }
    case Shape::kNum: {
      const Num value = EvalNum(node, run);
      if (value.state != Tri::kTrue) return std::nullopt;
      return FormatNumber(type, value.value);
    }
    case Shape::kStr: {
      const Str value = EvalStr(node, run);
      if (value.state != Tri::kTrue) return std::nullopt;
      return std::string(value.view());
    }
    case Shape::kList: {
      const List list = EvalList(node, run);
      if (list.state != Tri::kTrue || type.element->kind == TypeKind::kRecord) return std::nullopt;
      std::string out;
      for (uint32_t i = 0; i < list.size; ++i) {
        const Slot& item = *list.At(i);
        if (item.state != State::kPresent) return std::nullopt;
        if (i > 0) out += "、";
        out += ShapeOf(*type.element) == Shape::kStr
                   ? std::string(item.view())
                   : FormatNumber(*type.element, item.number).value_or("");
      }
      return out;
    }
    case Shape::kRec:
      break;
  }
  (void)program;
  return std::nullopt;
}

}  // namespace anjuan::expr
