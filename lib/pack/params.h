// Parameters (参数): typed values that a city, a sector or a date may set differently.
#pragma once

#include "pack/compiled_pack.h"

namespace anjuan {

// Fills params_type, params and params_vary of `to` from its pack.
void CompileParams(CompiledPack& to, DiagnosticSink& sink);

// bool, int … list(date).
std::vector<std::string> ParamTypeNames();

}  // namespace anjuan
