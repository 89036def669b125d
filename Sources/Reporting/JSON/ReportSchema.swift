/// The JSON Schema (draft 2020-12) of the JSON report.
public enum ReportSchema {
  /// The schema; a change that could break a reader also raises `Report.schemaVersion`.
  public static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:mcpready:schema:report:1.0",
      "title": "mcpready report",
      "description": "Everything that one run of mcpready has found. Readers ignore members they do not know.",
      "type": "object",
      "required": ["schemaVersion", "tool", "date", "verdict", "exitCode", "gate", "coverage", "inputs", "servers", "findings", "fleet", "rules", "diagnostics"],
      "properties": {
        "schemaVersion": {"description": "The first number changes when a reader could break.", "type": "string", "pattern": "^1\\.[0-9]+$"},
        "tool": {
          "type": "object",
          "required": ["name", "version"],
          "properties": {"name": {"const": "mcpready"}, "version": {"type": "string"}}
        },
        "date": {"description": "The day by which expiry and the age of drills were judged.", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "verdict": {"enum": ["pass", "fail", "incomplete"]},
        "exitCode": {"enum": [0, 1, 3]},
        "gate": {
          "type": "object",
          "required": ["outcome", "reasons"],
          "properties": {
            "outcome": {"enum": ["passed", "failed", "incomplete"]},
            "reasons": {"description": "Most important first; empty where the gate opened.", "type": "array", "items": {"type": "string"}}
          }
        },
        "coverage": {"$ref": "#/$defs/coverage"},
        "inputs": {"description": "Every file that was looked at, sorted by path.", "type": "array", "items": {"$ref": "#/$defs/input"}},
        "servers": {"description": "Riskiest first.", "type": "array", "items": {"$ref": "#/$defs/server"}},
        "findings": {"description": "Everything to do, worst first.", "type": "array", "items": {"$ref": "#/$defs/finding"}},
        "fleet": {"$ref": "#/$defs/fleet"},
        "rules": {"description": "Every rule that was asked, by id.", "type": "array", "items": {"$ref": "#/$defs/rule"}},
        "diagnostics": {"description": "What is wrong with inputs.", "type": "array", "items": {"$ref": "#/$defs/diagnostic"}}
      },
      "$defs": {
        "count": {"type": "integer", "minimum": 0},
        "points": {"description": "Points of the Control-plane Risk Score with at most four decimals.", "type": "number", "minimum": 0, "maximum": 100},
        "names": {"type": "array", "items": {"type": "string"}},
        "severity": {"enum": ["low", "medium", "high", "critical"]},
        "status": {"enum": ["met", "unmet", "unproven", "contradicted", "not-applicable"]},
        "grade": {"enum": ["absent", "declared", "documented", "configured", "observed"]},
        "rung": {"enum": ["blocked", "sandbox", "read-only", "supervised", "production"]},
        "tier": {"enum": [0, 1, 2]},
        "subjectKind": {"enum": ["server", "tool", "route", "client", "fleet"]},
        "gateControl": {"enum": ["IDN", "AUZ", "EXP", "APR", "SFX", "AUD", "ISO", "CON", "CST"]},
        "isMet": {"description": "Whether all applicable rules are met; null where none applies.", "type": ["boolean", "null"]},
        "place": {
          "description": "Lines and columns count from 1, columns in Unicode code points; the end is behind the last character.",
          "type": "object",
          "required": ["path", "line", "column", "endLine", "endColumn"],
          "properties": {
            "path": {"type": "string"},
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1},
            "endLine": {"type": "integer", "minimum": 1},
            "endColumn": {"type": "integer", "minimum": 1}
          }
        },
        "relatedPlace": {
          "allOf": [{"$ref": "#/$defs/place"}],
          "type": "object",
          "required": ["message"],
          "properties": {"message": {"type": "string"}}
        },
        "coverage": {
          "type": "object",
          "required": ["decided", "applicable", "share", "undecided"],
          "properties": {
            "decided": {"$ref": "#/$defs/count"},
            "applicable": {"$ref": "#/$defs/count"},
            "share": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
            "undecided": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["reason", "count"],
                "properties": {"reason": {"type": "string"}, "count": {"$ref": "#/$defs/count"}}
              }
            }
          }
        },
        "input": {
          "type": "object",
          "required": ["path", "status"],
          "properties": {
            "path": {"type": "string"},
            "kind": {"description": "Absent where it is not known.", "type": "string"},
            "status": {"enum": ["analyzed", "recognized", "unrecognized", "failed"]},
            "reason": {"description": "Why it was not used.", "type": "string"},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "blake3": {"description": "Of logs, in place of `sha256`; what b3sum prints.", "type": "string", "pattern": "^[0-9a-f]{64}$"},
            "bytes": {"$ref": "#/$defs/count"}
          }
        },
        "server": {
          "type": "object",
          "required": ["id", "registered", "tier", "verdict", "requiredVerdict", "requiredBecause", "passes", "obstacles", "crs", "coverage", "confidence", "gateControls", "controls"],
          "properties": {
            "id": {"type": "string"},
            "registered": {"description": "Whether a manifest names the server.", "type": "boolean"},
            "tier": {
              "type": "object",
              "required": ["declared", "derived", "reason"],
              "properties": {
                "declared": {"anyOf": [{"$ref": "#/$defs/tier"}, {"type": "null"}]},
                "derived": {"$ref": "#/$defs/tier"},
                "reason": {"description": "Why the facts give the derived tier.", "type": "string"}
              }
            },
            "verdict": {"description": "The rung attained.", "$ref": "#/$defs/rung"},
            "requiredVerdict": {"$ref": "#/$defs/rung"},
            "requiredBecause": {"type": "string"},
            "passes": {"description": "Whether the rung attained is at least the required one.", "type": "boolean"},
            "obstacles": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["rung", "reason", "rules"],
                "properties": {"rung": {"$ref": "#/$defs/rung"}, "reason": {"type": "string"}, "rules": {"$ref": "#/$defs/names"}}
              }
            },
            "crs": {"$ref": "#/$defs/crs"},
            "coverage": {"$ref": "#/$defs/coverage"},
            "confidence": {
              "type": "object",
              "required": ["completeRecords", "coversWindows"],
              "properties": {
                "completeRecords": {"description": "Share of log records with every audit field; null without a log.", "type": ["number", "null"]},
                "coversWindows": {"type": "boolean"}
              }
            },
            "gateControls": {
              "type": "object",
              "required": ["IDN", "AUZ", "EXP", "APR", "SFX", "AUD", "ISO", "CON", "CST"],
              "additionalProperties": {"$ref": "#/$defs/isMet"}
            },
            "controls": {"type": "array", "items": {"$ref": "#/$defs/control"}}
          }
        },
        "crs": {
          "description": "The Control-plane Risk Score; the points of the ledger add up to the score exactly.",
          "type": "object",
          "required": ["score", "a", "r", "o", "b", "frozen", "ledger"],
          "properties": {
            "score": {"$ref": "#/$defs/points"},
            "a": {"description": "Auth and scope, before weighting.", "$ref": "#/$defs/points"},
            "r": {"description": "Reliability, before weighting.", "$ref": "#/$defs/points"},
            "o": {"description": "Ownership, before weighting.", "$ref": "#/$defs/points"},
            "b": {"description": "Blast radius, before weighting.", "$ref": "#/$defs/points"},
            "frozen": {"description": "Whether the score alone keeps the server from growing.", "type": "boolean"},
            "ledger": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["dimension", "weight", "points"],
                "properties": {
                  "dimension": {"enum": ["A", "R", "O", "B"]},
                  "rule": {"type": "string"},
                  "status": {"$ref": "#/$defs/status"},
                  "severity": {"$ref": "#/$defs/severity"},
                  "exposure": {"type": "string"},
                  "reason": {"type": "string"},
                  "weight": {"type": "number", "minimum": 0, "maximum": 1},
                  "points": {"$ref": "#/$defs/points"}
                },
                "oneOf": [{"required": ["rule", "status", "severity"]}, {"required": ["exposure", "reason"]}]
              }
            }
          }
        },
        "control": {
          "type": "object",
          "required": ["rule", "status", "decided", "grade", "demanded", "severity", "reason", "evidence"],
          "properties": {
            "rule": {"type": "string"},
            "status": {"$ref": "#/$defs/status"},
            "decided": {"type": "boolean"},
            "grade": {"$ref": "#/$defs/grade"},
            "demanded": {"$ref": "#/$defs/grade"},
            "severity": {"$ref": "#/$defs/severity"},
            "reason": {"type": "string"},
            "evidence": {
              "type": "array",
              "items": {
                "allOf": [{"$ref": "#/$defs/place"}],
                "type": "object",
                "required": ["grade", "bearing"],
                "properties": {
                  "grade": {"$ref": "#/$defs/grade"},
                  "bearing": {"enum": ["supports", "opposes"]},
                  "count": {"description": "How many log records the place stands for.", "$ref": "#/$defs/count"}
                }
              }
            }
          }
        },
        "finding": {
          "type": "object",
          "required": ["ruleId", "severity", "status", "subject", "message", "remediation", "fingerprint", "relatedLocations"],
          "properties": {
            "ruleId": {"type": "string"},
            "severity": {"$ref": "#/$defs/severity"},
            "status": {"enum": ["unmet", "unproven", "contradicted"]},
            "undecidedReason": {"description": "Why no source decided; absent where one did.", "type": "string"},
            "subject": {
              "type": "object",
              "required": ["kind"],
              "properties": {"kind": {"$ref": "#/$defs/subjectKind"}, "server": {"type": "string"}, "member": {"type": "string"}}
            },
            "message": {"type": "string"},
            "remediation": {"type": "string"},
            "fingerprint": {"description": "Stable under moved lines.", "type": "string", "pattern": "^[0-9a-f]{32}$"},
            "location": {"description": "Absent where no file of the run could hold the missing fact.", "$ref": "#/$defs/place"},
            "relatedLocations": {"type": "array", "items": {"$ref": "#/$defs/relatedPlace"}}
          }
        },
        "share": {
          "type": "object",
          "required": ["numerator", "denominator", "value", "list"],
          "properties": {
            "numerator": {"$ref": "#/$defs/count"},
            "denominator": {"$ref": "#/$defs/count"},
            "value": {"description": "Null where there is nothing to divide by.", "type": ["number", "null"]},
            "list": {"description": "The names behind the number.", "$ref": "#/$defs/names"}
          }
        },
        "fleet": {
          "type": "object",
          "required": ["metrics", "backlog", "controls", "unlinked", "tiers", "crsDistribution"],
          "properties": {
            "metrics": {
              "type": "object",
              "required": ["ownedAndTiered", "policyEvaluatedCalls", "investigation", "highRiskExceptions"],
              "properties": {
                "ownedAndTiered": {"$ref": "#/$defs/share"},
                "policyEvaluatedCalls": {"$ref": "#/$defs/share"},
                "investigation": {
                  "type": "object",
                  "required": ["investigated", "open", "medianMinutes", "p90Minutes"],
                  "properties": {
                    "investigated": {"$ref": "#/$defs/count"},
                    "open": {"$ref": "#/$defs/names"},
                    "medianMinutes": {"type": ["number", "null"]},
                    "p90Minutes": {"type": ["number", "null"]}
                  }
                },
                "highRiskExceptions": {"$ref": "#/$defs/share"}
              }
            },
            "backlog": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["server", "lacks"],
                "properties": {"server": {"type": "string"}, "lacks": {"$ref": "#/$defs/names"}}
              }
            },
            "controls": {"type": "array", "items": {"$ref": "#/$defs/control"}},
            "unlinked": {
              "description": "What could not be tied to any server, and so proves nothing.",
              "type": "array",
              "items": {
                "allOf": [{"$ref": "#/$defs/place"}],
                "type": "object",
                "required": ["kind", "subject", "reason"],
                "properties": {"kind": {"type": "string"}, "subject": {"type": "string"}, "reason": {"type": "string"}}
              }
            },
            "tiers": {
              "type": "object",
              "required": ["tier0", "tier1", "tier2", "undeclared", "underdeclared"],
              "additionalProperties": {"$ref": "#/$defs/count"}
            },
            "crsDistribution": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["from", "to", "servers"],
                "additionalProperties": {"$ref": "#/$defs/count"}
              }
            }
          }
        },
        "rule": {
          "type": "object",
          "required": ["id", "name", "title", "why", "severity", "dimension", "checklist", "sources", "subject", "nature", "remediation", "effort"],
          "properties": {
            "id": {"type": "string"},
            "name": {"type": "string"},
            "title": {"type": "string"},
            "why": {"type": "string"},
            "severity": {"$ref": "#/$defs/severity"},
            "dimension": {"enum": ["A", "R", "O", "B"]},
            "gateControl": {"$ref": "#/$defs/gateControl"},
            "checklist": {"$ref": "#/$defs/names"},
            "sources": {"$ref": "#/$defs/names"},
            "subject": {"$ref": "#/$defs/subjectKind"},
            "nature": {"enum": ["process", "enforceable"]},
            "remediation": {"type": "string"},
            "effort": {"enum": ["small", "medium", "large"]}
          }
        },
        "diagnostic": {
          "type": "object",
          "required": ["severity", "message", "location", "relatedLocations"],
          "properties": {
            "severity": {"enum": ["error", "warning", "note"]},
            "message": {"type": "string"},
            "expected": {"type": "string"},
            "advice": {"type": "string"},
            "location": {"$ref": "#/$defs/place"},
            "relatedLocations": {"type": "array", "items": {"$ref": "#/$defs/relatedPlace"}}
          }
        }
      }
    }

    """#
}
