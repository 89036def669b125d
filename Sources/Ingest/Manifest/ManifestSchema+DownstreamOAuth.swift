extension ManifestSchema {
  /// The schema of `oauth` in an entry of `downstream`, indented as it stands among the definitions.
  static let downstreamOAuth = #"""
        "oauth": {
          "description": "The tokens by which the server calls a system behind it.",
          "type": "object",
          "properties": {
            "credential": {
              "description": "The reference of the credential, never its value.",
              "$ref": "#/$defs/text"
            },
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
              "description": "How the credential is rotated.",
              "$ref": "#/$defs/reference"
            },
            "revocation": {"description": "How its tokens are revoked.", "$ref": "#/$defs/reference"}
          },
          "patternProperties": {"^x-": {}},
          "additionalProperties": false
        },
    """#
}
