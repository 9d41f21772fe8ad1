#include <string>

#include "expr/compiler.h"
#include "expr/types.h"
#include "value/period.h"

namespace anjuan::expr {
namespace {

// What a sub-tree depends on: what is known in a run only (the record, the calendar of working
// days), and variables set outside it (one bit each).
struct Needs {
  bool run = false;
  uint64_t locals = 0;
  bool constant() const { return !run && locals == 0; }
};

uint64_t BitOf(uint16_t local) { return local < 64 ? uint64_t{1} << local : 0; }

bool IsLiteral(const Typed& typed) {
  if (typed.op == Op::kConst) return true;
  if (typed.op != Op::kList) return false;
  for (const TypedPtr& kid : typed.kids) {
    if (!IsLiteral(*kid)) return false;
  }
  return true;
}

class Folder {
 public:
  Folder(const SourcePtr& source, const Model& model, uint16_t locals, DiagnosticSink& sink)
      : source_(source), model_(model), locals_(locals), sink_(sink) {}

  void Run(TypedPtr& root) {
    if (Walk(root).constant()) Replace(root);
  }

 private:
  Needs Walk(TypedPtr& typed) {
    Needs needs;
    std::vector<Needs> kids;
    for (TypedPtr& kid : typed->kids) {
      kids.push_back(Walk(kid));
      needs.run |= kids.back().run;
      needs.locals |= kids.back().locals;
    }
    switch (typed->op) {
      case Op::kField:
      case Op::kHas:
      case Op::kFilled:
      case Op::kVariable:
      case Op::kToday:
        needs.run = true;
        break;
      case Op::kCall:
        needs.run |= AsksCalendar(*typed, kids);
        break;
      case Op::kLocal:
        // More variables than bits: as if it read the record.
        needs.run |= typed->index >= 64;
        needs.locals |= BitOf(typed->index);
        break;
      case Op::kLoop:
        needs.locals &= ~BitOf(typed->loop.local);
        if (typed->loop.has_first) needs.locals &= ~BitOf(typed->loop.first_local);
        // A range may use the very variable that the loop sets anew.
        needs.locals |= kids[0].locals;
        break;
      case Op::kBind:
        needs.locals &= ~BitOf(typed->index);
        needs.locals |= kids[0].locals;
        break;
      default:
        break;
    }
    if (!needs.constant()) {
      for (size_t i = 0; i < kids.size(); ++i) {
        if (kids[i].constant()) Replace(typed->kids[i]);
      }
    }
    if (typed->is_comparison && needs.constant()) Compared(*typed);
    return needs;
  }

  // A date is moved by any period with one operator, but only working days are the calendar's.
  bool AsksCalendar(Typed& call, const std::vector<Needs>& kids) {
    if (!call.asks_calendar) return false;
    TypedPtr& last = call.kids.back();
    if (last->type.kind != TypeKind::kPeriod || !kids.back().constant()) return true;
    Replace(last);
    return last->op != Op::kConst || last->code == static_cast<uint16_t>(Period::Unit::kWorkdays);
  }

  // The value of a sub-tree that needs nothing. It may point into the folder's memory.
  Value ValueOf(Typed& typed, Program& program) {
    program.model = &model_;
    program.source = source_;
    program.locals = locals_;
    program.root = AddNodes(typed, program);
    locals_used_.resize(locals_ + 1u);
    Frame frame;
    frame.program = &program;
    frame.nodes = program.nodes.data();
    frame.locals = locals_used_.data();
    frame.scratch = &scratch_;
    frame.calendar = &no_calendar_;
    return expr::Run(program.root, frame);
  }

  void Compared(Typed& typed) {
    Program program;
    const Value value = ValueOf(typed, program);
    if (!value.here()) return;
    sink_.Warning(source_, typed.span, TextId::kExprConstantComparison,
                  {value.number != 0 ? "true" : "false"});
  }

  // The largest sub-trees that need nothing: what && and || of one absorb is no error.
  void Replace(TypedPtr& typed) {
    if (IsLiteral(*typed)) return;
    Program program;
    const Value value = ValueOf(*typed, program);
    if (value.error()) {
      const std::string where(program.Snippet(value.size));
      sink_
          .Error(source_, typed->span, TextId::kExprAlwaysError,
                 {std::string(program.Snippet(program.root))})
          .help.push_back({TextOf(static_cast<ErrorCode>(value.number)), {where}});
      return;
    }
    const TypeKind kind = typed->type.kind;
    const bool pointer =
        kind == TypeKind::kList || kind == TypeKind::kMap || kind == TypeKind::kRecord;
    if (!value.here() || pointer || kind == TypeKind::kNone) return;
    auto literal = std::make_unique<Typed>();
    literal->type = typed->type;
    literal->span = typed->span;
    if (IsText(literal->type) && kind != TypeKind::kEnum) literal->text = value.view();
    if (kind == TypeKind::kDouble) literal->real = value.real;
    if (kind != TypeKind::kDouble && !(IsText(literal->type) && kind != TypeKind::kEnum)) {
      literal->number = value.number;
    }
    literal->code = value.code;
    literal->nanos = kind == TypeKind::kTimestamp ? value.size : 0;
    typed = std::move(literal);
  }

  const SourcePtr& source_;
  const Model& model_;
  uint16_t locals_;
  DiagnosticSink& sink_;
  std::vector<Local> locals_used_;
  Arena scratch_;
  WorkdayCalendar no_calendar_;  // what asks it is never run here
};

}  // namespace

void FoldConstants(TypedPtr& typed, const SourcePtr& source, const Model& model, uint16_t locals,
                   DiagnosticSink& sink) {
  Folder(source, model, locals, sink).Run(typed);
}

}  // namespace anjuan::expr
