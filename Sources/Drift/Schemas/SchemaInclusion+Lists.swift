import Syntax

extension SchemaInclusion {
  /// The number and the elements of lists.
  mutating func compareLists(_ narrow: [Node], _ wide: Node, at path: SchemaPath) {
    compareCounts(narrow, wide, least: "minItems", most: "maxItems", at: path)
    let most = narrow.compactMap { $0["maxItems"]?.number }.min() ?? .infinity
    if wide["uniqueItems"]?.boolean == true, most > 1,
      !narrow.contains(where: { $0["uniqueItems"]?.boolean == true })
    {
      report(.limit("uniqueItems", narrow: nil, wide: "true"), at: path)
    }
    let demand = ListSchema(of: wide)
    let given = narrow.map(ListSchema.init)
    let count = max(demand.first.count, given.map(\.first.count).max() ?? 0)
    // What stands behind the last element that there can be asks for nothing.
    for position in 0...count where Double(position) < most {
      guard let element = demand.element(at: position), !element.acceptsEverything else { continue }
      let ours = given.compactMap { $0.element(at: position) }
      if ours.contains(where: \.acceptsNothing) { continue }
      if ours.isEmpty {
        report(.demand(of: "elements"), at: path)
      } else {
        compare(ours, element, at: path.elements)
      }
    }
  }
}

/// What a schema says of the elements of a list.
private struct ListSchema {
  /// For the first elements, one each: `prefixItems`, or the list of `items` before 2020-12.
  let first: [Node]
  /// For all others; `nil` where the schema leaves them open.
  let rest: Node?

  init(of schema: Node) {
    let items = schema["items"]
    if let items, items.kind == .sequence {
      first = Array(items.elements)
      rest = schema["additionalItems"]
    } else {
      first = schema["prefixItems"].map { Array($0.elements) } ?? []
      rest = items
    }
  }

  func element(at position: Int) -> Node? {
    position < first.count ? first[position] : rest
  }
}
