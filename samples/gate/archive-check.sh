#!/bin/sh
# 归档前检查: only a case file that passes goes into the archive.
#
#   ARCHIVE=/srv/archive archive-check.sh FILE...
#
# A file with findings stays, its report beside it (FILE.txt). Exit: 0 all archived; 1 some have
# findings; 3 some could not be audited; 2 the check itself could not run, and nothing more is moved.
set -u
archive=${ARCHIVE:?names the folder of the archive}
[ -d "$archive" ] || { echo "archive-check: no folder $archive" >&2; exit 2; }

worst=0
for file in "$@"; do
  anjuan audit --no-progress -o "text=$file.txt" -- "$file" >/dev/null
  code=$?
  case $code in
    0)
      mv -- "$file" "$archive/" || exit 2
      rm -f -- "$file.txt"
      ;;
    1 | 3)
      echo "archive-check: not archived: $file (see $file.txt)" >&2
      [ "$code" -le "$worst" ] || worst=$code
      ;;
    *) exit 2 ;;
  esac
done
exit "$worst"
