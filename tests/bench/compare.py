#!/usr/bin/env python3
"""Speed and memory of `anjuan audit` on generated case files, beside xmllint on the same files.

Machines drift, so runs are alternated and only ratios within one pair count:
  1. CPU (user + system) of `anjuan audit -o ndjson --jobs 1` / `xmllint --noout --stream`
  2. CPU of all shipped packs / the first rules of pack penalty alone, by path
  3. wall time of two jobs / one job
  4. peak memory for a fifth of the files and for all of them
"""

import argparse
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import time


def generate(generator, folder, count, size):
    """Writes the files once; a stamp names what they were made from."""
    stamp = folder / "stamp"
    wanted = f"{count} files of {size} bytes by {generator.stat().st_mtime_ns}"
    cases = folder / "cases"
    if stamp.exists() and stamp.read_text() == wanted:
        return cases
    subprocess.run(["rm", "-rf", str(folder)], check=True)
    folder.mkdir(parents=True)
    subprocess.run([str(generator), "--out", str(cases), "--count", str(count), "--bytes", str(size), "--seed", "1"], check=True)
    stamp.write_text(wanted)
    return cases


def run(command, accepted):
    """CPU seconds of the command and all it starts, wall seconds, its own peak memory in MiB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in accepted:
        sys.exit(f"compare: {' '.join(command)} ended with {child.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall, usage.ru_maxrss / 1024


def anjuan(program, cases, jobs, *options):
    # 0 and 1 both mean that every file was audited.
    return run([str(program), "audit", "-o", "ndjson", "--no-progress", "--jobs", str(jobs), *options, str(cases)], (0, 1))


def first_rules(pack, folder, count):
    """Writes a pack of only the first rule files of a pack, by path; returns their number."""
    shutil.rmtree(folder, ignore_errors=True)
    rules = sorted(pack.glob("*/*.yaml"))[:count]
    for file in [pack / "pack.yaml", *rules]:
        copy = folder / file.relative_to(pack)
        copy.parent.mkdir(parents=True, exist_ok=True)
        # A rule may name one that is left behind.
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        copy.write_text("".join(line for line in lines if not line.startswith("subsumes:")), encoding="utf-8")
    return len(rules)


def xmllint(cases):
    return run(["sh", "-c", f"find '{cases}' -name '*.xml' -print0 | xargs -0 -n 2000 xmllint --noout --stream"], (0,))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--anjuan", type=pathlib.Path, default=pathlib.Path("build/release/anjuan"))
    parser.add_argument("--generator", type=pathlib.Path, default=pathlib.Path("build/release/tests/bench/generate_cases"))
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/bench"))
    parser.add_argument("--penalty", type=pathlib.Path, default=pathlib.Path("rules/packs/penalty"))
    parser.add_argument("--rules", type=int, default=40)
    parser.add_argument("--files", type=int, default=10000)
    parser.add_argument("--bytes", type=int, default=20000)
    parser.add_argument("--pairs", type=int, default=5)
    options = parser.parse_args()

    few = max(1, options.files // 5)
    all_cases = generate(options.generator, options.work / "all", options.files, options.bytes)
    few_cases = generate(options.generator, options.work / "few", few, options.bytes)
    anjuan(options.anjuan, all_cases, 1)  # the page cache is warm from here on
    xmllint(all_cases)

    print(f"{options.files} files of about {options.bytes} bytes, {os.cpu_count()} cores, {options.pairs} alternated pairs")
    print("\nCPU seconds, one job         anjuan  xmllint   ratio")
    ratios = []
    for pair in range(options.pairs):
        ours = anjuan(options.anjuan, all_cases, 1)[0]
        theirs = xmllint(all_cases)[0]
        ratios.append(ours / theirs)
        print(f"  pair {pair + 1}                     {ours:6.2f}   {theirs:6.2f}  {ratios[-1]:6.2f}")
    print(f"  median                                       {statistics.median(ratios):6.2f}")

    few_rules = options.work / "penalty"
    rules = first_rules(options.penalty, few_rules, options.rules)
    print(f"\nCPU seconds, one job      all packs {rules:2d} rules   ratio (at most 1.5)")
    ratios = []
    for pair in range(options.pairs):
        every = anjuan(options.anjuan, all_cases, 1)[0]
        first = anjuan(options.anjuan, all_cases, 1, "--pack", str(few_rules))[0]
        ratios.append(every / first)
        print(f"  pair {pair + 1}                     {every:6.2f}   {first:6.2f}  {ratios[-1]:6.2f}")
    print(f"  median                                       {statistics.median(ratios):6.2f}")

    print("\nwall seconds                  1 job   2 jobs   ratio")
    ratios = []
    for pair in range(options.pairs):
        one = anjuan(options.anjuan, all_cases, 1)[1]
        two = anjuan(options.anjuan, all_cases, 2)[1]
        ratios.append(two / one)
        print(f"  pair {pair + 1}                     {one:6.2f}   {two:6.2f}  {ratios[-1]:6.2f}")
    print(f"  median                                       {statistics.median(ratios):6.2f}")

    print("\npeak memory, MiB              1 job   2 jobs")
    for count, cases in ((few, few_cases), (options.files, all_cases)):
        peaks = [anjuan(options.anjuan, cases, jobs)[2] for jobs in (1, 2)]
        print(f"  {count:6d} files              {peaks[0]:6.1f}   {peaks[1]:6.1f}")


if __name__ == "__main__":
    main()
