#include <array>

#include "export.h"

namespace {

// 45000 as 肆万伍仟元整. Requires whole thousands below a million, whole ten thousands above
// 100000: such sums need no 零.
std::string InWords(int yuan) {
  constexpr std::array<std::string_view, 10> kDigits = {"",   "壹", "贰", "叁", "肆",
                                                        "伍", "陆", "柒", "捌", "玖"};
  const auto digit = [&](int place) { return std::string(kDigits[size_t(yuan / place % 10)]); };
  std::string text;
  if (yuan >= 100000) text += digit(100000) + "拾";
  if (yuan >= 10000) text += digit(10000) + "万";
  if (yuan % 10000 != 0) text += digit(1000) + "仟";
  return text + "元整";
}

class Decision {
 public:
  explicit Decision(Export& out) : out_(out), it_(out.it), on_(out.it.days), xml_(out.xml) {}

  void Write() {
    Notice();
    Hearing();
    Deliberation();
    Outcome();
    Service();
    Closing();
  }

 private:
  void LegalBases() {
    xml_.Open("依据列表");
    LegalBasis("违法依据", it_.sector->duty);
    LegalBasis("处罚依据", it_.sector->penalty);
    xml_.Close("依据列表");
  }
  void LegalBasis(std::string_view role, const Article& of) {
    const auto count = [this](int n) { return out_.Only(n != 0, std::to_string(n)); };
    xml_.Row("依据", {{"作用", std::string(role)},
                      {"法律", "中华人民共和国" + std::string(it_.sector->law)},
                      {"条", count(of.article)},
                      {"款", count(of.paragraph)},
                      {"项", count(of.item)}});
  }

  void Notice() {
    if (!it_.noticed()) return;
    xml_.Open("处罚告知", {{"文号", it_.Number("罚告", on_.noticed)},
                           {"日期", Format(on_.noticed)},
                           {"送达日期", Format(on_.notice_served)},
                           {"告知事实", "是"},
                           {"告知理由", "是"},
                           {"告知依据", "是"},
                           {"告知陈述申辩权", "是"},
                           {"告知听证权", "是"},
                           {"陈述申辩期限", "5"},
                           {"听证申请期限", "5"},
                           {"盖章", "是"},
                           {"拟处罚款", out_.Fine()},
                           {"拟处罚种类", "罚款"}});
    LegalBases();
    xml_.Text("正文", out_.Prose(out_.prose.notice));
    xml_.Close("处罚告知");
    const bool made = it_.statement == Statement::kMade;
    const bool waived = it_.statement == Statement::kWaived;
    xml_.Entity("陈述申辩",
                {{"放弃", waived ? "是" : "否"},
                 {"放弃日期", out_.Only(waived, Format(on_.stated))},
                 {"提出日期", out_.Only(made, Format(on_.stated))},
                 {"新证据", out_.Only(made, "否")},
                 {"复核日期", out_.Only(made, Format(on_.reexamined))},
                 {"采纳", out_.Only(made, "否")},
                 {"复核意见", out_.Only(made, "所述情节在拟定数额时已作考虑，维持原意见。")}});
  }

  void Hearing() {
    if (it_.hearing == Hearing::kNone) return;
    const bool held = it_.hearing == Hearing::kHeld;
    xml_.Entity("听证", {{"申请日期", Format(on_.hearing_requested)},
                         {"通知日期", out_.Only(held, Format(on_.hearing_notified))},
                         {"举行日期", out_.Only(held, Format(on_.hearing_held))},
                         {"主持人", out_.Only(held, it_.people.host)},
                         {"记录员", out_.Only(held, it_.people.clerk)},
                         {"公开", out_.Only(held, "是")},
                         {"告知地点", out_.Only(held, "是")},
                         {"告知主持人", out_.Only(held, "是")},
                         {"笔录签名", out_.Only(held, "是")},
                         {"报告日期", out_.Only(held, Format(on_.hearing_reported))},
                         {"放弃", it_.hearing == Hearing::kWithdrawn ? "是" : "否"}});
  }

  void Deliberation() {
    if (it_.reviewed) {
      const bool qualified = !it_.Has(Defect::kNoQualification);
      xml_.Entity("法制审核",
                  {{"送审日期", Format(on_.submitted)},
                   {"审核机构", "法制科"},
                   {"审核人", it_.reviewer()},
                   {"法律职业资格证号",
                    out_.Only(qualified, out_.Kept("A20170001" + Padded(it_.number, 4)))},
                   {"审核日期", Format(on_.reviewed)},
                   {"审核意见", "同意"}});
    }
    if (it_.discussed) {
      const std::string members =
          it_.people.chief + "、" + it_.people.deputy + "、" + it_.people.member;
      xml_.Entity("集体讨论", {{"日期", Format(on_.discussed)},
                               {"地点", it_.agency + "会议室"},
                               {"主持人", it_.people.chief},
                               {"参加人", members},
                               {"记录各人意见", "是"},
                               {"表决人", out_.Kept(members)},
                               {"讨论处罚种类", "罚款"},
                               {"讨论罚款", out_.Fine()},
                               {"签名人", members},
                               {"结论", "一致同意承办机构的处罚意见。"}});
    }
  }

  void Outcome() {
    xml_.Open("处罚决定", {{"文号", it_.Number("罚决", on_.decided)},
                           {"日期", Format(on_.decided)},
                           {"审批人", it_.people.chief},
                           {"批准日期", Format(on_.decided)},
                           {"结果", "处罚"},
                           {"载明当事人", "是"},
                           {"载明事实", "是"},
                           {"载明证据", "是"},
                           {"回应陈述申辩", "是"},
                           {"载明履行方式期限", "是"},
                           {"载明加处罚款", out_.Kept("是")},
                           {"复议机关", "六城市临江区人民政府"},
                           {"复议期限", "60"},
                           {"诉讼法院", "六城市临江区人民法院"},
                           {"诉讼期限", "6"},
                           {"盖章", it_.Has(Defect::kNoSeal) ? "否" : "是"},
                           {"印章名称", out_.Only(!it_.Has(Defect::kNoSeal), it_.agency)},
                           {"落款机关", it_.agency},
                           {"当事人名称", it_.party},
                           {"当事人地址", it_.address},
                           {"大写罚款", InWords(it_.fine)},
                           {"责令改正", "是"}});
    xml_.Open("处罚列表");
    xml_.Row("处罚", {{"种类", "罚款"}, {"金额", out_.Fine()}});
    xml_.Close("处罚列表");
    LegalBases();
    xml_.Row("裁量", {{"裁量基准", "六城市行政处罚裁量基准（2022年版）"},
                      {"档次", "一般"},
                      {"理由", "责令改正后按期完成整改"},
                      {"证据编号", "1、2"},
                      {"基准施行日期", "2022-09-01"},
                      {"幅度下限", std::to_string(it_.sector->fine_min * 1000)},
                      {"幅度上限", std::to_string(it_.sector->fine_max * 1000)}});
    xml_.Text("正文", out_.Prose(out_.prose.decision));
    xml_.Close("处罚决定");
  }

  void Service() {
    xml_.Open("送达列表");
    Delivery("责令改正通知书", it_.Number("责改", on_.inspected), Method::kDirect, on_.inspected,
             on_.inspected);
    if (it_.measure != Measure::kNone) {
      const bool seized = it_.measure == Measure::kSeized;
      Delivery(seized ? "解除查封扣押决定书" : "先行登记保存处理决定书",
               it_.Number(seized ? "解" : "登处", on_.released), Method::kDirect, on_.released,
               on_.released);
    }
    if (it_.noticed()) {
      const bool mailed = it_.notice_method == Method::kMail;
      Delivery("行政处罚告知书", it_.Number("罚告", on_.noticed), it_.notice_method,
               mailed ? on_.noticed : on_.notice_served, on_.notice_served);
    }
    if (it_.hearing == Hearing::kHeld) {
      Delivery("听证通知书", it_.Number("听通", on_.hearing_notified), Method::kDirect,
               on_.hearing_notified, on_.hearing_notified);
    }
    Delivery("行政处罚决定书", it_.Number("罚决", on_.decided), it_.decision_method,
             on_.decision_sent, on_.decision_served, it_.Has(Defect::kUnsigned));
    xml_.Close("送达列表");
    const bool electronic =
        it_.notice_method == Method::kElectronic || it_.decision_method == Method::kElectronic;
    xml_.Entity("送达地址确认", {{"签名", "是"},
                                 {"签名日期", Format(on_.asked)},
                                 {"地址", it_.address},
                                 {"代收人", it_.people.representative},
                                 {"承诺语", "是"},
                                 {"同意电子送达", electronic ? "是" : "否"}});
  }
  void Delivery(std::string_view kind, const std::string& number, Method method, Day sent,
                Day served, bool is_unsigned = false) {
    constexpr std::array<std::string_view, 4> kNames = {"直接送达", "留置送达", "邮寄送达",
                                                        "电子送达"};
    const bool direct = method == Method::kDirect;
    const bool left = method == Method::kLeft;
    const bool mailed = method == Method::kMail;
    const bool electronic = method == Method::kElectronic;
    xml_.Row("送达", {{"文书种类", std::string(kind)},
                      {"文书文号", number},
                      {"受送达人", it_.party},
                      {"方式", std::string(kNames[static_cast<size_t>(method)])},
                      {"发出日期", Format(sent)},
                      {"送达日期", Format(served)},
                      {"地点", out_.Only(!electronic, it_.address)},
                      {"收件人", it_.people.representative},
                      {"签收", out_.Only(!electronic, is_unsigned || left ? "否" : "是")},
                      {"签收日期", out_.Only((direct && !is_unsigned) || mailed, Format(served))},
                      {"送达人", out_.Only(direct || left, it_.officers())},
                      {"拒收事由", out_.Only(left, "在场人员拒绝签收")},
                      {"见证人", out_.Only(left, it_.people.clerk)},
                      {"拍照录像", out_.Only(left, "是")},
                      {"邮单号", out_.Only(mailed, "10" + Padded(it_.number, 11))},
                      {"回执", out_.Only(mailed || electronic, "是")},
                      {"电子送达确认书", out_.Only(electronic, "是")}});
  }

  void Closing() {
    if (it_.Has(Defect::kUnpaid)) {
      out_.NoRows("缴款列表");
    } else {
      xml_.Open("缴款列表");
      xml_.Row("缴款", {{"日期", Format(on_.paid)},
                        {"金额", out_.Fine()},
                        {"渠道", out_.random.OneIn(3) ? "电子支付" : "银行"},
                        {"票据号", Padded(it_.number, 10)},
                        {"财政票据", "是"}});
      xml_.Close("缴款列表");
    }
    xml_.Open("结案", {{"日期", Format(on_.closed)},
                       {"申请日期", Format(on_.closed)},
                       {"报告日期", Format(on_.closed)},
                       {"审批人", it_.people.deputy},
                       {"方式", "履行完毕"}});
    xml_.Text("说明", "处罚决定已经履行，符合结案条件。");
    xml_.Close("结案");
    xml_.Entity("公示", {{"应公示", "是"},
                         {"公示日期", Format(on_.published)},
                         {"网址", "https://example.invalid/penalty/" + Padded(it_.number, 6)}});
  }

  Export& out_;
  const Case& it_;
  const Days& on_;
  XmlWriter& xml_;
};

}  // namespace

void WriteDecision(Export& out) { Decision(out).Write(); }
