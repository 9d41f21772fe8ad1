#!/bin/sh
# The HTML report in a browser and before a checker: run.sh ANJUAN SOURCES WORK
# Exits 77 (skipped) where node, npm or chromium is not there, or npm cannot fetch its packages.
set -eu
anjuan=$1
sources=$2
work=$3
here=$sources/tests/readers/html_page

skip() {
  echo "skipped: $1"
  exit 77
}
for program in node npm chromium; do
  command -v "$program" >/dev/null || skip "no $program"
done
mkdir -p "$work"
if ! cmp -s "$here/package-lock.json" "$work/installed.json"; then
  cp "$here/package.json" "$here/package-lock.json" "$work/"
  (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund) >"$work/npm.log" 2>&1 ||
    skip "npm ci failed, see $work/npm.log"
  cp "$here/package-lock.json" "$work/installed.json"
fi
cp "$here"/*.mjs "$work/"

# Exits of findings (1) and of unaudited files (3) are wanted.
report() {
  page=$1
  shift
  code=0
  "$anjuan" audit --as-of 2024-12-31 -o "html=$work/$page" "$@" >/dev/null || code=$?
  [ "$code" -eq 1 ] || [ "$code" -eq 3 ]
}
cd "$sources"
report samples.html samples/
report small.html --lang en samples/03-*.xml samples/14-*.xml samples/16-*.xml
rm -rf "$work/hostile"
node "$work/hostile.mjs" samples/02-*.xml samples/13-*.xml "$work/hostile"
report hostile.html "$work/hostile"
cd "$work"
node check.mjs small.html
exec node browse.mjs
