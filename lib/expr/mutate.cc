#include "expr/mutate.h"

#include <algorithm>
#include <functional>

#include "base/display_width.h"

namespace anjuan::expr {
namespace {

constexpr size_t kMostCells = 80;
constexpr std::string_view kParams = "params";

struct Swap {
  std::string_view from;
  std::string_view to;
};
constexpr Swap kSwaps[] = {{"<", "<="},  {"<=", "<"},  {">", ">="}, {">=", ">"},
                           {"==", "!="}, {"!=", "=="}, {"+", "-"},  {"-", "+"}};

std::string_view TextAt(const Source& source, Span span) {
  const std::string_view text = source.text();
  return span.end > text.size() || span.end < span.begin
             ? std::string_view()
             : text.substr(span.begin, span.end - span.begin);
}

class Mutator {
 public:
  Mutator(const Ast& root, const Source& source, const RecordType* params)
      : root_(root), source_(source), params_(params) {}

  std::vector<Mutation> Run() {
    Visit(root_);
    return std::move(found_);
  }

 private:
  using Edit = std::function<void(AstPtr& node)>;

  // Applies `edit` to the node that is being visited, in a copy of the whole.
  void Add(const Edit& edit, Span place, TextId what, std::vector<std::string> args) {
    AstPtr copy = Clone(root_);
    AstPtr* at = &copy;
    for (const size_t child : path_) at = &(*at)->children[child];
    edit(*at);
    found_.push_back({std::move(copy), place, {what, std::move(args)}});
  }

  void Visit(const Ast& node) {
    switch (node.kind) {
      case AstKind::kBinary:
        SwapOperator(node);
        break;
      case AstKind::kAnd:
      case AstKind::kOr:
        ChangeChain(node);
        break;
      case AstKind::kInt:
        MoveNumber(node);
        break;
      case AstKind::kSelect:
        MoveParam(node);
        break;
      default:
        break;
    }
    for (size_t i = 0; i < node.children.size(); ++i) {
      path_.push_back(i);
      Visit(*node.children[i]);
      path_.pop_back();
    }
  }

  void SwapOperator(const Ast& node) {
    if (TextAt(source_, node.name_span) != node.text) return;  // not written
    for (const Swap& swap : kSwaps) {
      if (swap.from != node.text) continue;
      Add([&](AstPtr& at) { at->text = swap.to; }, node.name_span, TextId::kMutantSwap,
          {std::string(swap.from), std::string(swap.to)});
    }
  }

  void ChangeChain(const Ast& node) {
    for (size_t i = 1; i < node.children.size(); ++i) {
      // Pieces that share a place were put together from one.
      if (node.children[i]->span.begin < node.children[i - 1]->span.end) return;
    }
    const bool is_and = node.kind == AstKind::kAnd;
    const std::string symbol = is_and ? "&&" : "||";
    const Span gap{node.children[0]->span.end, node.children[1]->span.begin};
    const size_t at_symbol = TextAt(source_, gap).find(symbol);
    if (at_symbol != std::string_view::npos) {
      const auto begin = static_cast<uint32_t>(gap.begin + at_symbol);
      Add([&](AstPtr& at) { at->kind = is_and ? AstKind::kOr : AstKind::kAnd; }, {begin, begin + 2},
          TextId::kMutantSwap, {symbol, is_and ? "||" : "&&"});
    }
    for (size_t i = 0; i < node.children.size(); ++i) {
      const Span place = node.children[i]->span;
      Add(
          [i](AstPtr& at) {
            at->children.erase(at->children.begin() + static_cast<std::ptrdiff_t>(i));
            if (at->children.size() > 1) return;
            AstPtr left = std::move(at->children[0]);
            at = std::move(left);
          },
          place, TextId::kMutantDrop, {WordsAt(source_, place)});
    }
  }

  void MoveNumber(const Ast& node) {
    const std::string written = std::to_string(node.number);
    if (TextAt(source_, node.span) != written) return;
    for (const int64_t by : {1, -1}) {
      Add([&](AstPtr& at) { at->number += by; }, node.span, TextId::kMutantSwap,
          {written, std::to_string(node.number + by)});
    }
  }

  void MoveParam(const Ast& node) {
    if (params_ == nullptr || node.children[0]->kind != AstKind::kIdent ||
        node.children[0]->text != kParams) {
      return;
    }
    const Field* const field = params_->Find(node.text);
    if (field == nullptr || field->is_list) return;
    if (field->type != FieldType::kInt && field->type != FieldType::kMoney) return;
    const bool money = field->type == FieldType::kMoney;
    const std::string written = WordsAt(source_, node.span);
    for (const std::string_view op : {"+", "-"}) {
      Add(
          [&](AstPtr& at) {
            AstPtr one = MakeInt(at->span, 1);
            if (money) {
              std::vector<AstPtr> args;
              args.push_back(std::move(one));
              one = MakeCall(at->span, "yuan", std::move(args));
            }
            at = MakeBinary(op, std::move(at), std::move(one));
          },
          node.span, TextId::kMutantSwap,
          {written, written + " " + std::string(op) + (money ? " yuan(1)" : " 1")});
    }
  }

  const Ast& root_;
  const Source& source_;
  const RecordType* params_;
  std::vector<size_t> path_;
  std::vector<Mutation> found_;
};

}  // namespace

std::vector<Mutation> MutationsOf(const Ast& ast, const Source& source, const RecordType* params) {
  return Mutator(ast, source, params).Run();
}

std::string WordsAt(const Source& source, Span span) {
  std::string words;
  bool blank = false;
  for (const char c : TextAt(source, span)) {
    if (c == ' ' || c == '\n' || c == '\r') {
      blank = !words.empty();
      continue;
    }
    if (blank) words.push_back(' ');
    blank = false;
    words.push_back(c);
  }
  return CutTo(words, kMostCells);
}

}  // namespace anjuan::expr
