#!/usr/bin/env python3
"""Rate and peak memory of `anjuan summary` over many cases of NDJSON.

Cases are generated, audited once, and repeated under other names until there are enough of them.
"""
import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time

AGENCIES = 200
LIMIT_MB = 200


def repeated(report, to, cases):
    """Writes a report of `cases` cases made of those in `report`."""
    with open(report, encoding="utf-8") as lines:
        head, *rest = lines
    seeds = [line for line in rest if line.startswith('{"type":"case"')]
    with open(to, "w", encoding="utf-8") as out:
        out.write(head)
        for i in range(cases):
            line = seeds[i % len(seeds)]
            round_ = i // len(seeds)
            line = line.replace('"file":"', f'"file":"{round_}/', 1)
            line = line.replace('"agency":"', f'"agency":"{round_ % AGENCIES}号', 1)
            out.write(line)
        out.write(f'{{"type":"summary","found":{cases},"audited":{cases},"unaudited":0,"cases":{cases}}}\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--anjuan", required=True)
    parser.add_argument("--generator", required=True)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seeds", type=int, default=500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = os.path.join(folder, "made")
        subprocess.run([options.generator, "--out", made, "--count", str(options.seeds)], check=True, stdout=subprocess.DEVNULL)
        seed = os.path.join(folder, "seed.ndjson")
        subprocess.run([options.anjuan, "audit", made, "--no-progress", "-o", f"ndjson={seed}"],
                       stdout=subprocess.DEVNULL)
        report = os.path.join(folder, "many.ndjson")
        repeated(seed, report, options.cases)
        size = os.path.getsize(report)
        began = time.monotonic()
        done = subprocess.run([options.anjuan, "summary", report, "--rank", "agency", "-o", "json"],
                              stdout=subprocess.DEVNULL)
        seconds = time.monotonic() - began
        # Of all children; the audit of the seeds stays far below.
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"summary: {options.cases} cases, {size / 1e6:.0f} MB in {seconds:.1f} s: "
              f"{options.cases / seconds:.0f} cases/s, {size / 1e6 / seconds:.0f} MB/s, peak {peak:.0f} MB")
        if done.returncode != 0 or peak > LIMIT_MB:
            sys.exit(f"exit {done.returncode}, at most {LIMIT_MB} MB wanted")


if __name__ == "__main__":
    main()
