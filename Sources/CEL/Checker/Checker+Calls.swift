extension Checker {
  mutating func call(
    _ name: Name, on target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> ValueType {
    if let target, let prefix = target.qualifiedName, !isLocal(target.rootIdentifier) {
      let dotted = prefix.text + "." + name.text
      let overloads = functions(dotted, .global, isAbsolute: prefix.isAbsolute)
      if !overloads.isEmpty {
        let types = arguments.map { check($0) }
        return choose(
          among: overloads, name, arguments, types, isNamespaced: true, expression)
      }
    }
    var operands = arguments
    if let target { operands.insert(target, at: 0) }
    let types = operands.map { check($0) }
    let style: Function.Style = target == nil ? .global : .member
    let overloads = functions(name.text, style, isAbsolute: style == .member)
    guard !overloads.isEmpty else {
      let known = environment.functions.values.joined().filter { $0.style == style }.map(\.name)
      let macros = target == nil ? ["has"] : ["all", "exists", "exists_one", "filter", "map"]
      report(
        "unknown function `\(name.text)`", at: name.range,
        suggestion: Suggestion.nearest(to: name.text, among: Set(known + macros)))
      return .dyn
    }
    return choose(among: overloads, name, operands, types, isNamespaced: false, expression)
  }

  private func functions(
    _ name: String, _ style: Function.Style, isAbsolute: Bool
  ) -> [Function] {
    for candidate in environment.candidates(for: name, isAbsolute: isAbsolute) {
      let overloads = environment.functions[candidate]?.filter { $0.style == style } ?? []
      if !overloads.isEmpty { return overloads }
    }
    return []
  }

  /// Keeps the overloads whose parameters take the operands; where none does, a dynamic environment
  /// leaves the decision to evaluation.
  private mutating func choose(
    among overloads: [Function], _ name: Name, _ operands: [Expression], _ types: [ValueType],
    isNamespaced: Bool, _ expression: Expression
  ) -> ValueType {
    var matches: [Function] = []
    var results: [ValueType] = []
    for overload in overloads where overload.takes(types.count) {
      var parameters: [String: ValueType] = [:]
      let isMatch = types.enumerated().allSatisfy {
        overload.parameter(at: $0.offset).accepts($0.element, binding: &parameters)
      }
      guard isMatch else { continue }
      matches.append(overload)
      results.append(overload.result.substituting(parameters))
    }
    if matches.isEmpty {
      reportMismatch(among: overloads, name, operands, types)
      matches = overloads
    }
    result.references[expression.id] = .functions(matches, isNamespaced: isNamespaced)
    guard let first = results.first, results.allSatisfy({ $0 == first }) else { return .dyn }
    return first
  }

  /// Points at the one operand that is wrong, where there is only one way to be right.
  private mutating func reportMismatch(
    among overloads: [Function], _ name: Name, _ operands: [Expression], _ types: [ValueType]
  ) {
    let sameCount = overloads.filter { $0.takes(types.count) }
    if sameCount.count == 1, let overload = sameCount.first {
      for (index, type) in types.enumerated() where !overload.parameter(at: index).accepts(type) {
        report(
          "expected \(overload.parameter(at: index)), found \(type) (\(overload.signature))",
          at: operands[index].range)
        return
      }
    }
    let found = types.map(\.description).joined(separator: ", ")
    let known = overloads.map(\.signature).joined(separator: " or ")
    report("expected \(known), found operands (\(found))", at: name.range)
  }

  mutating func comprehension(
    _ comprehension: Comprehension, _ expression: Expression
  ) -> ValueType {
    let range = check(comprehension.range)
    let (key, element) = elementTypes(of: range, comprehension)
    let isPair = comprehension.variables.count == 2
    let variables: [(name: String, type: ValueType)]
    if isPair {
      variables = [(comprehension.variables[0], key), (comprehension.variables[1], element)]
    } else if case .map = range {
      variables = [(comprehension.variables[0], key)]
    } else {
      variables = [(comprehension.variables[0], element)]
    }
    return scoped(variables, at: expression) { checker in
      if let condition = comprehension.condition { checker.expect(.bool, of: condition) }
      let transformed = comprehension.transform.map { checker.check($0) } ?? .dyn
      switch comprehension.form {
      case .all, .exists, .existsOne: return .bool
      case .filter: return .list(variables[0].type)
      case .list: return .list(transformed)
      case .map: return .map(key, transformed)
      case .mapEntries:
        if let transform = comprehension.transform, !ValueType.map(.dyn, .dyn).accepts(transformed)
        {
          checker.report("expected a map, found \(transformed)", at: transform.range)
        }
        return transformed
      }
    }
  }

  private mutating func elementTypes(
    of range: ValueType, _ comprehension: Comprehension
  ) -> (key: ValueType, element: ValueType) {
    switch range {
    case .list(let element): return (.int, element)
    case .map(let key, let value): return (key, value)
    case .dyn: return (.dyn, .dyn)
    default:
      report(
        "expected a list or a map to go through, found \(range)", at: comprehension.range.range)
      return (.dyn, .dyn)
    }
  }

  mutating func optionalMap(
    _ operand: Expression, _ variable: String, _ body: Expression, isFlat: Bool,
    _ expression: Expression
  ) -> ValueType {
    let wrapped: ValueType
    switch check(operand) {
    case .optional(let type): wrapped = type
    case .dyn: wrapped = .dyn
    case let other:
      report("expected an optional value, found \(other)", at: operand.range)
      wrapped = .dyn
    }
    return scoped([(variable, wrapped)], at: expression) { checker in
      guard isFlat else { return .optional(checker.check(body)) }
      return checker.expect(.optional(.dyn), of: body)
    }
  }
}
