"""The questions of `Benchmarks logs` asked of DuckDB; see compare_logs.py.

    duckdb_logs.py simple|full FILE THREADS

`simple` counts records, successes, incomplete records and the 95th percentile of each server. `full` is what
a user would write for the facts that DuckDB can give: rates in sliding days, percentiles in stretches of two
hours, the busiest minute of each session, repeated writes, and who calls what.
"""

import sys

import duckdb

REQUIRED = {
    "timestamp": "VARCHAR",
    "agent_id": "VARCHAR",
    "server_id": "VARCHAR",
    "tool_name": "VARCHAR",
    "input_hash": "VARCHAR",
    "output_status": "VARCHAR",
    "latency_ms": "DOUBLE",
    "session_id": "VARCHAR",
    "trace_id": "VARCHAR",
}
OTHERS = {
    "approval_id": "VARCHAR",
    "policy_decision": "VARCHAR",
    "fallback": "BOOLEAN",
    "downstream_request_id": "VARCHAR",
}

MISSING = " OR ".join(f"{name} IS NULL" for name in REQUIRED)

SIMPLE = f"""
SELECT server_id, count(*), count(*) FILTER (output_status = 'success'), count(*) FILTER ({MISSING}),
  quantile_disc(latency_ms, 0.95)
FROM records GROUP BY server_id
"""

FULL = [
    SIMPLE,
    f"""
    SELECT server_id, avg((policy_decision = 'block')::INT), avg(fallback::INT),
      count(*) FILTER (approval_id IS NULL), count(*) FILTER (downstream_request_id IS NULL)
    FROM records GROUP BY server_id
    """,
    """
    WITH hours AS (
      SELECT server_id, date_trunc('hour', timestamp) AS hour, count(*) AS calls,
        count(*) FILTER (output_status = 'success') AS successes
      FROM records GROUP BY ALL),
    days AS (
      SELECT server_id, sum(successes) OVER day / sum(calls) OVER day AS rate
      FROM hours WINDOW day AS (PARTITION BY server_id ORDER BY hour
        RANGE BETWEEN INTERVAL 23 HOUR PRECEDING AND CURRENT ROW))
    SELECT server_id, min(rate) FROM days GROUP BY server_id
    """,
    """
    WITH stretches AS (
      SELECT server_id, time_bucket(INTERVAL 2 HOUR, timestamp) AS stretch,
        quantile_disc(latency_ms, 0.95) AS p95
      FROM records GROUP BY ALL)
    SELECT server_id, max(p95) FROM stretches GROUP BY server_id
    """,
    """
    WITH minutes AS (
      SELECT server_id, session_id, date_trunc('minute', timestamp) AS minute, count(*) AS calls
      FROM records GROUP BY ALL)
    SELECT server_id, max(calls) FROM minutes GROUP BY server_id
    """,
    """
    WITH repeated AS (
      SELECT server_id, session_id, tool_name, input_hash, count(*) AS calls
      FROM records WHERE regexp_matches(tool_name, '^(create|update|delete|send)')
      GROUP BY ALL HAVING count(*) > 1)
    SELECT server_id, sum(calls - 1) FROM repeated GROUP BY server_id
    """,
    "SELECT server_id, agent_id, tool_name, count(*) FROM records GROUP BY ALL",
]


def source(path, columns):
    types = ", ".join(f"{name}: '{kind}'" for name, kind in columns.items())
    return f"read_json('{path}', format = 'newline_delimited', columns = {{{types}}}, ignore_errors = true)"


def main():
    question, path, threads = sys.argv[1:]
    connection = duckdb.connect()
    connection.execute(f"SET threads = {int(threads)}")
    if question == "simple":
        connection.execute(f"CREATE VIEW records AS FROM {source(path, REQUIRED)}")
        questions = [SIMPLE]
    else:
        columns = REQUIRED | OTHERS | {"timestamp": "TIMESTAMP"}
        connection.execute(f"CREATE TABLE records AS FROM {source(path, columns)}")
        questions = FULL
    for text in questions:
        print(len(connection.execute(text).fetchall()), "rows")


main()
