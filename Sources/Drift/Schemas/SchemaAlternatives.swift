import Syntax

/// The ways in which a value can meet a list of schemas that hold `anyOf` and `oneOf`.
struct SchemaAlternatives {
  /// For each way, the schemas that a value meets all at once.
  private(set) var lists: [[Node]]
  /// Whether some way stands for fewer values than it seems to.
  private(set) var isDoubtful = false

  /// More ways than are looked at one by one.
  private static let limit = 48

  /// The ways in which a value can meet all of `parts`, which belong to `document`.
  init(of parts: [Node], in document: SchemaDocument) {
    lists = [parts]
    for part in parts {
      for keyword in ["anyOf", "oneOf"] {
        guard let union = part[keyword], union.count > 0 else { continue }
        let branches = union.elements.map { document.conjunction(of: $0) }
        guard lists.count * branches.count <= Self.limit else {
          isDoubtful = true
          continue
        }
        if branches.contains(where: { !$0.unresolved.isEmpty }) { isDoubtful = true }
        if keyword == "oneOf", !Self.areDisjoint(branches.map(\.parts)) { isDoubtful = true }
        lists = lists.flatMap { list in branches.map { list + $0.parts } }
          .filter { !ValueTypes(meeting: $0).isEmpty }
      }
    }
  }

  /// Whether no value meets two of `branches`, as far as types and a common member with a fixed value show.
  static func areDisjoint(_ branches: [[Node]]) -> Bool {
    branches.indices.allSatisfy { left in
      branches.indices.allSatisfy { right in
        left >= right || areDisjoint(branches[left], branches[right])
      }
    }
  }

  private static func areDisjoint(_ left: [Node], _ right: [Node]) -> Bool {
    let types = (ValueTypes(meeting: left), ValueTypes(meeting: right))
    if types.0.isDisjoint(with: types.1) { return true }
    if let ours = SchemaValues(of: left, types.0), let others = SchemaValues(of: right, types.1) {
      return ours.texts.isDisjoint(with: others.texts)
    }
    guard types.0 == .object, types.1 == .object else { return false }
    let ours = tags(of: left)
    return tags(of: right).contains { name, values in
      ours[name]?.isDisjoint(with: values) ?? false
    }
  }

  /// The members that a value must have and whose values are listed.
  private static func tags(of parts: [Node]) -> [String: Set<String>] {
    let required = Set(
      parts.compactMap { $0["required"] }.flatMap { $0.elements.compactMap(\.string) })
    var tags: [String: Set<String>] = [:]
    for part in parts {
      for member in part["properties"].map({ Array($0.members) }) ?? [] {
        guard let name = member.key.scalarText, required.contains(name),
          let values = SchemaValues(listOf: member.value)
        else { continue }
        tags[name] = values.texts
      }
    }
    return tags
  }
}

extension SchemaInclusion {
  /// Compares with the unions of `wide`: a value has to meet a branch, of `oneOf` exactly one.
  mutating func compareUnions(_ narrow: [Node], _ wide: Node, at path: SchemaPath) {
    for keyword in ["anyOf", "oneOf"] {
      guard let union = wide[keyword], union.count > 0 else { continue }
      let branches = Array(union.elements)
      let parts = branches.map { wideDocument.conjunction(of: $0) }
      let isExclusive = keyword == "oneOf"
      if isExclusive, !SchemaAlternatives.areDisjoint(parts.map(\.parts)) {
        report(.opaque(keyword), at: path)
        continue
      }
      let types = ValueTypes(meeting: narrow)
      let fitting = zip(branches, parts).filter { _, parts in
        !ValueTypes(meeting: parts.parts).isDisjoint(with: types)
      }.map(\.0)
      guard !fitting.isEmpty else {
        report(.types(types, of: types), at: path)
        continue
      }
      let trials = fitting.map { trial(narrow, $0, at: path) }
      if trials.contains(where: \.isEmpty) { continue }
      if fitting.count == 1 {
        take(trials[0])
      } else {
        report(.opaque(keyword), at: path)
      }
    }
  }
}
