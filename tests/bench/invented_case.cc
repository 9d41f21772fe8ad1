#include "invented_case.h"

#include <algorithm>
#include <array>

namespace {

using std::chrono::days;

constexpr std::array<std::string_view, 24> kSurnames = {
    "陈", "林", "黄", "吴", "何", "罗", "高", "梁", "宋", "唐", "许", "邓",
    "冯", "韩", "曹", "彭", "萧", "蔡", "潘", "田", "董", "袁", "余", "叶"};
constexpr std::array<std::string_view, 22> kStems = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛",
                                                     "壬", "癸", "子", "丑", "寅", "卯", "辰", "巳",
                                                     "午", "未", "申", "酉", "戌", "亥"};
constexpr std::array<std::string_view, 6> kTrades = {"食品", "五金制品", "印务",
                                                     "商贸", "建筑工程", "纺织"};
constexpr std::array<std::string_view, 3> kSmallTrades = {"小吃店", "饭庄", "烧烤店"};
constexpr std::array<std::string_view, 4> kStreets = {"滨河路", "码头街", "新仓路", "东塘路"};
constexpr std::array<std::string_view, 4> kChannels = {"日常检查", "专项检查", "投诉举报",
                                                       "上级交办"};

constexpr std::array<Sector, 5> kSectors = {{
    {"市场监管",
     "市场监督管理局",
     "特种设备安全监察科",
     "市监",
     "使用未经检验的特种设备",
     "特种设备安全法",
     "叉车",
     {40, 3, 0},
     {84, 0, 1},
     {61, 0, 3},
     30,
     300,
     false},
    {"应急管理",
     "应急管理局",
     "执法监察科",
     "应急",
     "未按照规定对从业人员进行安全生产教育和培训",
     "安全生产法",
     "培训台账",
     {28, 1, 0},
     {97, 0, 3},
     {},
     10,
     100,
     false},
    {"住房城乡建设",
     "住房和城乡建设局",
     "建筑市场监管科",
     "住建",
     "施工工地未采取有效防尘降尘措施",
     "大气污染防治法",
     "施工日志",
     {69, 3, 0},
     {115, 1, 1},
     {},
     10,
     100,
     false},
    {"生态环境",
     "生态环境局",
     "污染防治科",
     "环",
     "含挥发性有机物废气的生产未在密闭空间进行",
     "大气污染防治法",
     "废气台账",
     {45, 0, 0},
     {108, 0, 1},
     {},
     20,
     200,
     false},
    {"城市管理",
     "城市管理局",
     "市容环境科",
     "城管",
     "未安装油烟净化设施",
     "大气污染防治法",
     "清洗记录",
     {81, 1, 0},
     {118, 1, 0},
     {},
     5,
     50,
     true},
}};

// Eighteen characters with the check digit of GB 32100, from the first seventeen.
std::string CreditCode(const std::string& first) {
  constexpr std::string_view kDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  size_t sum = 0;
  size_t weight = 1;
  for (const char digit : first) {
    sum += kDigits.find(digit) * weight;
    weight = weight * 3 % 31;
  }
  return first + kDigits[(31 - sum % 31) % 31];
}

// Eighteen characters with the check digit of GB 11643, from the first seventeen digits.
std::string IdNumber(const std::string& first) {
  constexpr std::string_view kChecks = "10X98765432";
  size_t sum = 0;
  for (const char digit : first) sum = (sum + static_cast<size_t>(digit - '0')) * 2 % 11;
  return first + kChecks[sum];
}

void SeedDefects(Case& it, Random& random) {
  if (!random.OneIn(25)) return;
  for (int left = random.Between(1, 2); left > 0; --left) {
    it.defects.set(static_cast<size_t>(random.Below(static_cast<int>(Defect::kCount))));
  }
}

People Cast(Random& random) {
  const int first = random.Below(22);
  int taken = 0;
  // Steps of five go round all 22 stems, so no two people share a name.
  const auto name = [&] {
    return std::string(random.Pick(kSurnames)) +
           std::string(kStems[static_cast<size_t>((first + 5 * taken++) % 22)]);
  };
  People people;
  for (std::string* of : {&people.representative, &people.lead, &people.second, &people.recorder,
                          &people.section_head, &people.deputy, &people.chief, &people.legal,
                          &people.host, &people.clerk, &people.member}) {
    *of = name();
  }
  return people;
}

void Introduce(Case& it, Random& random) {
  it.sector = &random.Pick(kSectors);
  it.agency = "六城市临江区" + std::string(it.sector->office);
  it.agency_code = CreditCode("11000000MA003" + Padded(7000 + it.sector->fine_max, 4));
  const bool small = it.sector->small_traders && !random.OneIn(3);
  std::string stems(random.Pick(kStems));
  stems += random.Pick(kStems);
  it.party_kind = small ? "个体工商户" : "法人";
  it.party = small ? "六城市临江区" + stems + std::string(random.Pick(kSmallTrades))
                   : "六城市" + stems + std::string(random.Pick(kTrades)) + "有限公司";
  it.party_code = CreditCode((small ? "92000000MA" : "91000000MA") + Padded(it.number, 7));
  it.address = "六城市临江区" + std::string(random.Pick(kStreets));
  it.address += std::to_string(random.Between(1, 400)) + "号";
  it.phone = "000-" + Padded(it.number, 8);
  it.title = it.party + std::string(it.sector->act) + "案";
  it.people = Cast(random);
  // No region has the code 000000.
  it.representative_id = IdNumber("000000" + std::to_string(random.Between(1960, 1995)) +
                                  Padded(random.Between(1, 12), 2) +
                                  Padded(random.Between(1, 28), 2) + Padded(it.number % 1000, 3));
  it.fine = random.Between(it.sector->fine_min, it.sector->fine_max) * 1000;
  if (it.fine > 100000) it.fine -= it.fine % 10000;
}

void ChooseProcedure(Case& it, Random& random) {
  it.channel = random.Pick(kChannels);
  it.tested = random.OneIn(8);
  if (random.OneIn(8)) it.measure = it.may_seize() ? Measure::kSeized : Measure::kPreserved;
  it.notice_method = static_cast<Method>(std::max(0, random.Between(-4, 3)));
  it.decision_method = static_cast<Method>(std::max(0, random.Between(-4, 3)));
  if (random.OneIn(8)) it.hearing = Hearing::kHeld;
  if (random.OneIn(8)) it.hearing = Hearing::kWithdrawn;
  if (random.OneIn(3)) it.statement = Statement::kMade;
  if (it.hearing == Hearing::kNone && random.OneIn(3)) it.statement = Statement::kWaived;

  if (it.Has(Defect::kHearingRefused)) it.hearing = Hearing::kRefused;
  if (it.Has(Defect::kNoNotice) || it.Has(Defect::kDecidedOnNoticeDay)) {
    it.hearing = Hearing::kNone;
    it.statement = Statement::kSilent;
  }
  if (it.Has(Defect::kUnsigned)) it.decision_method = Method::kDirect;
  // A simple case may do without review and discussion.
  if (!it.complex()) {
    it.reviewed = it.Has(Defect::kReviewerInvestigates) || it.Has(Defect::kNoQualification) ||
                  !random.OneIn(3);
    it.discussed = it.Has(Defect::kDiscussedAfterwards) || !random.OneIn(3);
  }
}

Days Investigate(const Case& it, Random& random) {
  Days on;
  on.found = Later(Day{days{19401}} + days{random.Below(400)}, 0);  // 2023-02-13 and later
  on.began = on.found - days{random.Between(30, 400)};
  on.applied = Later(on.found, random.Between(0, 2));
  on.filed = Later(on.applied, random.Between(0, 2));
  on.inspected = Later(on.filed, 1);
  on.asked = Later(on.inspected, random.Between(1, 4));
  on.rechecked = Later(on.inspected, 4);
  on.released = Later(on.inspected, it.measure == Measure::kSeized ? random.Between(7, 12) : 5);
  on.reported = Later(on.asked, random.Between(4, 9));
  return on;
}

void HearTheParty(const Case& it, Days& on, Random& random) {
  on.noticed = Later(on.reported, random.Between(1, 3));
  on.notice_served =
      Later(on.noticed, it.notice_method == Method::kMail ? 2 : random.Between(0, 2));
  on.stated = Later(on.notice_served, random.Between(1, 3));
  on.reexamined = Later(on.stated, random.Between(1, 2));
  on.hearing_requested = Later(on.notice_served, random.Between(1, 4));
  on.hearing_notified = Later(on.hearing_requested, random.Between(1, 2));
  on.hearing_held = Later(on.hearing_notified, random.Between(8, 10));
  on.hearing_reported = Later(on.hearing_held, random.Between(1, 2));
}

void Decide(const Case& it, Days& on, Random& random) {
  // The five working days of the party have passed.
  const Day heard = it.hearing == Hearing::kHeld ? on.hearing_reported : Later(on.notice_served, 6);
  on.submitted = Later(heard, random.Between(0, 1));
  on.reviewed = Later(on.submitted, random.Between(1, 2));
  on.discussed = Later(on.reviewed, random.Between(1, 2));
  on.decided = Later(on.discussed, random.Between(0, 2));
  if (it.Has(Defect::kDecidedOnNoticeDay)) {
    on.submitted = on.reviewed = on.discussed = on.decided = on.notice_served;
  }
  if (it.Has(Defect::kLate)) on.decided = Later(on.filed + days{91}, random.Between(1, 20));
  if (it.Has(Defect::kDiscussedAfterwards)) on.discussed = Later(on.decided, 2);
}

void Conclude(const Case& it, Days& on, Random& random) {
  const bool mailed = it.decision_method == Method::kMail;
  on.decision_sent = Later(on.decided, random.Between(0, 1));
  on.decision_served = Later(on.decision_sent, mailed ? random.Between(2, 3) : 0);
  on.published = Later(on.decision_served, 1);
  on.paid = Later(on.decision_served, random.Between(1, 5));
  on.closed = Later(on.paid, random.Between(1, 5));
  on.archived = Later(on.closed, random.Between(5, 15));
}

}  // namespace

bool Case::complex() const {
  return hearing == Hearing::kHeld || hearing == Hearing::kRefused || fine >= 100000;
}

std::string Case::Number(std::string_view series, Day day) const {
  return "六临" + std::string(sector->series) + std::string(series) + "〔" +
         std::to_string(YearOf(day)) + "〕" + std::to_string(number) + "号";
}

Case Invent(int number, Random& random) {
  Case it;
  it.number = number;
  it.complete = !random.OneIn(50);
  SeedDefects(it, random);
  Introduce(it, random);
  ChooseProcedure(it, random);
  it.days = Investigate(it, random);
  HearTheParty(it, it.days, random);
  Decide(it, it.days, random);
  Conclude(it, it.days, random);
  return it;
}

std::string Padded(int number, int width) {
  std::string text = std::to_string(number);
  return std::string(static_cast<size_t>(width) - std::min(text.size(), static_cast<size_t>(width)),
                     '0') +
         text;
}
