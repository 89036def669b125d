import Patterns
import Syntax

/// The keywords for objects.
extension Evaluation {
  mutating func checkObject(
    _ rule: SchemaProgram.Rule, of number: Int, _ instance: Instance, _ evaluated: inout Evaluated?
  ) throws(Abandonment) -> Bool {
    switch rule.check {
    case .properties(let properties):
      return try checkProperties(properties, rule, number, instance, &evaluated)
    case .propertyNames(let schema):
      return try checkNames(schema, rule, number, instance)
    case .unevaluatedProperties(let schema):
      var isValid = true
      for (position, member) in instance.members.enumerated()
      where evaluated?.hasMember(position) != true {
        if try !checkLeftOver(member, schema, rule, number, instance) {
          isValid = false
          if !isCollecting { break }
        }
      }
      evaluated?.addAllMembers()
      return isValid
    case .dependentSchemas(let dependent):
      var isValid = true
      for (key, schema) in dependent where instance.position(of: key) != nil {
        if try !apply(schema, to: instance, &evaluated) { isValid = false }
      }
      return isValid
    case .dependentRequired(let dependent):
      var isValid = true
      for (key, required) in dependent where instance.position(of: key) != nil {
        let because = ", which is required beside `\(key.text)`"
        isValid = try checkRequired(required, rule, number, instance, because) && isValid
      }
      return isValid
    case .required(let keys):
      return try checkRequired(keys, rule, number, instance, ", which is required")
    case .memberCount(let range):
      let count = instance.members.count
      if range.contains(count) { return true }
      report(
        rule, of: number, instance,
        "must have \(Self.described(range, "property")), and has \(count)")
      return false
    default: return true
    }
  }

  private mutating func checkProperties(
    _ properties: SchemaProgram.PropertyRules, _ rule: SchemaProgram.Rule, _ number: Int,
    _ instance: Instance, _ evaluated: inout Evaluated?
  ) throws(Abandonment) -> Bool {
    var isValid = true
    for (position, member) in instance.members.enumerated() {
      var isKnown = false
      if let schema = properties.named[member.key] {
        isKnown = true
        if try !descend(.member(member.key), to: member.value, schema) { isValid = false }
      }
      for (pattern, schema) in properties.patterns {
        try count(steps: 1)
        guard pattern.matches(member.key.text) else { continue }
        isKnown = true
        if try !descend(.member(member.key), to: member.value, schema) { isValid = false }
      }
      if !isKnown, let schema = properties.additional {
        isKnown = true
        if try !checkLeftOver(member, schema, rule, number, instance) { isValid = false }
      }
      if isKnown { evaluated?.addMember(position) }
      if !isValid, !isCollecting { return false }
    }
    return isValid
  }

  /// Checks a member that no other keyword knows; `false` for it is reported at its key.
  private mutating func checkLeftOver(
    _ member: Instance.Member, _ schema: Int, _ rule: SchemaProgram.Rule, _ number: Int,
    _ instance: Instance
  ) throws(Abandonment) -> Bool {
    guard !program.schemas[schema].allowsAnything else {
      return try descend(.member(member.key), to: member.value, schema)
    }
    report(
      rule, of: number, instance, at: member.keyNode.span, under: .member(member.key),
      "is not a known property")
    return false
  }

  private mutating func checkNames(
    _ schema: Int, _ rule: SchemaProgram.Rule, _ number: Int, _ instance: Instance
  ) throws(Abandonment) -> Bool {
    var isValid = true
    for member in instance.members {
      let name = Instance(name: member.keyNode)
      if try !descend(.member(member.key), to: name, schema) {
        isValid = false
        if !isCollecting { break }
      }
    }
    return isValid
  }

  private mutating func checkRequired(
    _ keys: [ExactText], _ rule: SchemaProgram.Rule, _ number: Int, _ instance: Instance,
    _ because: @autoclosure () -> String
  ) throws(Abandonment) -> Bool {
    try count(steps: keys.count * instance.members.count / 64)
    var isValid = true
    for key in keys where instance.position(of: key) == nil {
      isValid = false
      guard isCollecting else { break }
      report(rule, of: number, instance, "has no property `\(key.text)`\(because())")
    }
    return isValid
  }
}
