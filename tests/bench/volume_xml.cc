#include <vector>

#include "case_papers.h"
#include "export.h"

namespace {

void WritePaper(Export& out, const Paper& paper, const Fields& fields) {
  if (paper.signatures.empty()) return out.xml.Row("文书", fields);
  out.xml.OpenRow("文书", fields);
  out.xml.Open("签名列表");
  for (const Signature& of : paper.signatures) {
    out.xml.Row("签名", {{"角色", std::string(of.role)}, {"姓名", of.name}});
  }
  out.xml.Close("签名列表");
  out.xml.Close("文书");
}

}  // namespace

void WriteVolume(Export& out) {
  const Case& it = out.it;
  const Days& on = it.days;
  const std::vector<Paper> papers = PapersOf(it, out.random);
  int page = 1;
  std::vector<Fields> catalogue;
  out.xml.Open("文书列表");
  for (const Paper& paper : papers) {
    const std::string seq = std::to_string(catalogue.size() + 1);
    const std::string from = std::to_string(page);
    page += paper.pages;
    WritePaper(out, paper,
               {{"种类", std::string(paper.kind)},
                {"标题", paper.title},
                {"文号", out.Only(!paper.number.empty(), paper.number)},
                {"日期", Format(paper.date)},
                {"起页", from},
                {"止页", std::to_string(page - 1)},
                {"盖章", out.Only(!paper.sealed.empty(), paper.sealed)},
                {"当事人名称", out.Only(!paper.party.empty(), paper.party)},
                {"修改时间", out.At(paper.date, out.random.Between(8 * 60, 18 * 60))}});
    const bool differs = it.Has(Defect::kCatalogueDiffers) && catalogue.size() == 3;
    catalogue.push_back({{"序号", seq},
                         {"题名", paper.title},
                         {"文号", out.Only(!paper.number.empty(), paper.number)},
                         {"日期", Format(paper.date)},
                         {"起页", differs ? std::to_string(page) : from}});
  }
  out.xml.Row("文书", {{"种类", "备考表"},
                       {"标题", "卷内备考表"},
                       {"日期", Format(on.archived)},
                       {"修改时间", out.At(on.archived, 10 * 60)}});
  out.xml.Close("文书列表");
  out.xml.Open(
      "归档",
      {{"归档日期", Format(on.archived)},
       {"装订日期", Format(on.archived)},
       {"卷数", "1"},
       {"页数", std::to_string(page - 1)},
       {"保管期限", it.complex() ? "30年" : "10年"},
       {"档号", out.Kept(std::to_string(YearOf(on.archived)) + "-CF-" + Padded(it.number, 5))},
       {"封面完整", out.Kept("是")},
       {"备考表", "是"},
       {"备考表签名", out.Kept("是")},
       {"含案件数", out.Kept("1")}});
  out.xml.Open("卷内目录列表");
  for (const Fields& fields : catalogue) out.xml.Row("卷内目录", fields);
  out.xml.Close("卷内目录列表");
  out.xml.Close("归档");
}
