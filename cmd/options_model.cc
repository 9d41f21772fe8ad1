// model: its subcommands.
#include "cmd/option_table.h"

namespace anjuan {

void DefineModel(CommandRow& root) {
  CommandRow& model = root.Add("model", TextId::kHelpModel);
  model.Add("fields", TextId::kHelpModelFields, [] { return ModelFieldsCommand{}; });
}

}  // namespace anjuan
