#!/usr/bin/env python3
"""Measures how mcpready reads logs beside DuckDB, simdjson and wc, and prints the ratios.

    python3 -m venv .venv && .venv/bin/pip install duckdb
    sudo apt-get install g++ libsimdjson-dev
    .venv/bin/python Peers/compare_logs.py [--size 2GB] [--rounds 5] [--log FILE]

Makes a log of each profile, or takes FILE, and runs each program over it in turn, several rounds. Every
figure is the median of the rounds. Two are kept of each program: the wall's time, and the time for which
its process was busy, whose ratios hold on a machine that others use too. A peer that is not installed is
left out, with a line that says so.
"""

import argparse
import collections
import importlib.util
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent

Figures = collections.namedtuple("Figures", "wall busy memory")

# What is divided by what, on logs of which profile, by which figure, and the ratio that is wanted.
RATIOS = [
    ("DuckDB simple", "mcpready simple", "standard", "at least", 2.0),
    ("DuckDB full", "mcpready full", "standard", "at least", 4.0),
    ("DuckDB full", "mcpready digest", "standard", None, None),
    ("simdjson fields", "mcpready fields", "standard", "at least", 1.0),
    ("simdjson fields", "mcpready fields", "shuffled", "at least", 1.0),
    ("simdjson fields", "mcpready fields", "escapes", "at least", 0.65),
    ("mcpready simple", "wc -l", "standard", "at most", 3.0),
]


def build():
    package = ["--package-path", str(HERE.parent), "-c", "release"]
    subprocess.run(["swift", "build", *package, "--product", "Benchmarks"], check=True)
    shown = ["swift", "build", *package, "--show-bin-path"]
    folder = subprocess.run(shown, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    return pathlib.Path(folder) / "Benchmarks"


def build_simdjson(folder):
    compiler = shutil.which("g++") or shutil.which("clang++")
    if compiler:
        program = folder / "simdjson_logs"
        source = HERE / "simdjson_logs.cpp"
        # On-demand is compiled for one kind of processor: without this, for the slowest.
        command = [compiler, "-O3", "-march=native", "-std=c++20", source, "-o", program]
        command.append("-lsimdjson")
        if subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0:
            return program
    print("left out: simdjson (needs a C++ compiler and libsimdjson-dev)")
    return None


def run(command):
    """The figures of one run, in seconds and bytes."""
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{command[0]} failed")
    wall = time.monotonic() - start
    return Figures(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def programs(benchmarks, simdjson, log, threads):
    def ours(measure, threads):
        options = ["--measure", measure, "--threads", threads]
        return [benchmarks, "logs", "--log", log, *options]

    yield "mcpready fields", ours("fields", 1)
    if simdjson:
        yield "simdjson fields", [simdjson, log]
    yield "mcpready simple", ours("simple", threads)
    yield "mcpready full", ours("full", threads)
    yield "mcpready digest", ours("digest", threads)
    if importlib.util.find_spec("duckdb"):
        for question in ("simple", "full"):
            script = HERE / "duckdb_logs.py"
            yield f"DuckDB {question}", [sys.executable, script, question, log, threads]
    yield "wc -l", ["wc", "-l", log]


def measure(rounds, commands):
    runs = collections.defaultdict(list)
    for _ in range(rounds):
        for name, command in commands:
            runs[name].append(run(command))
    return {
        name: Figures(*(statistics.median(column) for column in zip(*figures)))
        for name, figures in runs.items()
    }


def report(profile, log, medians):
    size = os.path.getsize(log)
    print(f"\n{profile}, {size / 1e6:.0f} MB")
    for name, figures in medians.items():
        print(
            f"{name:16s} {figures.wall:8.3f} s {figures.busy:8.3f} s busy"
            f" {size / figures.busy / 1e9:6.2f} GB/busy s {figures.memory / 2**20:6.0f} MiB"
        )
    for dividend, divisor, wanted_of, bound, wanted in RATIOS:
        if profile not in (wanted_of, "given") or not {dividend, divisor} <= medians.keys():
            continue
        above, below = medians[dividend], medians[divisor]
        goal = f"  (wanted: {bound} {wanted})" if bound else ""
        print(
            f"{dividend} / {divisor}: {above.wall / below.wall:.2f},"
            f" busy {above.busy / below.busy:.2f}{goal}"
        )


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--size", default="2GB")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--log")
    options = arguments.parse_args()
    benchmarks = build()
    if not importlib.util.find_spec("duckdb"):
        print("left out: DuckDB (not installed)")
    with tempfile.TemporaryDirectory() as temporary:
        simdjson = build_simdjson(pathlib.Path(temporary))
        for profile in ["given"] if options.log else ["standard", "shuffled", "escapes"]:
            log = pathlib.Path(options.log or temporary, "" if options.log else "log.jsonl")
            if not options.log:
                made = ["--profile", profile, "--size", options.size, "--save", log]
                subprocess.run([benchmarks, "logs", *made], check=True)
            commands = list(programs(benchmarks, simdjson, log, options.threads))
            report(profile, log, measure(options.rounds, commands))


main()
