/// The keywords that combine schemas on one value.
extension Evaluation {
  mutating func checkLogic(
    _ rule: SchemaProgram.Rule, of number: Int, _ instance: Instance, _ evaluated: inout Evaluated?
  ) throws(Abandonment) -> Bool {
    switch rule.check {
    case .allOf(let schemas):
      var isValid = true
      for schema in schemas where try !apply(schema, to: instance, &evaluated) {
        isValid = false
        if !isCollecting { break }
      }
      return isValid
    case .anyOf(let schemas):
      return try checkAny(of: schemas, rule, number, instance, &evaluated)
    case .oneOf(let schemas):
      return try checkOne(of: schemas, rule, number, instance, &evaluated)
    case .not(let schema):
      var nothing: Evaluated?
      guard try quietly(schema, instance, &nothing) else { return true }
      report(rule, of: number, instance, "matches a schema that it must not match")
      return false
    case .conditional(let condition, let then, let otherwise):
      let branch = try quietly(condition, instance, &evaluated) ? then : otherwise
      guard let branch else { return true }
      return try apply(branch, to: instance, &evaluated)
    default: return true
    }
  }

  private mutating func checkAny(
    of schemas: [Int], _ rule: SchemaProgram.Rule, _ number: Int, _ instance: Instance,
    _ evaluated: inout Evaluated?
  ) throws(Abandonment) -> Bool {
    var isValid = false
    for schema in schemas where try quietly(schema, instance, &evaluated) {
      isValid = true
      // Where somebody asks what was looked at, the other schemas have a say as well.
      if evaluated == nil { break }
    }
    if isValid { return true }
    try reportNoneOf(schemas, rule, number, instance)
    return false
  }

  private mutating func checkOne(
    of schemas: [Int], _ rule: SchemaProgram.Rule, _ number: Int, _ instance: Instance,
    _ evaluated: inout Evaluated?
  ) throws(Abandonment) -> Bool {
    var matching: [Int] = []
    for (position, schema) in schemas.enumerated() where try quietly(schema, instance, &evaluated) {
      matching.append(position)
      if matching.count > 1 { break }
    }
    switch matching.count {
    case 0: try reportNoneOf(schemas, rule, number, instance)
    case 1: return true
    default:
      report(
        rule, of: number, instance,
        "must match exactly one of \(schemas.count) alternatives, and matches numbers "
          + matching.map { "\($0 + 1)" }.joined(separator: " and "))
    }
    return false
  }

  /// Says why `instance` meets none of `schemas`.
  ///
  /// Where only one of them is for this kind of value, what is wrong with that one is what is wrong.
  private mutating func reportNoneOf(
    _ schemas: [Int], _ rule: SchemaProgram.Rule, _ number: Int, _ instance: Instance
  ) throws(Abandonment) {
    guard isCollecting else { return }
    let likely = schemas.filter { isMeant(for: instance, $0) }
    if likely.count == 1, let only = likely.first {
      var nothing: Evaluated?
      _ = try apply(only, to: instance, &nothing)
    } else {
      report(rule, of: number, instance, "matches none of \(schemas.count) alternatives")
    }
  }

  /// Whether the schema's own `type`, `const` and `enum` admit `instance`.
  private func isMeant(for instance: Instance, _ schema: Int) -> Bool {
    guard program.schemas[schema].allowsAnything else { return false }
    return program.schemas[schema].rules.allSatisfy { rule in
      switch rule.check {
      case .types(let kinds, let allowsInteger):
        kinds.contains(instance.kind) || (allowsInteger && instance.number?.isInteger == true)
      case .values(let values, _): values.contains(instance.canonical)
      default: true
      }
    }
  }
}
