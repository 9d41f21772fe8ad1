// The waivers of a run, read from a file.
//
// Shape:  waivers:
//           - rule: P-NOTICE-01
//             file: 2023/六临建罚立9号.xml      # or fingerprint, or both
//             reason: 告知书原件另存档案馆,已核对
//             approver: 法制科 王某
//             until: 2025-12-31                # its last day
//         A waiver holds for a failed finding of its rule where every place given agrees. A file
//         agrees with a path that ends with it, by whole names: 9.xml with b/9.xml, not b/19.xml.
// Errors: to the sink, all of them; a rule that there is not, a part that lacks or is blank.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "audit/case_result.h"
#include "audit/waiver.h"
#include "base/diagnostic.h"

namespace anjuan {

class Waivers {
 public:
  // `rules`: every id that a waiver may name. Null where something is wrong.
  static std::unique_ptr<const Waivers> Read(SourcePtr source,
                                             std::span<const std::string_view> rules,
                                             DiagnosticSink& sink);

  const std::vector<Waiver>& all() const { return all_; }  // as they stand in the file
  const SourcePtr& source() const { return source_; }
  Span span(size_t index) const { return spans_[index]; }

  // Indexes of those that agree with a failed finding of a case in `file`, in order.
  std::vector<size_t> Of(const Finding& finding, std::string_view file) const;

 private:
  SourcePtr source_;
  std::vector<Waiver> all_;
  std::vector<Span> spans_;  // of each
  std::unordered_map<std::string_view, std::vector<size_t>> by_rule_;
};

}  // namespace anjuan
