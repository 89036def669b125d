public import SourceText

/// One line of a source as it is shown, and which columns of it are meant.
///
/// Tabs are expanded, hidden characters shown as escapes, secrets left out, and a line that is too long is
/// cut around the marked part.
public struct SourceExcerpt: Hashable, Sendable {
  /// Where the marked part begins.
  public let location: SourceLocation
  /// The line, ready to be shown.
  public let text: String
  /// The columns of a terminal before the marked part.
  let indent: Int
  /// The columns of the marked part, at least one.
  let width: Int

  /// The line on which `span` begins, in at most `columns` columns.
  init(of span: SourceSpan, in library: SourceLibrary, mask: SourceMask, columns: Int) {
    let file = library[span.source]
    location = library.location(of: span)
    let line = file.lines.lineRange(at: Int(span.start), in: file.bytes)
    guard !mask.covers(line, of: file.id) else {
      text = SourceMask.sign
      indent = 0
      width = DisplayWidth.of(SourceMask.sign)
      return
    }
    let start = min(max(Int(span.start), line.lowerBound), line.upperBound)
    let end = min(max(Int(span.end), start), line.upperBound)
    // No character takes less than a quarter of a column for each of its bytes, if it takes any.
    let reach = columns * 8
    let first = Self.boundary(max(line.lowerBound, start - reach), in: file, upTo: start)
    let last = Self.boundary(min(line.upperBound, end + reach), in: file, upTo: line.upperBound)
    let markedEnd = Self.boundary(min(end, start + reach), in: file, upTo: end)

    var before = Cells(mask.text(of: first..<start, in: file), at: 0)
    var marked = Cells(mask.text(of: start..<markedEnd, in: file), at: before.width)
    var after = Cells(
      mask.text(of: markedEnd..<max(last, markedEnd), in: file), at: before.width + marked.width)
    let isCutBefore = first > line.lowerBound
    let isCutAfter = last < line.upperBound

    // The marked part comes first, then what leads up to it, then what follows.
    marked.keepStart(columns: max(1, columns * 2 / 3), marking: markedEnd < end)
    let room = max(0, columns - marked.width)
    let forAfter = min(after.width, room / 3)
    before.keepEnd(columns: room - forAfter, marking: isCutBefore)
    after.keepStart(columns: max(0, room - before.width), marking: isCutAfter)
    text = before.text + marked.text + after.text
    indent = before.width
    width = max(1, marked.width)
  }

  /// The nearest offset at or behind `offset` at which a character begins.
  private static func boundary(_ offset: Int, in file: SourceFile, upTo end: Int) -> Int {
    var offset = offset
    while offset < end, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}

/// Characters that are ready to be shown, with their widths.
private struct Cells {
  private var characters: [Character] = []
  private(set) var width = 0

  var text: String { String(characters) }

  /// `text`, which begins in column `column`; tabs reach up to the next multiple of four.
  init(_ text: String, at column: Int) {
    for piece in text.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
      if piece.offset > 0 {
        for _ in 0..<4 - (column + width) % 4 { append(" ") }
      }
      for character in VisibleText.of(String(piece.element), limit: .max) { append(character) }
    }
  }

  private mutating func append(_ character: Character) {
    characters.append(character)
    width += DisplayWidth.of(character)
  }

  /// Leaves at most `columns` columns from the start, the last of them `…` where something is missing.
  mutating func keepStart(columns: Int, marking isCut: Bool) {
    guard isCut || width > columns else { return }
    while !characters.isEmpty, width > max(0, columns - 1) { removeLast() }
    if columns > 0 { append("…") }
  }

  /// Leaves at most `columns` columns up to the end, the first of them `…` where something is missing.
  mutating func keepEnd(columns: Int, marking isCut: Bool) {
    guard isCut || width > columns else { return }
    characters.reverse()
    while !characters.isEmpty, width > max(0, columns - 1) { removeLast() }
    if columns > 0 { append("…") }
    characters.reverse()
  }

  private mutating func removeLast() {
    width -= DisplayWidth.of(characters.removeLast())
  }
}
