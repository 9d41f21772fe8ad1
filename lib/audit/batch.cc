#include "audit/batch.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "audit/timeline.h"

namespace anjuan {
namespace {

constexpr size_t kWindow = 64;                 // finished files that may wait
constexpr size_t kLongestSnippet = 1000;       // bytes; a longer line shows nothing
constexpr size_t kHandOverBytes = 256u << 10;  // of one file's results

struct NameFound {
  UnknownName name;
  std::string file;
};

// What one file came to, waiting for its turn.
struct FileOutput {
  explicit FileOutput(size_t reports) : fragment(reports) {}

  Fragment fragment;
  std::vector<NameFound> names;
  std::vector<RuleWarning> warnings;
  std::string file;
  bool done = false;
};

// Lets files through in input order. A worker that is ahead leaves its output here; the one whose
// turn it is writes its own and all that wait right behind it.
class InOrder {
 public:
  InOrder(ResultSink& sink, const RuleSet& rules, const WalkedInput& input, Lang lang)
      : sink_(sink),
        lang_(lang),
        input_(input),
        rules_(rules),
        scratch_(sink.report_count()),
        warned_(rules.rule_count(), false) {
    for (size_t i = 0; i < kWindow; ++i) waiting_.emplace_back(sink.report_count());
  }

  // Blocks until file `index` is within the window. False: stop.
  bool Enter(size_t index) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || index < next_ + kWindow; });
    return !stopped_;
  }

  // Writes what there is of an unfinished file when its turn has come, and empties it.
  void HandOver(size_t index, FileOutput& output) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || index == next_; });
    if (!stopped_) WriteOut(output);
    output.fragment.Clear();
  }

  // Takes the file's output; `output` gets an empty one back.
  void Finish(size_t index, FileOutput& output) {
    const std::unique_lock lock(mutex_);
    FileOutput& place = waiting_[index % kWindow];
    std::swap(place, output);
    place.done = true;
    while (!stopped_ && next_ < input_.files.size() && waiting_[next_ % kWindow].done) {
      FileOutput& ready = waiting_[next_ % kWindow];
      WriteOut(ready);
      ready.fragment.Clear();
      ready.names.clear();
      ready.warnings.clear();
      ready.done = false;
      ++next_;
      sink_.Progress(next_, input_.files.size());
    }
    changed_.notify_all();
  }

  // Findings of the walk that stand behind the last file.
  void WriteRest() {
    scratch_.Clear();
    while (problem_ < input_.problems.size()) {
      sink_.Render(input_.problems[problem_++].finding, scratch_);
    }
    if (!stopped_) sink_.Write(scratch_);
  }

 private:
  void WriteOut(FileOutput& output) {
    scratch_.Clear();
    while (problem_ < input_.problems.size() && input_.problems[problem_].before <= next_) {
      sink_.Render(input_.problems[problem_++].finding, scratch_);
    }
    bool reads = sink_.Write(scratch_);
    scratch_.Clear();
    for (const NameFound& found : output.names) {
      if (!known_names_.insert(found.name.name).second) continue;
      sink_.Render(FindingFor(found), scratch_);
    }
    reads = reads && sink_.Write(output.fragment) && sink_.Write(scratch_);
    for (const RuleWarning& warning : output.warnings) {
      if (warned_[warning.rule]) continue;
      warned_[warning.rule] = true;
      sink_.Warn(rules_.rule(warning.rule), warning.error, output.file);
    }
    if (!reads) {
      stopped_ = true;
      changed_.notify_all();
    }
  }

  InputFinding FindingFor(const NameFound& found) const {
    InputFinding finding;
    finding.file = found.file;
    finding.problem = InputProblem::kUnknownName;
    finding.line = found.name.line;
    finding.message = {TextId::kUnknownNameFound, {found.name.name, found.name.path}};
    if (!found.name.suggestions.empty()) {
      std::string hints;
      for (const std::string& hint : found.name.suggestions) {
        if (!hints.empty()) hints += Say(lang_, TextId::kListComma);
        hints += hint;
      }
      finding.message.id = TextId::kUnknownNameHint;
      finding.message.args.push_back(std::move(hints));
    }
    return finding;
  }

  ResultSink& sink_;
  Lang lang_;
  const WalkedInput& input_;
  const RuleSet& rules_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<FileOutput> waiting_;
  Fragment scratch_;
  std::set<std::string> known_names_;
  std::vector<bool> warned_;
  size_t next_ = 0;     // the file whose turn it is
  size_t problem_ = 0;  // of the walk, next to be written
  bool stopped_ = false;
};

// One thread's tools, used for every file it takes.
class Worker {
 public:
  Worker(const RuleSet& rules, const WalkedInput& input, const FileReader& files,
         const BatchOptions& options, const ResultSink& sink, InOrder& in_order)
      : input_(input),
        files_(files),
        options_(options),
        sink_(sink),
        in_order_(in_order),
        reader_(rules.model(), rules.projection(), options.limits),
        auditor_(rules, options.today, options.lang),
        unnamed_agency_(Say(options.lang, TextId::kNotStated)),
        output_(sink.report_count()) {
    if (options.gate != nullptr) auditor_.SetGate(*options.gate);
  }

  void Run(std::atomic<size_t>& next) {
    for (;;) {
      const size_t index = next.fetch_add(1);
      if (index >= input_.files.size() || !in_order_.Enter(index)) return;
      AuditFile(index);
      in_order_.Finish(index, output_);
    }
  }

  const Summary& summary() const { return summary_; }

 private:
  void AuditFile(size_t index) {
    output_.file = input_.files[index];
    ++summary_.found;
    uint32_t records = 0;
    std::optional<InputFinding> trouble;
    std::optional<InputFinding> read =
        reader_.Read(files_, output_.file, [&](const Record& record) {
          result_.file = output_.file;
          result_.record = records++;
          if (!Audit(record)) {
            InputFinding no_pack;
            no_pack.problem = InputProblem::kNoPack;
            no_pack.message = {TextId::kNoPackApplies, {std::to_string(records)}};
            Report(std::move(no_pack));
            trouble.emplace();
            return;
          }
          if (sink_.wants_snippets()) AddSnippets();
          summary_.Add(result_, auditor_.outcomes(), unnamed_agency_, auditor_.waived_rules());
          if (options_.gate != nullptr) options_.gate->Count(result_, index, summary_.gate);
          sink_.Render(result_, output_.fragment);
          for (const RuleWarning& warning : auditor_.warnings()) {
            output_.warnings.push_back(warning);
          }
          if (output_.fragment.bytes() > kHandOverBytes) in_order_.HandOver(index, output_);
        });
    if (read) {
      Report(std::move(*read));
    } else if (records == 0) {
      read.emplace();
      InputFinding empty;
      empty.problem = InputProblem::kEmpty;
      empty.message = {TextId::kNoRecords, {}};
      Report(std::move(empty));
    }
    ++(read || trouble ? summary_.unaudited : summary_.audited);
    NoteNames();
  }

  void AddSnippets() {
    for (Finding& finding : result_.findings) {
      if (finding.outcome != Outcome::kFailed || finding.line == 0) continue;
      const std::string_view line = reader_.LineText(finding.line);
      if (line.size() <= kLongestSnippet) finding.snippet = line;
    }
  }

  // False: no pack applies to it.
  bool Audit(const Record& record) {
    result_.timeline = nullptr;
    if (!sink_.wants_timeline()) return auditor_.Audit(record, output_.file, result_);
    PeriodWatcher watcher(record, options_.lang);
    if (!auditor_.Audit(record, output_.file, result_, &watcher)) return false;
    auto timeline = std::make_shared<Timeline>();
    timeline->events = ListRecord(record, options_.lang).events;
    timeline->periods = watcher.TakePeriods();
    timeline->undecided = watcher.Undecided(result_);
    result_.timeline = std::move(timeline);
    return true;
  }

  void Report(InputFinding finding) {
    finding.file = output_.file;
    sink_.Render(finding, output_.fragment);
  }

  // A name this worker has met before stands in an earlier file, so it was reported there.
  void NoteNames() {
    for (const UnknownName& name : reader_.unknown_names()) {
      if (met_names_.insert(name.name).second) output_.names.push_back({name, output_.file});
    }
  }

  const WalkedInput& input_;
  const FileReader& files_;
  const BatchOptions& options_;
  const ResultSink& sink_;
  InOrder& in_order_;
  XmlReader reader_;
  CaseAuditor auditor_;
  std::string unnamed_agency_;
  FileOutput output_;
  CaseResult result_;
  std::set<std::string> met_names_;
  Summary summary_;
};

}  // namespace

Summary RunBatch(const RuleSet& rules, const WalkedInput& input, const FileReader& files,
                 const BatchOptions& options, ResultSink& sink) {
  InitXml();
  InOrder in_order(sink, rules, input, options.lang);
  std::atomic<size_t> next = 0;
  const size_t wanted = std::max<size_t>(1, std::min<size_t>(options.jobs, input.files.size()));
  std::vector<std::unique_ptr<Worker>> workers;
  for (size_t i = 0; i < wanted; ++i) {
    workers.push_back(std::make_unique<Worker>(rules, input, files, options, sink, in_order));
  }
  std::vector<std::thread> threads;
  for (size_t i = 1; i < wanted; ++i) {
    threads.emplace_back([&worker = *workers[i], &next] { worker.Run(next); });
  }
  workers[0]->Run(next);
  for (std::thread& thread : threads) thread.join();
  in_order.WriteRest();

  Summary summary;
  summary.by_rule.resize(rules.rule_count());
  if (options.gate != nullptr) summary.gate = options.gate->Nothing();
  for (const auto& worker : workers) summary.Merge(worker->summary());
  summary.found += input.problems.size();
  summary.unaudited += input.problems.size();
  return summary;
}

}  // namespace anjuan
