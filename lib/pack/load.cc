#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/suggest.h"
#include "pack/checks.h"
#include "pack/pack.h"
#include "pack/rule_reader.h"
#include "pack/shape.h"

namespace anjuan {
namespace {

constexpr std::string_view kPackFile = "pack.yaml";
constexpr std::string_view kRuleEnding = ".yaml";
constexpr uint64_t kMaxFileBytes = 1 << 20;
constexpr int kMaxExtends = 8;

constexpr KeyShape kParamValueKeys[] = {
    {"from", KeyShape::kOptional, kDateShape},
    {"to", KeyShape::kOptional, kDateShape},
    {"value", KeyShape::kNeeded, kAnyShape},
};
constexpr Shape kParamValueShape = MapShape(kParamValueKeys);
constexpr KeyShape kParamKeys[] = {
    {"type", KeyShape::kOptional, {ShapeKind::kParamType}},  // needed where it is not inherited
    {"label", KeyShape::kOptional, kTextShape},
    {"value", KeyShape::kOneOf, kAnyShape},
    {"values", KeyShape::kOneOf, ListShape(kParamValueShape, 1)},
};
constexpr Shape kParamShape = MapShape(kParamKeys);
constexpr Shape kSeverityShape{ShapeKind::kSeverity};
constexpr Shape kPatternShape{ShapeKind::kText};
constexpr Shape kPatternsShape = ListShape(kPatternShape, 1);
constexpr KeyShape kMethodKeys[] = {
    {"served", KeyShape::kOptional, kExpressionShape},
    {"proof", KeyShape::kNeeded, kExpressionShape},
};
constexpr Shape kMethodShape = MapShape(kMethodKeys);
constexpr KeyShape kScoringKeys[] = {{"scheme", KeyShape::kNeeded, {ShapeKind::kScheme}}};
constexpr KeyShape kPackKeys[] = {
    {"extends", KeyShape::kOptional, ListShape(kTextShape)},
    {"name", KeyShape::kNeeded, kTextShape},
    {"title", KeyShape::kNeeded, kTextShape},
    {"version", KeyShape::kNeeded, kTextShape},
    {"model", KeyShape::kNeeded, kTextShape},
    {"applies", KeyShape::kOptional, kExpressionShape},
    {"stages", KeyShape::kOptional, TableShape(kTextShape)},
    {"law_date", KeyShape::kOptional, TableShape(kExpressionShape)},
    {"params", KeyShape::kOptional, TableShape(kParamShape)},
    {"families", KeyShape::kOptional, TableShape(kPatternsShape)},
    {"methods", KeyShape::kOptional, TableShape(kMethodShape)},
    {"scoring", KeyShape::kOptional, MapShape(kScoringKeys)},
    {"disable", KeyShape::kOptional, TableShape(kTextShape)},
    {"severities", KeyShape::kOptional, TableShape(kSeverityShape)},
};

yaml::MapReader::Need Of(std::string_view key) { return NeedOf(kPackKeys, key); }

class PackLoader {
 public:
  PackLoader(const FileReader& files, const PackShelf& shelf, DiagnosticSink& sink)
      : files_(files), shelf_(shelf), sink_(sink) {}

  std::optional<Pack> Load(const std::string& dir, int depth) {
    const std::string path = dir + "/" + std::string(kPackFile);
    const std::shared_ptr<const yaml::Document> document = ReadYaml(path);
    if (document == nullptr) return std::nullopt;
    const SourcePtr& source = document->source;
    yaml::MapReader keys(source, document->root, sink_);

    Pack pack;
    if (const yaml::Node* const extends = keys.List("extends", Of("extends"))) {
      for (const yaml::Node& base : extends->items()) Extend(base, source, depth, pack);
    }
    pack.laws = shelf_.laws;
    pack.name = keys.Text("name", Of("name"));
    pack.title = keys.Text("title", Of("title"));
    pack.version = keys.Text("version", Of("version"));
    keys.Text("model", Of("model"));
    if (const yaml::Node* const applies = keys.Any("applies", Of("applies"))) {
      pack.applies = applies;
      pack.applies_source = source;
    }
    ReadStages(keys.Map("stages", Of("stages")), pack);
    ReadLawDates(keys.Map("law_date", Of("law_date")), source, pack);
    ReadParams(keys.Map("params", Of("params")), source, pack);
    ReadFamilies(keys.Map("families", Of("families")), source, pack);
    ReadMethods(keys.Map("methods", Of("methods")), source, pack);
    if (const yaml::Node* const scoring = keys.Map("scoring", Of("scoring"))) {
      yaml::MapReader scheme(source, *scoring, sink_);
      const yaml::Node* const name = scheme.Scalar("scheme", NeedOf(kScoringKeys, "scheme"));
      if (name != nullptr) SetScheme(name->text(), name->span(), source, pack);
      scheme.Finish();
    }
    const yaml::Node* const disable = keys.Map("disable", Of("disable"));
    const yaml::Node* const severities = keys.Map("severities", Of("severities"));
    keys.Finish();
    pack.documents.push_back(document);
    if (disable != nullptr) Disable(*disable, source, pack);
    if (severities != nullptr) SetSeverities(*severities, source, pack);
    ReadRules(dir, source, pack);
    SortRules(pack);
    pack.digest = Sha256Hex(pack.digest + digest_input_);
    return pack;
  }

  // A pack of the shelf, read at most once; its mistakes are told that once.
  std::optional<Pack> OnShelf(const std::string& name, int depth) {
    const auto known = shelf_.read->find(name);
    if (known != shelf_.read->end()) return known->second;
    PackLoader loader(*shelf_.files, shelf_, sink_);
    return (*shelf_.read)[name] = loader.Load(shelf_.folder + name, depth);
  }

 private:
  std::shared_ptr<const yaml::Document> ReadYaml(const std::string& path) {
    std::string text;
    const Result<size_t> read = files_.ReadAll(path, kMaxFileBytes, text);
    if (!read.ok()) {
      sink_.Error(nullptr, {}, TextId::kPackFileUnreadable, {path});
      return nullptr;
    }
    digest_input_ += path.substr(path.find_last_of('/') + 1) + '\n' + Sha256Hex(text) + '\n';
    auto source = std::make_shared<const Source>(path, std::move(text));
    std::optional<yaml::Document> document = yaml::Parse(source, sink_);
    if (!document) return nullptr;
    return std::make_shared<const yaml::Document>(std::move(*document));
  }

  void Extend(const yaml::Node& base, const SourcePtr& source, int depth, Pack& pack) {
    const std::vector<std::string> names = PackNames(shelf_);
    const bool known = std::find(names.begin(), names.end(), base.text()) != names.end();
    if (!known || depth >= kMaxExtends) {
      const std::vector<std::string_view> views(names.begin(), names.end());
      Diagnostic& error = sink_.Error(source, base.span(), TextId::kUnknownPack, {base.text()});
      const std::vector<std::string> hints = Suggest(base.text(), views);
      if (!hints.empty()) error.help.push_back({TextId::kDidYouMean, {JoinSuggestions(hints)}});
      return;
    }
    std::optional<Pack> loaded = OnShelf(base.text(), depth + 1);
    if (!loaded) return;
    loaded->bases.push_back(loaded->name);
    if (pack.documents.empty()) {
      pack = std::move(*loaded);
      return;
    }
    for (std::string& further : loaded->bases) {
      if (std::find(pack.bases.begin(), pack.bases.end(), further) == pack.bases.end()) {
        pack.bases.push_back(std::move(further));
      }
    }
    if (!loaded->scoring_scheme.empty()) {
      SetScheme(loaded->scoring_scheme, loaded->scoring_span, loaded->scoring_source, pack);
    }
    for (Stage& stage : loaded->stages) AddStage(std::move(stage), pack);
    for (LawDate& date : loaded->law_dates) SetLawDate(std::move(date), pack);
    for (Param& param : loaded->params) SetNamed(std::move(param), pack.params);
    for (TextFamily& family : loaded->families) SetNamed(std::move(family), pack.families);
    for (ServiceMethod& method : loaded->methods) SetNamed(std::move(method), pack.methods);
    for (auto& rule : loaded->rules) SetRule(std::move(rule), pack);
    for (auto& document : loaded->documents) pack.documents.push_back(std::move(document));
    pack.digest += loaded->digest;
  }

  static void SetScheme(std::string name, Span span, const SourcePtr& source, Pack& pack) {
    pack.scoring_scheme = std::move(name);
    pack.scoring_span = span;
    pack.scoring_source = source;
  }

  static void AddStage(Stage stage, Pack& pack) {
    for (Stage& known : pack.stages) {
      if (known.folder == stage.folder) {
        known = std::move(stage);
        return;
      }
    }
    pack.stages.push_back(std::move(stage));
  }

  static void SetLawDate(LawDate date, Pack& pack) {
    std::erase_if(pack.law_dates, [&](const LawDate& known) { return known.stage == date.stage; });
    pack.law_dates.push_back(std::move(date));
  }

  // In place of the one of that name, else behind the others.
  template <typename Named>
  static void SetNamed(Named named, std::vector<Named>& all) {
    for (Named& known : all) {
      if (known.name == named.name) {
        known = std::move(named);
        return;
      }
    }
    all.push_back(std::move(named));
  }

  static void SetRule(std::shared_ptr<const Rule> rule, Pack& pack) {
    std::erase_if(pack.rules, [&](const auto& known) { return known->id == rule->id; });
    pack.rules.push_back(std::move(rule));
  }

  void ReadStages(const yaml::Node* node, Pack& pack) {
    if (node == nullptr) return;
    for (const yaml::Entry& entry : node->entries()) {
      AddStage({entry.key, entry.value.text()}, pack);
    }
  }

  void ReadLawDates(const yaml::Node* node, const SourcePtr& source, Pack& pack) {
    if (node == nullptr) return;
    for (const yaml::Entry& entry : node->entries()) {
      const bool general = entry.key == "default";
      const bool known =
          general || std::any_of(pack.stages.begin(), pack.stages.end(),
                                 [&](const Stage& stage) { return stage.label == entry.key; });
      if (!known) {
        sink_.Error(source, entry.key_span, TextId::kUnknownStage, {entry.key});
        continue;
      }
      SetLawDate({general ? std::string() : entry.key, &entry.value, source}, pack);
    }
  }

  void ReadParams(const yaml::Node* node, const SourcePtr& source, Pack& pack) {
    if (node == nullptr) return;
    for (const yaml::Entry& entry : node->entries()) {
      const auto known = std::find_if(pack.params.begin(), pack.params.end(),
                                      [&](const Param& p) { return p.name == entry.key; });
      const bool inherited = known != pack.params.end();
      Param param;
      param.pack = pack.name;
      param.name = entry.key;
      param.span = entry.key_span;
      param.source = source;
      yaml::MapReader keys(source, entry.value, sink_);
      // An inherited parameter keeps what is not said anew.
      param.type =
          keys.Text("type", inherited ? NeedOf(kParamKeys, "type") : yaml::MapReader::kNeeded);
      if (param.type.empty() && inherited) param.type = known->type;
      param.label = keys.Text("label", NeedOf(kParamKeys, "label"));
      if (param.label.empty()) param.label = inherited ? known->label : param.name;
      const yaml::Node* const value = keys.Any("value", NeedOf(kParamKeys, "value"));
      const yaml::Node* const values = keys.List("values", NeedOf(kParamKeys, "values"));
      keys.Finish();
      if ((value == nullptr) == (values == nullptr)) {
        sink_.Error(source, entry.key_span, TextId::kParamValueOrValues, {entry.key});
        continue;
      }
      if (value != nullptr) param.values.push_back({{}, value});
      if (values != nullptr) {
        for (const yaml::Node& row : values->items()) {
          yaml::MapReader ranged(source, row, sink_);
          ParamValue dated;
          dated.range = ReadDateRange(ranged, sink_);
          dated.value = ranged.Any("value", NeedOf(kParamValueKeys, "value"));
          ranged.Finish();
          if (dated.value != nullptr) param.values.push_back(dated);
        }
      }
      SetNamed(std::move(param), pack.params);
    }
  }

  void ReadFamilies(const yaml::Node* node, const SourcePtr& source, Pack& pack) {
    if (node == nullptr) return;
    for (const yaml::Entry& entry : node->entries()) {
      if (!entry.value.is_list() || entry.value.items().empty()) {
        sink_.Error(source, entry.value.span(), TextId::kCheckWantsList, {entry.key});
        continue;
      }
      SetNamed(TextFamily{entry.key, &entry.value, source, &files_ == shelf_.files}, pack.families);
    }
  }

  void ReadMethods(const yaml::Node* node, const SourcePtr& source, Pack& pack) {
    if (node == nullptr) return;
    for (const yaml::Entry& entry : node->entries()) {
      yaml::MapReader keys(source, entry.value, sink_);
      ServiceMethod method{entry.key, entry.key_span, nullptr, nullptr, source};
      method.served = keys.Any("served", NeedOf(kMethodKeys, "served"));
      method.proof = keys.Any("proof", NeedOf(kMethodKeys, "proof"));
      keys.Finish();
      if (method.proof != nullptr) SetNamed(method, pack.methods);
    }
  }

  void Disable(const yaml::Node& node, const SourcePtr& source, Pack& pack) {
    for (const yaml::Entry& entry : node.entries()) {
      if (std::erase_if(pack.rules, [&](const auto& rule) { return rule->id == entry.key; }) == 0) {
        sink_.Error(source, entry.key_span, TextId::kUnknownRule, {entry.key});
      }
      if (entry.value.text().empty()) {
        sink_.Error(source, entry.key_span, TextId::kDisableReason, {entry.key});
      }
    }
  }

  // Inherited rules weighed otherwise, the rest of them as it was.
  void SetSeverities(const yaml::Node& node, const SourcePtr& source, Pack& pack) {
    for (const yaml::Entry& entry : node.entries()) {
      const auto rule = std::find_if(pack.rules.begin(), pack.rules.end(),
                                     [&](const auto& known) { return known->id == entry.key; });
      const std::optional<Severity> severity = SeverityNamed(entry.value.text());
      if (rule == pack.rules.end()) {
        sink_.Error(source, entry.key_span, TextId::kUnknownRule, {entry.key});
      } else if (!severity) {
        sink_.Error(source, entry.value.span(), TextId::kUnknownSeverity, {entry.value.text()});
      } else {
        auto weighed = std::make_shared<Rule>(**rule);
        weighed->severity = *severity;
        *rule = std::move(weighed);
      }
    }
  }

  void ReadRules(const std::string& dir, const SourcePtr& pack_source, Pack& pack) {
    const Result<std::vector<std::string>> folders = files_.List(dir);
    if (!folders.ok()) return;
    std::set<std::string> own_ids;
    for (const std::string& folder : *folders) {
      const std::string stage_dir = dir + "/" + folder;
      const Result<FileKind> kind = files_.KindOf(stage_dir);
      if (!kind.ok() || *kind != FileKind::kDirectory) continue;
      const auto stage = std::find_if(pack.stages.begin(), pack.stages.end(),
                                      [&](const Stage& known) { return known.folder == folder; });
      if (stage == pack.stages.end()) {
        sink_.Error(pack_source, {}, TextId::kUnknownStageFolder, {stage_dir});
        continue;
      }
      const Result<std::vector<std::string>> names = files_.List(stage_dir);
      if (!names.ok()) continue;
      for (const std::string& name : *names) {
        if (!name.ends_with(kRuleEnding)) continue;
        const auto document = ReadYaml(stage_dir + "/" + name);
        if (document == nullptr) continue;
        std::shared_ptr<const Rule> rule = ReadRule(document, pack.name, *stage, sink_);
        if (rule == nullptr) continue;
        if (!own_ids.insert(rule->id).second) {
          sink_.Error(document->source, document->root.Find("id")->span(), TextId::kRuleIdTwice,
                      {rule->id});
        }
        SetRule(std::move(rule), pack);
      }
    }
  }

  static void SortRules(Pack& pack) {
    const auto rank = [&](const Rule& rule) {
      size_t i = 0;
      while (i < pack.stages.size() && pack.stages[i].label != rule.stage) ++i;
      return i;
    };
    std::stable_sort(pack.rules.begin(), pack.rules.end(), [&](const auto& a, const auto& b) {
      const size_t rank_a = rank(*a);
      const size_t rank_b = rank(*b);
      return rank_a != rank_b ? rank_a < rank_b : a->id < b->id;
    });
  }

  const FileReader& files_;
  const PackShelf& shelf_;
  DiagnosticSink& sink_;
  std::string digest_input_;
};

}  // namespace

std::span<const KeyShape> PackKeys() { return kPackKeys; }

std::optional<Pack> LoadPack(const FileReader& files, const std::string& dir,
                             const PackShelf& shelf, DiagnosticSink& sink) {
  PackLoader loader(files, shelf, sink);
  const bool on_shelf = &files == shelf.files && dir.starts_with(shelf.folder);
  return on_shelf ? loader.OnShelf(dir.substr(shelf.folder.size()), 0) : loader.Load(dir, 0);
}

bool SetParam(Pack& pack, const std::string& name, const yaml::Node& value, SourcePtr source) {
  for (Param& param : pack.params) {
    if (param.name != name) continue;
    param.pack.clear();
    param.span = value.span();
    param.values = {{{}, &value}};
    param.source = std::move(source);
    return true;
  }
  return false;
}

std::vector<std::string> PackNames(const PackShelf& shelf) {
  std::vector<std::string> names;
  std::string folder = shelf.folder;
  if (folder.ends_with('/')) folder.pop_back();
  const Result<std::vector<std::string>> entries = shelf.files->List(folder);
  if (!entries.ok()) return names;
  for (const std::string& entry : *entries) {
    const std::string file = shelf.folder + entry + "/" + std::string(kPackFile);
    const Result<FileKind> kind = shelf.files->KindOf(file);
    if (kind.ok() && *kind == FileKind::kFile) names.push_back(entry);
  }
  return names;
}

}  // namespace anjuan
