// Parameters (参数): typed values that a city, a sector or a date may set differently.
#pragma once

#include "pack/compiled_pack.h"

namespace anjuan {

// Fills params_type, params and params_vary of `to` from its pack. `type` is that of a pack with
// the same parameters, or null.
void CompileParams(CompiledPack& to, std::shared_ptr<const RecordType> type, DiagnosticSink& sink);

// bool, int … list(date).
std::vector<std::string> ParamTypeNames();

}  // namespace anjuan
