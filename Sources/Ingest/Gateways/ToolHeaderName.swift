/// Names of headers that carry the name of the tool that is called.
enum ToolHeaderName {
  /// Whether the lower-case `name` is about a tool, such as `x-mcp-tool-name`, or the `mcp-name` by which
  /// MCP itself repeats the name outside the body.
  static func matches(_ name: String) -> Bool {
    name == "mcp-name" || name.split { $0 == "-" || $0 == "_" }.contains("tool")
  }
}
