// The law book that ships with the program.
#pragma once

#include <memory>

#include "pack/law_book.h"

namespace anjuan::testing {

std::shared_ptr<const LawBook> ShippedLaws();

}  // namespace anjuan::testing
