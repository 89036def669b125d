extension HelpTopic {
  static let inspectText = """
    usage: mcpready inspect FILE [--format text|json]

    Shows what the texts of a tool catalog, a client configuration or a registry entry try to have an
    agent do, those included that are too weak to be findings, and what they hide. What comes from the
    file is escaped, and safe to print.

    exit status: 0 the file was read, whatever was found; 2 the command line is wrong; 3 the file could
    not be read or parsed, or holds no texts of the kind

    example: mcpready inspect tools.json --format json
    """
}
