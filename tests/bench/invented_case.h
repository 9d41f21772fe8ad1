// What happened in one made-up case: who, what, when, and what went wrong.
//
// Shape: the ordinary case is lawful: steps in order, on working days, within their periods, and
//        every number, name and sum said once and then repeated: no shipped rule fails on it. About
//        one case in 25 has one or two defects, about one in 50 comes from an export that leaves
//        things out.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>

#include "random.h"
#include "working_days.h"

enum class Defect : uint8_t {
  kNoNotice,
  kLate,
  kDecidedOnNoticeDay,
  kDiscussedAfterwards,
  kHearingRefused,
  kReviewerInvestigates,
  kNoQualification,
  kNoSeal,
  kOneOfficer,
  kNoEndTime,
  kUnverifiedCopy,
  kUnsigned,
  kUnpaid,
  kBadDate,
  kCatalogueDiffers,
  kCount,
};

enum class Statement : uint8_t { kSilent, kWaived, kMade };
enum class Hearing : uint8_t { kNone, kWithdrawn, kHeld, kRefused };
enum class Method : uint8_t { kDirect, kLeft, kMail, kElectronic };
enum class Measure : uint8_t { kNone, kPreserved, kSeized };

struct Article {
  int article, paragraph, item;  // 0: none
};

// A field of enforcement with one kind of offence.
struct Sector {
  std::string_view name, office, unit, series;
  std::string_view act, law, goods;
  Article duty, penalty, seizure;  // seizure: none where goods are only kept as evidence
  int fine_min, fine_max;          // thousands of yuan
  bool small_traders;              // the party may be an individual business
};

struct People {
  std::string representative, lead, second, recorder, section_head, deputy, chief, legal, host,
      clerk, member;
};

struct Days {
  Day began, found, applied, filed, inspected, rechecked, asked, released, reported, noticed,
      notice_served, stated, reexamined, hearing_requested, hearing_notified, hearing_held,
      hearing_reported, submitted, reviewed, discussed, decided, decision_sent, decision_served,
      published, paid, closed, archived;
};

struct Case {
  int number = 0;
  bool complete = true;  // of the export
  std::bitset<static_cast<size_t>(Defect::kCount)> defects;

  const Sector* sector = nullptr;
  std::string agency, agency_code;
  std::string party_kind, party, party_code, address, phone, title;
  std::string representative_id;
  People people;
  std::string_view channel;
  bool tested = false, reviewed = true, discussed = true;
  Measure measure = Measure::kNone;
  Statement statement = Statement::kSilent;
  Hearing hearing = Hearing::kNone;
  Method notice_method = Method::kDirect, decision_method = Method::kDirect;
  int fine = 0;  // yuan
  Days days;

  bool Has(Defect defect) const { return defects[static_cast<size_t>(defect)]; }
  bool may_seize() const { return sector->seizure.article != 0; }
  bool noticed() const { return !Has(Defect::kNoNotice); }
  bool complex() const;
  const std::string& reviewer() const {
    return Has(Defect::kReviewerInvestigates) ? people.second : people.legal;
  }
  std::string officers() const { return people.lead + "、" + people.second; }
  // The number of a paper of a series, such as 罚决, made on a day.
  std::string Number(std::string_view series, Day day) const;
};

Case Invent(int number, Random& random);

std::string Padded(int number, int width);
