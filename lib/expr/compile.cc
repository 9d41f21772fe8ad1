// Checked tree → array of nodes.
#include <algorithm>

#include "expr/checker.h"
#include "expr/compiler.h"
#include "expr/eval_core.h"
#include "expr/eval_lists.h"
#include "expr/eval_loops.h"
#include "expr/operators.h"
#include "expr/patterns.h"
#include "expr/types.h"

namespace anjuan::expr {
namespace {

bool IsPointer(TypeKind kind) {
  return kind == TypeKind::kList || kind == TypeKind::kMap || kind == TypeKind::kRecord;
}

Ending EndingOf(const Field& field) {
  if (field.type == FieldType::kEntity) return Ending::kEntity;
  return field.is_list || field.type == FieldType::kRecords ? Ending::kList : Ending::kScalar;
}

// [[1, 2], [3]]: nothing in it but literals.
bool IsLiteralList(const Typed& typed) {
  return typed.op == Op::kList &&
         std::all_of(typed.kids.begin(), typed.kids.end(), [](const TypedPtr& kid) {
           return (kid->op == Op::kConst && kid->type.kind != TypeKind::kNone) ||
                  IsLiteralList(*kid);
         });
}

class Compiler {
 public:
  explicit Compiler(Program& program) : program_(program) {}

  uint32_t Add(Typed& typed) {
    std::vector<uint32_t> kids;
    const bool literal = IsLiteralList(typed);
    if (!literal) {
      for (const TypedPtr& kid : typed.kids) {
        kids.push_back(Add(*kid));
        typed.may_fail |= kid->may_fail;
      }
    }
    typed.may_fail |= typed.may_fail_itself;
    Node node;
    node.op = typed.op;
    node.index = typed.index;
    Site site{typed.span, typed.type, {}, typed.text};
    SetKids(node, kids);
    if (literal) {
      node.eval = &EvalSlot;
      node.slot = LiteralList(typed);
    } else {
      Fill(node, site, typed, kids);
    }
    program_.nodes.push_back(node);
    program_.sites.push_back(std::move(site));
    return static_cast<uint32_t>(program_.nodes.size() - 1);
  }

 private:
  void SetKids(Node& node, const std::vector<uint32_t>& kids) {
    node.count = static_cast<uint16_t>(kids.size());
    if (kids.size() > 3) {
      node.a = static_cast<uint32_t>(program_.links.size());
      program_.links.insert(program_.links.end(), kids.begin(), kids.end());
      return;
    }
    if (kids.size() > 0) node.a = kids[0];
    if (kids.size() > 1) node.b = kids[1];
    if (kids.size() > 2) node.c = kids[2];
  }

  // A list that is written out stands ready.
  const Slot* LiteralList(const Typed& list) {
    Slot* const items =
        program_.constants.AllocateArray<Slot>(std::max<size_t>(list.kids.size(), 1));
    for (size_t i = 0; i < list.kids.size(); ++i) items[i] = Literal(*list.kids[i]);
    Slot* const slot = program_.constants.AllocateArray<Slot>(1);
    *slot = Slot{};
    slot->items = items;
    slot->size = static_cast<uint32_t>(list.kids.size());
    slot->state = State::kPresent;
    return slot;
  }

  Slot Literal(const Typed& typed) {
    if (typed.op == Op::kList) return *LiteralList(typed);
    Node node;
    Constant(node, typed);
    Slot slot;
    slot.number = node.number;
    slot.size = node.size;
    slot.code = node.code;
    slot.state = State::kPresent;
    return slot;
  }

  void SetText(Node& node, std::string_view text) {
    const std::string_view kept = program_.constants.Copy(text);
    node.text = kept.data();
    node.size = static_cast<uint32_t>(kept.size());
  }

  void Fill(Node& node, Site& site, Typed& typed, const std::vector<uint32_t>& kids) {
    switch (typed.op) {
      case Op::kConst:
        Constant(node, typed);
        break;
      case Op::kList:
        node.eval = &EvalList;
        break;
      case Op::kMap:
        node.eval = &EvalMap;
        break;
      case Op::kField:
        AddField(node, site, typed, false);
        break;
      case Op::kHas:
      case Op::kFilled:
        AddField(node, site, typed, true);
        break;
      case Op::kLocal:
        node.eval = &EvalLocal;
        break;
      case Op::kVariable: {
        node.eval = VariableFn(IsPointer(typed.type.kind));
        node.base = Base::kVariable;
        break;
      }
      case Op::kToday:
        node.eval = &EvalToday;
        break;
      case Op::kNot:
        node.eval = &EvalNot;
        break;
      case Op::kAnd:
        node.eval = &EvalAnd;
        break;
      case Op::kOr:
        node.eval = &EvalOr;
        break;
      case Op::kConditional:
        node.eval = &EvalConditional;
        break;
      case Op::kBind:
        node.eval = &EvalBind;
        break;
      case Op::kKnown:
        node.eval = &EvalKnown;
        break;
      case Op::kMapKey:
      case Op::kHasMapKey:
        node.eval = typed.op == Op::kMapKey ? &EvalMapKey : &EvalHasMapKey;
        SetText(node, typed.text);
        break;
      case Op::kCall:
        node.eval = typed.eval;
        site.row = typed.row;
        if (typed.row != nullptr && typed.row->context != nullptr) {
          node.context = typed.row->context;
        }
        if (typed.pattern != nullptr) {
          program_.patterns.push_back(typed.pattern);
          node.pattern = typed.pattern.get();
        }
        break;
      case Op::kLoop:
        AddLoop(node, typed, kids);
        break;
    }
  }

  void Constant(Node& node, const Typed& typed) {
    switch (typed.type.kind) {
      case TypeKind::kNone:
        node.eval = &EvalNothing;
        return;
      case TypeKind::kString:
      case TypeKind::kDocKind:
        node.eval = &EvalText;
        SetText(node, typed.text);
        // A string compared with a document kind compares as one where it names one.
        node.code = typed.type.kind == TypeKind::kDocKind
                        ? typed.code
                        : program_.model->kinds().Find(typed.text);
        return;
      case TypeKind::kDouble:
        node.eval = &EvalNumber;
        node.real = typed.real;
        return;
      case TypeKind::kTimestamp:
        node.eval = &EvalMoment;
        node.number = typed.number;
        node.size = typed.nanos;
        return;
      default:
        node.eval = &EvalNumber;
        node.number = typed.number;
        node.code = typed.type.kind == TypeKind::kPeriod ? typed.code : uint16_t{0};
    }
  }

  void AddField(Node& node, Site& site, const Typed& typed, bool has) {
    node.base = typed.base;
    site.fields = typed.fields;
    uint32_t offset = 0;
    for (const Field* field : typed.fields) {
      offset += static_cast<uint32_t>(field->slot);
    }
    if (!typed.fields.empty()) AddRead(*typed.fields.back());
    node.size = offset;
    const Ending ending = typed.fields.empty() ? Ending::kEntity : EndingOf(*typed.fields.back());
    node.eval =
        has ? HasFn(typed.base, ending, typed.op == Op::kFilled) : FieldFn(typed.base, ending);
  }

  // The fields of a pack's parameters are none of the model's.
  void AddRead(const Field& field) {
    const Model& model = *program_.model;
    if (field.id < 0 || field.id >= model.field_count() || &model.field(field.id) != &field) return;
    std::vector<const Field*>& reads = program_.reads;
    if (std::find(reads.begin(), reads.end(), &field) == reads.end()) reads.push_back(&field);
  }

  void AddLoop(Node& node, Typed& typed, const std::vector<uint32_t>& kids) {
    Loop loop;
    loop.kind = typed.loop.kind;
    loop.local = typed.loop.local;
    loop.first_local = typed.loop.first_local;
    loop.has_first = typed.loop.has_first;
    loop.relation = typed.loop.relation;
    loop.range = kids[0];
    size_t next = 1;
    for (; next <= typed.loop.stages; ++next) {
      loop.stages.push_back({kids[next], typed.kids[next]->may_fail});
    }
    if (loop.kind == LoopKind::kSize) {
      loop.bound = kids[next];
    } else if (next < kids.size()) {
      loop.has_body = true;
      loop.body = kids[next];
      loop.body_may_fail = typed.kids[next]->may_fail;
    }
    const Type& range = typed.kids[0]->type;
    loop.of_map = range.kind == TypeKind::kMap;
    const Type& element = loop.of_map && !loop.has_first ? KeyOf(range) : ElementOf(range);
    loop.of_records = element.kind == TypeKind::kRecord;
    loop.by_slot = IsPointer(element.kind) && !loop.of_records;
    if (loop.of_records) {
      loop.stride = static_cast<uint32_t>(element.record->slots);
      if (loop.kind == LoopKind::kOnlyOne) node.slot = BlankRecord(loop.stride);
      LookForKind(loop);
    }
    typed.may_fail |= loop.kind == LoopKind::kOnlyOne;
    node.eval = LoopFn(loop.kind);
    node.index = static_cast<uint16_t>(program_.loops.size());
    program_.loops.push_back(std::move(loop));
  }

  // Where a loop's first question, or all it asks of an element, is false for every document but
  // those of one kind: notes the kind.
  void LookForKind(Loop& loop) const {
    const bool asks = loop.kind == LoopKind::kExists || loop.kind == LoopKind::kExistsOne;
    if (!loop.stages.empty()) {
      FindKindTest(program_.nodes[loop.stages[0].test], loop);
    } else if (asks) {
      FindKindTest(program_.nodes[loop.body], loop);
    }
  }

  void FindKindTest(const Node& test, Loop& loop) const {
    if (test.op == Op::kAnd) {
      for (uint32_t i = 0; i < test.count; ++i) {
        FindKindTest(program_.nodes[program_.Child(test, i)], loop);
      }
      return;
    }
    const Type kind = Of(TypeKind::kDocKind);
    if (test.op != Op::kCall || test.eval != RelationOf(Relation::kEqual, kind, kind)) return;
    for (const bool turned : {false, true}) {
      const Node& field = program_.nodes[turned ? test.b : test.a];
      const Node& literal = program_.nodes[turned ? test.a : test.b];
      const bool its_own = field.op == Op::kField && field.base == Base::kLocal &&
                           field.index == loop.local && literal.op == Op::kConst;
      if (!its_own) continue;
      loop.kind_code = literal.code;
      loop.kind_field = field.size;
    }
  }

  const Slot* BlankRecord(size_t slots) {
    Slot blank;
    blank.state = State::kBlank;
    program_.blanks.push_back(std::make_unique<std::vector<Slot>>(slots, blank));
    return program_.blanks.back()->data();
  }

  Program& program_;
};

}  // namespace

uint32_t AddNodes(Typed& typed, Program& program) { return Compiler(program).Add(typed); }

std::shared_ptr<const Program> Compile(const Ast& ast, SourcePtr source, const Scope& scope,
                                       Wanted wanted, DiagnosticSink& sink) {
  Checker checker(source, scope, sink);
  TypedPtr typed = checker.Run(ast, wanted);
  if (typed == nullptr) return nullptr;
  const size_t before = sink.error_count();
  FoldConstants(typed, source, *scope.model, checker.locals(), sink);
  CheckCost(*typed, source, sink);
  if (sink.error_count() > before) return nullptr;
  auto program = std::make_shared<Program>();
  program->model = scope.model;
  program->source = std::move(source);
  program->type = typed->type;
  program->locals = checker.locals();
  program->root = AddNodes(*typed, *program);
  std::sort(program->reads.begin(), program->reads.end(),
            [](const Field* a, const Field* b) { return a->id < b->id; });
  return program;
}

}  // namespace anjuan::expr
