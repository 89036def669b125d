import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

struct EnvoyTokenRulesTests {
  private static let matches = [
    "{prefix: /}", "{prefix: /mcp}", "{prefix: /mcp/}", "{prefix: ''}", "{path: /mcp}",
    "{path: /mcp/a}", "{path_separated_prefix: /mcp}", "{path_separated_prefix: /mcp/a}",
    "{safe_regex: {regex: '/mcp.*'}}", "{safe_regex: {regex: '/mcp'}}", "{prefix: /é}",
    "{prefix: /, headers: [{name: x, present_match: true}]}",
    "{path: /b, path_separated_prefix: /mcp}",
    "{connect_matcher: {}}",
  ]

  private func node(_ text: String) throws -> Node {
    let source = SourceFile(id: SourceID(index: 0), path: "e.yaml", bytes: Array(text.utf8))
    return try #require(try YAMLParser.parse(source).root)
  }

  /// Every rule behind every other one, so that each has to give way to each.
  @Test(arguments: matches)
  func `the first rule that covers a route is the one that trying all would find`(
    _ route: String
  ) throws {
    let path = EnvoyPathMatch(try node(route))
    for first in Self.matches {
      for second in Self.matches {
        let filter = try node("{rules: [{match: \(first)}, {}, {match: \(second)}]}")
        let tried = filter["rules"].elementsOrSelf.first { rule in
          rule["match"].map(path.isCovered) ?? false
        }
        #expect(EnvoyTokenRules(of: filter).first(covering: path) == tried, "\(first) \(second)")
      }
    }
  }
}
