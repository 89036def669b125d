import SourceText
import Syntax

/// A value under validation, decoded when somebody first looks at it.
///
/// Many schemas look at one value; its text, members and elements are read from the tree only once.
final class Instance {
  enum Kind: String, Hashable, Sendable {
    case null, boolean, number, string, array, object

    /// The kind with its article, for a message.
    var described: String {
      switch self {
      case .null: "null"
      case .array, .object: "an \(rawValue)"
      default: "a \(rawValue)"
      }
    }
  }

  final class Member {
    let key: ExactText
    let keyNode: Node
    let value: Instance

    init(key: ExactText, keyNode: Node, value: Instance) {
      self.key = key
      self.keyNode = keyNode
      self.value = value
    }
  }

  let node: Node
  let kind: Kind

  init(value node: Node) {
    self.node = node
    switch node.kind {
    case .null, .alias: kind = .null
    case .boolean: kind = .boolean
    case .integer, .float: kind = .number
    case .string: kind = .string
    case .sequence: kind = .array
    case .mapping: kind = .object
    }
  }

  /// The key `name` as a value: a string whatever it looks like.
  init(name: Node) {
    node = name
    kind = .string
  }

  /// Where the value is written.
  var span: SourceSpan { node.span }

  /// The length of the value as written, which bounds the cost of looking at all of it.
  var byteCount: Int { node.span.range.count }

  /// The characters of a string; empty for everything else.
  private(set) lazy var text: String = kind == .string ? node.scalarText ?? "" : ""

  /// The value of a number; `nil` for not-a-number and everything else.
  private(set) lazy var number: ExactNumber? = {
    guard kind == .number else { return nil }
    if node.kind == .integer, let integer = node.integer { return ExactNumber(integer) }
    return node.scalarText.flatMap(ExactNumber.init)
  }()

  private(set) lazy var elements: [Instance] = node.elements.map(Instance.init(value:))

  /// The members of an object; of equal keys, only the last.
  private(set) lazy var members: [Member] = {
    var members: [Member] = []
    members.reserveCapacity(node.count)
    for (key, value) in node.members {
      members.append(
        Member(key: ExactText(key.scalarText ?? ""), keyNode: key, value: Instance(value: value)))
    }
    return Self.withoutRepetitions(members)
  }()

  /// `members` without those that a later one with the same key hides.
  private static func withoutRepetitions(_ members: [Member]) -> [Member] {
    if members.count <= 8 {
      let hasRepetition = members.indices.contains { index in
        members[..<index].contains { $0.key == members[index].key }
      }
      guard hasRepetition else { return members }
    }
    var last: [ExactText: Int] = [:]
    for (position, member) in members.enumerated() { last[member.key] = position }
    guard last.count < members.count else { return members }
    return members.enumerated().filter { last[$1.key] == $0 }.map(\.element)
  }

  /// The position of the member named `key`.
  func position(of key: ExactText) -> Int? {
    members.firstIndex { $0.key == key }
  }

  /// The value in the one notation that equal values share.
  private(set) lazy var canonical: ExactText = {
    var text = ""
    appendCanonical(to: &text)
    return ExactText(text)
  }()

  // Only the value that is asked for keeps its notation: one for each level of a deep value would be
  // quadratic.
  private func appendCanonical(to output: inout String) {
    switch kind {
    case .null: output += "null"
    case .boolean: output += node.boolean == true ? "true" : "false"
    case .number: output += "#" + (number?.canonical ?? "nan")
    case .string: output += "\"\(text.utf8.count):\(text)"
    case .array:
      output += "["
      for element in elements {
        element.appendCanonical(to: &output)
        output += ","
      }
      output += "]"
    case .object:
      output += "{"
      for member in members.sorted(by: { $0.key < $1.key }) {
        output += "\(member.key.text.utf8.count):\(member.key.text)"
        member.value.appendCanonical(to: &output)
      }
      output += "}"
    }
  }
}
