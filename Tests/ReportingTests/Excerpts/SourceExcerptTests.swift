import SourceText
import Testing

@testable import Reporting

struct SourceExcerptTests {
  /// The excerpt for `mark` within `line`, and the part of it that stands above the carets.
  private func excerpt(
    _ line: String, marking mark: String, columns: Int = 60, hiding secret: String? = nil
  ) -> (excerpt: SourceExcerpt, marked: String) {
    var library = SourceLibrary()
    let file = library.add(path: "a.yaml", bytes: Array(("first\n" + line + "\nlast").utf8))
    let mask = SourceMask(secret.map { [span(of: $0, in: file)] } ?? [])
    let excerpt = SourceExcerpt(
      of: span(of: mark, in: file), in: library, mask: mask, columns: columns)
    var marked = ""
    var column = 0
    for character in excerpt.text {
      let width = DisplayWidth.of(character)
      if column >= excerpt.indent, column + width <= excerpt.indent + excerpt.width {
        marked.append(character)
      }
      column += width
    }
    return (excerpt, marked)
  }

  private func span(of text: String, in file: SourceFile) -> SourceSpan {
    let needle = Array(text.utf8)
    let start = file.bytes.indices.first { file.bytes[$0...].starts(with: needle) } ?? 0
    return SourceSpan(source: file.id, start..<start + needle.count)
  }

  @Test(arguments: [
    ("owner: nobody", "nobody"), ("日本語: nobody", "nobody"), ("🔒 🗑️ 👍🏽: nobody", "nobody"),
    ("e\u{301}te\u{301}: nobody # x", "nobody"), ("ｆｕｌｌ: 全部 x", "全部"),
    ("한국어: nobody", "nobody"), ("🇩🇪: nobody", "nobody"), ("x: 🗑️ y", "🗑️"),
  ])
  func `carets stand under the exact characters`(line: String, mark: String) {
    let (excerpt, marked) = excerpt(line, marking: mark)
    #expect(excerpt.text == line)
    #expect(marked == mark)
    #expect(excerpt.location.start.line == 2)
  }

  @Test func `tabs are expanded to every fourth column`() {
    let (excerpt, marked) = excerpt("\ta\tb:\tnobody", marking: "nobody")
    #expect(excerpt.text == "    a   b:  nobody")
    #expect(excerpt.indent == 12)
    #expect(marked == "nobody")
  }

  @Test func `hidden characters before the mark take the columns of their escapes`() {
    let (excerpt, marked) = excerpt("a\u{202E}b: nobody", marking: "nobody")
    #expect(excerpt.text == "a\\u{202E}b: nobody")
    #expect(marked == "nobody")
  }

  @Test(arguments: ["x", "日", "🔒"])
  func `a very long line is cut around the mark`(filler: String) {
    let long = String(repeating: filler, count: 5_000)
    let (excerpt, marked) = excerpt(long + " nobody " + long, marking: "nobody")
    #expect(marked == "nobody")
    #expect(excerpt.text.hasPrefix("…"))
    #expect(excerpt.text.hasSuffix("…"))
    #expect((50...60).contains(DisplayWidth.of(excerpt.text)))
  }

  @Test func `a mark longer than the line is cut`() {
    let long = String(repeating: "x", count: 500)
    let (excerpt, marked) = excerpt("a: " + long, marking: long)
    #expect(marked == String(repeating: "x", count: 39) + "…")
    #expect(DisplayWidth.of(excerpt.text) <= 60)
  }

  @Test func `a secret is left out, whether it is marked or not`() {
    let hidden = excerpt("token: hunter2 # rotate", marking: "hunter2", hiding: "hunter2")
    #expect(hidden.excerpt.text == "token: ••• # rotate")
    #expect(hidden.marked == "•••")
    let beside = excerpt("token: hunter2 # rotate", marking: "rotate", hiding: "hunter2")
    #expect(beside.excerpt.text == "token: ••• # rotate")
    #expect(beside.marked == "rotate")
  }

  @Test func `a mark that spans lines is shown on its first line`() {
    let (excerpt, _) = excerpt("a: [1,", marking: "[1,\nlast")
    #expect(excerpt.text == "a: [1,")
    #expect((excerpt.indent, excerpt.width) == (3, 3))
    #expect(excerpt.location.end.line == 3)
  }

  @Test func `an empty place has one caret`() {
    var library = SourceLibrary()
    let file = library.add(path: "a", bytes: Array("ab".utf8))
    let excerpt = SourceExcerpt(
      of: SourceSpan(source: file.id, 2..<2), in: library, mask: SourceMask([]), columns: 60)
    #expect((excerpt.text, excerpt.indent, excerpt.width) == ("ab", 2, 1))
  }
}
