public import SourceText

/// One value of a parsed source, with its place.
///
/// Aliases are followed: an alias answers with the kind and content of the node that it stands for, and
/// with the place where it is written itself.
public struct Node: Sendable {
  /// The tree that the node is part of.
  public let tree: SyntaxTree

  /// The node's own index, which for an alias differs from that of its content.
  let index: Int

  /// The record that holds the content, and its index.
  let record: NodeRecord
  let contentIndex: Int

  init(tree: SyntaxTree, index: Int) {
    self.tree = tree
    self.index = index
    var content = index
    var record = tree.records[index]
    // An alias names an earlier node, so the chain ends.
    while record.kind == .alias {
      content = Int(record.payload)
      record = tree.records[content]
    }
    self.contentIndex = content
    self.record = record
  }

  /// What the node is; never `.alias`.
  public var kind: NodeKind { record.kind }

  /// How the content was written.
  public var style: NodeStyle { record.style }

  /// Whether the node is written as a YAML alias.
  public var isAlias: Bool { tree.records[index].kind == .alias }

  /// The bytes of the node: with quotes and brackets, without tag and anchor; for an alias, those of `*name`.
  public var span: SourceSpan {
    let own = tree.records[index]
    return SourceSpan(source: tree.source.id, start: own.start, end: own.end)
  }

  /// The tag and anchor written before the node.
  public var properties: NodeProperties? {
    record.flags & NodeRecord.hasProperties == 0 ? nil : tree.properties[UInt32(contentIndex)]
  }

  /// The content of a scalar: for a string its characters, else its text as written; `nil` for a collection.
  public var scalarText: String? {
    switch record.kind {
    case .sequence, .mapping, .alias: return nil
    default: break
    }
    if record.flags & NodeRecord.isVerbatim == 0 { return tree.decodedTexts[Int(record.payload)] }
    return tree.source.text(in: record.verbatimRange)
  }

  /// The characters of a string; `nil` for everything else.
  public var string: String? {
    record.kind == .string ? scalarText : nil
  }

  /// The value of `true` or `false`; `nil` for everything else.
  public var boolean: Bool? {
    guard record.kind == .boolean, let text = scalarText else { return nil }
    return text == "true" || text == "True" || text == "TRUE"
  }

  /// The value of an integer that fits in 64 bits, written in decimal, or in YAML as `0o17` or `0x1F`.
  public var integer: Int64? {
    guard record.kind == .integer, let text = scalarText else { return nil }
    if text.hasPrefix("0x") { return Int64(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return Int64(text.dropFirst(2), radix: 8) }
    return Int64(text)
  }

  /// The value of any number, rounded to the nearest double.
  public var number: Double? {
    guard let text = scalarText else { return nil }
    switch record.kind {
    case .integer:
      return integer.map(Double.init) ?? Double(text)
    case .float:
      switch text.lowercased() {
      case ".inf", "+.inf": return .infinity
      case "-.inf": return -.infinity
      case ".nan": return .nan
      default: return Double(text)
      }
    default: return nil
    }
  }

  /// The number of elements of a sequence or of pairs of a mapping; 0 for a scalar.
  public var count: Int {
    switch record.kind {
    case .sequence: Int(record.payload)
    case .mapping: Int(record.payload) / 2
    default: 0
    }
  }

  /// The elements of a sequence; empty for everything else.
  public var elements: Children {
    record.kind == .sequence
      ? Children(tree: tree, position: contentIndex + 1, end: Int(record.next))
      : Children(tree: tree, position: 0, end: 0)
  }

  /// The pairs of a mapping in the order of the source; empty for everything else.
  public var members: Members {
    record.kind == .mapping
      ? Members(children: Children(tree: tree, position: contentIndex + 1, end: Int(record.next)))
      : Members(children: Children(tree: tree, position: 0, end: 0))
  }

  /// The value of the member whose key is the scalar `key`; linear in the number of members.
  ///
  /// A member that only a YAML merge key brings in counts, unless the mapping has the key itself.
  public subscript(key: String) -> Node? {
    guard record.kind == .mapping else { return nil }
    guard let index = tree.keyIndex(key, ofMappingAt: contentIndex) else {
      return mergedMember(key)?.value
    }
    return Node(tree: tree, index: Int(tree.records[index].next))
  }

  /// The member whose key is the scalar `key`, the last one where several are; linear in their number.
  public func member(_ key: String) -> (key: Node, value: Node)? {
    guard record.kind == .mapping else { return nil }
    guard let index = tree.keyIndex(key, ofMappingAt: contentIndex) else {
      return mergedMember(key)
    }
    let value = Int(tree.records[index].next)
    return (Node(tree: tree, index: index), Node(tree: tree, index: value))
  }

  /// Whether the mapping itself has a member with the scalar key `key`; linear in their number.
  public func hasOwnMember(_ key: String) -> Bool {
    record.kind == .mapping && tree.keyIndex(key, ofMappingAt: contentIndex) != nil
  }

  /// Whether the node is a scalar whose text is `text`; allocates nothing for text that stands as it means.
  public func isScalar(_ text: String) -> Bool {
    tree.isScalar(record, text, byteCount: text.utf8.count)
  }
}

extension Node: Hashable {
  /// Whether both are the same node of the same tree.
  public static func == (left: Node, right: Node) -> Bool {
    left.tree === right.tree && left.index == right.index
  }

  /// Hashes the node's identity.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(tree))
    hasher.combine(index)
  }
}
