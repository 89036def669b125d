public import Assessment
import Estate

/// The rule reference: one Markdown page for each rule, and an index.
///
/// The pages say what the rules' YAML says, for readers who do not have the command at hand.
public enum RuleReference {
  /// One file of the reference.
  public struct Page: Hashable, Sendable {
    /// The name of the file, such as `MCP105.md`.
    public let name: String
    /// Its Markdown.
    public let text: String
  }

  /// The index, `README.md`, and the pages of `rules` in the order given.
  public static func pages(of rules: [Rule]) -> [Page] {
    [Page(name: "README.md", text: index(of: rules).text)]
      + rules.map { Page(name: $0.id + ".md", text: RulePage(rule: $0).fragment.text) }
  }

  private static var keyPlaces: Fragment<Markdown> {
    .prose(ManifestForm.allCases.compactMap(\.keyAdvice).joined(separator: " "))
  }

  private static func index(of rules: [Rule]) -> Fragment<Markdown> {
    var page: Fragment<Markdown> = """
      # Rules

      Generated from the rules' YAML files. `mcpready explain RULE` prints a page offline.

      Where a page shows YAML that names no other file, it is for the server manifest. \(keyPlaces)

      | rule | severity | dimension | gate | checklist | requirement |
      | --- | --- | --- | --- | --- | --- |

      """
    for rule in rules {
      page +=
        "| [\(rule.id)](\(rule.id).md) | \(rule.severity.rawValue) | \(rule.dimension.rawValue)"
      page += " | \(rule.gate?.rawValue ?? "") | \(rule.checklist.joined(separator: ", "))"
      page += " | \(Fragment.prose(rule.title)) |\n"
    }
    return page
  }
}
