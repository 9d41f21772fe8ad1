// A hundred misspelt names of the shipped model and of the language, one edit each: nearly always
// the first name that a diagnostic offers is the one that was meant.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include "base/utf8.h"
#include "expr/functions.h"
#include "expr/random.h"
#include "expr/trial.h"

using namespace anjuan;
using namespace anjuan::expr;

namespace {

// A name at a spot where it is legal, and how a hint begins that offers it.
struct Spot {
  std::string before;
  std::string name;
  std::string after;
  std::string hint;
};

const Model& ShippedModel() {
  static const std::unique_ptr<const Model> model = [] {
    std::ifstream in(ANJUAN_SOURCE_DIR "/rules/models/case-file.yaml", std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    DiagnosticSink sink;
    auto loaded = LoadModel(std::make_shared<const Source>("case-file.yaml", text), sink);
    REQUIRE_MESSAGE(loaded != nullptr, Format(sink, Lang::kEnglish));
    return loaded;
  }();
  return *model;
}

std::string Quoted(const std::string& name) { return "'" + name + "'"; }

void AddFields(const RecordType& type, bool chinese, const std::string& before,
               const std::string& after, const std::string& path, std::vector<Spot>& spots) {
  for (const Field& field : type.fields) {
    const std::string& name = chinese ? field.label : field.name;
    spots.push_back({before + "has(" + path, name, ")" + after, Quoted(path + name)});
    if (field.type == FieldType::kEntity) {
      AddFields(*field.record, chinese, before, after, path + name + ".", spots);
    } else if (field.type == FieldType::kRecords) {
      const std::string element = path.starts_with("x.") ? "y" : "x";
      AddFields(*field.record, chinese, before + path + name + ".all(" + element + ", ",
                ")" + after, element + ".", spots);
    }
    if (field.type != FieldType::kEnum || field.is_list) continue;
    for (const std::string& code : ShippedModel().codes(field).codes) {
      spots.push_back({before + path + name + " == '", code, "'" + after, Quoted(code)});
    }
  }
}

std::vector<Spot> KindSpots() {
  std::vector<Spot> spots;
  const CodeList& kinds = ShippedModel().kinds();
  for (const auto& [name, code] : kinds.by_name) {
    spots.push_back({"hasDoc('", name, "')", Quoted(kinds.codes[code - 1u])});
  }
  // By name, since a hash has an order of its own.
  std::sort(spots.begin(), spots.end(),
            [](const Spot& a, const Spot& b) { return a.name < b.name; });
  return spots;
}

std::string Sample(const Type& type) {
  switch (type.kind) {
    case TypeKind::kBool:
      return "true";
    case TypeKind::kInt:
    case TypeKind::kNone:
      return "1";
    case TypeKind::kDouble:
      return "1.5";
    case TypeKind::kTimestamp:
      return "timestamp(0)";
    case TypeKind::kDuration:
      return "duration('1s')";
    case TypeKind::kDate:
      return "decision.date";
    case TypeKind::kPeriod:
      return "days(1)";
    case TypeKind::kMoney:
      return "yuan(1)";
    case TypeKind::kList:
      return "[" + Sample(ElementOf(type)) + "]";
    case TypeKind::kMap:
      return "{" + Sample(KeyOf(type)) + ": " + Sample(ElementOf(type)) + "}";
    default:
      return "case.number";
  }
}

std::vector<Spot> FunctionSpots() {
  std::vector<Spot> spots = {
      {"", "has", "(case.number)", "'has'"},
      {"", "filled", "(case.number)", "'filled'"},
      {"", "hasDoc", "('行政处罚决定书')", "'hasDoc'"},
      {"size(", "docs", "('行政处罚决定书')) > 0", "'docs'"},
      {"size(", "delivered", "('行政处罚决定书')) > 0", "'delivered'"},
      {"documents.", "exists", "(d, d.sealed)", "'exists'"},
      {"documents.", "exists_one", "(d, d.sealed)", "'exists_one'"},
      {"documents.", "filter", "(d, d.sealed)", "'filter'"},
  };
  std::set<std::string> seen;
  for (const Function& function : AllFunctions()) {
    const bool word = function.name[0] >= 'a' && function.name[0] <= 'z';
    if (!word || !seen.insert(function.name + (function.receiver ? "." : "")).second) continue;
    std::string args;
    for (size_t i = function.receiver ? 1 : 0; i < function.params.size(); ++i) {
      args += (args.empty() ? "" : ", ") + Sample(function.params[i]);
    }
    spots.push_back({function.receiver ? Sample(function.params[0]) + "." : "", function.name,
                     "(" + args + ") == " + Sample(function.result), Quoted(function.name)});
  }
  return spots;
}

std::vector<std::string> CodePointsOf(const std::string& text) {
  std::vector<std::string> points;
  for (size_t i = 0; i < text.size(); i += points.back().size()) {
    points.push_back(text.substr(i, static_cast<size_t>(DecodeAt(text, i).length)));
  }
  return points;
}

// One edit: a character more, one less, another one, or two that changed places.
std::string Misspelt(const std::string& name, const std::string& letters, Random& random) {
  std::vector<std::string> points = CodePointsOf(name);
  const std::vector<std::string> alphabet = CodePointsOf(letters);
  const size_t at = random.Below(points.size());
  const auto place = points.begin() + static_cast<ptrdiff_t>(at);
  switch (random.Below(4)) {
    case 0:
      points.insert(place, random.Pick(alphabet));
      break;
    case 1:
      points.erase(place);
      break;
    case 2:
      *place = random.Pick(alphabet);
      break;
    default:
      if (points.size() > 1)
        std::swap(points[std::max<size_t>(at, 1)], points[std::max<size_t>(at, 1) - 1]);
  }
  std::string out;
  for (const std::string& point : points) out += point;
  return out;
}

enum class Offered : uint8_t { kLegal, kRight, kWrong };

Offered Try(const Spot& spot, const std::string& wrong, std::string& mistakes) {
  DiagnosticSink sink;
  const std::string expression = spot.before + wrong + spot.after;
  if (CompileTrial(expression, Scope(ShippedModel()), Wanted::kBool, sink) != nullptr) {
    return Offered::kLegal;
  }
  for (const Diagnostic& diagnostic : sink.diagnostics()) {
    const std::vector<std::string>& args = diagnostic.message.args;
    if (args.empty() || !args[0].ends_with(wrong)) continue;
    for (const Text& help : diagnostic.help) {
      if (help.id == TextId::kDidYouMean && help.args[0].starts_with(spot.hint)) {
        return Offered::kRight;
      }
    }
    mistakes += Format(sink, Lang::kEnglish) + "\n";
    return Offered::kWrong;
  }
  return Offered::kLegal;  // a word of the grammar, or part of one: no misspelt name
}

}  // namespace

TEST_CASE("of a hundred misspelt names at least 95 are offered first") {
  std::vector<Spot> ascii;
  std::vector<Spot> chinese;
  AddFields(ShippedModel().root(), false, "", "", "", ascii);
  AddFields(ShippedModel().root(), true, "", "", "", chinese);
  struct Family {
    const char* name;
    std::vector<Spot> spots;
    size_t share;
  };
  std::vector<Family> families = {{"fields and codes, ASCII paths", std::move(ascii), 30},
                                  {"fields and codes, Chinese paths", std::move(chinese), 30},
                                  {"functions", FunctionSpots(), 20},
                                  {"kinds of documents", KindSpots(), 20}};
  const char* const size = std::getenv("ANJUAN_MISSPELT");
  const size_t times = size == nullptr ? 1 : std::strtoull(size, nullptr, 10);
  Random random(11);
  std::string wrong;
  size_t tried = 0;
  size_t right = 0;
  for (const Family& family : families) {
    size_t here = 0;
    std::set<std::string> seen;
    for (size_t n = 0; n < family.share * times;) {
      const Spot& spot = random.Pick(family.spots);
      const bool is_ascii = spot.name[0] > 0;
      const char* const letters = is_ascii ? "abcdefghijklmnopqrstuvwxyz_"
                                           : "日期文书号人定处罚告知送达案件审批决听证法本大小";
      const std::string misspelt = Misspelt(spot.name, letters, random);
      if (misspelt == spot.name || CodePointsOf(misspelt).size() < 2) continue;
      if (times == 1 && !seen.insert(spot.before + misspelt).second) continue;
      const Offered offered = Try(spot, misspelt, wrong);
      if (offered == Offered::kLegal) continue;
      ++n;
      ++tried;
      here += offered == Offered::kRight;
    }
    right += here;
    MESSAGE(std::string(family.name) << ": " << here << " of " << family.share * times);
  }
  MESSAGE(right << " of " << tried << " are offered first; the others:\n" << wrong);
  CHECK(tried == 100 * times);
  CHECK(right >= 95 * times);
}
