import SourceText

/// A moment of the parse before which a mapping may still be opened.
///
/// YAML tells that `[a, b]` was the first key of a mapping only by the `:` behind it.
struct YAMLMark {
  /// The number of nodes, or of events, so far.
  var index = 0
  /// What aliases add to the size, so far, of the collection that is open.
  var aliasWeight = 0
}

/// Receives the nodes of a YAML source in its order; the reader is specialised for each sink.
protocol YAMLSink: ~Copyable {
  /// The moment before the next node.
  var mark: YAMLMark { get }

  /// Starts a document; `isExplicit` tells whether `---` stands before it.
  mutating func beginDocument(isExplicit: Bool)

  /// Ends the document; `isExplicit` tells whether `...` stands behind it.
  mutating func endDocument(isExplicit: Bool)

  /// Gives the next node its tag and anchor.
  mutating func attach(_ properties: NodeProperties)

  /// Adds a scalar; its content is `text` or, without that, the bytes of `range` within its quotes.
  mutating func scalar(_ style: NodeStyle, _ range: Range<Int>, text: String?) throws(SyntaxError)

  /// Adds an alias of `name`.
  mutating func alias(_ name: String, _ range: Range<Int>) throws(SyntaxError)

  /// Opens a sequence or mapping whose first byte is at `start`.
  mutating func open(_ kind: NodeKind, at start: Int, style: NodeStyle) throws(SyntaxError)

  /// Opens a mapping before everything since `mark`, which is one node and becomes its first key.
  ///
  /// Without `properties`, the key keeps those that it has and the mapping has none.
  mutating func openMapping(
    before mark: YAMLMark, at start: Int, style: NodeStyle,
    properties: (mapping: NodeProperties, key: NodeProperties?)?) throws(SyntaxError)

  /// Ends the innermost open collection, whose last byte is before `end`.
  mutating func close(at end: Int) throws(SyntaxError)

  /// Adds a comment, from its `#` to its end.
  mutating func comment(_ range: Range<Int>)

  /// Adds something to know about the source.
  mutating func note(_ diagnostic: Diagnostic)
}
