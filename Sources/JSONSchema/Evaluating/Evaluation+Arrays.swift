/// The keywords for arrays.
extension Evaluation {
  mutating func checkArray(
    _ rule: SchemaProgram.Rule, of number: Int, _ instance: Instance, _ evaluated: inout Evaluated?
  ) throws(Abandonment) -> Bool {
    switch rule.check {
    case .items(let prefix, let rest):
      return try checkItems(prefix, rest, rule, number, instance, &evaluated)
    case .contains(let schema, let minimum, let maximum, let annotates):
      return try checkContains(
        schema, (minimum, maximum), annotates: annotates, rule, number, instance, &evaluated)
    case .unevaluatedItems(let schema):
      var isValid = true
      for (position, element) in instance.elements.enumerated()
      where evaluated?.hasItem(position) != true {
        if try !descend(.item(position), to: element, schema) {
          isValid = false
          if !isCollecting { break }
        }
      }
      evaluated?.addAllItems()
      return isValid
    case .itemCount(let range):
      let count = instance.elements.count
      if range.contains(count) { return true }
      report(
        rule, of: number, instance, "must have \(Self.described(range, "item")), and has \(count)")
      return false
    case .uniqueItems:
      try count(steps: instance.byteCount / 256)
      var first: [ExactText: Int] = [:]
      for (position, element) in instance.elements.enumerated() {
        if let earlier = first.updateValue(position, forKey: element.canonical) {
          report(
            rule, of: number, instance, at: element.span, under: .item(position),
            "is the same as item \(earlier), and items must be unique")
          return false
        }
      }
      return true
    default: return true
    }
  }

  private mutating func checkItems(
    _ prefix: [Int], _ rest: Int?, _ rule: SchemaProgram.Rule, _ number: Int,
    _ instance: Instance, _ evaluated: inout Evaluated?
  ) throws(Abandonment) -> Bool {
    var isValid = true
    for (position, element) in instance.elements.enumerated() {
      guard let schema = position < prefix.count ? prefix[position] : rest else { break }
      if position >= prefix.count, !program.schemas[schema].allowsAnything {
        report(
          rule, of: number, instance, at: element.span, under: .item(position),
          prefix.isEmpty ? "must not be there" : "comes after the \(prefix.count) items allowed")
        isValid = false
      } else if try !descend(.item(position), to: element, schema) {
        isValid = false
      }
      if !isValid, !isCollecting { return false }
    }
    evaluated?.addItems(before: prefix.count)
    if rest != nil { evaluated?.addAllItems() }
    return isValid
  }

  private mutating func checkContains(
    _ schema: Int, _ limits: (minimum: Int, maximum: Int?), annotates: Bool,
    _ rule: SchemaProgram.Rule, _ number: Int, _ instance: Instance,
    _ evaluated: inout Evaluated?
  ) throws(Abandonment) -> Bool {
    var matches = 0
    for (position, element) in instance.elements.enumerated() {
      var nothing: Evaluated?
      guard try quietly(schema, element, &nothing) else { continue }
      matches += 1
      if annotates { evaluated?.addItem(position) }
    }
    if matches < limits.minimum {
      report(
        rule, of: number, keyword: limits.minimum == 1 ? nil : "minContains", instance,
        "must contain \(Self.described(limits.minimum ... .max, "matching item")), and contains \(matches)"
      )
      return false
    }
    if let maximum = limits.maximum, matches > maximum {
      report(
        rule, of: number, keyword: "maxContains", instance,
        "must contain \(Self.described(0...maximum, "matching item")), and contains \(matches)")
      return false
    }
    return true
  }
}
