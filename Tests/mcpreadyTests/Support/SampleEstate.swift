import TestSupport

@testable import mcpready

/// Small estates that the tests of the command write to a folder, and runs over them.
enum SampleEstate {
  /// The folder of a fleet that passes the gate.
  static let ready = SharedFolder.packageRoot + "/Fixtures/ready"

  /// A remote server without authentication, which may not go to production.
  static let open = """
    server_id: mcp-server-open
    version: "1.0.0"
    transport: streamable_http
    endpoint: https://mcp.example.com/open/
    tier: 1
    owner: team@example.com
    auth_required: false
    tools:
      - name: delete_account
        class: irreversible-write

    """

  /// A manifest whose third line is no YAML.
  static let broken = "server_id: mcp-server-broken\nversion: \"1.0.0\"\ntools: [a, b\n"

  /// Runs the command with `arguments`, away from the streams of this process.
  static func run(
    _ arguments: String..., in surroundings: Surroundings = Surroundings()
  ) async -> CommandResult {
    await Mcpready.run(arguments, in: surroundings)
  }
}
