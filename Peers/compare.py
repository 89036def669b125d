#!/usr/bin/env python3
"""Measures the parsers of mcpready beside the fastest others, and prints the ratios.

    python3 -m venv .venv && .venv/bin/pip install orjson pyyaml rapidyaml
    sudo apt-get install g++ libsimdjson-dev
    .venv/bin/python Peers/compare.py [--servers 10000] [--rounds 5] [--folder FOLDER]

Makes a fleet of a manifest and an answer to tools/list for each server, or takes the JSON and YAML files
of FOLDER, and runs each program over it in turn, several rounds. Every figure is the median of the rounds;
each counts the time for which a process was busy, not the wall's, so that ratios hold on a machine that
others use too. A peer that is not installed is left out, with a line that says so.
"""

import argparse
import collections
import importlib.util
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
OURS_JSON = "mcpready JSON"
OURS_YAML = "mcpready YAML"
OURS_FILES = "mcpready, seconds in all"
PYTHON_FILES = "orjson and PyYAML, seconds in all"

# What is divided by what, and the ratio that is wanted at least.
RATIOS = [
    (OURS_JSON, "simdjson DOM", 0.5),
    (OURS_JSON, "simdjson DOM, walked", None),
    (OURS_JSON, "orjson", None),
    (OURS_YAML, "rapidyaml", 1.0),
    (OURS_YAML, "PyYAML, C events", None),
    (OURS_YAML, "PyYAML, C loader", None),
    (PYTHON_FILES, OURS_FILES, 10),
]


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def build():
    package = ["--package-path", str(HERE.parent), "-c", "release"]
    subprocess.run(["swift", "build", *package, "--product", "Benchmarks"], check=True)
    return pathlib.Path(output("swift", "build", *package, "--show-bin-path").strip()) / "Benchmarks"


def build_simdjson(folder):
    compiler = shutil.which("g++") or shutil.which("clang++")
    if compiler:
        program = folder / "simdjson_dom"
        source = HERE / "simdjson_dom.cpp"
        command = [compiler, "-O3", "-std=c++20", source, "-o", program, "-lsimdjson"]
        if subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0:
            return program
    print("left out: simdjson (needs a C++ compiler and libsimdjson-dev)")
    return None


def have_python_parsers():
    missing = [name for name in ("orjson", "yaml") if importlib.util.find_spec(name) is None]
    if missing:
        print(f"left out: the Python libraries (not installed: {', '.join(missing)})")
    elif importlib.util.find_spec("ryml") is None:
        print("left out: rapidyaml")
    return not missing


def our_figures(program, fleet):
    """The three figures that `Benchmarks syntax FOLDER` prints, by name."""
    text = output(program, "syntax", fleet)
    speeds = re.findall(r"whole trees with places +[\d.]+ MB +(\d+) MB/s", text)
    size, speed = re.findall(r"read and parsed +([\d.]+) MB +(\d+) MB/s", text)[0]
    yield OURS_JSON, float(speeds[0])
    yield OURS_YAML, float(speeds[1])
    yield OURS_FILES, float(size) / float(speed)


def peer_figures(*command):
    for line in output(*command).splitlines():
        name, figure = line.rsplit(": ", 1)
        yield name, float(figure)


def measure(rounds, programs):
    figures = collections.defaultdict(list)
    for _ in range(rounds):
        for program in programs:
            for name, figure in program():
                figures[name].append(figure)
    return {name: statistics.median(values) for name, values in figures.items()}


def report(medians):
    for name, figure in medians.items():
        unit = "s" if "seconds" in name else "MB/s"
        print(f"{name:36s} {figure:10.3f} {unit}")
    print()
    for dividend, divisor, target in RATIOS:
        if dividend in medians and divisor in medians:
            ratio = medians[dividend] / medians[divisor]
            wanted = f"  (wanted: {target})" if target else ""
            print(f"{dividend} / {divisor}: {ratio:.2f}{wanted}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--servers", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--folder")
    options = arguments.parse_args()
    benchmarks = build()
    with tempfile.TemporaryDirectory() as temporary:
        temporary = pathlib.Path(temporary)
        fleet = options.folder or str(temporary / "fleet")
        if not options.folder:
            output(benchmarks, "fleet", fleet, str(options.servers))
        programs = [lambda: our_figures(benchmarks, fleet)]
        simdjson = build_simdjson(temporary)
        if simdjson:
            programs.append(lambda: peer_figures(simdjson, fleet))
        if have_python_parsers():
            programs.append(
                lambda: peer_figures(sys.executable, HERE / "python_parsers.py", fleet)
            )
        report(measure(options.rounds, programs))


main()
