import Assessment

/// A list of things that rules are part of, which are no rules themselves.
struct SARIFTaxonomy: Sendable {
  /// One element of the list.
  struct Taxon: Hashable, Sendable {
    let id: String
    let description: String
  }

  let name: String
  let description: String
  /// Who publishes it, in which version, and where; `nil` for our own.
  var publication: (organization: String, version: String, address: String)? = nil
  let taxa: [Taxon]
  /// Which of the taxa a rule belongs to.
  private let key: Key

  private enum Key: Hashable { case checklist, gate, dimension, owasp }

  /// The readiness checklist as `rules` name it, the validation gate, the dimensions of the score, and OWASP's
  /// ten risks.
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
    let owasp = SARIFTaxonomy(
      name: "OWASP MCP Top 10", description: "OWASP's ten risks of MCP systems.",
      publication: ("OWASP", "2025", "https://owasp.org/www-project-mcp-top-10/"),
      taxa: OWASPRisk.allCases.map { Taxon(id: $0.rawValue, description: "\($0.title).") },
      key: .owasp)
    return [checklist, gate, dimension, owasp]
  }

  /// The indexes of the taxa that `rule` belongs to.
  func indexes(of rule: Rule) -> [Int] {
    let ids: Set<String> =
      switch key {
      case .checklist: Set(rule.checklist)
      case .gate: Set([rule.gate?.rawValue].compactMap { $0 })
      case .dimension: [rule.dimension.rawValue]
      case .owasp: Set(OWASPRisk.allCases.filter { $0.rules.contains(rule.id) }.map(\.rawValue))
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
    member("organization", taxonomy.publication?.organization)
    member("version", taxonomy.publication?.version)
    member("informationUri", taxonomy.publication?.address)
    object("shortDescription") { $0.member("text", taxonomy.description) }
    objects("taxa", taxonomy.taxa) { taxon, json in
      json.member("id", taxon.id)
      json.object("shortDescription") { $0.member("text", taxon.description) }
    }
  }
}
