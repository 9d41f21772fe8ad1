#include "support/small_model.h"

#include <cstdio>
#include <cstdlib>

namespace anjuan {

std::unique_ptr<const Model> SmallModel() {
  DiagnosticSink sink;
  std::unique_ptr<const Model> model =
      LoadModel(std::make_shared<const Source>("small.yaml", kSmallModel), sink);
  if (model == nullptr) {
    std::fputs(Format(sink, Lang::kEnglish).c_str(), stderr);
    std::abort();
  }
  return model;
}

}  // namespace anjuan
