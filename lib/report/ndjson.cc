// One object a line.
#include "report/formats.h"
#include "report/json_objects.h"

namespace anjuan {
namespace {

class NdjsonWriter final : public ReportWriter {
 public:
  explicit NdjsonWriter(const RunInfo& info) : info_(info) {}

  void Begin(std::string& out) override {
    AppendRun(info_, kTyped, out);
    out.push_back('\n');
  }
  void Case(const CaseResult& result, std::string& cases) const override {
    AppendCase(info_, result, kTyped, cases);
    cases.push_back('\n');
  }
  void Input(const InputFinding& finding, std::string& cases,
             std::string& /*inputs*/) const override {
    AppendInput(info_, finding, kTyped, cases);
    cases.push_back('\n');
  }
  void End(const Summary& summary, std::string& out) override {
    AppendSummary(info_, summary, kTyped, out);
    out.push_back('\n');
  }

 private:
  static constexpr bool kTyped = true;
  RunInfo info_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeNdjsonWriter(const RunInfo& info) {
  return std::make_unique<NdjsonWriter>(info);
}

}  // namespace anjuan
