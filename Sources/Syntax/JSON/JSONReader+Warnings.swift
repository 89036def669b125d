import SourceText

/// What readers of a well-formed document should know.
extension JSONReader {
  /// The number of warnings kept for one document; a hostile one could hold millions.
  static let warningLimit = 100

  var byteOrderMark: Diagnostic {
    Diagnostic(
      .note, at: SourceSpan(source: source.id, 0..<3),
      "the file begins with a byte-order mark, which some JSON readers refuse",
      advice: "Save the file as UTF-8 without a byte-order mark.")
  }

  /// Warns of every key of the object at `index` that repeats an earlier one.
  mutating func reportDuplicates(
    _ bytes: RawSpan, object index: Int, _ nodes: inout [NodeRecord]
  ) {
    var pairs: [(first: Int, repetition: Int)] = []
    var count = 0
    let room = max(0, Self.warningLimit - warningCount)
    duplicates.find(in: nodes.span, builder.decodedTexts, object: index, source: bytes) {
      first, repetition in
      count += 1
      if pairs.count < room { pairs.append((first, repetition)) }
    }
    guard count > 0 else { return }
    nodes[index].flags |= NodeRecord.hasDuplicateKeys
    warningCount += count
    for pair in pairs {
      let first = span(of: nodes[pair.first])
      let repetition = span(of: nodes[pair.repetition])
      builder.notes.append(
        Diagnostic(
          .warning, at: repetition,
          "the key \(quoted(repetition.range)) is written twice in one object",
          advice: "Keep one: some readers use the first value, most use the last.",
          related: [Diagnostic.Related(span: first, message: "first written here")]))
    }
  }

  /// Warns of an escaped surrogate that stands alone.
  mutating func warnOfLoneSurrogate(at range: Range<Int>) {
    warningCount += 1
    guard warningCount <= Self.warningLimit else { return }
    builder.notes.append(
      Diagnostic(
        .warning, at: SourceSpan(source: source.id, range),
        "this escape is half of a surrogate pair and reads as U+FFFD",
        expected: "a pair such as `\\ud83d\\ude00`",
        advice: "Write the character itself, or both halves of its pair."))
  }

  /// Says how many warnings were left out, if any, and puts those kept in the order of the source.
  mutating func finishWarnings() {
    guard warningCount > 0 else { return }
    builder.notes.sort { $0.span < $1.span }
    guard warningCount > Self.warningLimit else { return }
    builder.notes.append(
      Diagnostic(
        .warning, at: SourceSpan(source: source.id, end..<end),
        "\(warningCount - Self.warningLimit) more warnings about this file are not listed"))
  }

  func span(of record: NodeRecord) -> SourceSpan {
    SourceSpan(source: source.id, start: record.start, end: record.end)
  }

  /// The text of `range` between backquotes, shortened to what fits in a sentence.
  func quoted(_ range: Range<Int>) -> String {
    let text = source.text(in: range.lowerBound..<min(range.upperBound, range.lowerBound + 60))
    let clean = String(text.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) })
    return range.count > 60 ? "`\(clean)…`" : "`\(clean)`"
  }
}
