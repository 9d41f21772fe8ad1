#include "expr/lint.h"

#include <algorithm>
#include <iterator>

#include "expr/node.h"

namespace anjuan::expr {
namespace {

std::optional<bool> ConstantAt(const Program& program, uint32_t index) {
  const Node& node = program.nodes[index];
  if (program.sites[index].type.kind != TypeKind::kBool) return std::nullopt;
  switch (node.op) {
    case Op::kConst:
      return node.number != 0;
    case Op::kNot: {
      const std::optional<bool> operand = ConstantAt(program, node.a);
      return operand ? std::optional<bool>(!*operand) : std::nullopt;
    }
    case Op::kAnd:
    case Op::kOr: {
      // One false operand decides &&, one true operand ||, whatever the others are.
      const bool decides = node.op == Op::kOr;
      bool all = true;
      for (uint32_t i = 0; i < node.count; ++i) {
        const std::optional<bool> operand = ConstantAt(program, program.Child(node, i));
        if (operand == decides) return decides;
        all = all && operand.has_value();
      }
      return all ? std::optional<bool>(!decides) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

bool IsScalarField(const Field& field) {
  return !field.is_list && field.type != FieldType::kRecords && field.type != FieldType::kEntity;
}

class BareReader {
 public:
  explicit BareReader(const Program& program) : program_(program) {}

  // What is present where a bool node comes out as `wanted`.
  Presence PresentWhere(uint32_t index, bool wanted) const {
    const Node& node = program_.nodes[index];
    switch (node.op) {
      case Op::kHas:
      case Op::kFilled:
        return wanted ? Presence{KeyOf(node)} : Presence{};
      case Op::kNot:
        return PresentWhere(node.a, !wanted);
      case Op::kAnd:
      case Op::kOr: {
        const bool every_operand = (node.op == Op::kAnd) == wanted;
        Presence sum = PresentWhere(program_.Child(node, 0), wanted);
        for (uint32_t i = 1; i < node.count; ++i) {
          const Presence next = PresentWhere(program_.Child(node, i), wanted);
          sum = every_operand ? Both(sum, next) : Common(sum, next);
        }
        return sum;
      }
      case Op::kConditional:
        return Common(Both(PresentWhere(node.a, true), PresentWhere(node.b, wanted)),
                      Both(PresentWhere(node.a, false), PresentWhere(node.c, wanted)));
      default:
        return {};
    }
  }

  void Read(uint32_t index, const Presence& given) {
    const Node& node = program_.nodes[index];
    switch (node.op) {
      case Op::kField:
        ReadField(node, given);
        return;
      case Op::kHas:
      case Op::kFilled:
        if (node.base == Base::kNode) Read(node.a, given);
        return;
      case Op::kAnd:
      case Op::kOr: {
        // An operand counts only where the others leave the result to it.
        const bool neutral = node.op == Op::kAnd;
        for (uint32_t i = 0; i < node.count; ++i) {
          Presence here = given;
          for (uint32_t j = 0; j < node.count; ++j) {
            if (j != i) here.merge(PresentWhere(program_.Child(node, j), neutral));
          }
          Read(program_.Child(node, i), here);
        }
        return;
      }
      case Op::kConditional:
        Read(node.a, given);
        Read(node.b, Both(given, PresentWhere(node.a, true)));
        Read(node.c, Both(given, PresentWhere(node.a, false)));
        return;
      case Op::kLoop: {
        const Loop& loop = program_.loops[node.index];
        Read(loop.range, given);
        Presence here = given;
        for (const Loop::Stage& stage : loop.stages) {
          Read(stage.test, here);
          here.merge(PresentWhere(stage.test, true));
        }
        if (loop.kind == LoopKind::kSize) Read(loop.bound, given);
        if (loop.has_body) Read(loop.body, here);
        return;
      }
      default:
        for (uint32_t i = 0; i < node.count; ++i) Read(program_.Child(node, i), given);
    }
  }

  std::vector<BareRead> found;

 private:
  static Presence Both(Presence a, Presence b) {
    a.merge(b);
    return a;
  }
  static Presence Common(const Presence& a, const Presence& b) {
    Presence common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                          std::inserter(common, common.end()));
    return common;
  }

  // One place of one record: the base, then the path. What is looked up by doc(k) is told apart by
  // how it is written.
  std::string KeyOf(const Node& node) const {
    std::string key = std::to_string(static_cast<int>(node.base)) + ':';
    if (node.base == Base::kLocal || node.base == Base::kVariable)
      key += std::to_string(node.index);
    if (node.base == Base::kNode) key += program_.Snippet(node.a);
    for (const Field* const field : program_.SiteOf(node).fields) key += '.' + field->name;
    return key;
  }

  void ReadField(const Node& node, const Presence& given) {
    if (node.base == Base::kNode) Read(node.a, given);
    const Site& site = program_.SiteOf(node);
    if (node.base == Base::kParams || site.fields.empty()) return;
    const Field* const field = site.fields.back();
    // Documents are looked up by their kind, often by a function: one without is no document.
    const DocumentLists& lists = program_.model->document_lists();
    if (field == lists.kind || field == lists.delivered_kind) return;
    if (!IsScalarField(*field) || given.contains(KeyOf(node))) return;
    found.push_back({field, site.span});
  }

  const Program& program_;
};

}  // namespace

std::optional<bool> ConstantOf(const Program& program) { return ConstantAt(program, program.root); }

std::vector<const Ast*> PatternsOf(const Ast& ast) {
  std::vector<const Ast*> patterns;
  const bool matches =
      ast.kind == AstKind::kCall && ast.text == "matches" && ast.children.size() == 2;
  if (matches && ast.children[1]->kind == AstKind::kString)
    patterns.push_back(ast.children[1].get());
  for (const AstPtr& child : ast.children) {
    const std::vector<const Ast*> below = PatternsOf(*child);
    patterns.insert(patterns.end(), below.begin(), below.end());
  }
  return patterns;
}

std::vector<std::string> ParamsRead(const Program& program) {
  std::vector<std::string> names;
  for (const Node& node : program.nodes) {
    const std::vector<const Field*>& fields = program.SiteOf(node).fields;
    if (node.base == Base::kParams && !fields.empty()) names.push_back(fields.front()->name);
  }
  return names;
}

std::vector<const Field*> FieldsAskedFor(const Program& program) {
  std::vector<const Field*> fields;
  for (const Node& node : program.nodes) {
    if (node.op == Op::kFilled) fields.push_back(program.SiteOf(node).fields.back());
  }
  return fields;
}

Presence PresentWhenTrue(const Program& program) {
  return BareReader(program).PresentWhere(program.root, true);
}

std::vector<BareRead> BareReads(const Program& program, const Presence& given) {
  BareReader reader(program);
  reader.Read(program.root, given);
  return std::move(reader.found);
}

}  // namespace anjuan::expr
