#!/usr/bin/env python3
"""Validates an evidence bundle with other people's tools.

usage: validate_evidence.py BUNDLE     (a folder that `mcpready evidence create` wrote)

compliance-trestle validates the OSCAL workspace and follows its imports; the NIST schemas and the in-toto
schema are taken from the folder of schemas beside the checkout, and skipped with a line where it is absent.
What neither of them notices, references that lead nowhere and identifiers that are used twice, is checked here.
"""
import json, os, re, subprocess, sys
from pathlib import Path

import jsonschema

root = Path(__file__).resolve().parent.parent
bundle = Path(sys.argv[1]).resolve()
workspace = bundle / "oscal"
shared = Path(os.environ.get("MCPREADY_SHARED", root.parent / "shared")) / "schemas"
failures = []

subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=bundle, check=True)
print("SHA256SUMS: every digest agrees")

trestle = [sys.executable, "-m", "trestle"]
result = subprocess.run(trestle + ["validate", "-a"], cwd=workspace, capture_output=True, text=True)
if result.returncode != 0:
    failures.append("trestle validate: " + result.stdout + result.stderr)
print(f"trestle validate: exit {result.returncode}")

documents = {path.stem: json.loads(path.read_text()) for path in sorted(workspace.glob("*/*/*.json"))}
for name, schema in {
    "assessment-results": "oscal_assessment-results_schema.json",
    "assessment-plan": "oscal_assessment-plan_schema.json",
    "catalog": "oscal_catalog_schema.json",
}.items():
    path = shared / schema
    if not path.exists():
        print(f"skipped: {schema} is not beside this checkout")
        continue
    # Python's expressions have no Unicode properties.
    text = path.read_text().replace("\\\\p{L}", "[A-Za-z]").replace("\\\\p{N}", "[0-9]")
    errors = list(jsonschema.Draft7Validator(json.loads(text)).iter_errors(documents[name]))
    failures += [f"{name}: /{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in errors[:5]]
    print(f"{name}: {'valid' if not errors else f'{len(errors)} errors'}")

path = shared / "in-toto-statement-v1.schema.json"
if path.exists():
    jsonschema.validate(json.loads((bundle / "statement.intoto.json").read_text()), json.loads(path.read_text()))
    print("statement.intoto.json: valid")
else:
    print(f"skipped: {path.name} is not beside this checkout")


def walk(value, keys=()):
    if isinstance(value, dict):
        for key, member in value.items():
            yield keys + (key,), member
            yield from walk(member, keys + (key,))
    elif isinstance(value, list):
        for member in value:
            yield from walk(member, keys)


controls = {value for keys, value in walk(documents["catalog"]) if keys[-2:] == ("controls", "id")}
parts = {value for keys, value in walk(documents["catalog"]) if keys[-2:] == ("parts", "id")}
for name, document in documents.items():
    found = list(walk(document))
    uuids = [value for keys, value in found if keys[-1] == "uuid"]
    failures += [f"{name}: uuid {uuid} twice" for uuid in set(uuids) if uuids.count(uuid) > 1]
    known = set(uuids)
    for keys, value in found:
        if keys[-1] in ("subject-uuid", "observation-uuid", "risk-uuid") and value not in known:
            failures.append(f"{name}: {keys[-1]} {value} leads nowhere")
        if keys[-1] == "href" and value.startswith("#") and value[1:] not in known:
            failures.append(f"{name}: {value} leads nowhere")
        if keys[-1] == "href" and value.startswith("trestle://"):
            if not (workspace / value.removeprefix("trestle://")).exists():
                failures.append(f"{name}: {value} leads nowhere")
        if keys[-1] == "control-id" and value not in controls:
            failures.append(f"{name}: there is no control {value}")
        if keys[-1] == "target-id" and value not in parts:
            failures.append(f"{name}: there is no objective {value}")
print(f"references: {len(documents)} documents followed")

for failure in failures[:20]:
    print(failure)
sys.exit(1 if failures else 0)
