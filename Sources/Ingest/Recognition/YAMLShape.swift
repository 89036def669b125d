/// Whether a text whose name does not say so is YAML of one of the known kinds.
enum YAMLShape {
  /// Keys at the start of a line by which one of the known kinds gives itself away.
  private static let telling = [
    "server_id:", "access_policy:", "static_resources:", "descriptors:", "mcpServers:",
    "drills:", "incidents:", "exceptions:", "approvers:", "kind: mcp-",
  ].map { Array($0.utf8) }

  /// Whether a line of `beginning` begins with such a key.
  static func matches(_ beginning: [UInt8]) -> Bool {
    beginning.split(separator: UInt8(ascii: "\n")).contains { line in
      telling.contains { line.starts(with: $0) }
    }
  }
}
