import SourceText
import Syntax

/// Checks of the promise that the bytes at the span of a directive or word say the same as it does.
struct NginxReparsing {
  let tree: NginxTree
  private(set) var failures: [String] = []
  private(set) var reparsed = 0

  init(_ tree: NginxTree) {
    self.tree = tree
    check(tree.directives, inside: 0..<tree.source.bytes.count)
  }

  private mutating func check(_ directives: [NginxDirective], inside parent: Range<Int>) {
    var end = parent.lowerBound
    for directive in directives {
      let range = directive.span.range
      if range.lowerBound < end || range.upperBound > parent.upperBound {
        failures.append("\(describe(directive.span)) is not between what is around it")
      }
      end = range.upperBound
      reparse(directive)
      check(directive.block ?? [], inside: directive.blockSpan?.range ?? range)
    }
  }

  private mutating func reparse(_ directive: NginxDirective) {
    let range = directive.span.range
    // A directive that the end of the file cuts off cannot stand alone.
    guard let last = bytes(directive.span).last, last == UInt8(ascii: ";") || last == 0x7D else {
      return
    }
    let again = NginxParser.parseLeniently(source(bytes(directive.span))).directives
    reparsed += 1
    guard again.count == 1, isSame(directive, again[0], shift: range.lowerBound) else {
      return failures.append("\(describe(directive.span)) reads differently")
    }
    for word in [directive.name] + directive.arguments { reparse(word) }
    if let block = directive.blockSpan, bytes(block).first != UInt8(ascii: "{") {
      failures.append("\(describe(block)) is not a block")
    }
  }

  private mutating func reparse(_ word: NginxWord) {
    let (before, behind) =
      word.form == .luaBlock ? ("set_by_lua_block {", "}") : ("directive ", " ;")
    let text = Array(before.utf8) + bytes(word.span) + Array(behind.utf8)
    let again = NginxParser.parseLeniently(source(text)).directives
    reparsed += 1
    guard again.count == 1, again[0].arguments.count == 1,
      isSame(word, again[0].arguments[0], shift: Int(word.span.start) - before.utf8.count)
    else { return failures.append("\(describe(word.span)) reads as another word") }
  }

  private func isSame(_ first: NginxDirective, _ second: NginxDirective, shift: Int) -> Bool {
    let words = zip([first.name] + first.arguments, [second.name] + second.arguments)
    let blocks = zip(first.block ?? [], second.block ?? [])
    return isShifted(first.span, second.span, shift)
      && first.arguments.count == second.arguments.count
      && words.allSatisfy { isSame($0, $1, shift: shift) }
      && (first.block == nil) == (second.block == nil)
      && first.block?.count == second.block?.count
      && blocks.allSatisfy { isSame($0, $1, shift: shift) }
  }

  private func isSame(_ first: NginxWord, _ second: NginxWord, shift: Int) -> Bool {
    first.text == second.text && first.form == second.form
      && isShifted(first.span, second.span, shift)
      && first.variables.map(\.name) == second.variables.map(\.name)
      && zip(first.variables, second.variables).allSatisfy {
        isShifted($0.span, $1.span, shift)
      }
  }

  /// Whether `first` is `second`, `shift` bytes further on.
  private func isShifted(_ first: SourceSpan, _ second: SourceSpan, _ shift: Int) -> Bool {
    first.range.lowerBound == second.range.lowerBound + shift
      && first.range.upperBound == second.range.upperBound + shift
  }

  private func bytes(_ span: SourceSpan) -> [UInt8] { Array(tree.source.bytes[span.range]) }

  private func source(_ bytes: [UInt8]) -> SourceFile {
    SourceFile(id: SourceID(index: 0), path: "again.conf", bytes: bytes)
  }

  private func describe(_ span: SourceSpan) -> String {
    let place = tree.source.position(at: Int(span.start))
    return "\(place.line):\(place.column) `\(tree.source.text(in: span.range))`"
  }
}
