#include "case_papers.h"

#include <algorithm>

namespace {

class Folder {
 public:
  Folder(const Case& it, Random& random) : it_(it), on_(it.days), random_(random) {}

  std::vector<Paper> Papers() {
    Investigation();
    Notice();
    Decision();
    Closing();
    std::ranges::stable_sort(papers_, {}, &Paper::date);
    return std::move(papers_);
  }

 private:
  void Add(std::string_view kind, std::string_view title, Day date, std::string number = {},
           std::string sealed = {}) {
    papers_.push_back({kind, std::string(title), std::move(number), date, random_.Between(1, 3),
                       std::move(sealed)});
  }
  void SignedBy(std::vector<Signature> signatures) {
    papers_.back().signatures = std::move(signatures);
  }
  // A paper that goes out to the party under a number and a seal.
  void Issue(std::string_view kind, std::string_view title, std::string_view series, Day date) {
    Add(kind, title, date, it_.Number(series, date), "是");
    papers_.back().party = it_.party;
  }
  void Receipt(std::string_view of, Day date) {
    Add("送达回证", std::string(of) + "送达回证", date);
  }

  void Investigation() {
    Add("案件来源登记表", "案件来源登记表", on_.found);
    if (it_.channel == "投诉举报") Add("投诉举报材料", "投诉举报登记材料", on_.found);
    if (it_.channel == "上级交办") Add("交办材料", "交办函", on_.found);
    Add("立案审批表", "立案审批表", on_.filed, it_.Number("罚立", on_.filed));
    Add("现场笔录", "现场检查笔录", on_.inspected);
    Add("现场照片", "现场照片", on_.inspected);
    Issue("责令改正通知书", "责令改正通知书", "责改", on_.inspected);
    Receipt("责令改正通知书", on_.inspected);
    Measures();
    if (it_.tested) {
      Add("检测报告", "检验报告", Later(on_.inspected, 3));
      Issue("检测结果告知书", "检验结果告知书", "检告", Later(on_.inspected, 4));
    }
    Add("复查笔录", "整改复查笔录", on_.rechecked);
    Add("询问笔录", it_.people.representative + "询问笔录", on_.asked);
    Add("身份证明", "营业执照复印件", on_.asked);
    Add("证据清单", "证据清单及证据材料", on_.asked);
    Add("送达地址确认书", "送达地址确认书", on_.asked);
    Add("调查终结报告", "案件调查终结报告", on_.reported);
  }

  void Measures() {
    if (it_.measure == Measure::kPreserved) {
      Add("先行登记保存审批表", "先行登记保存审批表", on_.inspected);
      Issue("先行登记保存通知书", "证据先行登记保存通知书", "登存", on_.inspected);
      Issue("先行登记保存处理决定书", "先行登记保存处理决定书", "登处", on_.released);
      Receipt("先行登记保存处理决定书", on_.released);
    } else if (it_.measure == Measure::kSeized) {
      Add("查封扣押审批表", "行政强制措施审批表", on_.inspected);
      Issue("查封扣押决定书", "扣押决定书", "扣", on_.inspected);
      Issue("解除查封扣押决定书", "解除扣押决定书", "解", on_.released);
      Receipt("解除扣押决定书", on_.released);
    }
    if (it_.measure != Measure::kNone) Add("财物清单", "物品清单", on_.inspected);
  }

  void Notice() {
    if (!it_.noticed()) return;
    Issue("行政处罚告知书", "行政处罚事先告知书", "罚告", on_.noticed);
    Receipt("行政处罚事先告知书", on_.notice_served);
    if (it_.statement == Statement::kWaived) {
      Add("放弃陈述申辩声明", "放弃陈述申辩声明", on_.stated);
    } else if (it_.statement == Statement::kMade) {
      Add("陈述申辩笔录", "陈述申辩书", on_.stated);
      Add("陈述申辩复核意见书", "陈述申辩复核意见书", on_.reexamined);
    }
    if (it_.hearing != Hearing::kNone) Add("听证申请书", "听证申请书", on_.hearing_requested);
    if (it_.hearing == Hearing::kWithdrawn) {
      Add("放弃听证声明", "放弃听证声明", on_.hearing_notified);
    } else if (it_.hearing == Hearing::kHeld) {
      Issue("听证通知书", "听证通知书", "听通", on_.hearing_notified);
      Receipt("听证通知书", on_.hearing_notified);
      Add("听证笔录", "听证笔录", on_.hearing_held);
      SignedBy({{"主持人", it_.people.host},
                {"当事人", it_.people.representative},
                {"调查人员", it_.people.lead},
                {"记录员", it_.people.clerk}});
      Add("听证报告", "听证报告", on_.hearing_reported);
    }
  }

  void Decision() {
    if (it_.reviewed) {
      Add("法制审核意见书", "法制审核意见书", on_.reviewed, it_.Number("法审", on_.reviewed));
      SignedBy({{"审核人", it_.reviewer()}});
    }
    if (it_.discussed) Add("集体讨论记录", "案件集体讨论记录", on_.discussed);
    Add("处罚决定审批表", "行政处罚决定审批表", on_.decided);
    Add("行政处罚决定书", "行政处罚决定书", on_.decided, it_.Number("罚决", on_.decided),
        it_.Has(Defect::kNoSeal) ? "否" : "是");
    papers_.back().party = it_.party;
    Receipt("行政处罚决定书", on_.decision_served);
  }

  void Closing() {
    if (!it_.Has(Defect::kUnpaid)) {
      Add("缴款票据", "罚没款缴款票据", on_.paid, Padded(it_.number, 10));
    }
    Add("结案审批表", "结案审批表", on_.closed);
  }

  const Case& it_;
  const Days& on_;
  Random& random_;
  std::vector<Paper> papers_;
};

}  // namespace

std::vector<Paper> PapersOf(const Case& it, Random& random) { return Folder(it, random).Papers(); }
