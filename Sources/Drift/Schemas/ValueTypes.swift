import Syntax

/// The types of JSON values that a schema lets pass; integers and other numbers are told apart.
struct ValueTypes: OptionSet, Hashable {
  let rawValue: UInt8

  static let null = ValueTypes(rawValue: 1)
  static let boolean = ValueTypes(rawValue: 2)
  static let integer = ValueTypes(rawValue: 4)
  /// Numbers that are no integers.
  static let fraction = ValueTypes(rawValue: 8)
  static let string = ValueTypes(rawValue: 16)
  static let array = ValueTypes(rawValue: 32)
  static let object = ValueTypes(rawValue: 64)

  static let number: ValueTypes = [.integer, .fraction]
  static let all = ValueTypes(rawValue: 127)

  private static let names: [(ValueTypes, String)] = [
    (.null, "null"), (.boolean, "boolean"), (.number, "number"), (.integer, "integer"),
    (.fraction, "fraction"), (.string, "string"), (.array, "array"), (.object, "object"),
  ]

  /// The types that `schema` itself allows, by `type`.
  init(of schema: Node) {
    guard let type = schema["type"] else {
      self = schema.acceptsNothing ? [] : .all
      return
    }
    let words = type.kind == .sequence ? type.elements.compactMap(\.string) : [type.string ?? ""]
    self = words.reduce(into: []) { types, word in
      if let known = Self.names.first(where: { $0.1 == word }) { types.formUnion(known.0) }
    }
  }

  /// The types that all of `parts` allow.
  init(meeting parts: [Node]) {
    self = parts.reduce(.all) { $0.intersection(ValueTypes(of: $1)) }
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The types by name, such as "null or string".
  var described: String {
    var rest = self
    var words: [String] = []
    for (types, name) in Self.names where rest.isSuperset(of: types) && !types.isEmpty {
      words.append(name == "fraction" ? "numbers that are no integers" : name)
      rest.subtract(types)
    }
    return words.joined(separator: " or ")
  }
}
