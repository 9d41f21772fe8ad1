// Writes made-up case files for the benches: the same seed gives the same bytes on every machine.
//
//   generate_cases --out DIR --count N [--bytes 20000] [--seed 1] [--encoding utf-8|gb18030]
//
// Shape: like samples/, one case a file (case-000001.xml …), some 700 tags and attributes for
//        20 KB and the rest Chinese text. invented_case.h says which files have defects.
#include <iconv.h>

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "case_xml.h"

namespace {

// Converts UTF-8 text; empty where the machine does not know the encoding.
std::string Encode(const std::string& text, const std::string& encoding) {
  const iconv_t door = iconv_open(encoding.c_str(), "UTF-8");
  if (door == reinterpret_cast<iconv_t>(-1)) return {};
  std::string out(text.size() * 2, '\0');
  // iconv never writes through its input; its signature predates const.
  char* from = const_cast<char*>(text.data());
  char* to = out.data();
  size_t from_left = text.size();
  size_t to_left = out.size();
  const bool ok = iconv(door, &from, &from_left, &to, &to_left) != static_cast<size_t>(-1);
  iconv_close(door);
  out.resize(ok ? out.size() - to_left : 0);
  return out;
}

struct Options {
  std::filesystem::path out;
  std::string encoding = "UTF-8";
  int count = 0;
  int bytes = 20000;
  int seed = 1;
};

bool ParseNumber(std::string_view text, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && number >= 0;
}

bool ParseOptions(int argc, char** argv, Options& options) {
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::string_view value = argv[i + 1];
    bool ok = true;
    if (name == "--out") {
      options.out = value;
    } else if (name == "--encoding") {
      options.encoding = value;
    } else if (name == "--count") {
      ok = ParseNumber(value, options.count);
    } else if (name == "--bytes") {
      ok = ParseNumber(value, options.bytes);
    } else if (name == "--seed") {
      ok = ParseNumber(value, options.seed);
    } else {
      ok = false;
    }
    if (!ok) return false;
  }
  return argc % 2 == 1 && !options.out.empty() && options.count > 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!ParseOptions(argc, argv, options)) {
    std::cerr << "usage: generate_cases --out DIR --count N [--bytes 20000] [--seed 1] "
                 "[--encoding utf-8|gb18030]\n";
    return 2;
  }
  std::error_code error;
  std::filesystem::create_directories(options.out, error);
  for (int number = 1; number <= options.count; ++number) {
    Random random(static_cast<uint64_t>(options.seed) * 1000003U + static_cast<uint64_t>(number));
    const Case it = Invent(number, random);
    std::string text = WriteXml(it, random, options.bytes, options.encoding);
    if (options.encoding != "UTF-8" && options.encoding != "utf-8") {
      text = Encode(text, options.encoding);
    }
    std::ofstream file(options.out / ("case-" + Padded(number, 6) + ".xml"), std::ios::binary);
    file << text;
    file.close();
    if (text.empty() || !file) {
      std::cerr << "generate_cases: cannot write " << options.out << " in " << options.encoding
                << '\n';
      return 1;
    }
  }
  return 0;
}
