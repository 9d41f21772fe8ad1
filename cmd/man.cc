// man: the man page, from the table of options.
#include "base/texts/gate.h"
#include "cmd/commands.h"
#include "cmd/option_table.h"
#include "cmd/rules.h"

namespace anjuan {
namespace {

constexpr std::string_view kChanged = "2026-11-24";  // the words of this page

// As roff prints it unchanged: a hyphen stays one, no line begins with a request, and Chinese,
// which has no spaces, may break behind each character.
std::string Roff(std::string_view text) {
  std::string out;
  if (text.starts_with('.') || text.starts_with('\'')) out += "\\&";
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool wide = (static_cast<unsigned char>(c) & 0x80) != 0;
    const bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    const bool after_wide = i > 0 && (static_cast<unsigned char>(text[i - 1]) & 0x80) != 0;
    if (wide && begins && after_wide) out += "\\:";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

class Page {
 public:
  explicit Page(Lang lang) : lang_(lang) {}

  void Heading(std::string_view name) { out_ += ".SH " + std::string(name) + '\n'; }
  void Text(TextId id) { out_ += Roff(Say(lang_, id)) + '\n'; }
  void Item(const std::string& bold, TextId about) {
    out_ += ".TP\n.B " + Roff(bold) + '\n';
    Text(about);
  }
  void Example(TextId about, std::string_view line) {
    if (!out_.ends_with("EXAMPLES\n")) out_ += ".PP\n";
    Text(about);
    out_ += ".PP\n.RS\n.nf\n" + Roff(line) + "\n.fi\n.RE\n";
  }

  void Synopsis(const CommandRow& command, const std::string& name) {
    if (command.build != nullptr) {
      out_ += out_.ends_with("SYNOPSIS\n") ? "" : ".br\n";
      out_ += ".B " + Roff(name) + '\n';
      out_ += ".RI [ options ]\n";
      for (const OptionRow& row : command.arguments) {
        out_ += ".I " + Roff(row.names) + (row.many() ? " ...\n" : "\n");
      }
    }
    for (const CommandRow& sub : command.commands) Synopsis(sub, name + ' ' + sub.name);
  }

  void Options(const CommandRow& command, const std::string& name, bool root) {
    if (!root && command.build != nullptr) {
      out_ += ".SS " + Roff(name) + '\n';
      Text(command.help);
    }
    for (const OptionRow& row : command.options) {
      out_ += ".TP\n.B " + Roff(Spaced(row.names));
      if (!row.shape.empty()) out_ += ' ' + Roff(row.shape);
      out_ += '\n';
      Text(row.help);
    }
    for (const CommandRow& sub : command.commands) Options(sub, name + ' ' + sub.name, false);
  }

  std::string Take() { return std::move(out_); }
  void Raw(std::string_view text) { out_ += text; }

 private:
  static std::string Spaced(std::string names) {
    const size_t comma = names.find(',');
    return comma == std::string::npos ? names : names.insert(comma + 1, " ");
  }

  Lang lang_;
  std::string out_;
};

}  // namespace

ExitCode RunMan(const ManCommand& /*command*/, Lang lang, Console& console) {
  GlobalOptions global;
  const CommandRow program = DefineProgram(global);
  Page page(lang);
  page.Raw(".TH ANJUAN 1 " + std::string(kChanged) + " \"anjuan " + Roff(Version()) + "\"\n");
  page.Heading("NAME");
  page.Raw("anjuan \\- " + Roff(Say(lang, gate_text::kManTitle)) + '\n');
  page.Heading("SYNOPSIS");
  page.Synopsis(program, program.name);
  page.Heading("DESCRIPTION");
  page.Text(gate_text::kManDescription);
  page.Heading("OPTIONS");
  page.Options(program, program.name, true);
  page.Heading("\"EXIT STATUS\"");
  page.Item("0", gate_text::kManExit0);
  page.Item("1", gate_text::kManExit1);
  page.Item("2", gate_text::kManExit2);
  page.Item("3", gate_text::kManExit3);
  page.Heading("ENVIRONMENT");
  page.Item("ANJUAN_OPTION", gate_text::kManEnvOption);
  page.Item("NO_COLOR", gate_text::kManEnvNoColor);
  page.Heading("FILES");
  page.Item("anjuan.yaml", gate_text::kManFileProject);
  page.Item("${XDG_CONFIG_HOME:-~/.config}/anjuan/anjuan.yaml", gate_text::kManFileUser);
  page.Heading("EXAMPLES");
  page.Example(gate_text::kManExampleAudit, "anjuan audit cases/");
  page.Example(gate_text::kManExampleBaseline, "anjuan baseline write cases/ -o baseline.txt");
  page.Example(gate_text::kManExampleGate,
               "anjuan audit --baseline baseline.txt --waivers waivers.yaml cases/");
  page.Heading("\"SEE ALSO\"");
  page.Raw(".BR xmllint (1)\n");
  return PrintResult(page.Take(), ExitCode::kClean, console);
}

}  // namespace anjuan
