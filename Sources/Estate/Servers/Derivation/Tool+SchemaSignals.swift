import SourceText

/// What the parameters of a tool show of its class.
extension Tool {
  /// Verbs that hand a program on to something that runs it; others (`explain`, `validate`) look at it.
  private static let runningVerbs: Set<String> = ["query", "read", "run", "select", "get", "fetch"]

  /// The class of a tool that runs what the caller writes.
  func classByProgramParameter(_ name: ToolNameReading?) -> DerivedClass? {
    guard let input else { return nil }
    let free = input.parameters.filter { $0.types.contains("string") && !$0.isConstrained }
    func first(_ names: Set<String>) -> Parameter? {
      free.first { names.contains($0.name.value.lowercased()) }
    }
    let looksOnly =
      name.map { name in
        name.toolClass == .readOnly && name.strength > .loose
          && !Self.runningVerbs.contains(name.verb)
      } ?? false
    if !looksOnly,
      let program = first(["sql", "statement", "command", "cmd", "shell", "script"]),
      !saysReadOnly
    {
      return bySchema(
        .irreversibleWrite, program, isConclusive: true, "takes free-form `\(program.name.value)`")
    }
    if name == nil || name?.strength == .loose, let code = first(["code"]) {
      return bySchema(.irreversibleWrite, code, isConclusive: false, "takes free-form `code`")
    }
    let names = Set(input.parameters.map { $0.name.value.lowercased() })
    if names.contains("url"), !names.isDisjoint(with: ["body", "data", "payload"]),
      let method = input.parameters.first(where: { $0.name.value.lowercased() == "method" })
    {
      return bySchema(
        .irreversibleWrite, method, isConclusive: true, "sends any `method` and body to any `url`")
    }
    return nil
  }

  /// The class by parameters that only writing tools have use for.
  func classByTellingParameter() -> DerivedClass? {
    if let amount = parameter(in: ["amount"]),
      parameter(in: ["currency", "recipient", "account", "to"]) != nil
    {
      return bySchema(
        .irreversibleWrite, amount, isConclusive: false, "takes an `amount` and where it goes")
    }
    return parameter(in: ["idempotency_key", "dry_run", "overwrite"]).map {
      bySchema(.reversibleWrite, $0, isConclusive: false, "takes `\($0.name.value)`")
    }
  }

  /// The class by parameters that writing tools have more often than others.
  func classByContentParameter() -> DerivedClass? {
    parameter(in: ["body", "content", "new_value", "message"]).map {
      bySchema(.reversibleWrite, $0, isConclusive: false, "takes `\($0.name.value)`")
    }
  }

  /// The class of a calculator's `add`, which adds nothing to anything.
  func classOfArithmetic() -> DerivedClass? {
    guard let input, input.parameters.count > 1,
      Set(NameTokens.split(name)).isSubset(of: ["add", "two", "numbers", "integers"]),
      input.parameters.allSatisfy({ ["number", "integer"].contains($0.types.first ?? "") })
    else { return nil }
    return bySchema(
      .readOnly, input.parameters[0], isConclusive: false, "takes nothing but numbers")
  }

  private func parameter(in names: Set<String>) -> Parameter? {
    input?.parameters.first { parameter in
      names.contains(NameTokens.split(parameter.name.value).joined(separator: "_"))
    }
  }

  /// Whether the description promises that what the caller writes cannot change anything.
  private var saysReadOnly: Bool {
    guard let words = description.value.map({ NameTokens.split(String($0.prefix(400))) }) else {
      return false
    }
    return words.contains("readonly")
      || zip(words, words.dropFirst()).contains { $0 == "read" && $1 == "only" }
  }

  private func bySchema(
    _ value: ToolClass, _ parameter: Parameter, isConclusive: Bool, _ reason: String
  ) -> DerivedClass {
    DerivedClass(
      value: value, basis: .schema, isConclusive: isConclusive, reason: reason,
      span: parameter.name.span)
  }
}
