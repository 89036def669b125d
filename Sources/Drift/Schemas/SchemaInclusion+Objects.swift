import Syntax

extension SchemaInclusion {
  /// The members of objects.
  mutating func compareObjects(
    _ narrow: [Node], _ wide: Node, beside named: Set<String>, at path: SchemaPath
  ) {
    let given = narrow.map(ObjectSchema.init)
    let demand = ObjectSchema(of: wide)
    let required = Set(given.flatMap(\.required))
    compareCounts(
      narrow, wide, least: "minProperties", most: "maxProperties",
      implied: (required.count, given.compactMap(\.memberLimit).min()), at: path)
    for name in demand.required where !required.contains(name) {
      report(.required(name), at: path)
    }
    compareDependents(narrow, wide, beside: required, at: path)
    for (name, schema) in demand.members {
      compareMember(name, schema, given, at: path)
    }
    compareUnnamed(given, demand, beside: named, at: path)
  }

  /// A member that the wide schema names.
  private mutating func compareMember(
    _ name: String, _ wide: Node, _ given: [ObjectSchema], at path: SchemaPath
  ) {
    let ours = given.compactMap { $0.schema(of: name) }
    if ours.contains(where: \.acceptsNothing) { return }
    if given.contains(where: { $0.hasPatterns && $0.members[name] == nil }) {
      report(.opaque("patternProperties"), at: path)
      return
    }
    // One that the narrow schema leaves open is a new one, which callers do not send and may be left out.
    guard !ours.isEmpty else { return }
    compare(ours, wide, at: path.appending(name))
  }

  /// Members that the wide schema does not name.
  private mutating func compareUnnamed(
    _ given: [ObjectSchema], _ demand: ObjectSchema, beside named: Set<String>, at path: SchemaPath
  ) {
    let ours = Set(given.flatMap { $0.members.map(\.name) }).sorted()
    let others = ours.filter { name in
      demand.members[name] == nil
        && !given.contains { $0.schema(of: name)?.acceptsNothing ?? false }
    }
    // Which of them a pattern covers is not worked out; that the patterns differ is reported as such.
    if demand.hasPatterns, !others.isEmpty { return report(.opaque("patternProperties"), at: path) }
    guard let rest = demand.rest, !rest.acceptsEverything else {
      for name in others where !named.contains(name) { report(.dropped(name), at: path) }
      if demand.isClosedByOthers {
        let strays = others.filter { !named.contains($0) }
        if !strays.isEmpty || !given.contains(where: \.isClosed) {
          report(.opaque("unevaluatedProperties"), at: path)
        }
      }
      return
    }
    for name in others {
      if rest.acceptsNothing {
        report(.unnamed(name), at: path)
      } else {
        compare(given.compactMap { $0.schema(of: name) }, rest, at: path.appending(name))
      }
    }
    compareOpenRest(given, rest, at: path)
  }

  /// Members that neither schema names.
  private mutating func compareOpenRest(
    _ given: [ObjectSchema], _ rest: Node, at path: SchemaPath
  ) {
    if given.contains(where: \.isClosed) { return }
    if rest.acceptsNothing {
      report(.closed, at: path)
      return
    }
    let ours = given.compactMap(\.rest).filter { !$0.acceptsEverything }
    if ours.isEmpty {
      report(.demand(of: "members that the schema does not name"), at: path)
    } else {
      compare(ours, rest, at: path.appending("*"))
    }
  }

  /// Members that others demand, beside those that are `required` in any case.
  private mutating func compareDependents(
    _ narrow: [Node], _ wide: Node, beside required: Set<String>, at path: SchemaPath
  ) {
    for member in wide["dependentRequired"].map({ Array($0.members) }) ?? [] {
      guard let name = member.key.scalarText else { continue }
      let given = narrow.compactMap { $0["dependentRequired"]?[name] }
        .flatMap { $0.elements.compactMap(\.string) }
      let added = member.value.elements.compactMap(\.string)
        .filter { !given.contains($0) && !required.contains($0) }
      if !added.isEmpty {
        report(
          .limit(
            "dependentRequired", narrow: nil,
            wide: "\(name) with \(added.joined(separator: ", "))"), at: path)
      }
    }
  }
}

/// What a schema says of the members of an object.
private struct ObjectSchema {
  /// The members that it names, in its order.
  let members: Members
  /// For all others; `nil` where the schema leaves them open.
  let rest: Node?
  let required: [String]
  let hasPatterns: Bool
  /// Whether `unevaluatedProperties` refuses what neither the schema nor one beside it names.
  let isClosedByOthers: Bool

  /// The members by name, in the order of the schema.
  struct Members: Sequence {
    private let entries: [(name: String, schema: Node)]
    private let places: [String: Int]

    init(_ node: Node?) {
      entries =
        node?.members.compactMap { member in
          member.key.scalarText.map { ($0, member.value) }
        } ?? []
      places = Dictionary(
        entries.enumerated().map { ($0.element.name, $0.offset) }
      ) { $1 }
    }

    subscript(name: String) -> Node? { places[name].map { entries[$0].schema } }

    func makeIterator() -> IndexingIterator<[(name: String, schema: Node)]> {
      entries.makeIterator()
    }
  }

  init(of schema: Node) {
    members = Members(schema["properties"])
    rest = schema["additionalProperties"]
    required = schema["required"]?.elements.compactMap(\.string) ?? []
    hasPatterns = (schema["patternProperties"]?.count ?? 0) > 0
    isClosedByOthers = schema["unevaluatedProperties"]?.acceptsNothing ?? false
  }

  /// Whether members that are not named are refused.
  var isClosed: Bool { !hasPatterns && (rest?.acceptsNothing ?? false) || isClosedByOthers }

  /// How many members an object can have; `nil` where others than those that are named may be there.
  var memberLimit: Int? {
    guard !hasPatterns, rest?.acceptsNothing ?? false else { return nil }
    return Set(members.filter { !$0.schema.acceptsNothing }.map(\.name)).count
  }

  /// What a value of the member `name` has to meet; `nil` where the schema leaves it open.
  func schema(of name: String) -> Node? {
    if let schema = members[name] { return schema }
    if hasPatterns || rest?.acceptsEverything ?? true { return nil }
    return rest
  }
}
