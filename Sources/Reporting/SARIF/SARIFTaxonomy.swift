import Assessment

/// A list of things that rules are part of, which are no rules themselves.
struct SARIFTaxonomy: Hashable, Sendable {
  /// One element of the list.
  struct Taxon: Hashable, Sendable {
    let id: String
    let description: String
  }

  let name: String
  let description: String
  let taxa: [Taxon]
  /// Which of the taxa a rule belongs to.
  private let key: Key

  private enum Key: Hashable { case checklist, gate, dimension }

  /// The readiness checklist, the validation gate and the dimensions of the score, as `rules` name them.
  static func all(of rules: [Rule]) -> [SARIFTaxonomy] {
    let items = Set(rules.flatMap(\.checklist)).sorted { left, right in
      left.checklistOrder.lexicographicallyPrecedes(right.checklistOrder)
    }
    let checklist = SARIFTaxonomy(
      name: "Readiness checklist", description: "The MCP production-readiness checklist.",
      taxa: items.map { Taxon(id: $0, description: "Item \($0) of the readiness checklist.") },
      key: .checklist)
    let gate = SARIFTaxonomy(
      name: "Validation gate",
      description: "The nine controls that a production deployment of an MCP server must meet.",
      taxa: GateControl.allCases.map { Taxon(id: $0.rawValue, description: "\($0.title).") },
      key: .gate)
    let dimension = SARIFTaxonomy(
      name: "Risk dimension", description: "The dimensions of the Control-plane Risk Score.",
      taxa: Dimension.allCases.map { Taxon(id: $0.rawValue, description: "Gaps in \($0.title).") },
      key: .dimension)
    return [checklist, gate, dimension]
  }

  /// The indexes of the taxa that `rule` belongs to.
  func indexes(of rule: Rule) -> [Int] {
    let ids: Set<String> =
      switch key {
      case .checklist: Set(rule.checklist)
      case .gate: Set([rule.gate?.rawValue].compactMap { $0 })
      case .dimension: [rule.dimension.rawValue]
      }
    return taxa.indices.filter { ids.contains(taxa[$0].id) }
  }
}

extension String {
  /// `1.10` behind `1.9`.
  fileprivate var checklistOrder: [Int] {
    split(separator: ".").map { Int($0) ?? .max }
  }
}

extension JSONWriter {
  /// The members of a `toolComponent` that holds a taxonomy.
  mutating func taxonomy(_ taxonomy: SARIFTaxonomy) {
    member("name", taxonomy.name)
    object("shortDescription") { $0.member("text", taxonomy.description) }
    objects("taxa", taxonomy.taxa) { taxon, json in
      json.member("id", taxon.id)
      json.object("shortDescription") { $0.member("text", taxon.description) }
    }
  }
}
