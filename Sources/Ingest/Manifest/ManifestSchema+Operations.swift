extension ManifestSchema {
  /// The definitions of the sections about operations and data handling, each with a comma behind it.
  static let operations = #"""
        "monitoring": {
          "description": "What is normal, and what raises an alert.",
          "type": "object",
          "properties": {
            "baseline": {
              "description": "The document that records what is normal.",
              "$ref": "#/$defs/reference"
            },
            "alert_rules": {
              "description": "The file in which the alerts are configured.",
              "$ref": "#/$defs/reference"
            },
            "denial_spikes": {
              "description": "The threshold for denied calls.",
              "$ref": "#/$defs/text"
            },
            "latency_drift": {
              "description": "The threshold for slower calls.",
              "$ref": "#/$defs/text"
            },
            "unusual_sequences": {
              "description": "The threshold for unusual orders of calls.",
              "$ref": "#/$defs/text"
            },
            "negotiation_failures": {
              "description": "The threshold for failed capability negotiations.",
              "$ref": "#/$defs/text"
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "rollout": {
          "description": "How a new version takes over.",
          "type": "object",
          "properties": {
            "canary_percent": {
              "description": "The share of traffic that a new version gets first.",
              "type": "integer",
              "minimum": 0,
              "maximum": 100
            },
            "watch": {
              "description": "How long it is watched before it gets the rest.",
              "$ref": "#/$defs/duration"
            },
            "watch_ms": {
              "description": "How long it is watched before it gets the rest. In milliseconds.",
              "type": "integer",
              "minimum": 0
            },
            "watch_seconds": {
              "description": "How long it is watched before it gets the rest. In seconds.",
              "type": "integer",
              "minimum": 0
            },
            "watch_days": {
              "description": "How long it is watched before it gets the rest. In days.",
              "type": "integer",
              "minimum": 0
            },
            "signals": {
              "description": "What is watched.",
              "type": "array",
              "items": {"enum": ["negotiation_success", "call_errors"]}
            },
            "rollback": {
              "description": "Who takes a bad version back.",
              "enum": ["automatic", "manual"]
            },
            "baseline": {
              "description": "What the new version is compared with.",
              "$ref": "#/$defs/text"
            },
            "sequence": {
              "description": "The stages in order.",
              "$ref": "#/$defs/texts"
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "deprecation": {
          "description": "How the server or a version of it leaves.",
          "type": "object",
          "properties": {
            "notice": {
              "description": "How long users are told in advance.",
              "$ref": "#/$defs/duration"
            },
            "notice_ms": {
              "description": "How long users are told in advance. In milliseconds.",
              "type": "integer",
              "minimum": 0
            },
            "notice_seconds": {
              "description": "How long users are told in advance. In seconds.",
              "type": "integer",
              "minimum": 0
            },
            "notice_days": {
              "description": "How long users are told in advance. In days.",
              "type": "integer",
              "minimum": 0
            },
            "policy": {
              "description": "The document that says how versions are deprecated.",
              "$ref": "#/$defs/reference"
            },
            "sunset": {
              "description": "The last day on which a deprecated server serves calls.",
              "$ref": "#/$defs/date"
            },
            "successor": {
              "description": "What takes its place.",
              "$ref": "#/$defs/text"
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "data_handling": {
          "description": "What results may hold, and what becomes of it.",
          "type": "object",
          "properties": {
            "never_return": {
              "description": "What no result may hold.",
              "$ref": "#/$defs/texts"
            },
            "redaction": {
              "description": "What takes such data out of results.",
              "$ref": "#/$defs/text"
            },
            "response_samples": {
              "description": "Files of recorded tool results.",
              "$ref": "#/$defs/texts"
            },
            "conversation_history": {
              "description": "The document that says what conversation history may keep.",
              "$ref": "#/$defs/reference"
            },
            "history_keeps": {
              "description": "What conversation history may keep.",
              "$ref": "#/$defs/texts"
            },
            "history_excludes": {
              "description": "What conversation history must leave out.",
              "$ref": "#/$defs/texts"
            },
            "untrusted_outputs": {
              "description": "Tools whose results are untrusted until validated, or `all`.",
              "$ref": "#/$defs/texts"
            },
            "output_validation": {
              "description": "How such results are validated.",
              "enum": ["output_schema", "gateway_policy", "human_checkpoint"]
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
    """#
}
