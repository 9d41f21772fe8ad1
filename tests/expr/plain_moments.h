// Timestamps and durations for the plain tree-walker, in nanoseconds of 128 bits.
#pragma once

#include "expr/plain_strings.h"

namespace anjuan::expr {

std::vector<PlainFunction> MomentFunctions();

Plain Later(const Plain& moment, const Plain& duration);
Plain Earlier(const Plain& moment, const Plain& duration);
Plain Between(const Plain& earlier, const Plain& later);

std::string WriteMoment(const Plain& moment);
std::string WriteDuration(const Plain& duration);

}  // namespace anjuan::expr
