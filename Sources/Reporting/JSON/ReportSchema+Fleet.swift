extension ReportSchema {
  /// The definition of what is said about the fleet as a whole.
  static let fleet = #"""
        "fleet": {
          "type": "object",
          "required": ["metrics", "backlog", "controls", "unlinked", "tiers", "crsDistribution", "rollouts", "drills", "sourceRows"],
          "properties": {
            "rollouts": {
              "description": "The point of each rollout plan that the fleet has really reached.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["plan", "reached", "stages"],
                "properties": {
                  "plan": {"enum": ["30-days", "90-days"]},
                  "reached": {"description": "Stages that are complete with every stage before them.", "$ref": "#/$defs/count"},
                  "stages": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": ["title", "complete"],
                      "properties": {"title": {"type": "string"}, "complete": {"type": "boolean"}}
                    }
                  }
                }
              }
            },
            "drills": {
              "description": "The latest drill of each scenario and kind.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["scenario", "kind", "current", "servers"],
                "properties": {
                  "scenario": {"enum": ["credential_compromise", "malformed_tool_response", "dependency_outage"]},
                  "kind": {"enum": ["tabletop", "live"]},
                  "latest": {"description": "Absent where there was none.", "type": "string"},
                  "ageDays": {"type": "integer"},
                  "current": {"description": "Whether it is recent enough to count.", "type": "boolean"},
                  "servers": {"description": "Empty is the whole fleet.", "$ref": "#/$defs/names"},
                  "location": {"$ref": "#/$defs/place"}
                }
              }
            },
            "sourceRows": {
              "description": "How far the fleet has come on each row of the tables that the catalogue reproduces.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["source", "table", "key", "title", "rules", "met", "applicable", "missing"],
                "properties": {
                  "source": {"enum": ["S0", "S1", "S3", "S4"]},
                  "table": {"type": "string"},
                  "key": {"type": "string"},
                  "title": {"type": "string"},
                  "rules": {"$ref": "#/$defs/names"},
                  "met": {"$ref": "#/$defs/count"},
                  "applicable": {"$ref": "#/$defs/count"},
                  "missing": {"description": "Servers that do not meet it; `fleet` for the fleet itself.", "$ref": "#/$defs/names"}
                }
              }
            },
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
                "properties": {
                  "server": {"type": "string"},
                  "lacks": {"$ref": "#/$defs/names"},
                  "unproven": {"description": "What nothing shows, though the server may have it.", "$ref": "#/$defs/names"}
                }
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
    """#
}
