import SourceText
import Syntax
import Testing

/// A text that a test has parsed, and what its spans hold.
struct ParsedText {
  let library: SourceLibrary
  let documents: [Node]

  init(yaml text: String) throws {
    var library = SourceLibrary()
    let file = library.add(path: "test.yaml", bytes: Array(text.utf8))
    documents = try YAMLParser.parse(file).documents
    self.library = library
  }

  init(json text: String) throws {
    var library = SourceLibrary()
    let file = library.add(path: "test.json", bytes: Array(text.utf8))
    documents = try JSONParser.parse(file).documents
    self.library = library
  }

  var root: Node {
    get throws { try #require(documents.first) }
  }

  /// What stands at `span`.
  func text(_ span: SourceSpan?) -> String? {
    span.map { library.text(of: $0) }
  }

  /// `line:column` of `span`.
  func place(_ span: SourceSpan?) -> String? {
    span.map {
      let start = library.location(of: $0).start
      return "\(start.line):\(start.column)"
    }
  }
}
