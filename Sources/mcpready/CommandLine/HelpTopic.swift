/// The pages of help, each with an example that works.
enum HelpTopic: String, CaseIterable {
  case overview
  case check
  case logs
  case rules
  case explain
  case schema

  /// The page.
  var text: String {
    switch self {
    case .overview: Self.overviewText
    case .check: Self.checkText
    case .logs: Self.logsText
    case .rules: Self.rulesText
    case .explain: Self.explainText
    case .schema: Self.schemaText
    }
  }

  private static let overviewText = """
    mcpready: may this MCP server, with these tools, go to production?

    Reads manifests, tool catalogs, gateway and client configurations, access policies, audit logs and
    process records; decides for each server which controls are really in place; scores it; and answers
    with findings and an exit code. Works offline, and writes nothing but the files you name.

    usage: mcpready COMMAND [OPTION...]

      check PATH...        judge the fleet that files and folders describe
      logs summarize|merge summaries of logs, for `check` to take in their place
      rules list|test      show the rules, or run their examples
      explain RULE         the full page of one rule
      schema NAME          print a JSON Schema for editors and for readers of reports
      help COMMAND         the page of one command
      --version            the version

    example: mcpready check . --out sarif=mcpready.sarif
    """

  private static let checkText = """
    usage: mcpready check PATH... [OPTION...]

    Walks files and folders, recognizes each file by its content, and judges every server found. `-` is
    an audit log on standard input.

      --out FORMAT=FILE    also write a report: human, json, sarif or markdown; `-` is standard output;
                           may be given several times; what an earlier run wrote there is no input
      --policy FILE        the policy file; without it, `mcpready.yaml` in a folder that is named
      --rules DIR          more rules, from the YAML files of a folder
      --at DATE            the day by which expiry and the age of drills are judged (2026-11-21); without
                           it SOURCE_DATE_EPOCH, and without that today
      --fail-on SEVERITY   also fail on any finding of this severity or a higher one
      --quiet              only the summary and the gate's answer
      --no-color, --color  never or always use color; without them, only on a terminal and where NO_COLOR
                           is not set

    exit status: 0 the gate passed; 1 it failed; 2 the command line, a rule or the policy file is wrong;
    3 an input could not be read or parsed, or there was nothing to check

    examples: mcpready check servers gateway logs --out json=report.json --at 2026-11-21
              zcat audit.jsonl.gz | mcpready check servers gateway -
    """

  private static let rulesText = """
    usage: mcpready rules list|test [--rules DIR]

      list   every rule with its severity, dimension, gate control and title
      test   run every rule's own examples and say which do not come out as they say

    example: mcpready rules test --rules our-rules
    """

  private static let explainText = """
    usage: mcpready explain RULE [--rules DIR]

    Prints why a rule exists, what it asks, what it takes as evidence, and how to satisfy it.

    example: mcpready explain MCP607
    """

  private static let schemaText = """
    usage: mcpready schema NAME

    Prints a JSON Schema: `manifest` for server manifests in an editor, `report` for readers of the JSON
    report.

    example: mcpready schema manifest > mcpready-manifest.schema.json
    """
}
