import Patterns

/// What each keyword demands.
extension Evaluation {
  /// Whether `instance` meets `rule` of the schema `number`.
  mutating func check(
    _ rule: SchemaProgram.Rule, of number: Int, _ instance: Instance, _ evaluated: inout Evaluated?
  ) throws(Abandonment) -> Bool {
    switch rule.check {
    case .reference(let target):
      return try apply(target, to: instance, &evaluated)
    case .dynamicReference(let anchor, let fallback):
      return try apply(dynamicTarget(anchor, fallback: fallback), to: instance, &evaluated)
    case .allOf, .anyOf, .oneOf, .not, .conditional:
      return try checkLogic(rule, of: number, instance, &evaluated)
    case .properties, .propertyNames, .unevaluatedProperties, .dependentSchemas,
      .dependentRequired, .required, .memberCount:
      guard instance.kind == .object else { return true }
      return try checkObject(rule, of: number, instance, &evaluated)
    case .items, .contains, .unevaluatedItems, .itemCount, .uniqueItems:
      guard instance.kind == .array else { return true }
      return try checkArray(rule, of: number, instance, &evaluated)
    case .types, .values:
      return try checkValue(rule, of: number, instance)
    case .multipleOf, .atLeast, .atMost:
      guard let value = instance.number else { return true }
      return try checkNumber(rule, of: number, instance, value)
    case .length, .pattern, .format:
      guard instance.kind == .string else { return true }
      return try checkString(rule, of: number, instance)
    }
  }

  private mutating func checkValue(
    _ rule: SchemaProgram.Rule, of number: Int, _ instance: Instance
  ) throws(Abandonment) -> Bool {
    switch rule.check {
    case .types(let kinds, let allowsInteger):
      if kinds.contains(instance.kind) { return true }
      if allowsInteger, instance.number?.isInteger == true { return true }
      report(
        rule, of: number, instance,
        "must be \(Self.described(kinds, allowsInteger)), and is \(instance.kind.described)")
      return false
    case .values(let values, let shown):
      // A collection may be large, and comparing it costs its size.
      try count(steps: 1 + instance.byteCount / 256)
      if values.contains(instance.canonical) { return true }
      report(rule, of: number, instance, "must be \(values.count == 1 ? "" : "one of ")\(shown)")
      return false
    default: return true
    }
  }

  private mutating func checkNumber(
    _ rule: SchemaProgram.Rule, of number: Int, _ instance: Instance, _ value: ExactNumber
  ) throws(Abandonment) -> Bool {
    switch rule.check {
    case .multipleOf(let divisor, let shown):
      guard let isMultiple = value.isMultiple(of: divisor) else { throw .tooManySteps }
      try count(steps: value.digits.count / 16)
      if isMultiple { return true }
      report(rule, of: number, instance, "must be a multiple of \(shown)")
      return false
    case .atLeast(let limit, let isExclusive, let shown):
      if isExclusive ? limit < value : !(value < limit) { return true }
      report(
        rule, of: number, instance, "must be \(isExclusive ? "more than" : "at least") \(shown)")
      return false
    case .atMost(let limit, let isExclusive, let shown):
      if isExclusive ? value < limit : !(limit < value) { return true }
      report(
        rule, of: number, instance, "must be \(isExclusive ? "less than" : "at most") \(shown)")
      return false
    default: return true
    }
  }

  private mutating func checkString(
    _ rule: SchemaProgram.Rule, of number: Int, _ instance: Instance
  ) throws(Abandonment) -> Bool {
    try count(steps: instance.text.utf8.count / 256)
    switch rule.check {
    case .length(let range):
      let length = instance.text.unicodeScalars.count
      if range.contains(length) { return true }
      report(
        rule, of: number, instance,
        "must have \(Self.described(range, "character")), and has \(length)")
      return false
    case .pattern(let pattern):
      if pattern.matches(instance.text) { return true }
      report(rule, of: number, instance, "must match the pattern `\(pattern.source)`")
      return false
    case .format(let format):
      if format.accepts(instance.text) { return true }
      report(rule, of: number, instance, "must be a valid `\(format.rawValue)`")
      return false
    default: return true
    }
  }

  private static func described(_ kinds: Set<Instance.Kind>, _ allowsInteger: Bool) -> String {
    var names = kinds.map(\.described).sorted()
    if allowsInteger { names.append("an integer") }
    guard names.count > 1, let last = names.popLast() else { return names.first ?? "nothing" }
    return names.joined(separator: ", ") + " or " + last
  }

  static func described(_ range: ClosedRange<Int>, _ noun: String) -> String {
    let isMinimum = range.upperBound == .max
    let limit = isMinimum ? range.lowerBound : range.upperBound
    let plural = noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
    return "\(isMinimum ? "at least" : "at most") \(limit) \(limit == 1 ? noun : plural)"
  }
}
