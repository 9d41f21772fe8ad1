// A pack that may run: names resolved, types checked, fields to read known.
//
// Shape:   rules in the pack's order. Parameters are a record: CompiledPack::params_type; their
//          values for a day of law come from ParamsOn.
// Owns:    everything but the Model. Immutable and shared by all workers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/arena.h"
#include "expr/program.h"
#include "model/record.h"
#include "pack/law_functions.h"
#include "pack/pack.h"
#include "pack/text_families.h"

namespace anjuan {

using ProgramPtr = std::shared_ptr<const expr::Program>;

// `message` and its {…}: text and expressions by turns.
struct MessagePiece {
  std::string text;  // where there is no program
  ProgramPtr program;
};

// Which side of the last day (届满日) the step must lie on: by it, after it; or `from` so long
// before `to`.
enum class DeadlineKind : uint8_t { kWithin, kAtLeast, kBefore };
std::string_view KeyOf(DeadlineKind kind);  // within at_least before

// A deadline whose parts may run. `from`, `to`, `due`, `counted`, `excluded` and `allowed` are
// variables of the rule's message, from `first_output` on, in that order.
struct CompiledDeadline {
  // A list of periods: each row bound to `variable`, then two days and what proves them.
  struct Rows {
    ProgramPtr list;
    ProgramPtr has_first;
    ProgramPtr first;  // began; approved
    ProgramPtr has_last;
    ProgramPtr last;   // ended; extended to
    ProgramPtr proof;  // filled; null where rows have none
  };
  static constexpr size_t kOutputs = 6;

  DeadlineKind kind = DeadlineKind::kWithin;
  ProgramPtr from;
  ProgramPtr to;
  ProgramPtr has_to;  // null where `to` is no field
  ProgramPtr period;
  std::optional<Rows> excluding;
  std::optional<Rows> extended_to;
  ProgramPtr open_case;  // null: never
  std::optional<bool> rolls;
  bool or_on = false;
  size_t variable = 0;
  size_t first_output = 0;
};

struct CompiledRule {
  std::shared_ptr<const Rule> rule;
  ProgramPtr when;   // null: always
  ProgramPtr list;   // of a check over elements
  ProgramPtr where;  // null: every element
  ProgramPtr test;   // of a deadline: what cures it, or null
  std::shared_ptr<const CompiledDeadline> deadline;
  std::vector<MessagePiece> message;
  std::vector<const Law*> basis;  // of Rule::basis, each; null: a standard, or no law book
  size_t law_date = 0;            // index into CompiledPack::law_dates
  std::vector<size_t> subsumes;   // indices into CompiledPack::rules
};

struct DatedParam {
  DateRange range;
  Slot slot;
};

struct CompiledPack {
  Pack pack;
  bool named = false;                 // by --pack: unknown `applies` counts as true
  ProgramPtr applies;                 // null: always
  std::vector<ProgramPtr> law_dates;  // [0]: a day never known, where the pack gives no default
  std::vector<CompiledRule> rules;

  // A pack that extends another shares with it what is the same: programs, functions, the type of
  // its parameters.
  std::shared_ptr<const LawFunctions> law_functions;  // null: without a law book
  std::shared_ptr<const TextFamilies> families;
  std::shared_ptr<const RecordType> params_type;
  std::vector<std::vector<DatedParam>> params;  // by field of params_type
  bool params_vary = false;                     // by date
  Arena memory;                                 // texts and lists of parameters

  // Fills `slots` (params_type->slots of them) with the values of that day. A parameter that
  // varies has no value where the day is unknown, or outside its ranges.
  void ParamsOn(std::optional<Date> day, Slot* slots) const;
};

// Null where the pack has any mistake; whoever keeps the pack to himself may put other rules in.
// `base`, where given, is a pack that it extends: rules that
// would come out the same are taken from it.
std::unique_ptr<CompiledPack> CompilePack(Pack pack, const Model& model, bool named,
                                          DiagnosticSink& sink, const CompiledPack* base = nullptr);

// The pack as written with this rule first, those it subsumes behind it and no other.
Pack PackOfRule(const CompiledPack& pack, const CompiledRule& rule);

// Every program of a rule but those of its message, in the order they are asked.
std::vector<const expr::Program*> ProgramsOf(const CompiledRule& rule);

// Adds what the pack's rules read.
void AddReads(const CompiledPack& pack, const Model& model, Projection& projection);

}  // namespace anjuan
