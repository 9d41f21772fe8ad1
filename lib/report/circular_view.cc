#include <algorithm>

#include "report/circular_facts.h"
#include "report/survey_tables.h"

namespace anjuan {
namespace {

ColumnType TypeOf(std::string_view name, std::span<const FactName> facts) {
  for (const FactName& fact : facts) {
    if (fact.name == name) return fact.type;
  }
  return ColumnType::kText;
}

TableCell CellOf(const Facts& facts, std::string_view name) {
  const auto found = facts.find(name);
  return found == facts.end() ? TableCell() : found->second;
}

std::string Filled(const TextPattern& pattern, const Facts& facts,
                   std::span<const FactName> names) {
  std::string text;
  for (const TextPattern::Piece& piece : pattern.pieces) {
    text += piece.fact
                ? CellText({piece.text, "", TypeOf(piece.text, names)}, CellOf(facts, piece.text))
                : piece.text;
  }
  return text;
}

// An average of 0 is one.
bool Holds(std::string_view name, const TableCell& cell) {
  if (const auto* const number = std::get_if<int64_t>(&cell)) {
    return *number != 0 || TypeOf(name, CircularFacts()) != ColumnType::kCount;
  }
  const auto* const text = std::get_if<std::string>(&cell);
  return text != nullptr && !text->empty();
}

class Drafter {
 public:
  Drafter(const CircularTemplate& by, const CircularSource& source, Document& document)
      : by_(by), source_(source), document_(document) {}

  // `agency` null: of all.
  void Draft(const std::string* agency, bool heads) {
    const Facts facts = source_.Overall(agency);
    heading_.clear();
    // Of several agencies their tables are told apart by name.
    owner_ = heads ? CellText({"agency", ""}, CellOf(facts, "agency")) : std::string();
    if (heads) document_.blocks.push_back(Heading{1, Filled(by_.title, facts, CircularFacts())});
    for (const CircularPart& part : by_.parts) {
      if (!part.when.empty() && !Holds(part.when, CellOf(facts, part.when))) continue;
      AddPart(part, facts, agency, heads ? 2 : 1);
    }
  }

 private:
  void AddPart(const CircularPart& part, const Facts& facts, const std::string* agency, int level) {
    if (part.kind == CircularPart::Kind::kHeading) {
      heading_ = Filled(part.text, facts, CircularFacts());
      document_.blocks.push_back(Heading{level, heading_});
      return;
    }
    if (part.kind == CircularPart::Kind::kText) {
      document_.blocks.push_back(Paragraph{Filled(part.text, facts, CircularFacts())});
      return;
    }
    std::vector<Facts> rows = source_.Rows(part.rows, agency);
    if (part.top > 0 && rows.size() > part.top) rows.resize(part.top);
    if (rows.empty()) {
      if (part.none) {
        document_.blocks.push_back(Paragraph{Filled(*part.none, facts, CircularFacts())});
      }
      return;
    }
    const std::span<const FactName> names = FactsOfRows(part.rows);
    if (part.kind == CircularPart::Kind::kList) {
      TextList list;
      list.ordered = true;
      for (const Facts& row : rows) list.items.emplace_back(Filled(part.text, row, names));
      document_.blocks.push_back(std::move(list));
      return;
    }
    Table table;
    table.key = part.rows;
    table.headed = !heading_.empty();
    table.name = owner_.empty() || heading_.empty() ? owner_ + heading_ : owner_ + " " + heading_;
    for (const auto& [name, shown] : part.columns) {
      table.columns.push_back({name, shown, TypeOf(name, names)});
    }
    for (const Facts& row : rows) {
      std::vector<TableCell>& cells = table.rows.emplace_back();
      for (const auto& [name, shown] : part.columns) cells.push_back(CellOf(row, name));
    }
    document_.blocks.push_back(std::move(table));
  }

  const CircularTemplate& by_;
  const CircularSource& source_;
  Document& document_;
  std::string heading_;  // the last one
  std::string owner_;
};

}  // namespace

Document DraftCircular(const CircularTemplate& by, const Survey& survey,
                       const CircularOptions& options, Lang lang) {
  Document document;
  const CircularSource source(survey, options, lang);
  Drafter drafter(by, source, document);
  if (!by.per_agency) {
    document.title = Filled(by.title, source.Overall(nullptr), CircularFacts());
    drafter.Draft(nullptr, false);
    return document;
  }
  std::vector<std::string> agencies = options.agencies;
  if (agencies.empty()) {
    for (const auto& [agency, slice] : survey.By(Dimension::kAgency)) {
      if (slice.defects > 0) agencies.push_back(agency);
    }
  }
  const bool one = agencies.size() == 1;
  document.title = Filled(by.title, one ? source.Overall(&agencies[0]) : Facts(), CircularFacts());
  for (const std::string& agency : agencies) drafter.Draft(&agency, !one);
  return document;
}

}  // namespace anjuan
