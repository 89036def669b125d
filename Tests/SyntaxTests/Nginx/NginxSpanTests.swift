import FoundationEssentials
import SourceText
import Syntax
import TestSupport
import Testing

struct NginxSpanTests {
  @Test(arguments: UInt64(0)..<300)
  func `a generated file is read as what was written, and so is each part of it`(
    seed: UInt64
  ) throws {
    let generated = GeneratedNginx(seed: seed)
    let tree = try NginxParser.parse(file(Array(generated.text.utf8)))
    #expect(tree.directives.map(\.outline) == generated.outlines, "\(generated.text)")
    #expect(NginxReparsing(tree).failures == [], "\(generated.text)")
  }

  @Test(arguments: ["conformance/crossplane/configs", "conformance/gixy", "corpus/nginx"])
  func `the text at a directive's or word's span says the same as it, in real files`(
    subpath: String
  ) throws {
    guard let folder = SharedFolder.path(subpath) else { return }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".conf") }
    var reparsed = 0
    for path in paths {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + path)))
      let result = NginxReparsing(NginxParser.parseLeniently(file(bytes)))
      reparsed += result.reparsed
      #expect(result.failures == [], "\(path)")
    }
    print("\(subpath): \(paths.count) files, \(reparsed) parts read again from their spans")
    #expect(reparsed > 150)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `columns count code points behind tabs, emoji and every line break`(lineBreak: String) throws
  {
    let lines = [
      "server {", "\tserver_name \"😀 é\" b.example;", "\t# 日本", "\treturn 200 '👩‍👩‍👧' last;", "}",
    ]
    let file = file(Array(lines.joined(separator: lineBreak).utf8))
    let tree = try NginxParser.parse(file)
    let inner = try #require(tree.directives.first?.block)
    func place(_ span: SourceSpan) -> SourcePosition { file.position(at: Int(span.start)) }
    #expect(inner.map { place($0.span) } == [.init(line: 2, column: 2), .init(line: 4, column: 2)])
    #expect(inner[0].arguments.map { place($0.span).column } == [14, 20])
    // The family is five code points: three people and two joiners.
    #expect(inner[1].arguments.map { place($0.span).column } == [9, 13, 21])
    #expect(tree.comments.map(place) == [.init(line: 3, column: 2)])
  }

  private func file(_ bytes: [UInt8]) -> SourceFile {
    SourceFile(id: SourceID(index: 0), path: "nginx.conf", bytes: bytes)
  }
}
