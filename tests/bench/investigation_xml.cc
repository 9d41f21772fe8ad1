#include <array>

#include "citation.h"
#include "export.h"

namespace {

class Investigation {
 public:
  explicit Investigation(Export& out) : out_(out), it_(out.it), on_(out.it.days), xml_(out.xml) {}

  void Write() {
    Opening();
    Approvals();
    Transcripts();
    Evidence();
    Measures();
    Tests();
    Findings();
  }

 private:
  void Opening() {
    xml_.Entity("案件", {{"编号", it_.Number("罚立", on_.filed)},
                         {"名称", it_.title},
                         {"案由", std::string(it_.sector->act)},
                         {"类别", "行政处罚"},
                         {"程序", "普通程序"},
                         {"领域", std::string(it_.sector->name)},
                         {"区域", "六城市临江区"},
                         {"重大复杂", it_.complex() ? "是" : "否"},
                         {"重大公共利益", "否"},
                         {"状态", "已归档"}});
    xml_.Entity("执法机关", {{"名称", it_.agency},
                             {"统一社会信用代码", it_.agency_code},
                             {"部门类别", "政府部门"},
                             {"主体类型", "行政机关"},
                             {"承办机构", std::string(it_.sector->unit)}});
    xml_.Open("当事人列表");
    xml_.Row("当事人", {{"类型", it_.party_kind},
                        {"名称", it_.party},
                        {"证件类型", "统一社会信用代码"},
                        {"证件号码", it_.party_code},
                        {"法定代表人", it_.people.representative},
                        {"证照名称", it_.party},
                        {"身份证明附卷", "是"},
                        {"住址", it_.address},
                        {"电话", it_.phone}});
    xml_.Close("当事人列表");
    xml_.Open("执法人员列表");
    Officer(it_.people.lead, 0, "主办");
    Officer(it_.people.second, 1, "协办");
    xml_.Close("执法人员列表");
    xml_.Entity("案件来源", {{"来源", std::string(it_.channel)},
                             {"发现日期", Format(on_.found)},
                             {"接收日期", Format(on_.found)},
                             {"来源材料", "是"}});
    xml_.Open("违法行为", {{"地点", it_.address},
                           {"开始日期", Format(on_.began)},
                           {"终了日期", Format(on_.inspected)}});
    xml_.Text("描述", "当事人" + std::string(it_.sector->act) + "，至检查之日尚未改正。");
    xml_.Close("违法行为");
    xml_.Entity("立案", {{"文号", it_.Number("罚立", on_.filed)},
                         {"申请日期", Format(on_.applied)},
                         {"承办人", it_.officers()},
                         {"审批人", it_.people.deputy},
                         {"批准日期", Format(on_.filed)},
                         {"审批意见", "同意立案"}});
  }
  void Officer(const std::string& name, int which, std::string_view role) {
    xml_.Row("执法人员", {{"姓名", name},
                          {"证号", "LC" + Padded(it_.number * 2 + which, 7)},
                          {"有效期自", "2021-07-01"},
                          {"有效期至", "2027-06-30"},
                          {"角色", std::string(role)},
                          {"执法资格", "是"}});
  }

  void Approvals() {
    xml_.Open("审批列表");
    ApprovedBy("立案", it_.people.deputy, on_.applied, on_.filed,
               "涉嫌违反" + Duty() + "，建议立案调查。");
    if (it_.measure != Measure::kNone) {
      Approval(it_.measure == Measure::kSeized ? "查封扣押" : "先行登记保存", "负责人",
               it_.people.deputy, "同意。", on_.inspected);
    }
    Approval("调查终结", "承办机构", it_.people.section_head, "同意。", on_.reported);
    if (it_.noticed()) ApprovedBy("告知", it_.people.deputy, on_.noticed, on_.noticed);
    ApprovedBy("决定", it_.people.chief, on_.decided, on_.decided);
    ApprovedBy("结案", it_.people.deputy, on_.closed, on_.closed);
    xml_.Close("审批列表");
  }
  void ApprovedBy(std::string_view step, const std::string& head, Day asked, Day granted,
                  std::string_view proposal = "建议按程序办理。") {
    Approval(step, "承办人", it_.people.lead, proposal, asked);
    Approval(step, "承办机构", it_.people.section_head, "同意。", asked);
    Approval(step, "负责人", head, "同意。", granted);
  }
  void Approval(std::string_view step, std::string_view role, const std::string& name,
                std::string_view opinion, Day day) {
    xml_.Row("审批", {{"环节", std::string(step)},
                      {"角色", std::string(role)},
                      {"姓名", name},
                      {"意见", std::string(opinion)},
                      {"日期", Format(day)}});
  }

  void Transcripts() {
    const bool alone = it_.Has(Defect::kOneOfficer);
    const std::string officers = alone ? it_.people.lead : it_.officers();
    xml_.Open("笔录列表");
    Transcript("现场笔录", on_.inspected, officers, it_.people.recorder,
               out_.Prose(out_.prose.site));
    Transcript("询问笔录", on_.asked, officers, it_.people.recorder,
               out_.Prose(out_.prose.questions));
    if (it_.hearing == Hearing::kHeld) {
      Transcript("听证笔录", on_.hearing_held,
                 it_.people.host + "、" + it_.people.clerk + "、" + it_.officers(),
                 it_.people.clerk, HearingText());
    }
    xml_.Close("笔录列表");
  }
  void Transcript(std::string_view kind, Day day, const std::string& officers,
                  const std::string& recorder, const std::string& text) {
    const int start = out_.random.Between(9 * 60, 15 * 60);
    const std::string pages = std::to_string(out_.random.Between(1, 3));
    const bool no_end = it_.Has(Defect::kNoEndTime) && kind == "询问笔录";
    xml_.OpenRow("笔录", {{"种类", std::string(kind)},
                          {"开始时间", out_.At(day, start)},
                          {"结束时间",
                           out_.Only(!no_end, out_.At(day, start + out_.random.Between(40, 120)))},
                          {"地点", kind == "现场笔录" ? it_.address : it_.agency + "询问室"},
                          {"被询问人", it_.people.representative},
                          {"被询问人证件号码", it_.representative_id},
                          {"与案件关系", "法定代表人或者经营者"},
                          {"执法人员", officers},
                          {"记录人", recorder},
                          {"出示证件", "是"},
                          {"告知权利", "是"},
                          {"当事人到场", "是"},
                          {"当事人签名", "是"},
                          {"签名日期", Format(day)},
                          {"页数", pages},
                          {"签名页数", pages},
                          {"核对无误", "是"},
                          {"签名执法人员", officers}});
    xml_.Text("正文", text);
    xml_.Close("笔录");
  }
  std::string HearingText() {
    return out_.Prose(out_.prose.hearing,
                      "听证主持人" + it_.people.host +
                          "宣布听证开始，核对到场人员。调查人员出示证据，当事人逐份质证并申辩，"
                          "最后陈述希望从宽处理。");
  }

  void Evidence() {
    struct Kind {
      std::string_view kind, name, proves;
      bool copied, on_site;
    };
    const std::array<Kind, 7> kinds = {
        {{"书证", "营业执照", "当事人的主体资格", true, false},
         {"书证", it_.sector->goods, "违法事实存续的期间", true, false},
         {"当事人陈述", "询问笔录", "违法事实经过", false, false},
         {"现场笔录", "现场检查笔录", "现场情况", false, true},
         {"视听资料", "现场照片", "现场情况", false, true},
         {"书证", "付款凭证", "经营情况", true, false},
         {"书证", "劳动合同", "人员任职情况", true, false}}};
    const size_t count = static_cast<size_t>(out_.random.Between(4, 7));
    xml_.Open("证据列表");
    for (size_t i = 0; i < count; ++i) {
      const Kind& of = kinds[i];
      const bool verified = i != 1 || !it_.Has(Defect::kUnverifiedCopy);
      xml_.Row("证据", {{"编号", std::to_string(i + 1)},
                        {"种类", std::string(of.kind)},
                        {"名称", std::string(of.name)},
                        {"取得日期", Format(of.on_site ? on_.inspected : on_.asked)},
                        {"取证人", it_.officers()},
                        {"提供人", of.on_site ? it_.people.lead : it_.people.representative},
                        {"复制件", of.copied ? "是" : "否"},
                        {"核对无异", out_.Only(of.copied, verified ? "是" : "否")},
                        {"提供人签名", "是"},
                        {"取得地点", out_.Only(of.on_site, it_.address)},
                        {"证明对象", std::string(of.proves)}});
    }
    xml_.Close("证据列表");
  }

  void Measures() {
    if (it_.measure == Measure::kNone) {
      out_.NoRows("强制措施列表");
      out_.NoRows("涉案财物列表");
      return;
    }
    const bool seized = it_.measure == Measure::kSeized;
    const std::string number = it_.Number(seized ? "扣" : "登存", on_.inspected);
    const Day ends = seized ? on_.inspected + std::chrono::days{30} : Later(on_.inspected, 7);
    xml_.Open("强制措施列表");
    xml_.Row("强制措施", {{"种类", seized ? "扣押" : "先行登记保存"},
                          {"文号", number},
                          {"审批人", it_.people.deputy},
                          {"批准日期", Format(on_.inspected)},
                          {"开始日期", Format(on_.inspected)},
                          {"截止日期", Format(ends)},
                          {"处理日期", Format(on_.released)},
                          {"处理方式", "解除并退还"},
                          {"物品清单", "是"},
                          {"清单签名", "是"},
                          {"现场笔录", "是"},
                          {"地点", it_.address},
                          {"存放地点", it_.address},
                          {"理由", seized ? "有证据表明存在安全隐患" : "证据可能灭失"},
                          {"依据", seized ? Quoted(it_.sector->law, it_.sector->seizure)
                                          : Quoted("行政处罚法", {56, 0, 0})},
                          {"情况紧急", "否"},
                          {"当事人到场", "是"},
                          {"告知权利", "是"},
                          {"交付日期", Format(on_.inspected)}});
    xml_.Close("强制措施列表");
    xml_.Open("涉案财物列表");
    xml_.Row("涉案财物", {{"名称", std::string(it_.sector->goods)},
                          {"规格", "通用型"},
                          {"状态", "完好"},
                          {"数量", "1"},
                          {"单位", "件"},
                          {"措施文号", number},
                          {"处理日期", Format(on_.released)},
                          {"处理数量", "1"},
                          {"处理方式", "解除并退还"}});
    xml_.Close("涉案财物列表");
  }

  void Tests() {
    if (!it_.tested) return out_.NoRows("检测鉴定列表");
    xml_.Open("检测鉴定列表");
    xml_.OpenRow("检测鉴定", {{"种类", "检验"},
                              {"报告编号", "JY" + Padded(it_.number, 6)},
                              {"机构", "六城市检验检测中心"},
                              {"资质证号", "CMA000000" + Padded(it_.number % 1000, 3)},
                              {"抽样日期", Format(on_.inspected)},
                              {"抽样记录", "是"},
                              {"收样日期", Format(Later(on_.inspected, 1))},
                              {"检测日期", Format(Later(on_.inspected, 2))},
                              {"出具日期", Format(Later(on_.inspected, 3))},
                              {"告知日期", Format(Later(on_.inspected, 4))},
                              {"签发", "是"},
                              {"盖章", "是"},
                              {"委托方", it_.agency},
                              {"项目", "现场情况检验"},
                              {"方法依据", "委托检验方法"},
                              {"仪器", "便携式检验仪"}});
    xml_.Text("结论", "所检项目不符合要求。");
    xml_.Close("检测鉴定");
    xml_.Close("检测鉴定列表");
  }

  void Findings() {
    xml_.Open("责令改正", {{"文号", it_.Number("责改", on_.inspected)},
                           {"日期", Format(on_.inspected)},
                           {"期限", Format(Later(on_.inspected, 3))},
                           {"复查日期", Format(on_.rechecked)},
                           {"已改正", "是"},
                           {"改正证明", "是"},
                           {"依据", Quoted("行政处罚法", {28, 1, 0})}});
    xml_.Text("内容", "责令你单位按期完成整改；逾期不改正的，本局将依法处理。");
    xml_.Close("责令改正");
    const bool bad_date = it_.Has(Defect::kBadDate);
    xml_.Open("调查终结", {{"终结日期", Format(on_.reported)},
                           {"报告日期", bad_date ? "2023-13-45" : Format(on_.reported)},
                           {"承办人", it_.officers()},
                           {"签名", "是"},
                           {"列明证据", "是"},
                           {"依据", Duty() + "；" + Quoted(it_.sector->law, it_.sector->penalty)},
                           {"处理建议", "建议给予罚款" + out_.Fine() + "元"},
                           {"裁量理由", "责令改正后按期完成整改"},
                           {"建议罚款", out_.Fine()}});
    xml_.Text("事实", out_.Prose(out_.prose.facts));
    xml_.Close("调查终结");
    out_.NoRows("延期列表");
    out_.NoRows("扣除期间列表");
  }

  std::string Duty() const { return Quoted(it_.sector->law, it_.sector->duty); }

  Export& out_;
  const Case& it_;
  const Days& on_;
  XmlWriter& xml_;
};

}  // namespace

void WriteInvestigation(Export& out) { Investigation(out).Write(); }
