#include "support/hostile_texts.h"

namespace anjuan {
namespace {

constexpr HostileText kTexts[] = {
    // pages
    {"a script", "<script>alert(1)</script>"},
    {"the end of a script", "</script><img src=x onerror=alert(1)>"},
    {"the end of an attribute", "\" onmouseover=\"alert(1)"},
    {"a single quote and a handler", "' autofocus onfocus='alert(1)"},
    {"a link to a script", "javascript:alert(1)"},
    {"an entity", "&lt;b&gt; &amp; &#60;"},
    {"a comment of HTML", "<!-- --> <!--"},
    {"a frame", "<iframe srcdoc='<b>'></iframe>"},
    {"a style", "</style><style>*{display:none}"},
    {"a base address", "<base href=https://example.org/>"},
    // XML
    {"the end of CDATA", "]]>"},
    {"a whole CDATA", "<![CDATA[x]]>"},
    {"a DOCTYPE", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;"},
    {"an instruction", "<?xml version='1.0'?>"},
    {"the end of a test", "</failure></testcase></testsuite>"},
    {"an underscore escape", "_x0041_ _x000D_ _x005F_"},
    // spreadsheets
    {"a formula", "=1+1"},
    {"a formula that calls", "=HYPERLINK(\"https://example.org\",\"x\")"},
    {"a formula by exchange", "=cmd|' /C calc'!A0"},
    {"a plus", "+1+1"},
    {"a minus", "-1+1"},
    {"an at", "@SUM(1)"},
    {"a full-width equals", "＝1＋1"},
    {"a full-width at", "＠SUM(1)"},
    {"a formula behind spaces", "   =1+1"},
    {"a formula behind a quote", "\"=1+1"},
    {"a formula behind an apostrophe", "'=1+1"},
    {"a formula behind a tab", "\t=1+1"},
    {"a formula behind a line end", "\n=1+1"},
    {"a long number", "123456789012345678"},
    {"a separator line", "sep=;"},
    {"fields", "a,b;c\td"},
    {"doubled quotes", "\"\"\"a\"\""},
    // terminals
    {"a colour", "\x1B[31mred\x1B[0m"},
    {"a title of the window", "\x1B]0;owned\x07"},
    {"a link of the terminal", "\x1B]8;;https://example.org\x1B\\x\x1B]8;;\x1B\\"},
    {"a C1 sequence", "\u009B31mred"},
    {"a backspace", "ab\b\bcd"},
    {"a bell and a delete", "\x07\x7F"},
    {"low controls", "\x01\x02\x1F"},
    {"a carriage return", "good\rbad"},
    // directions and widths
    {"a turned direction", "\u202Egpj.exe\u202C"},
    {"isolates", "\u2066a\u2069\u2067b\u2069"},
    {"an Arabic mark", "\u061Ca"},
    {"nothing to see", "a\u200Bb\u00ADc\u2060d\uFEFFe"},
    {"tags", "\U000E0041\U000E007F"},
    {"separators of lines", "a\u2028b\u2029c\u0085d"},
    {"no characters", "\uFFFE\uFFFF"},
    {"an astral character", "𠮷😀"},
    // logs and comments
    {"a command", "::error file=a::b"},
    {"a command on its own line", "a\n::set-output name=x::y"},
    {"an old command", "##[error]x"},
    {"escapes of a command", "%0A::error::x%25%3A%2C"},
    {"a stopped log", "::stop-commands::token"},
    {"a name", "@mention and @组织/team"},
    {"an issue", "#12 !12 $12 %12 &12 ~bug GH-12"},
    {"a table", "a | b || c \\| d"},
    {"code", "`a` ``b`` ```c"},
    {"emphasis", "*a* _b_ **c** ~~d~~"},
    {"a link", "[x](https://example.org) ![y](https://example.org/z.png)"},
    {"an address", "https://example.org www.example.org"},
    {"a heading", "# a\n## b\n---"},
    {"a quick action", "/close\n/assign @me"},
    // strings
    {"backslashes", "\\ \\\\ \\\" \\n \\u0041"},
    {"quotes", "\"a\" 'b' “c” «d»"},
    {"braces", "{0} {{1}} ${x} %s %n"},
    {"a line end", "a\nb\r\nc\n"},
    {"spaces around", "  a  "},
    {"a name from above", "../../etc/passwd"},
    {"a path of another system", "C:\\a\\b.xml"},
    {"colons and commas", "a:b,c:d"},
};

}  // namespace

std::span<const HostileText> HostileTexts() { return kTexts; }

}  // namespace anjuan
