#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "expr/compiler.h"
#include "expr/types.h"

namespace anjuan::expr {
namespace {

// Of a sub-tree: units, and how large its value may be.
struct Estimate {
  double units = 0;
  double items = 0;  // of a list or map
  double bytes = 0;  // of a string, or of a list's items
};

// Before the expression runs: a pattern written out, or one of those that a caller keeps.
bool IsCompiled(const Typed& typed) {
  return typed.pattern != nullptr || (typed.row != nullptr && typed.row->words != nullptr);
}

bool IsString(const Type& type) { return IsText(type); }

class Estimator {
 public:
  Estimate Of(const Typed& typed) {
    Estimate sum;
    std::vector<Estimate> kids;
    if (typed.op == Op::kLoop) return OfLoop(typed);
    if (typed.op == Op::kBind) {
      const Estimate bound = Of(*typed.kids[0]);
      Set(typed.index, bound);
      Estimate body = Of(*typed.kids[1]);
      body.units += bound.units + 1;
      return body;
    }
    for (const TypedPtr& kid : typed.kids) {
      kids.push_back(Of(*kid));
      sum.units += kids.back().units;
      sum.items = std::max(sum.items, kids.back().items);
      sum.bytes = std::max(sum.bytes, kids.back().bytes);
    }
    sum.units += 1;
    switch (typed.op) {
      case Op::kConst:
        sum.bytes = static_cast<double>(typed.text.size());
        break;
      case Op::kList:
      case Op::kMap:
        sum.units += 9;
        sum.items = static_cast<double>(typed.kids.size());
        break;
      case Op::kField:
        OfField(typed, sum);
        break;
      case Op::kLocal:
        sum.items = At(typed.index).items;
        sum.bytes = At(typed.index).bytes;
        break;
      case Op::kVariable:
        sum.items = kDefaultItems;
        sum.bytes = kPage;
        break;
      case Op::kCall:
        OfCall(typed, kids, sum);
        break;
      default:
        break;
    }
    return sum;
  }

  double most() const { return most_; }
  const Typed* dominant() const { return dominant_; }

 private:
  void OfField(const Typed& typed, Estimate& sum) {
    if (typed.fields.empty()) return;
    const Field& field = *typed.fields.back();
    const bool list = typed.type.kind == TypeKind::kList;
    if (list) sum.items = field.max_items > 0 ? field.max_items : kDefaultItems;
    const double length = field.max_len > 0 ? 3.0 * field.max_len : kPage;
    const Type& text = list ? ElementOf(typed.type) : typed.type;
    if (IsString(text)) sum.bytes = std::min(length, kPage);
  }

  void OfCall(const Typed& typed, const std::vector<Estimate>& kids, Estimate& sum) {
    const double bytes = kids.empty() ? 0 : kids[0].bytes;
    const double items = sum.items;
    switch (typed.cost) {
      case Cost::kFlat:
        break;
      case Cost::kText: {
        // containsAny looks once for each part.
        const bool parts = kids.size() > 1 && typed.kids[1]->type.kind == TypeKind::kList;
        sum.units += bytes / 16 * (parts ? std::max(1.0, items) : 1.0);
        break;
      }
      case Cost::kPattern:
        sum.units += bytes / 4 + (IsCompiled(typed) ? 0 : kCostOfCompiling);
        break;
      case Cost::kList:
        sum.units += items;
        break;
    }
    const bool joins = typed.type.kind == TypeKind::kString && kids.size() == 2;
    if (joins) sum.bytes = std::min(kids[0].bytes + kids[1].bytes, kPage);
    if (typed.type.kind == TypeKind::kList && kids.size() == 2) {
      sum.items = kids[0].items + kids[1].items;
    }
    if (typed.type.kind == TypeKind::kList && typed.kids[0]->type.kind == TypeKind::kString) {
      sum.items = kDefaultItems;  // split
    }
  }

  Estimate OfLoop(const Typed& typed) {
    const Estimate range = Of(*typed.kids[0]);
    Set(typed.loop.local, {0, kDefaultItems, range.bytes});
    if (typed.loop.has_first) Set(typed.loop.first_local, {0, 0, range.bytes});
    double body = 1;
    Estimate last;
    for (size_t i = 1; i < typed.kids.size(); ++i) {
      last = Of(*typed.kids[i]);
      body += last.units;
    }
    const double units = range.units + range.items * body;
    if (units > most_) {
      most_ = units;
      dominant_ = typed.kids[0].get();
    }
    return {units, range.items, typed.loop.kind == LoopKind::kMap ? last.bytes : range.bytes};
  }

  void Set(uint16_t local, Estimate estimate) {
    if (locals_.size() <= local) locals_.resize(local + 1u);
    locals_[local] = estimate;
  }
  Estimate At(uint16_t local) const { return local < locals_.size() ? locals_[local] : Estimate{}; }

  std::vector<Estimate> locals_;
  double most_ = 0;
  const Typed* dominant_ = nullptr;
};

}  // namespace

void CheckCost(const Typed& typed, const SourcePtr& source, DiagnosticSink& sink) {
  Estimator estimator;
  const double units = estimator.Of(typed).units;
  if (units <= kMaxCost) return;
  const Span span = estimator.dominant() == nullptr ? typed.span : estimator.dominant()->span;
  const std::string list = span.begin < span.end && span.end <= source->text().size()
                               ? source->text().substr(span.begin, span.end - span.begin)
                               : "";
  sink.Error(source, typed.span, TextId::kExprTooCostly,
             {fmt::format("{:.0f}", units), fmt::format("{:.0f}", kMaxCost), list});
}

}  // namespace anjuan::expr
