#!/usr/bin/env python3
"""Validates reports with other people's validators.

usage: validate_reports.py DIR     (DIR holds reports and the schemas that mcpready prints)

  *.sarif         the OASIS schema
  *.junit.xml     the XSD of Jenkins' xunit plugin
  *.gitlab.json   the schema of GitLab's code quality reports
  *.json          our own schema of the JSON report
  *.md            what a Markdown renderer makes of a stranger's text: no link, no image, no HTML but ours

Schemas of others lie in the folder of schemas beside the checkout (shared/schemas), or in the one that
MCPREADY_SHARED names; where one is absent, a line says what was skipped.
"""
import json, os, re, sys
from pathlib import Path

import jsonschema
from lxml import etree
from markdown_it import MarkdownIt

root = Path(__file__).resolve().parent.parent
out = Path(sys.argv[1])
shared = Path(os.environ.get("MCPREADY_SHARED", root.parent / "shared")) / "schemas"
failures = 0


def report(name, problems):
    global failures
    for problem in problems[:5]:
        print(f"{name}: {problem}")
    failures += len(problems)
    print(f"{name}: {'valid' if not problems else f'{len(problems)} errors'}")


def check_json(path, validator):
    errors = sorted(
        validator.iter_errors(json.loads(path.read_text())), key=lambda e: list(map(str, e.absolute_path)))
    report(path.name, [f"/{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in errors])


def schema(name):
    """The schema `name`, or nothing and a line."""
    path = shared / name
    if path.exists():
        return path
    print(f"skipped: {name} is not beside this checkout")
    return None


if path := schema("sarif-2.1.0.json"):
    validator = jsonschema.Draft4Validator(json.loads(path.read_text()))
    for log in sorted(out.glob("*.sarif")):
        check_json(log, validator)

if path := schema("gitlab-code-quality.schema.json"):
    validator = jsonschema.Draft7Validator(json.loads(path.read_text()))
    for issues in sorted(out.glob("*.gitlab.json")):
        check_json(issues, validator)

if path := schema("junit-10.xsd"):
    xsd = etree.XMLSchema(etree.parse(path))
    # Reports hold texts of strangers: no entity is resolved and nothing is fetched.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    for tests in sorted(out.glob("*.junit.xml")):
        xsd.validate(etree.parse(tests, parser))
        report(tests.name, [f"line {e.line}: {e.message[:200]}" for e in xsd.error_log])

own = json.loads((out / "report.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(own)
for path in sorted(out.glob("*.json")):
    if not path.name.endswith((".schema.json", ".gitlab.json")):
        check_json(path, jsonschema.Draft202012Validator(own))

for name in ("manifest", "policy"):
    jsonschema.Draft202012Validator.check_schema(json.loads((out / f"{name}.schema.json").read_text()))
    print(f"{name}.schema.json: a valid schema")

OURS = re.compile(r"<!-- -->|</?(details|summary|sub|code)>")
renderer = MarkdownIt("commonmark").enable(["table", "strikethrough"])
for path in sorted(out.glob("*.md")):
    problems = []
    for block in renderer.parse(path.read_text()):
        for token in [block] + (block.children or []):
            if token.type in ("link_open", "image"):
                problems.append(f"{token.type} {token.attrs}")
            if token.type in ("html_block", "html_inline") and "<" in OURS.sub("", token.content):
                problems.append(f"HTML that is not ours: {token.content[:200]}")
    report(path.name, problems)

sys.exit(1 if failures else 0)
