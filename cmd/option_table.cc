#include "cmd/option_table.h"

#include "base/texts/gate.h"

namespace anjuan {
namespace {

std::vector<std::string> Split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (;;) {
    const size_t end = text.find(at);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string OptionRow::LongName() const {
  for (const std::string& name : Split(names, ',')) {
    if (name.starts_with("--")) return name.substr(2);
  }
  return "";
}

std::string OptionRow::ShortName() const {
  for (const std::string& name : Split(names, ',')) {
    if (name.size() == 2 && name[0] == '-') return name.substr(1);
  }
  return "";
}

std::vector<std::string> OptionRow::Choices() const {
  if (!choices.empty()) return choices;
  return takes == Takes::kChoice ? Split(shape, '|') : std::vector<std::string>();
}

CommandRow& CommandRow::Add(std::string command, TextId about, std::function<Command()> make) {
  CommandRow& row = commands.emplace_back();
  row.name = std::move(command);
  row.help = about;
  row.build = std::move(make);
  return row;
}

void CommandRow::Flag(std::string flags, bool& where, TextId about) {
  options.push_back({std::move(flags), about, "", Takes::kNothing, &where, {}});
}

void CommandRow::Value(std::string flags, std::string& where, TextId about, std::string form,
                       Takes what) {
  options.push_back({std::move(flags), about, std::move(form), what, &where, {}});
}

void CommandRow::Values(std::string flags, std::vector<std::string>& where, TextId about,
                        std::string form, Takes what) {
  options.push_back({std::move(flags), about, std::move(form), what, &where, {}});
}

void CommandRow::Argument(std::string called, std::string& where, TextId about, Takes what) {
  arguments.push_back({std::move(called), about, " ", what, &where, {}});
}

void CommandRow::Arguments(std::string called, std::vector<std::string>& where, TextId about,
                           Takes what) {
  arguments.push_back({std::move(called), about, "...", what, &where, {}});
}

CommandRow DefineProgram(GlobalOptions& global) {
  CommandRow root;
  root.name = "anjuan";
  root.help = TextId::kHelpProgram;
  root.options.push_back({"-h,--help", TextId::kHelpHelp, "", Takes::kNothing, {}, {}});
  root.options.push_back({"--version", TextId::kHelpVersion, "", Takes::kNothing, {}, {}});
  root.Value("--lang", global.lang, TextId::kHelpLang, "zh|en", Takes::kChoice);
  root.Flag("--no-config", global.no_config, gate_text::kHelpNoConfig);
  DefineAudit(root);
  DefineInspect(root);
  DefineBaseline(root);
  DefineSurvey(root);
  DefineRules(root);
  DefineModel(root);
  DefineSetup(root);
  return root;
}

}  // namespace anjuan
