import Estate
import FoundationEssentials
import SourceText
import Syntax
import TestSupport
import Testing

@Suite struct DerivedClassCorpusTests {
  /// GitHub annotates every tool of its server; without the annotations, the names must say the same.
  @Test func `names agree with what the maintainers annotate`() throws {
    guard let path = SharedFolder.path("corpus/tools-list/github-mcp-server/tools-list.json") else {
      return
    }
    var library = SourceLibrary()
    let file = library.add(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
    let catalog = try #require(try JSONParser.parse(file).root?["tools"])
    var compared = 0
    for definition in catalog.elements {
      guard let readOnly = definition["annotations"]?["readOnlyHint"]?.boolean,
        let name = definition["name"]?.string
      else { continue }
      var tool = Tool(name: name)
      tool.catalogEntry = definition.span
      compared += 1
      #expect(tool.derivedClass?.value.changesState == !readOnly, "\(name)")
    }
    #expect(compared >= 50)
  }
}
