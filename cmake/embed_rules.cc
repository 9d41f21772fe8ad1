// Writes rules/ into one C++ file: of every YAML file its path, its text and its tree.
//   embed_rules RULES OUT FILE...
// A file with a mistake goes in without a tree, so that the program itself tells of it.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "yaml/known_trees.h"

namespace {

using namespace anjuan;

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// As a string literal: bytes that are no plain ASCII in octal, a line of source a line of text.
std::string Literal(const std::string& bytes) {
  std::string out = "\"";
  for (const char c : bytes) {
    if (c == '\n') {
      out += "\\n\"\n     \"";
    } else if (c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '?') {
      out.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + (byte >> 3 & 7)),
              static_cast<char>('0' + (byte & 7))};
    }
  }
  return out + "\"";
}

std::string TreeOf(const std::string& path, const std::string& text) {
  DiagnosticSink sink;
  const auto document = yaml::Parse(std::make_shared<const Source>(path, text), sink);
  return document && !sink.has_errors() ? yaml::Freeze(*document) : std::string();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string folder = std::string(argv[1]) + "/";
  std::vector<std::string> paths(argv + 3, argv + argc);
  std::sort(paths.begin(), paths.end());
  std::string out =
      "#include \"pack/shipped.h\"\n\nnamespace anjuan {\n\nconst ShippedFile kShippedFiles[] = "
      "{\n";
  for (const std::string& path : paths) {
    const std::string text = ReadFile(path);
    const std::string tree = TreeOf(path, text);
    out += "    {" + Literal(path.substr(folder.size())) + ",\n     {" + Literal(text) + ", " +
           std::to_string(text.size()) + "},\n     {" + Literal(tree) + ", " +
           std::to_string(tree.size()) + "}},\n";
  }
  out += "};\nconst size_t kShippedFileCount = " + std::to_string(paths.size()) +
         ";\n\n}  // namespace anjuan\n";
  std::ofstream(argv[2], std::ios::binary) << out;
  return 0;
}
