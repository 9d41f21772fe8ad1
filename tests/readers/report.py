"""Runs the program for the readers and says what it cannot have."""

import importlib.util
import os
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# Inputs are named from here, as they are in a repository.
FOLDER = pathlib.Path(os.environ.get("ANJUAN_READERS_FOLDER", ROOT))


def need(condition, what):
    """Without it there is nothing to test: skipped, and said why."""
    if not condition:
        print("skipped:", what, "is not installed")
        sys.exit(SKIPPED)


def need_module(name, package):
    need(importlib.util.find_spec(name) is not None, package)


def audit(anjuan, form, inputs):
    """The bytes of one report, written to a file as a user would."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "report"
        ran = subprocess.run(
            [anjuan, "audit", "--as-of", "2024-12-31", "-o", f"{form}={path}", *inputs],
            cwd=FOLDER, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if ran.returncode not in (0, 1, 3) or ran.stderr:
            raise SystemExit(f"{form}: exit {ran.returncode}: {ran.stderr.decode()}")
        return path.read_bytes()


class Faults:
    """Collected, so that one run tells all."""

    def __init__(self):
        self.found = []

    def check(self, condition, text):
        if not condition:
            self.found.append(text)

    def end(self, what):
        for fault in self.found[:20]:
            print("fault:", fault)
        if self.found:
            sys.exit(f"{len(self.found)} faults")
        print("whole:", what)
