#!/usr/bin/env python3
"""Runs the Spark job in local mode and compares its summary with that of the single pass, byte for byte.

usage: test_spark_job.py BINARY     (needs pyspark and Java)
"""
import json, os, random, subprocess, sys, tempfile
from pathlib import Path

root = Path(__file__).resolve().parent.parent
binary = Path(sys.argv[1]).resolve()
job = root / "Integrations/Spark/summarize_logs.py"

POLICY = "version: 1\nlog:\n  fields:\n    agent_id: caller\n"


def record(chance, number):
    """One line, usual or not; all of a log's irregularities come up."""
    kind = chance.random()
    if kind < 0.01:
        return chance.choice(["", "  ", '{"timestamp": ', "[]", "no JSON"])
    members = [
        ("timestamp", f"2026-11-{1 + number % 20:02d}T{chance.randrange(24):02d}:30:00.{number % 1000:03d}Z"),
        ("caller", f"agent-{chance.randrange(40)}"),
        ("server_id", chance.choice(["ledger", "ledger-v1.2", "größe", 'quo"ted'])),
        ("tool_name", f"tool_{chance.randrange(60)}"),
        ("input_hash", f"sha256:{chance.randrange(5000):064x}"),
        ("output_status", chance.choice(["success"] * 9 + ["error", "blocked"])),
        ("latency_ms", chance.randrange(4000)),
        ("session_id", f"s-{chance.randrange(900)}"),
        ("trace_id", f"{chance.randrange(1, 9000):032x}"),
        ("decision", "allow"),
    ]
    if kind < 0.2:
        chance.shuffle(members)
    if kind < 0.05:
        members.pop()
    return json.dumps(dict(members), ensure_ascii=chance.random() < 0.5)


def write_logs(folder):
    """The logs: cut into several parts, into none, empty, and one document that cannot be cut."""
    chance = random.Random(20260111)
    for name, count, end in [("a.jsonl", 9000, "\n"), ("b.ndjson", 5000, "\r\n"), ("small.jsonl", 3, "\n")]:
        text = end.join(record(chance, number) for number in range(count))
        (folder / name).write_bytes(text.encode())
    (folder / "empty.jsonl").write_bytes(b"")
    span = {"traceId": "4bf92f3577b34da6a3ce929d0e0e4736", "startTimeUnixNano": "1762077600000000000"}
    attributes = {"mcp.method.name": "tools/call", "gen_ai.tool.name": "tool_1", "mcp.server.id": "ledger"}
    span["attributes"] = [{"key": key, "value": {"stringValue": value}} for key, value in attributes.items()]
    (folder / "spans.json").write_text(json.dumps({"resourceSpans": [{"scopeSpans": [{"spans": [span]}]}]}))
    (folder / "fields.yaml").write_text(POLICY)
    return ["a.jsonl", "b.ndjson", "empty.jsonl", "small.jsonl", "spans.json"]


def run(folder, *command):
    """The finished process, its output shown only where it fails."""
    environment = dict(os.environ, PYSPARK_PYTHON=sys.executable)
    environment["PYSPARK_SUBMIT_ARGS"] = "--master local[2] --conf spark.ui.enabled=false pyspark-shell"
    return subprocess.run(
        list(map(str, command)), cwd=folder, env=environment, capture_output=True, text=True)


def expect(result, status):
    if result.returncode != status:
        print(result.stdout[-2000:], result.stderr[-4000:], sep="\n")
        sys.exit(f"status {result.returncode}, not {status}: {' '.join(result.args)}")


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    logs = write_logs(folder)
    common = ["--policy", "fields.yaml"]
    expect(run(folder, binary, "logs", "summarize", *logs, *common, "--out", "pass.mcplog"), 0)
    spark = [sys.executable, job, "--binary", binary, "--part-size", "1", *common]
    expect(run(folder, *spark, "--out", "spark.mcplog", *reversed(logs)), 0)
    single = (folder / "pass.mcplog").read_bytes()
    if single != (folder / "spark.mcplog").read_bytes():
        sys.exit("the summary of the Spark job differs from that of the single pass")
    missing = run(folder, *spark, "--out", "none.mcplog", "gone.jsonl")
    expect(missing, 3)
    if "gone.jsonl" not in missing.stderr or (folder / "none.mcplog").exists():
        sys.exit(f"a log that is not there must be named, and nothing written: {missing.stderr}")
    sizes = ", ".join(f"{(folder / log).stat().st_size:,}" for log in logs)
    print(f"the same {len(single):,} bytes from one pass and from Spark, over logs of {sizes} bytes")
