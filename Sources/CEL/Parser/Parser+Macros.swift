extension Parser {
  /// A call, or what the macro of that name stands for.
  mutating func call(
    _ name: Name, target: Expression?, arguments: [Expression], from start: Int
  ) throws(CompileError) -> Expression {
    if let target {
      if let expanded = try memberMacro(name, on: target, arguments, from: start) {
        return expanded
      }
    } else if name.text == "has", arguments.count == 1 {
      guard case .select(let operand, let field, isOptional: false) = arguments[0].kind else {
        throw CompileError(
          CompileError.Problem("expected a selection such as `has(a.b)`", at: arguments[0].range))
      }
      return try node(.presence(operand, field: field), from: start, over: [operand])
    }
    return try node(
      .call(name, target: target, arguments: arguments), from: start,
      over: arguments + (target.map { [$0] } ?? []))
  }

  private mutating func memberMacro(
    _ name: Name, on target: Expression, _ arguments: [Expression], from start: Int
  ) throws(CompileError) -> Expression? {
    if case .identifier("cel", _) = target.kind {
      return try celMacro(name, arguments, from: start)
    }
    switch (name.text, arguments.count) {
    case ("optMap", 2), ("optFlatMap", 2):
      guard extensions.contains(.optionals) else { return nil }
      return try node(
        .optionalMap(
          target, variable: try variable(arguments[0]), body: arguments[1],
          isFlat: name.text == "optFlatMap"),
        from: start, over: [target, arguments[1]])
    case ("all", 2): return try one(.all, target, arguments, condition: 1, from: start)
    case ("exists", 2): return try one(.exists, target, arguments, condition: 1, from: start)
    case ("exists_one", 2), ("existsOne", 2):
      return try one(.existsOne, target, arguments, condition: 1, from: start)
    case ("filter", 2): return try one(.filter, target, arguments, condition: 1, from: start)
    case ("map", 2): return try one(.list, target, arguments, transform: 1, from: start)
    case ("map", 3):
      return try one(.list, target, arguments, condition: 1, transform: 2, from: start)
    default: break
    }
    guard extensions.contains(.twoVariableComprehensions) else { return nil }
    switch (name.text, arguments.count) {
    case ("all", 3): return try two(.all, target, arguments, condition: 2, from: start)
    case ("exists", 3): return try two(.exists, target, arguments, condition: 2, from: start)
    case ("existsOne", 3), ("exists_one", 3):
      return try two(.existsOne, target, arguments, condition: 2, from: start)
    case ("transformList", 3): return try two(.list, target, arguments, transform: 2, from: start)
    case ("transformList", 4):
      return try two(.list, target, arguments, condition: 2, transform: 3, from: start)
    case ("transformMap", 3): return try two(.map, target, arguments, transform: 2, from: start)
    case ("transformMap", 4):
      return try two(.map, target, arguments, condition: 2, transform: 3, from: start)
    case ("transformMapEntry", 3):
      return try two(.mapEntries, target, arguments, transform: 2, from: start)
    case ("transformMapEntry", 4):
      return try two(.mapEntries, target, arguments, condition: 2, transform: 3, from: start)
    default: return nil
    }
  }

  private mutating func one(
    _ form: Comprehension.Form, _ range: Expression, _ arguments: [Expression],
    condition: Int? = nil, transform: Int? = nil, from start: Int
  ) throws(CompileError) -> Expression {
    try comprehension(
      form, range, arguments, variables: [try variable(arguments[0])], condition: condition,
      transform: transform, from: start)
  }

  private mutating func two(
    _ form: Comprehension.Form, _ range: Expression, _ arguments: [Expression],
    condition: Int? = nil, transform: Int? = nil, from start: Int
  ) throws(CompileError) -> Expression {
    let variables = [try variable(arguments[0]), try variable(arguments[1])]
    guard variables[0] != variables[1] else {
      throw CompileError(
        CompileError.Problem("expected two different variables", at: arguments[1].range))
    }
    return try comprehension(
      form, range, arguments, variables: variables, condition: condition, transform: transform,
      from: start)
  }

  private mutating func comprehension(
    _ form: Comprehension.Form, _ range: Expression, _ arguments: [Expression],
    variables: [String], condition: Int?, transform: Int?, from start: Int
  ) throws(CompileError) -> Expression {
    let condition = condition.map { arguments[$0] }
    let transform = transform.map { arguments[$0] }
    return try node(
      .comprehension(
        Comprehension(
          form: form, range: range, variables: variables, condition: condition,
          transform: transform)),
      from: start, over: [range] + [condition, transform].compactMap { $0 })
  }

  /// The name that a macro gives to what it goes through.
  private func variable(_ expression: Expression) throws(CompileError) -> String {
    guard case .identifier(let name, isAbsolute: false) = expression.kind else {
      throw CompileError(
        CompileError.Problem("expected the name of a variable", at: expression.range))
    }
    return name
  }
}

extension Parser {
  /// `cel.bind` and the forms that optimizers produce: `cel.block`, `cel.index`, `cel.iterVar`.
  private mutating func celMacro(
    _ name: Name, _ arguments: [Expression], from start: Int
  ) throws(CompileError) -> Expression? {
    if name.text == "bind", arguments.count == 3, extensions.contains(.bindings) {
      return try node(
        .binding(variable: try variable(arguments[0]), value: arguments[1], body: arguments[2]),
        from: start, over: [arguments[1], arguments[2]])
    }
    guard extensions.contains(.block) else { return nil }
    switch (name.text, arguments.count) {
    case ("index", 1), ("iterVar", 2), ("accuVar", 2):
      var numbers: [String] = []
      for argument in arguments {
        guard case .literal(.int(let number)) = argument.kind else { return nil }
        numbers.append(String(number))
      }
      return try node(
        .identifier("@\(name.text)\(numbers.joined(separator: ":"))", isAbsolute: false),
        from: start)
    case ("block", 2):
      guard case .list(let elements) = arguments[0].kind else { return nil }
      var result = arguments[1]
      for (index, element) in elements.enumerated().reversed() {
        result = try node(
          .binding(variable: "@index\(index)", value: element.value, body: result), from: start,
          over: [element.value, result])
      }
      return result
    default: return nil
    }
  }
}
