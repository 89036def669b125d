/// The JSON Schema by which editors check and complete `mcpready.yaml`.
public enum PolicySchema {
  private static let kinds = FileKind.allCases.map { "\"\($0.rawValue)\"" }
    .joined(separator: ", ")

  /// The schema, which `mcpready schema policy` prints; a test holds it and the reader together.
  public static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "mcpready policy",
      "description": "What a team changes about the way its fleet of MCP servers is judged.",
      "type": "object",
      "required": ["version"],
      "properties": {
        "$schema": {"type": "string"},
        "version": {"description": "The version of this format.", "const": 1},
        "profile": {
          "description": "How much the gate asks for; no status depends on it.",
          "enum": ["bootstrap", "standard", "strict"]
        },
        "exclude": {
          "description": "Patterns of paths that are not looked at, from the folder of this file on.",
          "$ref": "#/$defs/texts"
        },
        "kinds": {
          "description": "What the files are whose paths match a pattern; the first one counts.",
          "type": "object",
          "additionalProperties": {
            "enum": [\#(kinds)]
          }
        },
        "thresholds": {"$ref": "#/$defs/thresholds"},
        "weights": {"$ref": "#/$defs/weights"},
        "demands": {
          "description": "The evidence that a tier demands; what is claimed by less is unproven.",
          "type": "object",
          "properties": {
            "0": {"$ref": "#/$defs/demand"},
            "1": {"$ref": "#/$defs/demand"},
            "2": {"$ref": "#/$defs/demand"}
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "environments": {
          "description": "What your names of environments mean; without it, prod… is production.",
          "type": "object",
          "additionalProperties": {"enum": ["production", "staging", "development"]}
        },
        "log": {"$ref": "#/$defs/log"},
        "rules": {
          "description": "Rules by their ids, with what is different about them here.",
          "type": "object",
          "additionalProperties": {"$ref": "#/$defs/rule"}
        },
        "coverage": {
          "description": "The least share of controls that must be decided, in per cent.",
          "type": "object",
          "properties": {
            "server": {"description": "Of each server's.", "$ref": "#/$defs/percent"},
            "fleet": {"description": "Of the whole fleet's.", "$ref": "#/$defs/percent"}
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "verdicts": {
          "description": "The rungs that servers have to reach, beyond what their tools ask for.",
          "type": "object",
          "properties": {
            "servers": {
              "description": "By patterns of server ids; the first one that matches counts.",
              "type": "object",
              "additionalProperties": {"$ref": "#/$defs/rung"}
            },
            "environments": {
              "description": "By environments that a server runs in; the highest counts.",
              "type": "object",
              "additionalProperties": {"$ref": "#/$defs/rung"}
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "exceptions": {
          "description": "Risks that somebody has accepted for a time.",
          "type": "array",
          "items": {"$ref": "#/$defs/exception"}
        }
      },
      "patternProperties": {"^x-": {}},
      "additionalProperties": false,
      "$defs": {
        "text": {"type": ["string", "number"], "minLength": 1},
        "texts": {
          "oneOf": [
            {"type": "string"},
            {"type": "array", "items": {"type": ["string", "number"]}}
          ]
        },
        "share": {"type": "number", "minimum": 0, "maximum": 1},
        "percent": {"type": "number", "minimum": 0, "maximum": 100},
        "count": {"type": "integer", "minimum": 1},
        "rung": {"enum": ["blocked", "sandbox", "read-only", "supervised", "production"]},
        "grade": {"enum": ["declared", "documented", "configured", "observed"]},
        "thresholds": {
          "description": "The numbers that rules compare with.",
          "type": "object",
          "properties": {
            "crs": {
              "description": "The score at which expansion is frozen.",
              "$ref": "#/$defs/percent"
            },
            "success_rate": {
              "description": "The least share of calls that succeed.",
              "$ref": "#/$defs/share"
            },
            "p95_latency_ms": {
              "description": "The largest 95th percentile of latency.",
              "$ref": "#/$defs/count"
            },
            "block_rate": {
              "description": "The largest share of calls that policy blocks.",
              "$ref": "#/$defs/share"
            },
            "fallback_rate": {
              "description": "The largest share of calls that a fallback serves.",
              "$ref": "#/$defs/share"
            },
            "token_lifetime_seconds": {
              "description": "The longest life of an access token.",
              "$ref": "#/$defs/count"
            },
            "max_tools_per_agent": {
              "description": "The most tools of one server that one agent should see.",
              "$ref": "#/$defs/count"
            },
            "drill_age_days": {
              "description": "The age at which a drill no longer counts.",
              "$ref": "#/$defs/count"
            },
            "missing_field_share": {
              "description": "The largest share of log records that may lack a required field.",
              "$ref": "#/$defs/share"
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "weights": {
          "description": "What each dimension of the score weighs; they sum to 1.",
          "type": "object",
          "required": ["a", "r", "o", "b"],
          "properties": {
            "a": {"description": "Authentication and scope.", "$ref": "#/$defs/share"},
            "r": {"description": "Reliability.", "$ref": "#/$defs/share"},
            "o": {"description": "Ownership.", "$ref": "#/$defs/share"},
            "b": {"description": "Blast radius.", "$ref": "#/$defs/share"}
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "demand": {
          "type": "object",
          "properties": {
            "process": {"description": "Of what people do.", "$ref": "#/$defs/grade"},
            "enforceable": {"description": "Of what a machine enforces.", "$ref": "#/$defs/grade"}
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "log": {
          "description": "How audit logs are read.",
          "type": "object",
          "properties": {
            "fields": {
              "description": "Your own names of fields, best first; a dot leads into an object.",
              "type": "object",
              "propertyNames": {
                "enum": [
                  "timestamp", "agent_id", "server_id", "tool_name", "input_hash",
                  "output_status", "latency_ms", "session_id", "trace_id", "user_id",
                  "environment", "decision", "policy_id", "approval_id", "approver_id",
                  "downstream_request_id", "idempotency_key", "fallback", "error",
                  "server_version", "client_id", "input", "tenant_id", "method",
                  "negotiation_status", "latency_s", "end_time", "output_bytes", "upstream"
                ]
              },
              "additionalProperties": {"$ref": "#/$defs/texts"}
            },
            "malformed_limit": {
              "description": "The share of lines that are no records above which a log is unreadable.",
              "$ref": "#/$defs/share"
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "rule": {
          "type": "object",
          "properties": {
            "severity": {
              "description": "The severity for servers of every tier.",
              "enum": ["critical", "high", "medium", "low"]
            },
            "enabled": {"description": "Whether the rule is asked.", "type": "boolean"},
            "reason": {
              "description": "Why; required where a rule is switched off.",
              "$ref": "#/$defs/text"
            }
          },
          "if": {"required": ["enabled"], "properties": {"enabled": {"const": false}}},
          "then": {"required": ["reason"]},
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "exception": {
          "type": "object",
          "required": ["rule", "server", "owner", "reason", "expires"],
          "properties": {
            "rule": {"description": "The rule's id.", "$ref": "#/$defs/text"},
            "server": {
              "description": "The server's id; never a pattern.",
              "$ref": "#/$defs/text"
            },
            "tool": {"description": "One tool; without it, all of them.", "$ref": "#/$defs/text"},
            "owner": {"description": "Who answers for the risk.", "$ref": "#/$defs/text"},
            "reason": {"description": "Why it is acceptable.", "$ref": "#/$defs/text"},
            "category": {"description": "Your own word for its kind.", "$ref": "#/$defs/text"},
            "expires": {"description": "The last day on which it holds.", "type": "string", "format": "date"}
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        }
      }
    }

    """#
}
