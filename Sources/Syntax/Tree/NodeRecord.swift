/// How a node was written.
public enum NodeStyle: UInt8, Hashable, Sendable {
  /// A scalar without quotes: a YAML plain scalar, a JSON number or word.
  case plain
  /// `'…'` in YAML.
  case singleQuoted
  /// `"…"`.
  case doubleQuoted
  /// A YAML `|` scalar.
  case literal
  /// A YAML `>` scalar.
  case folded
  /// A collection in `[…]` or `{…}`.
  case flow
  /// A YAML collection laid out by indentation.
  case block
}

/// What a node is, after the core schema (YAML 1.2, section 10.3) or JSON has resolved it.
public enum NodeKind: UInt8, Hashable, Sendable {
  /// `null`, `~` or nothing at all.
  case null
  /// `true` or `false`.
  case boolean
  /// A number without fraction or exponent.
  case integer
  /// A number with a fraction or exponent, an infinity or not-a-number.
  case float
  /// Text.
  case string
  /// An ordered list of nodes.
  case sequence
  /// Pairs of a key and a value, in the order of the source.
  case mapping
  /// A YAML `*name`; `Node` follows it, so that its readers meet the anchored node.
  case alias
}

/// One node of a tree: 20 bytes in an array that lists the tree's nodes in document order.
///
/// The children of a collection follow it; a mapping's children are key, value, key, value. `next` is the
/// index behind the node's last descendant, so that siblings are found without links.
@frozen
@usableFromInline
struct NodeRecord: Sendable {
  /// The first byte of the node: an opening quote, bracket or block indicator included, properties not.
  @usableFromInline var start: UInt32
  /// The byte behind the node.
  @usableFromInline var end: UInt32
  /// The index behind the node's last descendant.
  @usableFromInline var next: UInt32
  /// For a collection, its number of children (pairs count twice); for an alias, the index of its target;
  /// for a scalar that is not verbatim, the index of its decoded text.
  @usableFromInline var payload: UInt32
  @usableFromInline var kind: NodeKind
  @usableFromInline var style: NodeStyle
  @usableFromInline var flags: UInt8

  /// The scalar's content is the bytes of its span (without its quotes), exactly.
  @usableFromInline static let isVerbatim: UInt8 = 1
  /// The tree's side tables hold a tag or an anchor for the node.
  @usableFromInline static let hasProperties: UInt8 = 2
  /// Some keys of the mapping are equal; the last of them counts.
  @usableFromInline static let hasDuplicateKeys: UInt8 = 4
  /// One of the mapping's keys is YAML's merge key, `<<`.
  @usableFromInline static let holdsMergeKey: UInt8 = 8

  /// The bytes between the quotes, if there are any, of a scalar that stands as it means.
  var verbatimRange: Range<Int> {
    let quote = style == .doubleQuoted || style == .singleQuoted ? 1 : 0
    return Int(start) + quote..<max(Int(start) + quote, Int(end) - quote)
  }

  /// What fills room for nodes before they are written.
  static let unwritten = NodeRecord(
    start: 0, end: 0, next: 0, payload: 0, kind: .null, style: .plain, flags: 0)

  @inlinable
  init(
    start: UInt32, end: UInt32, next: UInt32, payload: UInt32, kind: NodeKind, style: NodeStyle,
    flags: UInt8
  ) {
    self.start = start
    self.end = end
    self.next = next
    self.payload = payload
    self.kind = kind
    self.style = style
    self.flags = flags
  }
}
