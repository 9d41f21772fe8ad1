// Macros and lookups of documents, for the plain tree-walker.
#include "expr/plain_functions.h"
#include "expr/tree_walker.h"

namespace anjuan::expr {
namespace {

using Kind = Plain::Kind;

bool IsFilter(const Ast& ast) { return ast.kind == AstKind::kMacro && ast.text == "filter"; }

}  // namespace

Plain TreeWalker::Macro(const Ast& ast) {
  if (ast.text == "has" || ast.text == "filled") return Has(*ast.children[0], ast.text == "filled");
  if (ast.text == "bind") {
    variables_.push_back({ast.vars[0], Eval(*ast.children[0])});
    Plain value = Eval(*ast.children[1]);
    variables_.pop_back();
    return value;
  }
  if (IsFilter(ast)) return Collapsed(ElementsOf(ast));
  // Filters in front of all, exists and exists_one run in the same pass; elsewhere, and where the
  // place of an element is asked for, they are a list first.
  const bool transform = ast.text == "map" || ast.text == "transformList";
  const bool fused = !transform && ast.vars.size() == 1;
  const Plain list = fused ? Plain() : Eval(*ast.children[0]);
  const Elements range = fused ? ElementsOf(*ast.children[0]) : ElementsOf(list);
  if (!range.state.here()) return range.state;
  if (transform) return Transform(ast, range);
  if (ast.text == "all" || ast.text == "exists") return Quantifier(ast, range, ast.text != "all");
  return ExistsOne(ast, range);
}

// all folds with &&, exists with ||. An element that is perhaps not there decides nothing.
Plain TreeWalker::Quantifier(const Ast& ast, const Elements& range, bool decides) {
  bool unknown = range.open;
  bool error = false;
  bool decided = false;
  for (size_t i = 0; i < range.items.size(); ++i) {
    Enter(ast, range.state, i, range.items[i]);
    const Plain outcome = Eval(*ast.children[1]);
    Leave(ast);
    const bool deciding = decides ? outcome.is_true() : outcome.is_false();
    const bool sure = range.let_through[i].is_true();
    decided |= deciding && sure;
    unknown |= outcome.is(Kind::kUnknown) || (!sure && (deciding || outcome.is(Kind::kError)));
    error |= outcome.is(Kind::kError) && sure;
  }
  if (decided) return Truth(decides);
  if (unknown) return Unknown();
  return error ? Failure() : Truth(!decides);
}

Plain TreeWalker::ExistsOne(const Ast& ast, const Elements& range) {
  bool unknown = range.open;
  bool error = false;
  size_t trues = 0;
  for (size_t i = 0; i < range.items.size(); ++i) {
    Enter(ast, range.state, i, range.items[i]);
    const Plain outcome = Eval(*ast.children[1]);
    Leave(ast);
    const bool sure = range.let_through[i].is_true();
    trues += outcome.is_true() && sure;
    unknown |= outcome.is(Kind::kUnknown) || (!sure && !outcome.is_false());
    error |= outcome.is(Kind::kError) && sure;
  }
  if (error) return Failure();
  if (trues > 1) return Truth(false);
  return unknown ? Unknown() : Truth(trues == 1);
}

// map(x, t), map(x, p, t) and the two-variable transformList.
Plain TreeWalker::Transform(const Ast& ast, const Elements& range) {
  const bool filtered = ast.children.size() == 3;
  std::vector<Plain> items;
  bool unknown = false;
  size_t certain = 0;
  for (size_t i = 0; i < range.items.size(); ++i) {
    Enter(ast, range.state, i, range.items[i]);
    const Plain through = filtered ? Eval(*ast.children[1]) : Truth(true);
    Plain value = through.is_true() ? Plainly(Eval(*ast.children.back())) : through;
    Leave(ast);
    if (value.is(Kind::kError)) return value;
    unknown |= value.is(Kind::kUnknown);
    if (through.is_true()) items.push_back(value);
    if (i < range.certain) certain = items.size();
  }
  if (unknown) return Unknown();
  Plain list = PlainList(std::move(items), range.open);
  list.certain = certain;
  return list;
}

void TreeWalker::Enter(const Ast& macro, const Plain& range, size_t i, const Plain& item) {
  const bool map = range.is(Kind::kMap);
  Plain value = item;
  if (macro.vars.size() == 2) {
    const bool known = map || i < range.certain;
    const Plain place = known ? Whole(static_cast<int64_t>(i)) : Unknown();
    variables_.push_back({macro.vars[0], map ? range.items[2 * i] : place});
    if (map) value = range.items[2 * i + 1];
  }
  variables_.push_back({macro.vars.back(), value});
}

void TreeWalker::Leave(const Ast& macro) {
  for (size_t i = 0; i < macro.vars.size(); ++i) variables_.pop_back();
}

TreeWalker::Elements TreeWalker::ElementsOf(const Plain& range) const {
  Elements elements;
  elements.state = range;
  if (range.is(Kind::kMap)) {
    for (size_t i = 0; i < range.items.size(); i += 2) elements.items.push_back(range.items[i]);
    elements.certain = elements.items.size();
  } else if (range.is(Kind::kList)) {
    elements.items = range.items;
    elements.open = range.open;
    elements.certain = range.certain;
  }
  elements.let_through.assign(elements.items.size(), Truth(true));
  return elements;
}

// A chain of filters keeps its doubts to itself: an element that is perhaps let through stays.
TreeWalker::Elements TreeWalker::ElementsOf(const Ast& range) {
  if (IsLookup(range) && range.text != "doc" && range.text != "hasDoc") return Documents(range);
  if (!IsFilter(range)) return ElementsOf(Eval(range));
  Elements elements = ElementsOf(*range.children[0]);
  if (!elements.state.here()) return elements;
  const bool map = elements.state.is(Kind::kMap);
  elements = Filtered(std::move(elements), range.vars[0], *range.children[1]);
  // The keys of a map are a list of their own.
  return map ? ElementsOf(Collapsed(elements)) : elements;
}

TreeWalker::Elements TreeWalker::Filtered(Elements range, const std::string& var, const Ast& test) {
  Elements kept;
  kept.state = PlainList({});
  kept.open = range.open;
  bool error = false;
  for (size_t i = 0; i < range.items.size(); ++i) {
    variables_.push_back({var, range.items[i]});
    const Plain outcome = Eval(test);
    variables_.pop_back();
    const bool sure = range.let_through[i].is_true();
    error |= outcome.is(Kind::kError) && sure;
    if (outcome.is_false()) continue;
    kept.items.push_back(range.items[i]);
    kept.let_through.push_back(sure && outcome.is_true() ? Truth(true) : Unknown());
    if (i < range.certain) kept.certain = kept.items.size();
  }
  if (error) kept.state = Failure();
  return kept;
}

// As a list: unknown where it is unknown whether an element belongs to it.
Plain TreeWalker::Collapsed(const Elements& elements) {
  if (!elements.state.here()) return elements.state;
  if (const std::optional<Plain> worse = Strictly(elements.let_through)) return *worse;
  Plain list = PlainList(elements.items, elements.open);
  list.certain = elements.certain;
  return list;
}

bool TreeWalker::IsLookup(const Ast& ast) const {
  return ast.kind == AstKind::kCall && !ast.is_receiver &&
         (ast.text == "docs" || ast.text == "doc" || ast.text == "hasDoc" ||
          ast.text == "delivered");
}

// docs(k) is documents.filter(d, d.kind == k); delivered(k) asks deliveries for the day as well.
TreeWalker::Elements TreeWalker::Documents(const Ast& lookup) const {
  const DocumentLists& lists = record_.model().document_lists();
  const bool delivered = lookup.text == "delivered";
  const Field& list = delivered ? *lists.deliveries : *lists.documents;
  const Field& kind = delivered ? *lists.delivered_kind : *lists.kind;
  Plain wanted = PlainText(lookup.children[0]->text);
  wanted.literal = true;
  const Elements elements = ElementsOf(Ident(list.name));
  Elements kept = elements;
  kept.items.clear();
  kept.let_through.clear();
  kept.certain = 0;
  for (size_t i = 0; i < elements.items.size(); ++i) {
    const Plain& item = elements.items[i];
    Plain through = Relation("==", FieldOf(item, kind), wanted);
    if (delivered && !through.is_false()) {
      const State served = item.record[lists.served_on->slot].state;
      if (served == State::kBlank) continue;
      if (served != State::kPresent) through = Unknown();
    }
    if (through.is_false()) continue;
    kept.items.push_back(item);
    kept.let_through.push_back(through);
    if (i < elements.certain) kept.certain = kept.items.size();
  }
  return kept;
}

Plain TreeWalker::Lookup(const Ast& ast) {
  const Elements found = Documents(ast);
  if (ast.text == "docs" || ast.text == "delivered") return Collapsed(found);
  if (!found.state.here()) return found.state;
  size_t sure = 0;
  bool unknown = found.open;
  Plain one;
  for (size_t i = 0; i < found.items.size(); ++i) {
    if (!found.let_through[i].is_true()) {
      unknown = true;
    } else if (++sure == 1) {
      one = found.items[i];
    }
  }
  if (ast.text == "hasDoc") {
    if (sure > 0) return Truth(true);
    return unknown ? Unknown() : Truth(false);
  }
  if (sure > 1) return Failure();
  if (sure == 1) return one;
  if (unknown) return Unknown();
  Plain none = MakePlain(Kind::kRecord, 0);
  none.type = record_.model().document_lists().documents->record;
  none.blank = true;
  return none;
}

}  // namespace anjuan::expr
