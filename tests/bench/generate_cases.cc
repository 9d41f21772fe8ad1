// Writes made-up case files for the benches: the same seed gives the same bytes on every machine.
//
//   generate_cases --out DIR --count N [--bytes 20000] [--seed 1] [--encoding utf-8|gb18030]
//
// Shape: like samples/, one case a file (case-000001.xml …), some 550 tags and attributes for
//        20 KB and the rest Chinese text; about one file in three has a defect.
#include <iconv.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using Attributes = std::vector<std::pair<std::string_view, std::string>>;
using Day = std::chrono::sys_days;

// splitmix64: the standard distributions differ from library to library.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }
  int Below(int n) { return static_cast<int>(Next() % static_cast<uint64_t>(n)); }
  int Between(int low, int high) { return low + Below(high - low + 1); }
  bool OneIn(int n) { return Below(n) == 0; }

  template <size_t kSize>
  std::string_view Pick(const std::array<std::string_view, kSize>& of) {
    return of[static_cast<size_t>(Below(static_cast<int>(kSize)))];
  }

 private:
  uint64_t state_;
};

constexpr std::array<std::string_view, 24> kSentences = {
    "当事人对现场检查情况没有异议，表示愿意配合后续调查。",
    "仓库东侧堆放包装材料若干，未见分类标识，通道宽度约一点二米。",
    "设备铭牌清晰，仪表示数正常，运行记录由班组长每日填写。",
    "经核对进货台账与销售单据，数量、批次和日期能够对应。",
    "负责人称该岗位人员上月离职，交接手续没有办完。",
    "执法人员对上述情况逐项拍照，并请现场人员确认拍摄内容。",
    "该单位建立有管理制度，但近期没有按照制度执行。",
    "询问中被询问人情绪平稳，能够连贯陈述事情经过。",
    "涉及的物品已经清点，清单一式两份，由双方签名。",
    "当事人提供了营业执照、合同和付款凭证的复印件。",
    "附近居民反映的情况与检查结果基本一致。",
    "检查当日该生产线处于停机检修状态，没有正在加工的产品。",
    "记录显示最近一次维护日期在三个月以前，此后没有新的记录。",
    "当事人承诺在规定期限内完成整改，并提交书面报告。",
    "经查询登记系统，该单位登记信息与现场情况相符。",
    "本次检查没有发现其他需要立即处置的情形。",
    "证人陈述的时间、地点与监控录像显示的内容吻合。",
    "当事人认为处罚数额偏高，希望结合经营状况予以考虑。",
    "复查时原有问题已经消除，现场秩序良好。",
    "上述证据相互印证，能够证明当事人实施了违法行为。",
    "样品由两名执法人员抽取并封存，当事人全程在场。",
    "经营场所面积约三百平方米，从业人员十二名。",
    "送货单上的收货人签名与该单位保管员笔迹一致。",
    "当事人表示对执法程序和告知内容清楚明白，没有补充意见。"};

constexpr std::array<std::string_view, 24> kSurnames = {
    "陈", "林", "黄", "吴", "何", "罗", "高", "梁", "宋", "唐", "许", "邓",
    "冯", "韩", "曹", "彭", "萧", "蔡", "潘", "田", "董", "袁", "余", "叶"};
constexpr std::array<std::string_view, 22> kStems = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛",
                                                     "壬", "癸", "子", "丑", "寅", "卯", "辰", "巳",
                                                     "午", "未", "申", "酉", "戌", "亥"};
constexpr std::array<std::string_view, 6> kTrades = {"食品", "五金制品", "印务",
                                                     "商贸", "建筑工程", "纺织"};
constexpr std::array<std::string_view, 6> kActs = {
    "使用未经检验的特种设备", "未按照规定对从业人员进行教育培训",
    "不按规定明码标价",       "施工工地未采取有效防尘措施",
    "未按规定建立经营档案",   "占用疏散通道"};

std::string Format(Day day) {
  const std::chrono::year_month_day date(day);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

std::string Padded(int number, int width) {
  std::string text = std::to_string(number);
  return std::string(static_cast<size_t>(width) - std::min(text.size(), static_cast<size_t>(width)),
                     '0') +
         text;
}

// What is wrong with a case; most have nothing.
enum class Defect : uint8_t {
  kNone,
  kNoNotice,
  kLate,
  kNoSeal,
  kOneOfficer,
  kNoEndTime,
  kUnsigned,
  kUnpaid,
  kBadDate,
  kCount,
};

struct Case {
  int number = 0;
  Defect defect = Defect::kNone;
  bool complete = true;
  std::string party, act, title, agency;
  std::array<std::string, 8> people;
  Day filed, inspected, asked, reported, noticed, reviewed, discussed, decided, served, paid,
      closed, archived;
  int fine = 0;

  std::string Paper(std::string_view series) const {
    return "六临监" + std::string(series) + "〔2023〕" + std::to_string(number) + "号";
  }
};

Case Invent(int number, Random& random) {
  Case it;
  it.number = number;
  it.complete = !random.OneIn(10);
  if (random.OneIn(3)) {
    it.defect = static_cast<Defect>(random.Between(1, static_cast<int>(Defect::kCount) - 1));
  }
  it.party = "六城市" + std::string(random.Pick(kStems)) + std::string(random.Pick(kStems)) +
             std::string(random.Pick(kTrades)) + "有限公司";
  it.act = random.Pick(kActs);
  it.title = it.party + it.act + "案";
  it.agency = "六城市临江区市场监督管理局";
  for (size_t i = 0; i < it.people.size(); ++i) {
    it.people[i] = std::string(random.Pick(kSurnames)) + std::string(kStems[(i * 5) % 22]);
  }
  using std::chrono::days;
  it.filed = Day{days{19400}} + days{random.Below(400)};  // 2023-02-12 and later
  it.inspected = it.filed + days{1};
  it.asked = it.filed + days{random.Between(3, 6)};
  it.reported = it.asked + days{random.Between(8, 14)};
  it.noticed = it.reported + days{random.Between(2, 4)};
  it.reviewed = it.noticed + days{random.Between(9, 11)};
  it.discussed = it.reviewed + days{2};
  it.decided = it.discussed + days{it.defect == Defect::kLate ? 70 : 2};
  it.served = it.decided + days{2};
  it.paid = it.served + days{random.Between(3, 12)};
  it.closed = it.paid + days{5};
  it.archived = it.closed + days{14};
  it.fine = random.Between(2, 80) * 1000;
  return it;
}

std::string Prose(Random& random, int bytes) {
  std::string text;
  while (static_cast<int>(text.size()) < bytes) {
    text += random.Pick(kSentences);
    if (random.OneIn(3)) text += '\n';
  }
  return text;
}

// How many bytes of prose each long text gets.
struct Prosaic {
  int site = 0, questions = 0, facts = 0, notice = 0, decision = 0;
};

// Writes one case. Odd ones put the fields of an entity in child elements where even ones use
// attributes, as two systems would.
class Writer {
 public:
  Writer(const Case& it, const Prosaic& prose, Random random, std::string_view encoding)
      : it_(it), prose_(prose), random_(random) {
    out_ = "<?xml version=\"1.0\" encoding=\"" + std::string(encoding) + "\"?>\n";
  }

  std::string Write() {
    out_ += it_.complete ? "<案卷 完整=\"是\">\n" : "<案卷>\n";
    Opening();
    Approvals();
    Transcripts();
    Evidence();
    Findings();
    Notice();
    Decision();
    Service();
    Closing();
    Documents();
    out_ += "</案卷>\n";
    return std::move(out_);
  }

 private:
  // An entity of short fields; `text` is a long one of the name `text_name`.
  void Entity(std::string_view name, const Attributes& fields, std::string_view text_name = {},
              std::string_view text = {}, bool open = false) {
    const bool as_elements = it_.number % 2 == 1 && fields.size() > 6;
    Put(" <", name);
    if (!as_elements) {
      for (const auto& [key, value] : fields) {
        Put(" ", key);
        Put("=\"", value);
        out_ += '"';
      }
    }
    if (!as_elements && text_name.empty() && !open) {
      out_ += "/>\n";
      return;
    }
    out_ += ">\n";
    if (as_elements) {
      for (const auto& [key, value] : fields) Element(key, value);
    }
    if (!text_name.empty()) Element(text_name, text);
    if (!open) Close(name);
  }
  void Element(std::string_view name, std::string_view value) {
    Put("  <", name);
    Put(">", value);
    Put("</", name);
    out_ += ">\n";
  }
  void Close(std::string_view name) {
    Put(" </", name);
    out_ += ">\n";
  }
  void Put(std::string_view a, std::string_view b) {
    out_ += a;
    out_ += b;
  }

  std::string Officers() const { return it_.people[0] + "、" + it_.people[1]; }

  void Opening() {
    Entity("案件", {{"编号", it_.Paper("罚立")},
                    {"名称", it_.title},
                    {"案由", it_.act},
                    {"类别", "行政处罚"},
                    {"程序", "普通程序"},
                    {"领域", "市场监管"},
                    {"区域", "六城市临江区"},
                    {"重大复杂", "否"},
                    {"状态", "已归档"}});
    Entity("执法机关", {{"名称", it_.agency}, {"部门类别", "政府部门"}, {"主体类型", "行政机关"}});
    Entity("当事人", {{"类型", "法人"},
                      {"名称", it_.party},
                      {"证件类型", "统一社会信用代码"},
                      {"证件号码", "91000000MA" + Padded(it_.number, 8)},
                      {"法定代表人", it_.people[2]},
                      {"证照名称", it_.party},
                      {"身份证明附卷", "是"},
                      {"住址", "六城市临江区滨河路" + std::to_string(it_.number % 400 + 1) + "号"},
                      {"电话", "000-" + Padded(it_.number, 8)}});
    for (int i = 0; i < 2; ++i) {
      Entity("执法人员", {{"姓名", it_.people[static_cast<size_t>(i)]},
                          {"证号", "LC" + Padded(it_.number * 2 + i, 7)},
                          {"有效期自", "2021-07-01"},
                          {"有效期至", "2027-06-30"},
                          {"角色", i == 0 ? "主办" : "协办"},
                          {"执法资格", "是"}});
    }
    Entity("案件来源", {{"来源", "日常检查"}, {"发现日期", Format(it_.filed)}, {"来源材料", "是"}},
           "说明", random_.Pick(kSentences));
    Entity("违法行为", {{"地点", "六城市临江区滨河路"}, {"终了日期", Format(it_.inspected)}},
           "描述", random_.Pick(kSentences));
    Entity("立案", {{"文号", it_.Paper("罚立")},
                    {"申请日期", Format(it_.filed)},
                    {"承办人", Officers()},
                    {"审批人", it_.people[3]},
                    {"批准日期", Format(it_.filed)},
                    {"审批意见", "同意立案"}});
  }

  void Approvals() {
    const std::array<std::pair<std::string_view, Day>, 4> steps = {
        {{"立案", it_.filed}, {"告知", it_.noticed}, {"决定", it_.decided}, {"结案", it_.closed}}};
    const std::array<std::string_view, 3> roles = {"承办人", "承办机构", "负责人"};
    out_ += " <审批列表>\n";
    for (const auto& [step, day] : steps) {
      for (size_t i = 0; i < roles.size(); ++i) {
        Entity("审批", {{"环节", std::string(step)},
                        {"角色", std::string(roles[i])},
                        {"姓名", it_.people[i == 0 ? 0 : i + 2]},
                        {"意见", i == 0 ? "建议按程序办理。" : "同意。"},
                        {"日期", Format(day)}});
      }
    }
    Close("审批列表");
  }

  void Transcript(std::string_view kind, Day day, int minutes, int prose) {
    const bool alone = it_.defect == Defect::kOneOfficer;
    const int start = random_.Between(9 * 60, 15 * 60);
    const int end = start + minutes;
    Attributes fields = {
        {"种类", std::string(kind)},
        {"开始时间", Format(day) + " " + Padded(start / 60, 2) + ":" + Padded(start % 60, 2)},
        {"结束时间", Format(day) + " " + Padded(end / 60, 2) + ":" + Padded(end % 60, 2)},
        {"地点", "六城市临江区滨河路"},
        {"被询问人", it_.people[2]},
        {"执法人员", alone ? it_.people[0] : Officers()},
        {"记录人", it_.people[1]},
        {"出示证件", "是"},
        {"告知权利", "是"},
        {"当事人签名", "是"},
        {"签名日期", Format(day)},
        {"页数", "3"},
        {"签名页数", "3"},
        {"核对无误", "是"},
        {"签名执法人员", alone ? it_.people[0] : Officers()}};
    if (it_.defect == Defect::kNoEndTime && kind == "询问笔录") fields.erase(fields.begin() + 2);
    Entity("笔录", fields, "正文", Prose(random_, prose));
  }
  void Transcripts() {
    out_ += " <笔录列表>\n";
    Transcript("现场笔录", it_.inspected, 70, prose_.site);
    Transcript("询问笔录", it_.asked, 95, prose_.questions);
    Close("笔录列表");
  }

  void Evidence() {
    const std::array<std::string_view, 6> kinds = {"书证",     "书证",       "视听资料",
                                                   "证人证言", "当事人陈述", "现场笔录"};
    out_ += " <证据列表>\n";
    for (size_t i = 0; i < kinds.size(); ++i) {
      Entity("证据", {{"编号", std::to_string(i + 1)},
                      {"种类", std::string(kinds[i])},
                      {"名称", "证据材料" + std::to_string(i + 1)},
                      {"取得日期", Format(it_.asked)},
                      {"取证人", Officers()},
                      {"提供人", it_.people[2]}});
    }
    Close("证据列表");
  }

  void Findings() {
    Entity("责令改正", {{"文号", it_.Paper("责改")},
                        {"日期", Format(it_.inspected)},
                        {"复查日期", Format(it_.reported)},
                        {"已改正", "是"},
                        {"改正证明", "是"}});
    Entity("调查终结",
           {{"终结日期", Format(it_.reported)},
            {"报告日期", it_.defect == Defect::kBadDate ? "2023-13-45" : Format(it_.reported)},
            {"承办人", Officers()},
            {"签名", "是"},
            {"裁量理由", "责令改正后按期完成整改"},
            {"建议罚款", std::to_string(it_.fine)}},
           "事实", Prose(random_, prose_.facts));
  }

  void LegalBases() {
    Entity("依据", {{"作用", "违法依据"}, {"法律", "特种设备安全法"}, {"条", "40"}, {"款", "3"}});
    Entity("依据", {{"作用", "处罚依据"}, {"法律", "特种设备安全法"}, {"条", "84"}, {"项", "1"}});
  }

  void Notice() {
    if (it_.defect == Defect::kNoNotice) return;
    Entity("处罚告知",
           {{"文号", it_.Paper("罚告")},
            {"日期", Format(it_.noticed)},
            {"送达日期", Format(it_.noticed)},
            {"告知事实", "是"},
            {"告知理由", "是"},
            {"告知依据", "是"},
            {"告知陈述申辩权", "是"},
            {"告知听证权", "是"},
            {"陈述申辩期限", "5"},
            {"听证申请期限", "5"},
            {"盖章", "是"},
            {"拟处罚款", std::to_string(it_.fine)},
            {"拟处罚种类", "罚款"}},
           "正文", Prose(random_, prose_.notice), true);
    LegalBases();
    Close("处罚告知");
    Entity("陈述申辩", {{"放弃", "否"}});
  }

  void Decision() {
    Entity("法制审核", {{"送审日期", Format(it_.reviewed)},
                        {"审核机构", "法制科"},
                        {"审核人", it_.people[5]},
                        {"审核日期", Format(it_.reviewed)},
                        {"审核意见", "同意"}});
    const std::string members = it_.people[3] + "、" + it_.people[4] + "、" + it_.people[6];
    Entity("集体讨论", {{"日期", Format(it_.discussed)},
                        {"主持人", it_.people[4]},
                        {"参加人", members},
                        {"记录各人意见", "是"},
                        {"讨论罚款", std::to_string(it_.fine)}});
    Entity("处罚决定",
           {{"文号", it_.Paper("罚决")},
            {"日期", Format(it_.decided)},
            {"审批人", it_.people[4]},
            {"批准日期", Format(it_.decided)},
            {"结果", "处罚"},
            {"载明当事人", "是"},
            {"载明事实", "是"},
            {"载明证据", "是"},
            {"回应陈述申辩", "是"},
            {"载明履行方式期限", "是"},
            {"复议机关", "六城市临江区人民政府"},
            {"复议期限", "60"},
            {"诉讼法院", "六城市临江区人民法院"},
            {"诉讼期限", "6"},
            {"盖章", it_.defect == Defect::kNoSeal ? "否" : "是"},
            {"印章名称", it_.agency},
            {"落款机关", it_.agency},
            {"当事人名称", it_.party}},
           "正文", Prose(random_, prose_.decision), true);
    Entity("处罚", {{"种类", "罚款"}, {"金额", std::to_string(it_.fine)}});
    LegalBases();
    Close("处罚决定");
  }

  void Delivery(std::string_view kind, std::string_view series, Day day) {
    const bool unsigned_paper = it_.defect == Defect::kUnsigned && kind == "行政处罚决定书";
    Entity("送达", {{"文书种类", std::string(kind)},
                    {"文书文号", it_.Paper(series)},
                    {"方式", "直接送达"},
                    {"送达日期", Format(day)},
                    {"收件人", it_.people[2]},
                    {"签收", unsigned_paper ? "否" : "是"},
                    {"送达人", Officers()}});
  }
  void Service() {
    out_ += " <送达列表>\n";
    if (it_.defect != Defect::kNoNotice) Delivery("行政处罚告知书", "罚告", it_.noticed);
    Delivery("行政处罚决定书", "罚决", it_.served);
    Close("送达列表");
    if (it_.defect != Defect::kUnpaid) {
      Entity("缴款", {{"日期", Format(it_.paid)},
                      {"金额", std::to_string(it_.fine)},
                      {"渠道", "银行"},
                      {"票据号", Padded(it_.number, 10)},
                      {"财政票据", "是"}});
    }
  }

  void Closing() {
    Entity("结案", {{"日期", Format(it_.closed)}, {"审批人", it_.people[3]}, {"方式", "履行完毕"}},
           "说明", "处罚决定已经履行，符合结案条件。");
  }

  void Documents() {
    struct Paper {
      std::string_view kind, series;
      Day day;
    };
    std::vector<Paper> papers = {{"案件来源登记表", "", it_.filed},
                                 {"立案审批表", "罚立", it_.filed},
                                 {"现场笔录", "", it_.inspected},
                                 {"责令改正通知书", "责改", it_.inspected},
                                 {"询问笔录", "", it_.asked},
                                 {"身份证明", "", it_.asked},
                                 {"证据清单", "", it_.asked},
                                 {"送达地址确认书", "", it_.asked},
                                 {"复查笔录", "", it_.reported},
                                 {"调查终结报告", "", it_.reported},
                                 {"行政处罚告知书", "罚告", it_.noticed},
                                 {"法制审核意见书", "法审", it_.reviewed},
                                 {"集体讨论记录", "", it_.discussed},
                                 {"处罚决定审批表", "", it_.decided},
                                 {"行政处罚决定书", "罚决", it_.decided},
                                 {"送达回证", "", it_.served},
                                 {"缴款票据", "", it_.paid},
                                 {"结案审批表", "", it_.closed}};
    std::erase_if(papers, [this](const Paper& paper) {
      return (it_.defect == Defect::kNoNotice && paper.kind == "行政处罚告知书") ||
             (it_.defect == Defect::kUnpaid && paper.kind == "缴款票据");
    });
    out_ += " <文书列表>\n";
    for (size_t i = 0; i < papers.size(); ++i) {
      const bool sealed = !papers[i].series.empty() && it_.defect != Defect::kNoSeal;
      Entity("文书", {{"种类", std::string(papers[i].kind)},
                      {"文号", papers[i].series.empty() ? "" : it_.Paper(papers[i].series)},
                      {"日期", Format(papers[i].day)},
                      {"起页", std::to_string(2 * i + 1)},
                      {"止页", std::to_string(2 * i + 2)},
                      {"盖章", sealed ? "是" : "否"}});
    }
    Close("文书列表");
    Entity("归档", {{"归档日期", Format(it_.archived)}, {"保管期限", "10年"}, {"备考表", "是"}}, {},
           {}, true);
    for (size_t i = 0; i < papers.size(); ++i) {
      Entity("卷内目录", {{"序号", std::to_string(i + 1)},
                          {"题名", std::string(papers[i].kind)},
                          {"日期", Format(papers[i].day)},
                          {"起页", std::to_string(2 * i + 1)}});
    }
    Close("归档");
  }

  const Case& it_;
  Prosaic prose_;
  Random random_;
  std::string out_;
};

// `bytes` long within a few per cent, unless the fields alone are longer.
std::string Render(int number, uint64_t seed, int bytes, std::string_view encoding) {
  Random random(seed * 1000003U + static_cast<uint64_t>(number));
  const Case it = Invent(number, random);
  const int fields = static_cast<int>(Writer(it, {}, random, encoding).Write().size());
  const int left = std::max(0, bytes - fields);
  const Prosaic prose{left / 5, left * 2 / 5, left / 10, left / 10, left / 5};
  return Writer(it, prose, random, encoding).Write();
}

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
    std::string text =
        Render(number, static_cast<uint64_t>(options.seed), options.bytes, options.encoding);
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
