import SourceText

/// One validation under way: where it is, what it has found, and how much work it has done.
struct Evaluation {
  /// Why a validation was given up.
  enum Abandonment: Error {
    case tooManySteps
    case tooDeep

    var message: String {
      switch self {
      case .tooManySteps: "cannot be checked, because the schema is too expensive"
      case .tooDeep:
        "cannot be checked, because the schema is too expensive: it refers to itself without end, or"
          + " the value is nested too deep"
      }
    }
  }

  enum PathStep {
    case member(ExactText)
    case item(Int)
  }

  let program: SchemaProgram
  let options: SchemaOptions
  private(set) var violations: [Violation] = []
  /// Whether violations are collected; otherwise the first one ends the matter.
  var isCollecting: Bool
  private var steps = 0
  private var depth = 0
  /// The resources entered and not left, outermost first.
  private var scope: [Int] = []
  private var path: [PathStep] = []

  init(program: SchemaProgram, options: SchemaOptions, isCollecting: Bool) {
    self.program = program
    self.options = options
    self.isCollecting = isCollecting
  }

  /// Whether `instance` meets the schema `number`.
  ///
  /// Where `evaluated` is not `nil`, what a successful schema has looked at is added to it.
  mutating func apply(
    _ number: Int, to instance: Instance, _ evaluated: inout Evaluated?
  ) throws(Abandonment) -> Bool {
    try count(steps: 1)
    guard depth < options.depth else { throw .tooDeep }
    let rules = program.schemas[number].rules
    guard !rules.isEmpty else {
      if program.schemas[number].allowsAnything { return true }
      reportRefusal(by: number, of: instance)
      return false
    }
    depth += 1
    let resource = program.schemas[number].resource
    let entersResource = scope.last != resource
    if entersResource { scope.append(resource) }
    defer {
      depth -= 1
      if entersResource { scope.removeLast() }
    }
    var own: Evaluated? =
      evaluated != nil || program.schemas[number].asksForUnevaluated ? Evaluated() : nil
    var isValid = true
    for rule in rules {
      // What is left over says little once something else is wrong.
      if !isValid, case .unevaluatedItems = rule.check { continue }
      if !isValid, case .unevaluatedProperties = rule.check { continue }
      if try !check(rule, of: number, instance, &own) {
        isValid = false
        if !isCollecting { return false }
      }
    }
    if isValid, let own { evaluated?.merge(own) }
    return isValid
  }

  /// Whether `instance` meets the schema `number`, without a word about why not.
  mutating func quietly(
    _ number: Int, _ instance: Instance, _ evaluated: inout Evaluated?
  ) throws(Abandonment) -> Bool {
    let wasCollecting = isCollecting
    isCollecting = false
    defer { isCollecting = wasCollecting }
    return try apply(number, to: instance, &evaluated)
  }

  /// Whether the member or element of the current value that `step` leads to meets the schema `number`.
  mutating func descend(
    _ step: PathStep, to child: Instance, _ number: Int
  ) throws(Abandonment) -> Bool {
    path.append(step)
    defer { path.removeLast() }
    var nothing: Evaluated?
    return try apply(number, to: child, &nothing)
  }

  /// The schema that the dynamic `anchor` names in the outermost resource that has it.
  func dynamicTarget(_ anchor: String, fallback: Int) -> Int {
    for resource in scope {
      if let target = program.dynamicAnchors[resource][anchor] { return target }
    }
    return fallback
  }

  /// Pays for work that grows with the input.
  mutating func count(steps: Int) throws(Abandonment) {
    self.steps += steps
    guard self.steps <= options.steps else { throw .tooManySteps }
  }

  // MARK: Reporting

  /// Reports that `instance` breaks `rule`; the message is only built where somebody wants to read it.
  mutating func report(
    _ rule: SchemaProgram.Rule, of number: Int, keyword: String? = nil, _ instance: Instance,
    at span: SourceSpan? = nil, under step: PathStep? = nil, _ message: @autoclosure () -> String
  ) {
    guard isCollecting, violations.count < options.violations else { return }
    violations.append(
      Violation(
        instance: span ?? instance.span, instancePath: pointer(under: step),
        schema: rule.span,
        keywordPath: program.schemas[number].pointer + "/"
          + JSONPointer.escaped(keyword ?? rule.keyword),
        message: message()))
  }

  private mutating func reportRefusal(by number: Int, of instance: Instance) {
    guard isCollecting, violations.count < options.violations else { return }
    violations.append(
      Violation(
        instance: instance.span, instancePath: pointer(under: nil), schema: nil,
        keywordPath: program.schemas[number].pointer, message: "is not allowed here"))
  }

  func pointer(under step: PathStep?) -> String {
    var pointer = ""
    for part in path + (step.map { [$0] } ?? []) {
      switch part {
      case .member(let key): pointer += "/" + JSONPointer.escaped(key.text)
      case .item(let position): pointer += "/\(position)"
      }
    }
    return pointer
  }
}
