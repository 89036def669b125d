/// The JSON Schema by which editors check and complete server manifests.
public enum ManifestSchema {
  /// The schema, which `mcpready schema manifest` prints; a test holds it and the adapter together.
  public static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "mcpready server manifest",
      "description": "What a team declares about one MCP server, or about several.",
      "anyOf": [
        {"$ref": "#/$defs/manifest"},
        {"type": "array", "items": {"$ref": "#/$defs/manifest"}},
        {
          "type": "object",
          "required": ["servers"],
          "properties": {
            "$schema": {"type": "string"},
            "kind": {"const": "mcp-server"},
            "servers": {"type": "array", "items": {"$ref": "#/$defs/manifest"}}
          }
        }
      ],
      "$defs": {
        "text": {"type": ["string", "number"], "minLength": 1},
        "texts": {
          "oneOf": [
            {"type": "string"},
            {"type": "array", "items": {"type": ["string", "number"]}}
          ]
        },
        "reference": {"type": "string", "minLength": 1},
        "duration": {"type": "string", "pattern": "^([0-9.]+ *(ms|s|m|min|h|d|w) *)+$"},
        "size": {"type": ["integer", "string"]},
        "date": {"type": "string", "format": "date"},
        "manifest": {
          "type": "object",
          "required": ["server_id"],
          "properties": {
            "$schema": {"type": "string"},
            "kind": {"const": "mcp-server"},
            "server_id": {
              "description": "The id that logs and policies use for the server.",
              "$ref": "#/$defs/text"
            },
            "version": {"description": "The semantic version, in quotes.", "$ref": "#/$defs/text"},
            "title": {"description": "A name for people.", "$ref": "#/$defs/text"},
            "description": {"description": "What the server is for.", "$ref": "#/$defs/text"},
            "transport": {
              "description": "How clients reach the server.",
              "enum": ["stdio", "streamable_http", "http_sse"]
            },
            "endpoint": {"description": "The address of a remote server.", "$ref": "#/$defs/text"},
            "protocol_version": {"description": "The MCP revision.", "$ref": "#/$defs/text"},
            "tier": {
              "description": "Risk: 0 public or low-risk, 1 internal reads, 2 changes state.",
              "enum": [0, 1, 2]
            },
            "sla_tier": {
              "description": "The service level; not the risk tier.",
              "$ref": "#/$defs/text"
            },
            "data_domain": {
              "description": "The business domain of the data.",
              "$ref": "#/$defs/text"
            },
            "data_sensitivity": {
              "description": "How sensitive the data is.",
              "enum": ["public", "internal", "confidential", "restricted"]
            },
            "environments": {"description": "Where the server runs.", "$ref": "#/$defs/texts"},
            "multi_tenant": {
              "description": "Whether one deployment serves several tenants.",
              "type": "boolean"
            },
            "lifecycle": {
              "description": "The stage of life.",
              "enum": ["experimental", "production", "deprecated"]
            },
            "owner": {
              "description": "The one accountable person or team.",
              "$ref": "#/$defs/text"
            },
            "support": {"description": "Where users get help.", "$ref": "#/$defs/text"},
            "on_call": {"description": "Who is called at night.", "$ref": "#/$defs/text"},
            "on_call_runbook": {
              "description": "What the person on call follows.",
              "$ref": "#/$defs/reference"
            },
            "investigation_playbook": {
              "description": "How suspicious calls are investigated.",
              "$ref": "#/$defs/reference"
            },
            "changelog": {
              "description": "Changes of tools and scopes.",
              "$ref": "#/$defs/reference"
            },
            "auth_required": {
              "description": "Whether callers must authenticate.",
              "type": "boolean"
            },
            "auth_scheme": {
              "description": "How callers authenticate.",
              "enum": ["oauth2", "mtls", "signed_token", "sso", "api_key", "basic", "none"]
            },
            "auth": {"$ref": "#/$defs/auth"},
            "identity": {"$ref": "#/$defs/identity"},
            "credentials": {
              "description": "References to credentials, never their values.",
              "type": "array",
              "items": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/credential"}]}
            },
            "catalog": {"description": "A tools/list result.", "$ref": "#/$defs/reference"},
            "tools": {
              "description": "The tools.",
              "type": "array",
              "items": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/tool"}]}
            },
            "approvals": {
              "description": "Approvals of the server's calls.",
              "type": "object",
              "properties": {
                "approvers": {
                  "description": "Roles that may approve calls.",
                  "$ref": "#/$defs/texts"
                },
                "recorded_in": {
                  "description": "Where approvals are recorded.",
                  "$ref": "#/$defs/text"
                }
              },
              "patternProperties": {"^x-": {}},
              "additionalProperties": false
            },
            "egress": {"$ref": "#/$defs/egress"},
            "limits": {"$ref": "#/$defs/limits"},
            "audit": {"$ref": "#/$defs/audit"},
            "kill_switch": {
              "description": "How the server is switched off.",
              "oneOf": [{"type": "string"}, {"$ref": "#/$defs/kill_switch"}]
            },
            "fallback": {"description": "What serves instead.", "$ref": "#/$defs/text"},
            "blast_radius": {
              "description": "The largest damage that the server can do.",
              "$ref": "#/$defs/text"
            },
            "recovery_checklist": {
              "description": "What must hold before it goes on again.",
              "$ref": "#/$defs/reference"
            },
            "package": {"$ref": "#/$defs/package"},
            "packages": {"type": "array", "items": {"$ref": "#/$defs/package"}},
            "monitoring": {"$ref": "#/$defs/monitoring"},
            "rollout": {"$ref": "#/$defs/rollout"},
            "deprecation": {"$ref": "#/$defs/deprecation"},
            "data_handling": {"$ref": "#/$defs/data_handling"},
            "approved_tasks": {
              "description": "The kinds of task that the server is approved for.",
              "$ref": "#/$defs/texts"
            },
            "change_review": {
              "description": "How changes of tools and permissions are reviewed, without CODEOWNERS.",
              "$ref": "#/$defs/text"
            },
            "depends_on": {"description": "Servers that this one calls.", "$ref": "#/$defs/texts"},
            "downstream": {
              "description": "Systems behind the server.",
              "type": "array",
              "items": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/downstream"}]}
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "tool": {
          "type": "object",
          "required": ["name"],
          "properties": {
            "name": {
              "description": "The name that clients call, unique within the server.",
              "$ref": "#/$defs/text"
            },
            "title": {"description": "A name for people.", "$ref": "#/$defs/text"},
            "description": {"description": "What the model reads.", "$ref": "#/$defs/text"},
            "schema_ref": {
              "description": "The file that holds the tool's schema.",
              "$ref": "#/$defs/reference"
            },
            "owner": {
              "description": "Who answers for the tool, where it is not the server's owner.",
              "$ref": "#/$defs/text"
            },
            "purpose": {"description": "Why the tool exists.", "$ref": "#/$defs/text"},
            "class": {
              "description": "What the tool may do.",
              "enum": ["read-only", "reversible-write", "irreversible-write", "external-write"]
            },
            "data_sensitivity": {
              "description": "How sensitive the data is.",
              "enum": ["public", "internal", "confidential", "restricted"]
            },
            "scopes": {"description": "The scopes that a caller needs.", "$ref": "#/$defs/texts"},
            "approval": {
              "description": "Whether a person must approve each call, and who may.",
              "oneOf": [
                {"enum": ["required", "none", true, false]},
                {
                  "type": "object",
                  "properties": {
                    "required": {
                      "description": "Whether a person must approve each call.",
                      "type": "boolean"
                    },
                    "approvers": {
                      "description": "Roles that may approve.",
                      "$ref": "#/$defs/texts"
                    }
                  },
                  "patternProperties": {"^x-": {}},
                  "additionalProperties": false
                }
              ]
            },
            "idempotency": {
              "description": "The argument or mechanism that makes a repeated call harmless.",
              "$ref": "#/$defs/text"
            },
            "reversal": {
              "description": "How a call is undone: a tool, words, or `one-way`.",
              "$ref": "#/$defs/text"
            },
            "enabled": {"description": "Whether the tool is switched on.", "type": "boolean"},
            "business_need": {
              "description": "Why an export-like tool is needed.",
              "$ref": "#/$defs/text"
            },
            "max_result_bytes": {"description": "The largest result.", "$ref": "#/$defs/size"}
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "package": {
          "type": "object",
          "required": ["identifier"],
          "properties": {
            "registry": {
              "description": "Where the package comes from.",
              "enum": ["npm", "pypi", "oci", "nuget", "mcpb"]
            },
            "identifier": {"description": "The package or image.", "$ref": "#/$defs/text"},
            "version": {"description": "The exact version.", "$ref": "#/$defs/text"},
            "digest": {"description": "The digest, such as sha256:….", "$ref": "#/$defs/text"}
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "auth": {
          "description": "Tokens.",
          "type": "object",
          "properties": {
            "audience": {"description": "What tokens must name.", "$ref": "#/$defs/text"},
            "token_lifetime": {
              "description": "The longest life of an access token.",
              "$ref": "#/$defs/duration"
            },
            "token_lifetime_ms": {
              "description": "The longest life of an access token. In milliseconds.",
              "type": "integer",
              "minimum": 0
            },
            "token_lifetime_seconds": {
              "description": "The longest life of an access token. In seconds.",
              "type": "integer",
              "minimum": 0
            },
            "token_lifetime_days": {
              "description": "The longest life of an access token. In days.",
              "type": "integer",
              "minimum": 0
            },
            "rotation": {
              "description": "How credentials are rotated.",
              "$ref": "#/$defs/reference"
            },
            "revocation": {"description": "How tokens are revoked.", "$ref": "#/$defs/reference"},
            "scopes": {"description": "The scopes of the server.", "$ref": "#/$defs/texts"}
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "identity": {
          "description": "Where each identity travels, such as claim:sub.",
          "type": "object",
          "properties": {
            "user": {"description": "Where the user is named.", "$ref": "#/$defs/text"},
            "client": {"description": "Where the agent is named.", "$ref": "#/$defs/text"},
            "environment": {
              "description": "Where the environment is named.",
              "$ref": "#/$defs/text"
            },
            "tenant": {"description": "Where the tenant is named.", "$ref": "#/$defs/text"},
            "task": {
              "description": "Where the task or work item is named that a call belongs to.",
              "$ref": "#/$defs/text"
            },
            "delegation": {
              "description": "What tells a call for a user from one of the agent itself.",
              "$ref": "#/$defs/text"
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "egress": {
          "description": "Where the server may connect to.",
          "type": "object",
          "properties": {
            "default": {
              "description": "What happens to other destinations.",
              "enum": ["deny", "allow"]
            },
            "allow": {
              "description": "Host names, with a port if need be, and address blocks.",
              "$ref": "#/$defs/texts"
            },
            "dns": {"description": "Which names may be resolved.", "$ref": "#/$defs/text"}
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "limits": {
          "description": "Bounds.",
          "type": "object",
          "properties": {
            "timeout": {"description": "When a call is given up.", "$ref": "#/$defs/duration"},
            "timeout_ms": {
              "description": "When a call is given up. In milliseconds.",
              "type": "integer",
              "minimum": 0
            },
            "timeout_seconds": {
              "description": "When a call is given up. In seconds.",
              "type": "integer",
              "minimum": 0
            },
            "timeout_days": {
              "description": "When a call is given up. In days.",
              "type": "integer",
              "minimum": 0
            },
            "max_concurrency": {
              "description": "Calls at one time.",
              "type": "integer",
              "minimum": 0
            },
            "max_result_bytes": {"description": "The largest result.", "$ref": "#/$defs/size"},
            "max_retries": {
              "description": "Retries of one call.",
              "type": "integer",
              "minimum": 0
            },
            "calls_per_minute": {
              "description": "Calls a minute of one caller.",
              "type": "integer",
              "minimum": 0
            },
            "rate_limit_by": {
              "description": "What calls are counted by, such as agent and tool.",
              "$ref": "#/$defs/texts"
            },
            "memory": {"description": "The memory quota.", "$ref": "#/$defs/text"},
            "session_budget": {
              "description": "The budget of one session.",
              "$ref": "#/$defs/text"
            },
            "max_fan_out": {
              "description": "Calls of other servers that one call may start.",
              "type": "integer",
              "minimum": 0
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "audit": {
          "description": "The audit log.",
          "type": "object",
          "properties": {
            "store": {"description": "Where records go.", "$ref": "#/$defs/text"},
            "immutable": {
              "description": "Whether the store is tamper-evident.",
              "type": "boolean"
            },
            "retention": {"description": "How long records are kept.", "$ref": "#/$defs/duration"},
            "retention_ms": {
              "description": "How long records are kept. In milliseconds.",
              "type": "integer",
              "minimum": 0
            },
            "retention_seconds": {
              "description": "How long records are kept. In seconds.",
              "type": "integer",
              "minimum": 0
            },
            "retention_days": {
              "description": "How long records are kept. In days.",
              "type": "integer",
              "minimum": 0
            },
            "inputs": {
              "description": "How arguments are recorded.",
              "enum": ["hashed", "sanitized", "raw"]
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
    \#(operations)
        "credential": {
          "type": "object",
          "required": ["name"],
          "properties": {
            "name": {"description": "The reference.", "$ref": "#/$defs/text"},
            "kind": {
              "description": "Such as oauth_client or service_account.",
              "$ref": "#/$defs/text"
            },
            "environment": {"description": "Where it works.", "$ref": "#/$defs/text"},
            "shared": {
              "description": "Whether several agents or people use it.",
              "type": "boolean"
            },
            "admin": {"description": "Whether it is administrative.", "type": "boolean"},
            "client_id": {"description": "The OAuth client.", "$ref": "#/$defs/text"},
            "scopes": {"description": "What it is good for.", "$ref": "#/$defs/texts"}
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
        "downstream": {
          "type": "object",
          "required": ["name"],
          "properties": {
            "name": {"description": "Its name.", "$ref": "#/$defs/text"},
            "kind": {"description": "Such as database or saas.", "$ref": "#/$defs/text"},
            "writes": {"description": "Whether the server changes its state.", "type": "boolean"},
            "scopes": {"description": "The scopes held there.", "$ref": "#/$defs/texts"},
            "auth_scheme": {
              "description": "How the server authenticates there.",
              "enum": ["oauth2", "mtls", "signed_token", "sso", "api_key", "basic", "none"]
            },
            "oauth": {"$ref": "#/$defs/oauth"},
            "audit_trail": {
              "description": "Where the calls that the server makes there are recorded.",
              "$ref": "#/$defs/text"
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
    \#(downstreamOAuth)
        "kill_switch": {
          "type": "object",
          "properties": {
            "mechanism": {"description": "The switch.", "$ref": "#/$defs/text"},
            "owner": {"description": "Who may throw it.", "$ref": "#/$defs/text"},
            "tested": {"description": "When it was last tested.", "$ref": "#/$defs/date"},
            "per_tool": {
              "description": "Whether single tools can be switched off.",
              "type": "boolean"
            },
            "per_environment": {
              "description": "Whether environments can be switched off apart.",
              "type": "boolean"
            }
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        }
      }
    }

    """#
}
