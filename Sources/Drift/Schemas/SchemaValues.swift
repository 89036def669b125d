import Syntax

/// A closed list of the values that schemas let pass.
struct SchemaValues {
  /// The values.
  let nodes: [Node]

  /// The values in canonical notation.
  var texts: Set<String> { Set(nodes.map(\.canonicalJSON)) }

  /// The values that meet every `enum` and `const` of `parts` and are of `types`; `nil` where none lists them.
  init?(of parts: [Node], _ types: ValueTypes) {
    let lists = parts.compactMap(SchemaValues.init(listOf:))
    guard let first = lists.first else { return nil }
    nodes = first.nodes.filter { node in
      let text = node.canonicalJSON
      return types.contains(ValueTypes(ofValue: node))
        && lists.dropFirst().allSatisfy { $0.texts.contains(text) }
    }
  }

  /// The values that `schema` itself lists; `nil` where it lists none.
  init?(listOf schema: Node) {
    if let value = schema["const"] {
      nodes = [value]
    } else if let list = schema["enum"], list.kind == .sequence {
      nodes = Array(list.elements)
    } else {
      return nil
    }
  }

  /// The canonical texts of all values of `types` that meet the bounds of `parts`, where those are few; else
  /// something that no list holds.
  static func all(_ types: ValueTypes, of parts: [Node]) -> Set<String> {
    if types == .integer, let integers = integers(within: parts) { return integers }
    guard types.isSubset(of: [.null, .boolean]) else { return [""] }
    let names: [(ValueTypes, [String])] = [(.null, ["null"]), (.boolean, ["true", "false"])]
    return Set(names.filter { types.contains($0.0) }.flatMap(\.1))
  }
}

extension ValueTypes {
  /// The type of one value.
  init(ofValue node: Node) {
    switch node.kind {
    case .null, .alias: self = .null
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .float: self = node.number.map { $0 == $0.rounded() } == true ? .integer : .fraction
    case .string: self = .string
    case .sequence: self = .array
    case .mapping: self = .object
    }
  }
}
