// Counts what our own code allocates; libxml2 has an allocator of its own.
#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>

#include "intake/xml_reader.h"
#include "support/small_model.h"

namespace {
std::atomic<size_t> allocations{0};

void* Allocate(size_t size) {
  ++allocations;
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
}  // namespace

void* operator new(size_t size) { return Allocate(size); }
void* operator new[](size_t size) { return Allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }

using namespace anjuan;

namespace {

// A case file with `documents` documents and as many parties, amounts, dates and texts.
std::string File(int documents) {
  std::string file =
      "<?xml version='1.0' encoding='UTF-8'?>\n<案卷 完整='是'>\n"
      "<案件 编号='六罚〔2024〕1号' "
      "程序='普通程序'><名称>无照经营案,内容较长以免放进短串</名称></案件>\n"
      "<立案 承办人='甲、乙、丙'/><处罚决定><日期>2024年5月6日</日期></处罚决定>\n<文书列表>\n";
  for (int i = 0; i < documents; ++i) {
    file += "<文书\n 文号='六罚〔2024〕" + std::to_string(i) +
            "号'><种类>其他材料,名称不在表中</种类><日期>2024-03-0" + std::to_string(i % 9 + 1) +
            "</日期><盖章>是</盖章><签名><角色>承办人签名甲乙丙</角色></签名></文书>\n";
  }
  return file + "</文书列表>\n</案卷>";
}

// Allocations of the third reading of `path`.
size_t CountThird(XmlReader& reader, const FileReader& files, const std::string& path) {
  size_t records = 0;
  const XmlReader::OnRecord on_record = [&](const Record& record) {
    ++records;
    CHECK(record.problems().empty());
  };
  size_t count = 0;
  for (int i = 0; i < 3; ++i) {
    const size_t before = allocations;
    const bool read = !reader.Read(files, path, on_record).has_value();
    count = allocations - before;
    CHECK(read);
  }
  CHECK(records == 3);
  CHECK(reader.unknown_names().empty());
  return count;
}

}  // namespace

TEST_CASE("once warm, a file costs the same few allocations however many values it has") {
  const std::unique_ptr<const Model> model = SmallModel();
  Projection all(*model);
  all.AddAll();
  InitXml();
  MemoryReader files;
  files.Add("short.xml", File(2));
  files.Add("long.xml", File(900));
  XmlReader reader(*model, all, {});
  const size_t of_long = CountThird(reader, files, "long.xml");
  const size_t of_short = CountThird(reader, files, "short.xml");
  CHECK(of_long == of_short);
  // The stream that the file is read from.
  CHECK(of_long <= 2);
}
