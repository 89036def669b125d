import Drift
import Estate
import SourceText
import Testing

@testable import Reporting

@Suite struct RevisionFormatTests {
  /// A report on a server whose only tool has a hostile name and came in.
  private func report() -> RevisionReport {
    var library = SourceLibrary()
    let file = library.add(path: "tools.json", bytes: Array("{}".utf8))
    let place = SourceSpan(source: file.id, start: 0, end: 1)
    let old = ServerContract(id: Evidence("ledger", at: place))
    var new = old
    new.tools = [
      ToolContract(name: Evidence("<img src=x>\u{1B}[2J@team|`\n::error::x", at: place))
    ]
    return RevisionReport(
      RevisionComparison(from: [old], to: [new]), oldSources: library, newSources: library)
  }

  @Test(arguments: RevisionFormat.allCases)
  func `nothing that a stranger wrote acts in a format`(format: RevisionFormat) {
    let text = format.render(report())
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\n::error::"))
    if format == .markdown {
      // Within code, where nothing means anything.
      #expect(text.contains(#"| `<img src=x>\u{1B}[2J@team\u{7C}\u{60}\n::error::x` |"#))
    }
    #expect(text.hasSuffix("\n"))
  }

  @Test func `the places of both revisions are told`() {
    let json = RevisionFormat.json.render(report())
    #expect(json.contains(#""new": {"path": "tools.json", "line": 1, "column": 1}"#))
    #expect(!json.contains(#""old""#))
  }

  @Test func `a lock shows what is hidden, and can be read as it was`() {
    let place = SourceSpan(source: SourceID(index: 0), start: 0, end: 1)
    var tool = ToolContract(name: Evidence("get", at: place))
    var definition = ToolDefinition()
    definition[.description] = .init(canonicalText: "\"a\u{200B}b\\\"{\"", span: place)
    definition[.inputSchema] = .init(
      canonicalText: #"{"properties":{},"required":["a","b"],"type":"object"}"#, span: place)
    tool.definition = definition
    var server = ServerContract(id: Evidence("ledger", at: place))
    server.tools = [tool]
    let text = LockText.text(of: [server])
    #expect(text.contains(#""description": "a\u200bb\"{","#))
    #expect(text.contains("\"properties\": {},\n"))
    let lines = ["\"required\": [", "  \"a\",", "  \"b\"", "],"]
    #expect(text.contains(lines.joined(separator: "\n" + String(repeating: " ", count: 12))))
  }
}
