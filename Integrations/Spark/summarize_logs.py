"""Summarizes audit logs on a Spark cluster, for `mcpready check` to take in place of the logs.

    spark-submit summarize_logs.py --binary ./mcpready --out audit.mcplog /mnt/logs/*.jsonl

The logs are cut into ranges of bytes, without being rewritten. The binary, which is sent to every
executor, summarizes each range (a record belongs to the range in which its first byte lies), and merges
the summaries in a tree. Ranges and order do not matter: the bytes of the summary are those of one
`mcpready logs summarize` over the same paths.

Every executor must see the logs under the paths that are given, as on a shared file system.
"""

import argparse
import os
import subprocess
import sys
import tempfile

from pyspark import SparkFiles
from pyspark.sql import SparkSession

#: Endings of files that hold one record a line, which can be cut anywhere.
LINES = (".jsonl", ".ndjson", ".log")


def arguments():
    """The options of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n\n")[0], allow_abbrev=False)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a log; a folder of them is one task")
    parser.add_argument("--binary", required=True, help="the mcpready that runs on the executors")
    parser.add_argument("--out", required=True, help="the summary to write")
    parser.add_argument("--policy", help="the policy file, for the names of fields")
    parser.add_argument(
        "--part-size", type=int, default=256, metavar="MIB", help="bytes of one task (%(default)s)")
    options = parser.parse_args()
    if options.part_size < 1:
        parser.error("--part-size must be at least 1")
    return options


def parts(paths, size):
    """The ranges of bytes to summarize, as (path, start, end); `None` for the whole of a file.

    >>> parts([__file__], 1 << 40) == [(__file__, None, None)]
    True
    """
    found = []
    for path in sorted(set(paths)):
        length = os.stat(path).st_size
        if length <= size or not path.endswith(LINES):
            found.append((path, None, None))
            continue
        found += [(path, start, min(start + size, length)) for start in range(0, length, size)]
    return found


class Binary:
    """The binary as the executors know it, and the files that they need to run it."""

    def __init__(self, context, path, policy):
        context.addFile(path)
        if policy:
            context.addFile(policy)
        self.name = os.path.basename(path)
        self.policy = policy and os.path.basename(policy)

    def summarize(self, part):
        """The summary of one part."""
        path, start, end = part
        command = ["summarize", path]
        if start is not None:
            command += ["--range", f"{start}-{end}"]
        if self.policy:
            command += ["--policy", SparkFiles.get(self.policy)]
        with tempfile.TemporaryDirectory() as folder:
            return self.run(command, os.path.join(folder, "part.mcplog"))

    def merge(self, left, right):
        """The summary of what two summaries say."""
        with tempfile.TemporaryDirectory() as folder:
            names = [os.path.join(folder, name) for name in ("left.mcplog", "right.mcplog")]
            for name, summary in zip(names, (left, right)):
                with open(name, "wb") as file:
                    file.write(summary)
            return self.run(["merge", *names], os.path.join(folder, "both.mcplog"))

    def run(self, command, out):
        """Runs one of the `logs` commands, and returns the bytes that it writes to `out`."""
        path = SparkFiles.get(self.name)
        os.chmod(path, 0o755)
        result = subprocess.run([path, "logs", *command, "--out", out], capture_output=True)
        if result.returncode != 0:
            words = result.stderr.decode(errors="replace").strip()
            raise RuntimeError(f"mcpready logs {command[0]}: status {result.returncode}: {words}")
        with open(out, "rb") as file:
            return file.read()


def write(summary, path):
    """Writes `summary` to `path`, so that nobody sees half of it."""
    folder = os.path.dirname(os.path.abspath(path))
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        file.write(summary)
    os.replace(file.name, path)


def main():
    """Runs the job; 0 where the summary is written, 3 where a log could not be read."""
    options = arguments()
    try:
        todo = parts(options.paths, options.part_size << 20)
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 3
    session = SparkSession.builder.appName("mcpready logs summarize").getOrCreate()
    try:
        context = session.sparkContext
        binary = Binary(context, options.binary, options.policy)
        summaries = context.parallelize(todo, len(todo)).map(binary.summarize)
        write(summaries.treeReduce(binary.merge), options.out)
    finally:
        session.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
