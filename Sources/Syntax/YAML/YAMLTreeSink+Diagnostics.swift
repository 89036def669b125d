import SourceText

extension YAMLTreeSink {
  private func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(source: source.id, range)
  }

  private func recordRange(_ index: Int) -> Range<Int> {
    Int(builder.records[index].start)..<Int(builder.records[index].end)
  }

  /// Says that readers of YAML 1.1 see something else in the scalar at `range`.
  @inline(never)
  mutating func noteLegacy(_ legacy: CoreSchema.LegacyReading, _ range: Range<Int>) {
    guard mayListNote() else { return }
    let text = source.text(in: range)
    let message: String
    let advice: String
    switch legacy {
    case .boolean(let value):
      message = "`\(text)` is text in YAML 1.2, but `\(value)` to readers of YAML 1.1"
      advice = "Write `\(value)` if a boolean is meant, or quote the text."
    case .octal:
      message = "`\(text)` is a decimal number in YAML 1.2, but octal to readers of YAML 1.1"
      advice = "Quote it, or write the number without its leading zero or with `0o`."
    case .sexagesimal:
      message = "`\(text)` is text in YAML 1.2, but a number in base 60 to readers of YAML 1.1"
      advice = "Quote it."
    case .integer:
      message = "`\(text)` is text in YAML 1.2, but a number to readers of YAML 1.1"
      advice = "Quote it, or write the number in decimal digits alone."
    }
    builder.notes.append(Diagnostic(.warning, at: span(range), message, advice: advice))
  }

  /// The same key twice in one mapping.
  func duplicateKey(first: Int, second: Int) -> SyntaxError {
    let key = source.text(in: recordRange(second))
    let isMerge = key == "<<"
    return SyntaxError(
      Diagnostic(
        at: span(recordRange(second)), "the key `\(key.prefix(100))` is in this mapping twice",
        advice: isMerge
          ? "Merge several mappings by one key: `<<: [*first, *second]`."
          : "Remove or rename one of them; which one counts differs from reader to reader.",
        related: [
          Diagnostic.Related(span: span(recordRange(first)), message: "first defined here")
        ]))
  }

  /// An alias whose anchor does not stand before it.
  func unknownAlias(_ name: String, _ range: Range<Int>) -> SyntaxError {
    let advice: String
    if let nearest = nearestAnchor(to: name) {
      advice =
        nearest + ":" == name
        ? "Write `*\(nearest) :` with a space, for `:` may be part of a name."
        : "Did you mean `*\(nearest)`?"
    } else {
      advice =
        "Define it before with `&\(name)` in the same document, or quote the value if it is text."
    }
    return SyntaxError(
      Diagnostic(
        at: span(range), "no anchor `&\(name)` stands before this alias in the document",
        advice: advice))
  }

  /// An alias of the node that it is part of.
  func cyclicAlias(_ name: String, _ range: Range<Int>, of index: Int) -> SyntaxError {
    SyntaxError(
      Diagnostic(
        at: span(range), "the alias `*\(name)` stands inside the node that it names",
        advice: "A value cannot contain itself; copy the part that is meant.",
        related: [
          Diagnostic.Related(
            span: span(recordRange(index).lowerBound..<recordRange(index).lowerBound + 1),
            message: "the node starts here")
        ]))
  }

  /// Aliases of aliases that multiply beyond the limit.
  func explosion(_ name: String, _ range: Range<Int>) -> SyntaxError {
    SyntaxError(
      Diagnostic(
        at: span(range),
        "with this alias, the aliases of the file stand for more than \(limits.expandedNodes) nodes",
        advice: "Aliases of nodes that hold aliases multiply; write less of them."))
  }

  /// A file of more nodes than the limit.
  func tooManyNodes(_ range: Range<Int>) -> SyntaxError {
    SyntaxError(
      Diagnostic(
        at: span(range), "the file has more than \(limits.nodes) nodes",
        advice: "Split the file."))
  }
}
