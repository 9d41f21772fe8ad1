"""Every reader on generated case files: many_files.py ANJUAN GENERATOR COUNT"""

import os
import pathlib
import subprocess
import sys
import tempfile

from report import HERE, SKIPPED

READERS = ("json_schema.py", "sarif.py", "csv_readers.py", "junit.py", "html_strict.py")


def main(anjuan, generator, count):
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        cases = pathlib.Path(folder) / "cases"
        cases.mkdir()
        subprocess.run([generator, "--out", cases, "--count", count], check=True,
                       stdout=subprocess.DEVNULL)
        for reader in READERS:
            ran = subprocess.run([sys.executable, "-B", HERE / reader, anjuan, "cases"],
                                 env={**os.environ, "ANJUAN_READERS_FOLDER": folder}, check=False)
            if ran.returncode not in (0, SKIPPED):
                failed.append(reader)
    sys.exit("failed: " + ", ".join(failed) if failed else 0)


main(*sys.argv[1:])
