// A document for programs.
#include "report/document_formats.h"
#include "report/json_out.h"

namespace anjuan {
namespace {

std::string_view NameOf(ColumnType type) {
  switch (type) {
    case ColumnType::kText:
      return "text";
    case ColumnType::kCount:
      return "count";
    case ColumnType::kShare:
      return "share";
    case ColumnType::kPoints:
      return "points";
    case ColumnType::kDate:
      return "date";
  }
  return "";
}

class JsonBlock {
 public:
  explicit JsonBlock(Json& json) : json_(json) {}

  void operator()(const Heading& heading) {
    Open("heading");
    json_.Key("level").Number(static_cast<uint64_t>(heading.level));
    json_.Key("text").FileName(heading.text);
    json_.Close();
  }
  void operator()(const Paragraph& paragraph) {
    Open("paragraph");
    json_.Key("text");
    Styled(paragraph.text);
    json_.Close();
  }
  void operator()(const TextList& list) {
    Open("list");
    json_.Key("ordered").Bool(list.ordered);
    json_.Key("items").OpenList();
    for (const StyledText& item : list.items) Styled(item);
    json_.CloseList();
    json_.Close();
  }
  void operator()(const Table& table) {
    Open("table");
    json_.Key("key").Text(table.key);
    json_.Key("name").FileName(table.name);
    json_.Key("caption");
    table.caption.empty() ? json_.Null() : json_.FileName(table.caption);
    json_.Key("columns").OpenList();
    for (const TableColumn& column : table.columns) {
      json_.Open();
      json_.Key("key").Text(column.key);
      json_.Key("name").FileName(column.name);
      json_.Key("type").Text(NameOf(column.type));
      json_.Close();
    }
    json_.CloseList();
    json_.Key("rows").OpenList();
    for (const std::vector<TableCell>& row : table.rows) {
      json_.OpenList();
      for (size_t i = 0; i < table.columns.size(); ++i) Cell(table.columns[i].type, row[i]);
      json_.CloseList();
    }
    json_.CloseList();
    json_.Close();
  }

 private:
  void Open(std::string_view type) {
    json_.Open();
    json_.Key("type").Text(type);
  }

  void Styled(const StyledText& text) {
    json_.OpenList();
    for (const TextSpan& span : text.spans) {
      json_.Open();
      json_.Key("text").FileName(span.text);
      json_.Key("strong").Bool(span.strong);
      json_.Close();
    }
    json_.CloseList();
  }

  void Cell(ColumnType type, const TableCell& cell) {
    if (const auto* const text = std::get_if<std::string>(&cell)) {
      json_.FileName(*text);
    } else if (const auto* const date = std::get_if<Date>(&cell)) {
      json_.DateOrNull(*date);
    } else if (const auto* const number = std::get_if<int64_t>(&cell)) {
      if (type == ColumnType::kPoints) {
        json_.Points({*number});
      } else if (type == ColumnType::kShare) {
        json_.Points({*number * 10});  // percent
      } else {
        json_.NumberOrNull(*number);
      }
    } else {
      json_.Null();
    }
  }

  Json& json_;
};

}  // namespace

std::string RenderJson(const Document& document, Lang /*lang*/) {
  std::string out;
  {
    Json json(out);
    json.Open();
    json.Key("title").FileName(document.title);
    json.Key("blocks").OpenList();
    for (const DocumentBlock& block : document.blocks) std::visit(JsonBlock(json), block);
    json.CloseList();
    json.Close();
  }
  out += '\n';
  return out;
}

}  // namespace anjuan
