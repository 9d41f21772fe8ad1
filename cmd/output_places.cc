#include "cmd/output_places.h"

#include <algorithm>
#include <filesystem>

namespace anjuan {
namespace {

namespace fs = std::filesystem;

// One spelling a file, whether it is there or not yet.
std::string Resolved(const std::string& path) {
  std::error_code error;
  fs::path resolved = fs::weakly_canonical(path, error);
  if (error) return path;
  if (resolved.is_relative()) resolved = fs::absolute(resolved, error);
  return error ? path : resolved.lexically_normal().string();
}

bool IsDevice(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  return !error && fs::exists(status) && !fs::is_regular_file(status);
}

}  // namespace

OutputPlaces::OutputPlaces(const std::vector<OutputChoice>& outputs) {
  for (const OutputChoice& output : outputs) {
    if (output.file.empty() || IsDevice(output.file)) continue;
    std::string path = Resolved(output.file);
    std::string name = fs::path(path).filename().string();
    places_.push_back({output.file, std::move(path), std::move(name)});
  }
}

std::string OutputPlaces::Clash(const std::vector<std::string>& read) const {
  for (size_t i = 0; i < places_.size(); ++i) {
    for (size_t k = 0; k < i; ++k) {
      if (places_[i].path == places_[k].path) return places_[i].written;
    }
    for (const std::string& path : read) {
      if (!path.empty() && Resolved(path) == places_[i].path) return places_[i].written;
    }
  }
  return "";
}

bool OutputPlaces::Has(const std::string& path) const {
  const size_t slash = path.rfind('/');
  const std::string_view name = std::string_view(path).substr(slash == path.npos ? 0 : slash + 1);
  return std::any_of(places_.begin(), places_.end(), [&](const Place& place) {
    return place.name == name && Resolved(path) == place.path;
  });
}

}  // namespace anjuan
