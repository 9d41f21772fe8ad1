#include "pack/law_functions.h"

#include <array>
#include <span>

#include "expr/signature.h"
#include "pack/fine_range.h"

namespace anjuan {
namespace {

using expr::Reason;
using expr::Value;

constexpr size_t kMostArguments = 7 + 2 * kMostNamedAmounts;

Value Of(Answer answer) {
  return answer == Answer::kUnknown ? Value::Unknown() : Value::Bool(answer == Answer::kYes);
}

Value Of(std::optional<Money> money) {
  return money ? Value::Number(money->fen) : Value::Unknown();
}

// The text that a citation means on a day.
struct Cited {
  const Law* law = nullptr;
  const LawVersion* version = nullptr;
  InForce in_force = InForce::kUnknown;
  bool certain = false;
};

Cited Look(const LawBook& book, std::string_view written, Date day) {
  Cited cited;
  const CitedLaw found = book.Find(written);
  cited.law = found.law;
  if (found.law == nullptr) return cited;
  if (found.year == 0) {
    cited.version = found.law->VersionOn(day);
    cited.in_force = found.law->On(day);
  } else {
    for (const LawVersion& version : found.law->versions) {
      if (!version.adopted || CivilOf(*version.adopted).year != found.year) continue;
      cited.version = &version;
      cited.in_force = version.Has(day) ? InForce::kYes : InForce::kNo;
      if (cited.in_force == InForce::kYes) break;
    }
  }
  cited.certain = cited.version == nullptr || cited.version->Certain(day);
  return cited;
}

Date DayOf(const Value& value) { return Date{static_cast<int32_t>(value.number)}; }

// A no counts where the text is certain.
Answer Careful(bool yes, const Cited& cited) {
  if (yes) return Answer::kYes;
  return cited.certain ? Answer::kNo : Answer::kUnknown;
}

using Arguments = std::span<const Value>;

bool AllHere(Arguments args, size_t first, size_t count) {
  for (size_t i = first; i < first + count; ++i) {
    if (!args[i].here()) return false;
  }
  return true;
}

// law, day
Answer IsInForce(const LawBook& book, Arguments args) {
  const Cited cited = Look(book, args[0].view(), DayOf(args[1]));
  switch (cited.in_force) {
    case InForce::kYes:
      return Answer::kYes;
    case InForce::kNo:
      return Careful(false, cited);
    case InForce::kUnknown:
      break;
  }
  return Answer::kUnknown;
}

// law, day, article
Answer HasArticle(const LawBook& book, Arguments args) {
  const Cited cited = Look(book, args[0].view(), DayOf(args[1]));
  if (cited.version == nullptr || !cited.version->articles) return Answer::kUnknown;
  const bool exists = args[2].number >= 1 && args[2].number <= *cited.version->articles;
  return Careful(exists, cited);
}

// A yes makes a case fail here.
Answer NeedsParagraph(const LawBook& book, Arguments args) {
  const Cited cited = Look(book, args[0].view(), DayOf(args[1]));
  if (cited.version == nullptr) return Answer::kUnknown;
  if (!HasParagraphs(*cited.version, args[2].number)) return Answer::kNo;
  return cited.certain ? Answer::kYes : Answer::kUnknown;
}

std::optional<int64_t> NumberIn(const Value& value) {
  return value.here() ? std::optional<int64_t>(value.number) : std::nullopt;
}

// law, day, article, paragraph
Answer NeedsItem(const LawBook& book, Arguments args) {
  const Cited cited = Look(book, args[0].view(), DayOf(args[1]));
  if (cited.version == nullptr) return Answer::kUnknown;
  if (!HasItems(*cited.version, args[2].number, NumberIn(args[3]))) return Answer::kNo;
  return cited.certain ? Answer::kYes : Answer::kUnknown;
}

Answer SetsFines(const LawBook& book, Arguments args) {
  const Law* const law = book.Find(args[0].view()).law;
  if (law == nullptr) return Answer::kUnknown;
  return law->sets_fines ? Answer::kYes : Answer::kNo;
}

// law, day, article, paragraph, item, party, [name, amount]…
struct FineArguments {
  Cited cited;
  FineQuestion question;
  std::array<NamedAmount, kMostNamedAmounts> amounts;

  FineArguments(const LawBook& book, Arguments args)
      : cited(Look(book, args[0].view(), DayOf(args[1]))) {
    question.version = cited.version;
    question.day = DayOf(args[1]);
    question.article = args[2].number;
    question.paragraph = NumberIn(args[3]);
    question.item = NumberIn(args[4]);
    if (args[5].here()) question.party = args[5].view();
    size_t count = 0;
    for (size_t i = 6; i + 1 < args.size(); i += 2, ++count) {
      NamedAmount& amount = amounts[count];
      amount.name = args[i].view();
      if (args[i + 1].here()) amount.amount = Money{args[i + 1].number};
    }
    question.amounts = {amounts.data(), count};
  }
  FineArguments(const FineArguments&) = delete;
  FineArguments& operator=(const FineArguments&) = delete;

  bool askable() const { return question.version != nullptr; }
};

template <Answer (*F)(const LawBook&, Arguments), size_t kCount>
Value AskLaw(const LawBook& book, Arguments args) {
  return AllHere(args, 0, kCount) ? Of(F(book, args)) : Value::Unknown();
}

template <Answer (*F)(const FineQuestion&, Money)>
Value AskFine(const LawBook& book, Arguments args) {
  if (!AllHere(args, 0, 4)) return Value::Unknown();
  const FineArguments fine(book, args.subspan(1));
  return fine.askable() ? Of(F(fine.question, Money{args[0].number})) : Value::Unknown();
}

template <std::optional<Money> (*F)(const FineQuestion&)>
Value AskEnd(const LawBook& book, Arguments args) {
  if (!AllHere(args, 0, 3)) return Value::Unknown();
  const FineArguments fine(book, args);
  return fine.askable() ? Of(F(fine.question)) : Value::Unknown();
}

template <Value (*F)(const LawBook&, Arguments)>
Value Call(const expr::Node& node, expr::Frame& frame) {
  std::array<Value, kMostArguments> args;
  for (uint32_t i = 0; i < node.count; ++i) {
    args[i] = expr::Run(frame.program->Child(node, i), frame);
    if (args[i].error()) return args[i];
  }
  return F(*static_cast<const LawBook*>(node.context), {args.data(), node.count});
}

std::string NameAndDay(std::string_view written, Date day) {
  return std::string(BareNameOf(written).name) + "@" + FormatDate(day);
}

// Why a look into a law came to nothing; "" where it did not.
std::string CauseOf(const Cited& cited, std::string_view written, Date day) {
  if (cited.law == nullptr) {
    return std::string(kUnknownLawCause) + std::string(BareNameOf(written).name);
  }
  if (cited.version == nullptr) return "law-version:" + NameAndDay(written, day);
  if (!cited.certain) return "law-doubt:" + NameAndDay(written, day);
  return "";
}

Reason WhyLaw(const void* context, const Value* values, size_t count) {
  Reason reason;
  const Arguments args(values, count);
  const auto& book = *static_cast<const LawBook*>(context);
  if (!args[0].here()) return reason;
  if (count < 2) {
    if (book.Find(args[0].view()).law == nullptr) {
      reason.cause = CauseOf({}, args[0].view(), {});
    }
    return reason;
  }
  if (!args[1].here()) return reason;
  const Cited cited = Look(book, args[0].view(), DayOf(args[1]));
  reason.cause = CauseOf(cited, args[0].view(), DayOf(args[1]));
  if (count > 3) reason.idle = 1u << 3;  // a paragraph left out is no reason
  return reason;
}

Reason WhyArticle(const void* context, const Value* values, size_t count) {
  Reason reason = WhyLaw(context, values, count);
  const Arguments args(values, count);
  if (!AllHere(args, 0, 2) || !reason.cause.empty()) return reason;
  const Date day = DayOf(args[1]);
  const Cited cited = Look(*static_cast<const LawBook*>(context), args[0].view(), day);
  if (cited.version != nullptr && !cited.version->articles)
    reason.cause = "law-article:" + NameAndDay(args[0].view(), day);
  return reason;
}

template <size_t kFirst>
Reason WhyFine(const void* context, const Value* values, size_t count) {
  Reason reason;
  const Arguments args = Arguments(values, count).subspan(kFirst);
  for (size_t i = 3; i < args.size(); ++i) reason.idle |= 1u << (kFirst + i);
  if (!AllHere(args, 0, 3)) return reason;
  const FineArguments fine(*static_cast<const LawBook*>(context), args);
  const Date day = DayOf(args[1]);
  reason.cause = CauseOf(fine.cited, args[0].view(), day);
  if (!fine.askable()) return reason;
  const FineNeeds needs = NeedsOf(fine.question);
  const auto matters = [&](size_t argument) { reason.idle &= ~(1u << (kFirst + argument)); };
  if (needs.paragraph || args[3].here()) matters(3);
  if (needs.item) matters(4);
  if (needs.party) matters(5);
  for (size_t i = 0; 6 + 2 * i + 1 < args.size(); ++i) {
    if ((needs.amounts >> i & 1u) != 0) matters(6 + 2 * i + 1);
  }
  const std::string name(BareNameOf(args[0].view()).name);
  bool from_arguments = false;
  for (size_t i = 3; i < args.size(); ++i) {
    from_arguments =
        from_arguments || (args[i].unknown() && (reason.idle >> (kFirst + i) & 1u) == 0);
  }
  if (!reason.cause.empty()) return reason;
  if (needs.rows && !needs.other.empty()) {
    reason.cause = "law-amount:" + std::string(needs.other);
  } else if (needs.rows && needs.doubtful) {
    reason.cause = "law-doubt:" + NameAndDay(args[0].view(), day);
  } else if (!needs.rows || !from_arguments) {
    reason.cause = "law-range:" + name + ":" + std::to_string(fine.question.article);
  }
  return reason;
}

struct LawRow {
  std::string_view name;
  std::string_view params;
  std::string_view result;
  expr::EvalFn eval;
  expr::WhyFn why;
  bool takes_amounts = false;  // behind its other arguments, each with its name
};

constexpr LawRow kLawRows[] = {
    {"lawInForce", "string, date", "bool", &Call<AskLaw<IsInForce, 2>>, &WhyLaw},
    {"lawHasArticle", "string, date, int", "bool", &Call<AskLaw<HasArticle, 3>>, &WhyArticle},
    {"lawNeedsParagraph", "string, date, int", "bool", &Call<AskLaw<NeedsParagraph, 3>>, &WhyLaw},
    {"lawNeedsItem", "string, date, int, int", "bool", &Call<AskLaw<NeedsItem, 3>>, &WhyLaw},
    {"lawSetsFines", "string", "bool", &Call<AskLaw<SetsFines, 1>>, &WhyLaw},
    {"fineReaches", "money, string, date, int, int, int, string", "bool",
     &Call<AskFine<ReachesFloor>>, &WhyFine<1>, true},
    {"fineKeeps", "money, string, date, int, int, int, string", "bool",
     &Call<AskFine<KeepsCeiling>>, &WhyFine<1>, true},
    {"fineFloor", "string, date, int, int, int, string", "money", &Call<AskEnd<FloorOf>>,
     &WhyFine<0>, true},
    {"fineCeiling", "string, date, int, int, int, string", "money", &Call<AskEnd<CeilingOf>>,
     &WhyFine<0>, true},
};

}  // namespace

LawFunctions::LawFunctions(const LawBook& book) {
  for (const LawRow& row : kLawRows) {
    std::string params(row.params);
    for (size_t amounts = 0; amounts <= (row.takes_amounts ? kMostNamedAmounts : 0); ++amounts) {
      if (amounts > 0) params += ", string, money";
      expr::FunctionRow& function = rows_.emplace_back();
      function.signature = signatures_.emplace_back(std::string(row.name) + "(" + params + ") -> " +
                                                    std::string(row.result));
      function.eval = row.eval;
      function.context = &book;
      function.why = row.why;
    }
  }
  for (const expr::FunctionRow& row : rows_) functions_.push_back(expr::ParseSignature(row));
}

std::vector<const expr::Function*> LawFunctions::all() const {
  std::vector<const expr::Function*> all;
  for (const expr::Function& function : functions_) all.push_back(&function);
  return all;
}

}  // namespace anjuan
