/// The child nodes of a collection, in the order of the source.
public struct Children: Sequence, IteratorProtocol, Sendable {
  let tree: SyntaxTree
  var position: Int
  let end: Int

  /// The next child.
  public mutating func next() -> Node? {
    guard position < end else { return nil }
    let node = Node(tree: tree, index: position)
    position = Int(tree.records[position].next)
    return node
  }
}

/// The pairs of a mapping, in the order of the source.
public struct Members: Sequence, IteratorProtocol, Sendable {
  var children: Children

  /// The next pair.
  public mutating func next() -> (key: Node, value: Node)? {
    guard let key = children.next(), let value = children.next() else { return nil }
    return (key, value)
  }
}
