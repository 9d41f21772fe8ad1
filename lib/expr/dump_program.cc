// A compiled expression as text: its nodes in the order of the array, its loops, what it reads.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "expr/explain.h"
#include "expr/node.h"

namespace anjuan::expr {
namespace {

std::string_view NameOf(Op op) {
  constexpr std::string_view kNames[] = {
      "const", "list", "map", "field", "has",  "filled", "local", "variable", "today",  "not",
      "and",   "or",   "if",  "call",  "loop", "bind",   "known", "map-key",  "has-key"};
  return kNames[static_cast<size_t>(op)];
}

std::string_view NameOf(LoopKind kind) {
  constexpr std::string_view kNames[] = {"all", "exists", "exists-one", "filter",
                                         "map", "size",   "only-one"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view NameOf(Relation relation) {
  constexpr std::string_view kNames[] = {"<", "<=", ">", ">=", "==", "!="};
  return kNames[static_cast<size_t>(relation)];
}

class Dumper {
 public:
  explicit Dumper(const Program& program) : program_(program) {}

  std::string Run() {
    for (uint32_t i = 0; i < program_.nodes.size(); ++i) DumpNode(i);
    Read(program_.root, Mode::kValue, true);
    for (const auto& [path, read] : reads_) {
      out_ += fmt::format("read {}:{}{}\n", path, ModesOf(read.modes),
                          read.always ? " always" : " sometimes");
    }
    return std::move(out_);
  }

 private:
  // What of a field is looked at. Bits: a field may be read in several ways.
  enum class Mode : uint8_t { kValue = 1, kPresence = 2, kSize = 4, kElements = 8 };
  struct FieldRead {
    unsigned modes = 0;
    bool always = false;
  };

  static std::string ModesOf(unsigned modes) {
    constexpr std::string_view kNames[] = {"value", "presence", "size", "elements"};
    std::string text;
    for (unsigned bit = 0; bit < std::size(kNames); ++bit) {
      if ((modes >> bit & 1) != 0) text += " " + std::string(kNames[bit]);
    }
    return text;
  }

  void DumpNode(uint32_t index) {
    const Node& node = program_.nodes[index];
    const Site& site = program_.sites[index];
    out_ += fmt::format("{}{:3} {} {}", index == program_.root ? '>' : ' ', index, NameOf(node.op),
                        expr::NameOf(site.type));
    if (node.op == Op::kConst) out_ += " " + ConstantOf(node, site.type);
    if (node.op == Op::kField || node.op == Op::kHas || node.op == Op::kFilled) {
      out_ += " " + PlaceOf(node, site);
    }
    if (node.op == Op::kLocal || node.op == Op::kVariable || node.op == Op::kBind) {
      out_ += fmt::format(" ${}", node.index);
    }
    if (node.op == Op::kLoop) {
      DumpLoop(program_.loops[node.index]);
    } else {
      DumpChildren(node);
    }
    out_ += '\n';
  }

  void DumpChildren(const Node& node) {
    for (uint32_t i = 0; i < node.count; ++i) {
      out_ += fmt::format("{}{}", i == 0 ? " (" : " ", program_.Child(node, i));
    }
    if (node.count > 0) out_ += ')';
  }

  static std::string ConstantOf(const Node& node, const Type& type) {
    Value value = Value::Number(node.number);
    value.size = node.size;
    value.code = node.code;
    const std::string text = type.kind == TypeKind::kNone ? "" : FormatTyped(value, type);
    return type.kind == TypeKind::kString || type.kind == TypeKind::kDocKind ||
                   type.kind == TypeKind::kEnum
               ? "'" + text + "'"
               : text;
  }

  static std::string PlaceOf(const Node& node, const Site& site) {
    std::string place;
    if (node.base == Base::kParams) place = "params";
    if (node.base == Base::kLocal) place = fmt::format("${}", node.index);
    if (node.base == Base::kVariable) place = fmt::format("${}:{}", node.index, site.name);
    if (node.base == Base::kNode) place = fmt::format("@{}", node.a);
    for (const Field* const field : site.fields) {
      place += (place.empty() ? "" : ".") + field->name;
    }
    return fmt::format("{} +{}", place, node.size);
  }

  void DumpLoop(const Loop& loop) {
    out_ += fmt::format(" {} ${} in {}", NameOf(loop.kind), loop.local, loop.range);
    if (loop.has_first) out_ += fmt::format(" index ${}", loop.first_local);
    for (const Loop::Stage& stage : loop.stages) {
      out_ += fmt::format(" where {}{}", stage.test, stage.may_fail ? "?" : "");
    }
    if (loop.kind == LoopKind::kSize) {
      out_ += fmt::format(" {} {}", NameOf(loop.relation), loop.bound);
    }
    if (loop.has_body) out_ += fmt::format(" do {}{}", loop.body, loop.body_may_fail ? "?" : "");
  }

  // `always`: whatever the case file says, this node is looked at. Operands of && and || behind
  // the first are not, nor is the body of a loop, whose list may be empty.
  void Read(uint32_t index, Mode mode, bool always) {
    const Node& node = program_.nodes[index];
    switch (node.op) {
      case Op::kField:
        Note(node, program_.SiteOf(node), mode, always);
        break;
      case Op::kHas:
      case Op::kFilled:
        Note(node, program_.SiteOf(node), Mode::kPresence, always);
        break;
      case Op::kAnd:
      case Op::kOr:
      case Op::kConditional:
        for (uint32_t i = 0; i < node.count; ++i) {
          Read(program_.Child(node, i), Mode::kValue, always && i == 0);
        }
        return;
      case Op::kLoop: {
        const Loop& loop = program_.loops[node.index];
        const bool counts = loop.kind == LoopKind::kSize && loop.stages.empty();
        Read(loop.range, counts ? Mode::kSize : Mode::kElements, always);
        for (const Loop::Stage& stage : loop.stages) Read(stage.test, Mode::kValue, false);
        if (loop.kind == LoopKind::kSize) Read(loop.bound, Mode::kValue, always);
        if (loop.has_body) Read(loop.body, Mode::kValue, false);
        return;
      }
      default:
        break;
    }
    for (uint32_t i = 0; i < node.count; ++i) Read(program_.Child(node, i), Mode::kValue, always);
  }

  void Note(const Node& node, const Site& site, Mode mode, bool always) {
    if (node.base == Base::kParams || site.fields.empty()) return;
    FieldRead& read = reads_[site.fields.back()->path];
    read.modes |= static_cast<unsigned>(mode);
    read.always = read.always || always;
  }

  const Program& program_;
  std::string out_;
  std::map<std::string, FieldRead> reads_;
};

}  // namespace

std::string Dump(const Program& program) { return Dumper(program).Run(); }

}  // namespace anjuan::expr
