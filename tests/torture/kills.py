#!/usr/bin/env python3
"""Kills the program while it writes all report formats: no report may be torn or missing."""

import argparse
import contextlib
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SOURCES = pathlib.Path(__file__).resolve().parents[2]


def formats(anjuan):
    """The formats that the program itself names, less the one for the terminal."""
    refused = subprocess.run([anjuan, "audit", "x", "-o", "?"], capture_output=True, text=True)
    names = refused.stderr.splitlines()[0].replace("(", ":").replace(")", "").split(":")[-1].split()
    found = [name.strip(",、") for name in names]
    if "json" not in found:
        sys.exit(f"cannot tell the formats from: {refused.stderr}")
    return found


def command(anjuan, inputs, folder, names):
    outputs = [part for name in names for part in ("-o", f"{name}={folder / ('report.' + name)}")]
    return [anjuan, "audit", "--as-of", "2024-12-31", "--fail-on", "never", "--no-progress",
            *outputs, *map(str, inputs)]


def contents(folder, names):
    return {name: (folder / f"report.{name}").read_bytes() for name in names
            if (folder / f"report.{name}").exists()}


def run(arguments):
    return subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def written(anjuan, inputs, folder, names):
    folder.mkdir(exist_ok=True)
    done = run(command(anjuan, inputs, folder, names))
    if done.returncode not in (0, 3):
        sys.exit(f"a plain run ends with {done.returncode}: {done.stderr}")
    found = contents(folder, names)
    assert set(found) == set(names), sorted(set(names) - set(found))
    return found


def check(found, earlier, later, names, when):
    for name in names:
        if name not in found:
            sys.exit(f"{when}: report.{name} is missing")
        if found[name] not in (earlier[name], later[name]):
            sys.exit(f"{when}: report.{name} is neither the earlier report nor the new one")


def kill_often(anjuan, old_inputs, new_inputs, root, names, kills, dice):
    folder = root / "kills"
    earlier = written(anjuan, old_inputs, root / "old", names)
    later = written(anjuan, new_inputs, root / "new", names)
    folder.mkdir()
    began = time.monotonic()
    run(command(anjuan, new_inputs, folder, names))
    takes = time.monotonic() - began
    killed = renewed = 0
    for turn in range(kills):
        for name in names:
            (folder / f"report.{name}").write_bytes(earlier[name])
        process = subprocess.Popen(command(anjuan, new_inputs, folder, names),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Half of the kills fall into the last part, where the reports take their names.
        part = dice.uniform(0, 1) if turn % 2 == 0 else dice.uniform(0.6, 1.1)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=takes * part)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        found = contents(folder, names)
        check(found, earlier, later, names, f"kill {turn + 1}")
        renewed += sum(found[name] != earlier[name] for name in names) > 0
        for left in folder.iterdir():
            if left.name not in {f"report.{name}" for name in names}:
                left.unlink()
    print(f"{kills} runs, {killed} killed before their end, {renewed} had renewed a report: "
          f"every one of {len(names)} reports whole each time")


def fill_disk(anjuan, old_inputs, new_inputs, root, names):
    """A tmpfs that holds the earlier reports and no more than a part of the new ones."""
    earlier = written(anjuan, old_inputs, root / "old", names)
    later = written(anjuan, new_inputs, root / "new", names)
    sizes = [sum(map(len, earlier.values())), sum(map(len, later.values()))]
    folder = root / "full"
    folder.mkdir()
    refused = 0
    for share in (0.02, 0.2, 0.5, 0.9):
        room = int((sizes[0] + sizes[1] * share) / 1024) + 64
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room}k", "none", folder],
                                 capture_output=True, text=True)
        if mounted.returncode != 0:
            print("full disk: left out, no right to mount")
            return
        try:
            for name in names:
                (folder / f"report.{name}").write_bytes(earlier[name])
            done = run(command(anjuan, new_inputs, folder, names))
            found = contents(folder, names)
            check(found, earlier, later, names, f"full disk, room for {share}")
            # Reports that are done make room for the next: little room may be enough.
            if done.returncode != 2 and found != later:
                sys.exit(f"full disk: ends with {done.returncode}, not 2: {done.stderr}")
            refused += done.returncode == 2
            left = [path.name for path in folder.iterdir() if not path.name.startswith("report.")
                    or path.name.count(".") > 1]
            if left:
                sys.exit(f"full disk: leaves {left} behind")
        finally:
            subprocess.run(["umount", folder], check=True)
    if refused == 0:
        sys.exit("full disk: there was room in every run, so nothing was shown")
    print(f"full disk: {refused} runs of 4 had no room and end with 2; every report whole, "
          "nothing left behind")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--anjuan", required=True)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    samples = sorted((SOURCES / "samples").glob("*.xml"))
    names = formats(options.anjuan)
    root = pathlib.Path(tempfile.mkdtemp(prefix="anjuan-kills-"))
    try:
        kill_often(options.anjuan, samples[:6], samples, root, names, options.kills,
                   random.Random(options.seed))
        fill_disk(options.anjuan, samples[:6], samples, root, names)
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
