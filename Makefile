# Thin words over the CMake presets; plain `make` prints them.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PACKAGES := cmake ninja-build g++ pkg-config ccache clang-format clang-tidy libcli11-dev libyaml-cpp-dev \
            libfmt-dev libxml2-dev libxml2-utils libre2-dev libmd-dev libarchive-dev libxlsxwriter-dev rapidjson-dev doctest-dev python3
# Readers of reports, for tests: a test whose reader is not there is skipped. npm only where there is
# none yet, of any origin.
TEST_PACKAGES := python3-html5lib python3-jsonschema python3-openpyxl sqlite3 groff-base mandoc zsh fish libreoffice-calc-nogui \
                 chromium fonts-noto-cjk $(if $(shell command -v npm),,nodejs npm)
FUZZ_PACKAGES := clang
FUZZ_SECONDS ?= 60

anjuan := build/release/anjuan
sources := find lib cmd tests -name '*.cc' -o -name '*.h'

# $(call configured,PRESET): configures once; ninja itself notices later changes.
configured = test -f build/$(1)/build.ninja || cmake --preset $(1)

# $(call installed,PACKAGES): installs what is missing, and says nothing where nothing is.
define installed
missing=(); \
for package in $(1); do \
  [[ "$$(dpkg-query -W -f='$${db:Status-Status}' "$$package" 2>/dev/null)" == installed ]] || missing+=("$$package"); \
done; \
if (( $${#missing[@]} )); then \
  sudo=(); (( $$(id -u) == 0 )) || sudo=(sudo); \
  "$${sudo[@]}" apt-get update && \
  "$${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$${missing[@]}"; \
fi
endef

.PHONY: help
help: ## print these words
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: deps
deps: ## install the Debian packages that are missing (root or sudo)
	@$(call installed,$(PACKAGES))

.PHONY: test-deps
test-deps: deps ## install what tests read reports with, as far as it is missing
	@$(call installed,$(TEST_PACKAGES)) || echo 'tests whose readers are not installed are skipped'

.PHONY: release
release: deps
	@$(call configured,release)
	@cmake --build --preset release

.PHONY: audit
audit: release ## build and audit samples/ (findings are expected; only a run that fails is an error)
	@$(anjuan) audit samples/ || (( $$? == 1 || $$? == 3 ))

.PHONY: test
test: release test-deps ## build and run every test: units, layers, command line, rule packs, format
	ctest --preset release
	$(anjuan) rules test
	$(sources) | xargs clang-format --dry-run -Werror

.PHONY: asan
asan: deps ## every test under address and undefined-behaviour sanitizers
	cmake --workflow --preset asan

.PHONY: tsan
tsan: deps ## the batch tests under the thread sanitizer
	cmake --workflow --preset tsan

.PHONY: rules
rules: release ## the tests inside the rule packs
	$(anjuan) rules test

.PHONY: torture
torture: release ## reports under 1 000 kills at random moments, and on a full disk
	python3 tests/torture/kills.py --anjuan $(anjuan) --kills 1000

.PHONY: accuracy
accuracy: release ## recall and precision on made case files whose truth is known
	python3 tests/accuracy/run.py --anjuan $(anjuan)

.PHONY: golden
golden: release ## rewrite tests/golden from what the program prints; review with git diff
	ANJUAN_GOLDEN=write build/release/tests/cli/cli_test --test-case='*golden*'

.PHONY: fuzz
fuzz: deps ## build the fuzz targets and run each for FUZZ_SECONDS
	@$(call installed,$(FUZZ_PACKAGES))
	@$(call configured,fuzz)
	cmake --build --preset fuzz
	for target in build/fuzz/tests/fuzz/*_fuzz; do "$$target" -max_total_time=$(FUZZ_SECONDS) || exit 1; done

.PHONY: bench
bench: release ## speed of rule expressions; speed and memory on generated case files, against xmllint
	build/release/tests/bench/expr_bench
	python3 tests/bench/compare.py --anjuan $(anjuan) --generator build/release/tests/bench/generate_cases
	python3 tests/bench/summary_rate.py --anjuan $(anjuan) --generator build/release/tests/bench/generate_cases

.PHONY: tidy
tidy: deps ## clang-tidy with the checks of .clang-tidy, all of them errors
	cmake --preset dev
	run-clang-tidy -quiet -extra-arg=-Wno-unknown-warning-option -p build/dev '$(CURDIR)/(lib|cmd|tests)/.*\.cc$$'

.PHONY: format
format: deps ## clang-format over lib, cmd and tests
	$(sources) | xargs clang-format -i

.PHONY: clean
clean: ## remove build/
	rm -rf build
