import SourceText
import Syntax

/// Checks of the promise that the text at a node's span says the same as the node.
///
/// Text that is taken out of its place is read again with what its place gave it: a block collection
/// behind as many spaces as its column, so that its lines agree; a block scalar as the value of a key at
/// its parent's column, from which an indentation indicator counts; a pair such as `[a: b]` inside
/// brackets; everything else behind one space, and as a key if it ends with `:`. Subtrees with aliases or tags with handles need what stands
/// elsewhere, and empty nodes have no text: of these, only the place is checked.
struct Reparsing {
  let tree: SyntaxTree
  private(set) var failures: [String] = []
  private(set) var reparsed = 0

  init(_ tree: SyntaxTree) {
    self.tree = tree
    for root in tree.documents { check(root, parent: nil) }
  }

  private var bytes: [UInt8] { tree.source.bytes }

  private mutating func check(_ node: Node, parent: Node?) {
    if let parent {
      let isInside = node.span.start >= parent.span.start && node.span.end <= parent.span.end
      if !isInside { failures.append("\(describe(node)) is not inside \(describe(parent))") }
    }
    if node.isAlias { return }
    if node.span.start < node.span.end, !needsContext(node) { reparse(node, parent: parent) }
    var previousEnd = node.span.start
    var children: [Node] = Array(node.elements)
    for member in node.members { children += [member.key, member.value] }
    for child in children {
      if child.span.start < previousEnd { failures.append("\(describe(child)) overlaps") }
      previousEnd = child.span.end
      check(child, parent: node)
    }
  }

  private mutating func reparse(_ node: Node, parent: Node?) {
    let text = tree.source.text(in: node.span.range)
    var wrapped: String
    var unwrap: (Node) -> Node? = { $0 }
    switch node.style {
    case .block:
      wrapped = spaces(column(of: node)) + text
    case .literal, .folded:
      if let parent, parent.style == .block {
        wrapped = spaces(column(of: parent)) + "key: " + text
        unwrap = { $0["key"] }
      } else {
        wrapped = "--- " + text
      }
    case .flow where node.kind == .mapping && bytes[Int(node.span.start)] != UInt8(ascii: "{"):
      wrapped = " [" + text + "]"
      unwrap = { Array($0.elements).first }
    case .flow where node.kind == .mapping && !text.hasSuffix("}"):
      // A pair whose key is a mapping in braces.
      wrapped = " [" + text + "]"
      unwrap = { Array($0.elements).first }
    case .plain where text.hasSuffix(":"):
      // Only as a key, with another `:` behind it, can it end like this.
      wrapped = " " + text + ":"
      unwrap = { Array($0.members).first?.key }
    default:
      wrapped = " " + text
    }
    // A document may start with `%` only behind `---`.
    wrapped = "---\n" + wrapped
    if node.style == .literal || node.style == .folded, wrapped.hasPrefix("---\n---") {
      wrapped.removeFirst(4)
    }
    let source = SourceFile(id: SourceID(index: 0), path: "again.yaml", bytes: Array(wrapped.utf8))
    do {
      let again = try YAMLParser.parse(source)
      reparsed += 1
      guard let root = again.root, again.documents.count == 1, let found = unwrap(root) else {
        failures.append("\(describe(node)) reads as something else: \(wrapped)")
        return
      }
      if !isSame(node, found, isRoot: true) {
        failures.append("\(describe(node)) reads differently: \(wrapped)")
      }
    } catch {
      failures.append("\(describe(node)) cannot be read: \(error.diagnostic.message): \(wrapped)")
    }
  }

  private func isSame(_ first: Node, _ second: Node, isRoot: Bool = false) -> Bool {
    let isTagged = isRoot && first.properties?.tag != nil
    if first.kind != second.kind, !isTagged { return false }
    if first.scalarText != second.scalarText || first.count != second.count { return false }
    if !isRoot, first.properties?.anchor != second.properties?.anchor { return false }
    let areElementsSame = zip(first.elements, second.elements).allSatisfy { isSame($0, $1) }
    let areMembersSame = zip(first.members, second.members).allSatisfy {
      isSame($0.key, $1.key) && isSame($0.value, $1.value)
    }
    return areElementsSame && areMembersSame
  }

  /// Whether the meaning of what is inside the node depends on what stands outside.
  private func needsContext(_ node: Node) -> Bool {
    if node.isAlias { return true }
    for element in node.elements where isForeign(element) { return true }
    for member in node.members where isForeign(member.key) || isForeign(member.value) {
      return true
    }
    return false
  }

  private func isForeign(_ child: Node) -> Bool {
    let tag = child.properties?.tag
    let isStandard = tag == nil || tag?.hasPrefix("tag:yaml.org,2002:") == true
    return !isStandard || needsContext(child)
  }

  private func column(of node: Node) -> Int {
    var start = Int(node.span.start)
    let end = start
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return bytes[start..<end].starts(with: [0xEF, 0xBB, 0xBF]) ? end - start - 3 : end - start
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private func describe(_ node: Node) -> String {
    let place = tree.source.position(at: Int(node.span.start))
    return "\(tree.source.path):\(place.line):\(place.column) (\(node.kind), \(node.style))"
  }
}
