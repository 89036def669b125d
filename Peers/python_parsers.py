"""How fast the libraries that a Python user would pick read the files of a folder; see compare.py.

Prints figures in MB/s, and last the seconds to read and parse every file. PyYAML is slow and sees a part
of the files, except in that last figure.
"""

import pathlib
import sys
import time

import orjson
import yaml

try:
    import ryml
except ImportError:
    ryml = None

PART = 500


def report(name, parse, texts, rounds):
    size = sum(map(len, texts))
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            parse(text)
        best = min(best, time.process_time() - start)
    print(f"{name}: {size / best / 1e6:.1f}")


def report_rapidyaml(texts):
    tree = ryml.Tree()
    tree.reserve(256)

    def parse(text):
        tree.clear()
        tree.clear_arena()
        ryml.parse_in_arena(text, tree=tree)

    report("rapidyaml", parse, texts, rounds=5)


def report_reading(json_paths, yaml_paths):
    start = time.process_time()
    for path in json_paths:
        with open(path, "rb") as file:
            orjson.loads(file.read())
    for path in yaml_paths:
        with open(path, "rb") as file:
            yaml.load(file, Loader=yaml.CSafeLoader)
    print(f"orjson and PyYAML, seconds in all: {time.process_time() - start:.3f}")


def main():
    folder = pathlib.Path(sys.argv[1])
    json_paths = sorted(map(str, folder.rglob("*.json")))
    yaml_paths = sorted(map(str, folder.rglob("*.yaml")))
    report("orjson", orjson.loads, [pathlib.Path(p).read_bytes() for p in json_paths], rounds=3)
    yaml_texts = [pathlib.Path(p).read_bytes() for p in yaml_paths]
    report(
        "PyYAML, C loader",
        lambda text: yaml.load(text, Loader=yaml.CSafeLoader),
        yaml_texts[:PART],
        rounds=3,
    )
    report(
        "PyYAML, C events",
        lambda text: [0 for _ in yaml.parse(text, Loader=yaml.CSafeLoader)],
        yaml_texts[:PART],
        rounds=3,
    )
    if ryml:
        report_rapidyaml(yaml_texts)
    report_reading(json_paths, yaml_paths)


main()
