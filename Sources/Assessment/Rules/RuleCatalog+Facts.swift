import CEL

/// One fact that a rule reads, in the words of its documentation.
public struct RuleFact: Hashable, Sendable {
  /// The name as rules write it, such as `server.isRemote`.
  public let name: String
  /// What it says, in one sentence.
  public let documentation: String
}

extension RuleCatalog {
  /// Every fact that `rule` reads in its conditions, questions and messages, sorted by name.
  public func facts(readBy rule: Rule) -> [RuleFact] {
    guard let compiled = compiled.first(where: { $0.rule.id == rule.id }) else { return [] }
    var references = compiled.condition?.fieldsRead ?? []
    for check in compiled.checks {
      references += check.requirement.fieldsRead + check.message.fieldsRead
      references += (check.condition?.fieldsRead ?? []) + (check.location?.fieldsRead ?? [])
      references += (check.cause?.fieldsRead ?? []) + (check.related?.fieldsRead ?? [])
      references += check.claim?.fieldsRead ?? []
    }
    let documentation = Dictionary(
      Facts.objectTypes.flatMap { type in
        type.fields.map { ("\(type.name).\($0.name)", $0.documentation) }
      }, uniquingKeysWith: { first, _ in first })
    return Set(references.map { "\($0.objectType).\($0.field)" }).sorted().compactMap { name in
      documentation[name].map { RuleFact(name: name, documentation: $0) }
    }
  }
}
