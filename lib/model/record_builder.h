// Fills a Record from what a reader meets, whatever the format. One per worker, used again for
// every record.
//
// Order:  Begin, then values in any order, then Finish.
// Does:   parses scalars as case-file exports write them; keeps the states present, blank, partial
//         and missing; a scalar given twice with two values becomes missing and a ValueProblem;
//         grows lists; closes and opens them; applies completeness and from_document in Finish.
// Never:  looks at a field the projection does not want: the caller asks Wants first.
#pragma once

#include <string_view>
#include <vector>

#include "model/record.h"

namespace anjuan {

class RecordBuilder {
 public:
  // All must outlive the builder.
  RecordBuilder(const Model& model, const Projection& projection, Record& record);

  void Begin();

  // The export says what is complete: everything (是, true) or the entities and lists it names.
  // A name that is neither yes, no nor a top-level name is returned in `unknown`.
  void SetComplete(std::string_view value, std::vector<std::string>* unknown = nullptr);

  // `parent` is a record (a Slot* to its header); the result is the entity's own record.
  Slot* OpenEntity(Slot* parent, const Field& field, uint32_t line);

  // A new element at the end of a list of records; null past max_items (noted as a problem).
  // Valid until the next element of the same list is added.
  Slot* AddElement(Slot* parent, const Field& field, uint32_t line);

  // A scalar, or one more item of a list of scalars. White space alone is blank.
  // `text` is copied where it is kept.
  void SetScalar(Slot* record, const Field& field, std::string_view text, uint32_t line);

  // A list of scalars in one text, items between 、 ； ; , ，
  void SetScalars(Slot* record, const Field& field, std::string_view text, uint32_t line);

  // A scalar, or an item, of more text than a reader takes in: noted with its `beginning`; the
  // field is missing, or its list open.
  void TooLong(Slot* record, const Field& field, std::string_view beginning, uint32_t line);

  // The export names the list itself (its wrapper, an empty array): closed, unless `partial`.
  void MarkList(Slot* parent, const Field& field, bool partial, uint32_t line);

  void Finish();

  const Model& model() const { return model_; }
  const Projection& projection() const { return projection_; }
  Record& record() { return record_; }

 private:
  Slot* Grow(Slot& list, int stride);
  bool ParseInto(const Field& field, std::string_view text, Slot& slot);
  void Complete(Slot* record, const RecordType& type, bool complete);
  void FillFromDocuments();

  const Model& model_;
  const Projection& projection_;
  Record& record_;
  struct FromDocument {
    const Field* to;
    const Field* from;
  };
  std::vector<FromDocument> from_documents_;
  bool all_complete_ = false;
  std::vector<const Field*> complete_;  // top-level entities and lists
};

}  // namespace anjuan
