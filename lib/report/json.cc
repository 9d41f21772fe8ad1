// One document: {"run", "cases", "inputs", "summary"}, an object of the lists a line. Inputs are
// few and wait for the end; cases are written as they come.
#include "report/formats.h"
#include "report/json_objects.h"

namespace anjuan {
namespace {

class JsonWriter final : public ReportWriter {
 public:
  explicit JsonWriter(const RunInfo& info) : info_(info) {}

  void Begin(std::string& out) override {
    out += "{\"run\":";
    AppendRun(info_, kTyped, out);
    out += ",\n\"cases\":[";
  }
  void Case(const CaseResult& result, std::string& cases) const override {
    cases += ",\n";
    AppendCase(info_, result, kTyped, cases);
  }
  void Input(const InputFinding& finding, std::string& /*cases*/,
             std::string& inputs) const override {
    inputs += ",\n";
    AppendInput(info_, finding, kTyped, inputs);
  }
  void Gather(std::string_view cases, std::string_view inputs, std::string& out) override {
    if (!cases.empty()) {
      out.append(any_case_ ? cases : cases.substr(1));
      any_case_ = true;
    }
    inputs_ += inputs;
  }
  void End(const Summary& summary, std::string& out) override {
    out += "],\n\"inputs\":[";
    if (!inputs_.empty()) out.append(inputs_, 1);
    out += "],\n\"summary\":";
    AppendSummary(info_, summary, kTyped, out);
    out += "}\n";
  }

 private:
  static constexpr bool kTyped = false;
  RunInfo info_;
  bool any_case_ = false;
  std::string inputs_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeJsonWriter(const RunInfo& info) {
  return std::make_unique<JsonWriter>(info);
}

}  // namespace anjuan
