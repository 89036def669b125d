#!/usr/bin/env python3
"""Validates reports with a real JSON Schema validator.

usage: validate_reports.py DIR     (DIR holds *.sarif, *.json and the schemas that mcpready prints)

SARIF is checked against the OASIS schema where it lies beside the checkout (shared/schemas), and skipped
with a line where it does not; the JSON report and the manifests of the fixtures against our own schemas.
"""
import json, os, sys
from pathlib import Path

import jsonschema

root = Path(__file__).resolve().parent.parent
out = Path(sys.argv[1])
failures = 0


def check(name, instance, validator):
    global failures
    errors = sorted(validator.iter_errors(instance), key=lambda e: list(map(str, e.absolute_path)))
    for error in errors[:5]:
        print(f"{name}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    failures += len(errors)
    print(f"{name}: {'valid' if not errors else f'{len(errors)} errors'}")


shared = Path(os.environ.get("MCPREADY_SHARED", root.parent / "shared"))
sarif_schema = shared / "schemas/sarif-2.1.0.json"
if sarif_schema.exists():
    validator = jsonschema.Draft4Validator(json.loads(sarif_schema.read_text()))
    for path in sorted(out.glob("*.sarif")):
        check(path.name, json.loads(path.read_text()), validator)
else:
    print(f"skipped: {sarif_schema.name} is not beside this checkout")

report_schema = json.loads((out / "report.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(report_schema)
for path in sorted(out.glob("*.json")):
    if path.name.endswith(".schema.json"):
        continue
    check(path.name, json.loads(path.read_text()), jsonschema.Draft202012Validator(report_schema))

for name in ("manifest", "policy"):
    schema = json.loads((out / f"{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    print(f"{name}.schema.json: a valid schema")
sys.exit(1 if failures else 0)
