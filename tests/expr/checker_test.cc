// Mistakes an author makes, beside the whole message; and what is no mistake.
#include <doctest/doctest.h>

#include "expr/limits.h"
#include "expr/signature.h"
#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

struct Row {
  const char* name;
  const char* text;
  const char* want;
};

void CheckRows(std::initializer_list<Row> rows) {
  const Scope scope(ExampleModel());
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(MistakesIn(row.text, scope) == row.want);
  }
}

}  // namespace

TEST_CASE("unknown names are told with what may have been meant") {
  CheckRows({
      {"a field", "decision.dte <= today",
       "rule.yaml:1:1: error: unknown field 'decision.dte' [unknown-field]\n"
       " 1 | decision.dte <= today\n"
       "   | ^~~~~~~~~~~~\n"
       "help: did you mean 'decision.date' (处罚决定.日期)?\n"},
      {"a Chinese field", "立案.批准日其 <= today",
       "rule.yaml:1:1: error: unknown field '立案.批准日其' [unknown-field]\n"
       " 1 | 立案.批准日其 <= today\n"
       "   | ^~~~~~~~~~~~~\n"
       "help: did you mean '立案.批准日期' (filing.approved_on)?\n"},
      {"a field of a list's element", "officers.all(o, has(o.nam))",
       "rule.yaml:1:21: error: unknown field 'o.nam' [unknown-field]\n"
       " 1 | officers.all(o, has(o.nam))\n"
       "   |                     ^~~~~\n"
       "help: did you mean 'o.name' (o.姓名)?\n"},
      {"a field of a document", "has(doc('送达回证').nmber)",
       "rule.yaml:1:5: error: unknown field 'nmber' [unknown-field]\n"
       " 1 | has(doc('送达回证').nmber)\n"
       "   |     ^~~~~~~~~~~~~~~~~~~~~\n"
       "help: did you mean 'number' (文号)?\n"},
      {"a top-level name", "offcers.all(o, true)",
       "rule.yaml:1:1: error: unknown name 'offcers' [unknown-name]\n"
       " 1 | offcers.all(o, true)\n"
       "   | ^~~~~~~\n"
       "help: did you mean 'officers' (执法人员)?\n"},
      {"a name without likeness", "xyzzy == 1",
       "rule.yaml:1:1: error: unknown name 'xyzzy' [unknown-name]\n"
       " 1 | xyzzy == 1\n"
       "   | ^~~~~\n"},
      {"a variable outside its macro", "officers.all(o, has(o.name)) && has(o.name)",
       "rule.yaml:1:37: error: unknown name 'o' [unknown-name]\n"
       " 1 | officers.all(o, has(o.name)) && has(o.name)\n"
       "   |                                     ^\n"},
      {"a function", "decision.text.contians('复议')",
       "rule.yaml:1:15: error: unknown function 'contians' [unknown-function]\n"
       " 1 | decision.text.contians('复议')\n"
       "   |               ^~~~~~~~\n"
       "help: did you mean 'contains'?\n"},
      {"a lookup", "hasDocs('送达回证')",
       "rule.yaml:1:1: error: unknown function 'hasDocs' [unknown-function]\n"
       " 1 | hasDocs('送达回证')\n"
       "   | ^~~~~~~\n"
       "help: did you mean 'hasDoc'?\n"},
      {"a function in the other style", "contains(decision.text, '复议')",
       "rule.yaml:1:1: error: unknown function 'contains' [unknown-function]\n"
       " 1 | contains(decision.text, '复议')\n"
       "   | ^~~~~~~~\n"
       "help: there is: string.contains(string) -> bool\n"},
      {"a code", "case.procedure == '普遍程序'",
       "rule.yaml:1:19: error: the code list has no '普遍程序' [unknown-enum-value]\n"
       " 1 | case.procedure == '普遍程序'\n"
       "   |                   ^~~~~~~~~~\n"
       "help: did you mean '普通程序'?\n"},
      {"each code of a list", "case.procedure in ['普通程序', '普遍程序', '快束办理']",
       "rule.yaml:1:28: error: the code list has no '普遍程序' [unknown-enum-value]\n"
       " 1 | case.procedure in ['普通程序', '普遍程序', '快束办理']\n"
       "   |                                ^~~~~~~~~~\n"
       "help: did you mean '普通程序'?\n"
       "rule.yaml:1:36: error: the code list has no '快束办理' [unknown-enum-value]\n"
       " 1 | case.procedure in ['普通程序', '普遍程序', '快束办理']\n"
       "   |                                            ^~~~~~~~~~\n"
       "help: did you mean '快速办理'?\n"},
      {"a kind of document", "hasDoc('行政处罚决定数')",
       "rule.yaml:1:8: error: the table of document kinds has no '行政处罚决定数' "
       "[unknown-document-kind]\n"
       " 1 | hasDoc('行政处罚决定数')\n"
       "   |        ^~~~~~~~~~~~~~~~\n"
       "help: did you mean '行政处罚决定书'?\n"},
      {"a kind compared", "documents.exists(d, d.kind == '送达回正')",
       "rule.yaml:1:31: error: the table of document kinds has no '送达回正' "
       "[unknown-document-kind]\n"
       " 1 | documents.exists(d, d.kind == '送达回正')\n"
       "   |                               ^~~~~~~~~~\n"
       "help: did you mean '送达回证'?\n"},
      {"a kind that is not written out", "hasDoc(decision.number)",
       "rule.yaml:1:1: error: 'hasDoc' wants its kind written out, as in hasDoc('…') "
       "[document-kind-literal]\n"
       " 1 | hasDoc(decision.number)\n"
       "   | ^~~~~~~~~~~~~~~~~~~~~~~\n"},
  });
}

TEST_CASE("types that do not go together are told with a way out") {
  CheckRows({
      {"money beside a number", "decision.penalties.all(p, p.amount > 5000)",
       "rule.yaml:1:36: error: no overload of '>' for (money, int) [no-overload]\n"
       " 1 | decision.penalties.all(p, p.amount > 5000)\n"
       "   |                                    ^\n"
       "help: write yuan(5000)\n"},
      {"a date beside a text", "decision.date >= '2021-07-15'",
       "rule.yaml:1:15: error: no overload of '>=' for (date, string) [no-overload]\n"
       " 1 | decision.date >= '2021-07-15'\n"
       "   |               ^~\n"
       "help: write date('2021-07-15')\n"},
      {"a date and a number", "decision.date + 90 < today",
       "rule.yaml:1:15: error: no overload of '+' for (date, int) [no-overload]\n"
       " 1 | decision.date + 90 < today\n"
       "   |               ^\n"
       "help: write days(90)\n"},
      {"days between", "decision.date - filing.approved_on < 90",
       "rule.yaml:1:15: error: no overload of '-' for (date, date) [no-overload]\n"
       " 1 | decision.date - filing.approved_on < 90\n"
       "   |               ^\n"
       "help: write filing.approved_on.daysUntil(decision.date)\n"},
      {"a moment beside a day", "transcripts.all(t, t.started_at >= filing.approved_on)",
       "rule.yaml:1:33: error: no overload of '>=' for (timestamp, date) [no-overload]\n"
       " 1 | transcripts.all(t, t.started_at >= filing.approved_on)\n"
       "   |                                 ^~\n"
       "help: write date(t.started_at)\n"},
      {"a chain of relations", "1 < decision.review_days < 90",
       "rule.yaml:1:26: error: no overload of '<' for (bool, int) [no-overload]\n"
       " 1 | 1 < decision.review_days < 90\n"
       "   |                          ^\n"
       "help: write 1 < decision.review_days && decision.review_days < 90\n"},
      {"records have no ==", "decision == hearing",
       "rule.yaml:1:10: error: no overload of '==' for (record(decision), record(hearing)) "
       "[no-overload]\n"
       " 1 | decision == hearing\n"
       "   |          ^~\n"},
      {"lists of records neither", "documents == documents",
       "rule.yaml:1:11: error: no overload of '==' for (list(record(documents)), "
       "list(record(documents))) [no-overload]\n"
       " 1 | documents == documents\n"
       "   |           ^~\n"},
      {"numbers never convert", "1 + 1.5 == 2.5",
       "rule.yaml:1:3: error: no overload of '+' for (int, double) [no-overload]\n"
       " 1 | 1 + 1.5 == 2.5\n"
       "   |   ^\n"},
      {"an argument of the wrong type", "decision.text.contains(1)",
       "rule.yaml:1:15: error: no overload of 'contains' for (string, int) [no-overload]\n"
       " 1 | decision.text.contains(1)\n"
       "   |               ^~~~~~~~\n"
       "help: there is: string.contains(string) -> bool\n"},
      {"a field of a list", "documents.sealed",
       "rule.yaml:1:1: error: a value of type list(record(documents)) has no field 'sealed' "
       "[no-fields]\n"
       " 1 | documents.sealed\n"
       "   | ^~~~~~~~~~~~~~~~\n"
       "help: look at the elements of the list: documents.all(x, x.sealed …)\n"},
      {"a field of a scalar", "decision.date.dag == 1",
       "rule.yaml:1:1: error: a value of type date has no field 'dag' [no-fields]\n"
       " 1 | decision.date.dag == 1\n"
       "   | ^~~~~~~~~~~~~~~~~\n"},
      {"an operand that is no bool", "case.complex && decision.date",
       "rule.yaml:1:17: error: want a bool here, found date [not-bool]\n"
       " 1 | case.complex && decision.date\n"
       "   |                 ^~~~~~~~~~~~~\n"},
      {"a result that is no bool", "decision.review_days + 1",
       "rule.yaml:1:1: error: want a bool here, found int [not-bool]\n"
       " 1 | decision.review_days + 1\n"
       "   | ^~~~~~~~~~~~~~~~~~~~~~~~\n"},
      {"branches of two types", "(case.complex ? 1 : 'a') == 1",
       "rule.yaml:1:2: error: the branches of '?:' have different types: int and string "
       "[mixed-types]\n"
       " 1 | (case.complex ? 1 : 'a') == 1\n"
       "   |  ^~~~~~~~~~~~~~~~~~~~~~\n"},
      {"items of two types", "decision.review_days in [1, 'a']",
       "rule.yaml:1:29: error: items of different types: int and string [mixed-types]\n"
       " 1 | decision.review_days in [1, 'a']\n"
       "   |                             ^~~\n"},
      {"items that an empty one does not keep apart", "[[], [1], ['a']].all(l, size(l) > 0)",
       "rule.yaml:1:11: error: items of different types: list(int) and list(string) "
       "[mixed-types]\n"
       " 1 | [[], [1], ['a']].all(l, size(l) > 0)\n"
       "   |           ^~~~~\n"},
      {"a macro over a scalar", "decision.date.all(d, true)",
       "rule.yaml:1:15: error: no overload of 'all' for (date) [no-overload]\n"
       " 1 | decision.date.all(d, true)\n"
       "   |               ^~~\n"},
      {"has of a variable", "officers.all(o, has(o))",
       "rule.yaml:1:21: error: 'has' wants a field, as in has(x.f) [has-wants-field]\n"
       " 1 | officers.all(o, has(o))\n"
       "   |                     ^\n"},
      {"a bad pattern", "decision.text.matches('(')",
       "rule.yaml:1:23: error: malformed pattern: missing ): ( [bad-pattern]\n"
       " 1 | decision.text.matches('(')\n"
       "   |                       ^~~\n"},
      {"known outside a message", "known(decision.date)",
       "rule.yaml:1:1: error: known() may stand in a message only [known-outside-message]\n"
       " 1 | known(decision.date)\n"
       "   | ^~~~~~~~~~~~~~~~~~~~\n"},
  });
}

TEST_CASE("every mistake of an expression is told, one a sub-tree") {
  CHECK(MistakesIn("decision.dte < today && officers.all(o, o.nam == 1) || 1 + 'a' == 2",
                   Scope(ExampleModel())) ==
        "rule.yaml:1:1: error: unknown field 'decision.dte' [unknown-field]\n"
        " 1 | decision.dte < today && officers.all(o, o.nam == 1) || 1 + 'a' == 2\n"
        "   | ^~~~~~~~~~~~\n"
        "help: did you mean 'decision.date' (处罚决定.日期)?\n"
        "rule.yaml:1:41: error: unknown field 'o.nam' [unknown-field]\n"
        " 1 | decision.dte < today && officers.all(o, o.nam == 1) || 1 + 'a' == 2\n"
        "   |                                         ^~~~~\n"
        "help: did you mean 'o.name' (o.姓名)?\n"
        "rule.yaml:1:58: error: no overload of '+' for (int, string) [no-overload]\n"
        " 1 | decision.dte < today && officers.all(o, o.nam == 1) || 1 + 'a' == 2\n"
        "   |                                                          ^\n");
}

TEST_CASE("mistakes are told in Chinese too") {
  const Scope scope(ExampleModel());
  CHECK(MistakesIn("处罚决定.日起 <= today", scope, Lang::kChinese) ==
        "rule.yaml:1:1: 错误: 未知的字段 '处罚决定.日起' [unknown-field]\n"
        " 1 | 处罚决定.日起 <= today\n"
        "   | ^~~~~~~~~~~~~\n"
        "提示: 是否想写 '处罚决定.日期' (decision.date)?\n");
  CHECK(MistakesIn("decision.penalties.all(p, p.amount > 5000)", scope, Lang::kChinese) ==
        "rule.yaml:1:36: 错误: '>' 不能用于 (money, int) [no-overload]\n"
        " 1 | decision.penalties.all(p, p.amount > 5000)\n"
        "   |                                    ^\n"
        "提示: 应写 yuan(5000)\n");
}

TEST_CASE("the caller says what it needs") {
  const Scope scope(ExampleModel());
  struct Want {
    Wanted wanted;
    const char* good;
    const char* bad;
    const char* id;
  };
  const Want wants[] = {{Wanted::kBool, "has(decision)", "today", "not-bool"},
                        {Wanted::kDate, "filing.approved_on", "case.complex", "not-date"},
                        {Wanted::kPeriod, "days(90)", "90", "not-period"},
                        {Wanted::kList, "docs('送达回证')", "today", "not-list"},
                        {Wanted::kScalar, "case.procedure", "documents", "not-scalar"}};
  for (const Want& want : wants) {
    CAPTURE(want.good);
    CHECK(MistakesIn(want.good, scope, Lang::kEnglish, want.wanted) == "");
    const std::string told = MistakesIn(want.bad, scope, Lang::kEnglish, want.wanted);
    CHECK(told.find(std::string("[") + want.id + "]") != std::string::npos);
  }
}

TEST_CASE("loops nest four deep and no deeper") {
  const auto nested = [](int depth) {
    std::string text = "true";
    for (int i = depth; i > 0; --i) {
      const std::string var = "p" + std::to_string(i);
      text = "decision.penalties.all(" + var + ", has(" + var + ".kind) && " + text + ")";
    }
    return text;
  };
  CHECK(MistakesIn(nested(kMaxLoops), Scope(ExampleModel())) == "");
  CHECK(MistakesIn(nested(kMaxLoops + 1), Scope(ExampleModel())).find("[too-many-loops]") !=
        std::string::npos);
}

TEST_CASE("an inner variable shadows an outer name inside its macro only") {
  CHECK(MistakesIn("officers.all(decision, has(decision.certificate_number)) && "
                   "has(decision.review_days)",
                   Scope(ExampleModel())) == "");
}

TEST_CASE("an empty list takes its type from its use") {
  const Scope scope(ExampleModel());
  for (const char* const text :
       {"decision.review_days in []", "[].all(x, x > 0)", "![].exists(x, x.y)", "[] == [1]",
        "[] + [1] == [1]", "size([]) == 0", "[].map(x, x + 1) == []", "[[]].all(x, x == [])",
        "case.procedure in []"}) {
    CAPTURE(text);
    CHECK(Compiled(text, scope) != nullptr);
  }
}

TEST_CASE("parameters and bound variables are names of the scope") {
  Scope scope(ExampleModel());
  scope.variables.push_back({"v", [] {
                               Type type;
                               type.kind = TypeKind::kRecord;
                               type.record = ExampleModel().FindPath("deliveries")->record;
                               return type;
                             }()});
  CHECK(MistakesIn("has(v.served_on) && v.signed", scope) == "");
  CHECK(MistakesIn("v.sined", scope) ==
        "rule.yaml:1:1: error: unknown field 'v.sined' [unknown-field]\n"
        " 1 | v.sined\n"
        "   | ^~~~~~~\n"
        "help: did you mean 'v.signed' (v.签收)?\n");
  const auto program = Compiled("v.served_on <= decision.date", scope);
  const TrialRecord record(ExampleModel(),
                           "decision: {date: 2025-05-16}\n"
                           "deliveries: [{served_on: 2025-05-16}, {served_on: 2025-05-17}, {}]\n");
  Evaluator evaluator(ExampleModel());
  evaluator.SetRecord(&record.record());
  const Field& deliveries = *ExampleModel().FindPath("deliveries");
  const Slot& list = record.record().At(deliveries);
  std::string results;
  for (ptrdiff_t i = 0; i < 3; ++i) {
    evaluator.Bind(0, list.items + i * deliveries.record->slots);
    results += "FTUE"[static_cast<size_t>(evaluator.Test(*program))];
  }
  CHECK(results == "TFU");
  CHECK(evaluator.Explain(*program).causes == std::vector<std::string>{"deliveries[].served_on"});
}

TEST_CASE("a variable's name may have dots: the longest that fits is meant") {
  Scope scope(ExampleModel());
  Type number;
  number.kind = TypeKind::kInt;
  Type truth;
  truth.kind = TypeKind::kBool;
  scope.variables = {{"a.b", number}, {"a.b.c", truth}, {"decision.date", number}};
  Slot slots[3];
  for (Slot& slot : slots) slot.state = State::kPresent;
  slots[0].number = 7;
  slots[1].number = 1;
  slots[2].number = 2;
  Evaluator evaluator(ExampleModel());
  for (size_t i = 0; i < 3; ++i) evaluator.Bind(i, &slots[i]);
  for (const char* const text :
       {"a.b == 7", "a.b.c", "decision.date == 2", "[{'b': 1}].exists(a, a.b == 1)",
        "cel.bind(a, {'b': 1}, a.b) == 1"}) {
    CAPTURE(text);
    CHECK(evaluator.Test(*Compiled(text, scope)) == Tri::kTrue);
  }
  CHECK(MistakesIn("a.c == 1", scope).find("unknown name 'a'") != std::string::npos);
}

TEST_CASE("what is always an error is told when the pack loads") {
  CheckRows({
      {"a division", "decision.review_days > 1 / 0",
       "rule.yaml:1:24: error: always an error: 1 / 0 [always-error]\n"
       " 1 | decision.review_days > 1 / 0\n"
       "   |                        ^~~~~\n"
       "help: 1 / 0: division by zero\n"},
      {"a day that no calendar has", "decision.date >= date('2021-02-30')",
       "rule.yaml:1:18: error: always an error: date('2021-02-30') [always-error]\n"
       " 1 | decision.date >= date('2021-02-30')\n"
       "   |                  ^~~~~~~~~~~~~~~~~~\n"
       "help: date('2021-02-30'): cannot be converted\n"},
      {"an amount with three decimals", "decision.penalties.all(p, p.amount > yuan('1.005'))",
       "rule.yaml:1:38: error: always an error: yuan('1.005') [always-error]\n"
       " 1 | decision.penalties.all(p, p.amount > yuan('1.005'))\n"
       "   |                                      ^~~~~~~~~~~~~\n"
       "help: yuan('1.005'): cannot be converted\n"},
      {"a key twice", "decision.number in {'a': 1, 'a': 2}",
       "rule.yaml:1:20: error: always an error: {'a': 1, 'a': 2} [always-error]\n"
       " 1 | decision.number in {'a': 1, 'a': 2}\n"
       "   |                    ^~~~~~~~~~~~~~~~\n"
       "help: {'a': 1, 'a': 2}: duplicate key\n"},
  });
  // CEL lets || absorb an error, and so does a sub-tree that needs nothing else.
  CHECK(Compiled("has(decision.date) && (true || 1 / 0 == 1)", Scope(ExampleModel())) != nullptr);
}

TEST_CASE("warnings are told and do no harm") {
  CheckRows({
      {"a comparison of constants", "has(decision.date) && 1 < 2",
       "rule.yaml:1:23: warning: this comparison is always true [constant-comparison]\n"
       " 1 | has(decision.date) && 1 < 2\n"
       "   |                       ^~~~~\n"},
      {"a variable without use", "officers.exists(o, has(decision.date))",
       "rule.yaml:1:10: warning: variable 'o' is never used [unused-variable]\n"
       " 1 | officers.exists(o, has(decision.date))\n"
       "   |          ^~~~~~\n"},
      {"UTC", "transcripts.all(t, t.started_at.getHours() < 22)",
       "rule.yaml:1:33: warning: 'getHours()' reads UTC [utc-getter]\n"
       " 1 | transcripts.all(t, t.started_at.getHours() < 22)\n"
       "   |                                 ^~~~~~~~\n"
       "help: write getHours('+08:00')\n"},
      {"a count from zero", "transcripts.all(t, t.started_at.getMonth('+08:00') == 1)",
       "rule.yaml:1:33: warning: 'getMonth()' counts from 0 [zero-based-getter]\n"
       " 1 | transcripts.all(t, t.started_at.getMonth('+08:00') == 1)\n"
       "   |                                 ^~~~~~~~\n"
       "help: write date(t.started_at).month()\n"},
      {"a zone leaves nothing to say", "transcripts.all(t, t.started_at.getHours('+08:00') < 22)",
       ""},
  });
}

TEST_CASE("an expression that may cost too much is refused, with the list it is due to") {
  const Scope scope(ExampleModel());
  CHECK(
      MistakesIn("documents.all(a, documents.all(b, a.number != b.number))", scope) ==
      "rule.yaml:1:1: error: the expression costs about 166004001, more than 20000000; most of it "
      "is documents [too-costly]\n"
      " 1 | documents.all(a, documents.all(b, a.number != b.number))\n"
      "   | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n");
  for (const char* const text :
       {"deliveries.all(v, hasDoc('送达回证') || v.signed)",
        "documents.all(d, d.number.matches('^[0-9]+$'))",
        "documents.all(a, documents.all(b, a.sealed || b.sealed))",
        "documents.all(d, notice.text.squash().matches('(陈述|申辩).{0,20}(权利|意见)') || "
        "d.sealed)"}) {
    CAPTURE(text);
    CHECK(MistakesIn(text, scope) == "");
  }
  // A pattern that is not written out must be compiled for each element.
  CHECK(MistakesIn("documents.all(d, d.number.matches(decision.number))", scope)
            .find("[too-costly]") != std::string::npos);
  CHECK(MistakesIn("notice.text.matches(decision.number)", scope) == "");
}

TEST_CASE("a caller's functions are checked, and hinted at, like the language's own") {
  const FunctionRow row{"inForce(string, date) -> bool",
                        [](const Node&, Frame&) { return Value::Bool(true); }};
  const Function function = ParseSignature(row);
  Scope scope(ExampleModel());
  CHECK(MistakesIn("inForce('x', today)", scope) ==
        "rule.yaml:1:1: error: unknown function 'inForce' [unknown-function]\n"
        " 1 | inForce('x', today)\n"
        "   | ^~~~~~~\n");
  scope.functions.push_back(&function);
  const Row rows[] = {
      {"right", "inForce('x', today)", ""},
      {"a wrong type", "inForce('x', 1)",
       "rule.yaml:1:1: error: no overload of 'inForce' for (string, int) [no-overload]\n"
       " 1 | inForce('x', 1)\n"
       "   | ^~~~~~~\n"
       "help: there is: inForce(string, date) -> bool\n"},
      {"a slip", "inForze('x', today)",
       "rule.yaml:1:1: error: unknown function 'inForze' [unknown-function]\n"
       " 1 | inForze('x', today)\n"
       "   | ^~~~~~~\n"
       "help: did you mean 'inForce'?\n"},
      {"the other style", "'x'.inForce(today)",
       "rule.yaml:1:5: error: unknown function 'inForce' [unknown-function]\n"
       " 1 | 'x'.inForce(today)\n"
       "   |     ^~~~~~~\n"
       "help: there is: inForce(string, date) -> bool\n"},
  };
  for (const Row& each : rows) {
    CAPTURE(each.name);
    CHECK(MistakesIn(each.text, scope) == each.want);
  }
}
