import CEL
import Syntax

/// One test of the suite that an evaluator of values can decide.
struct CELCase {
  /// What must become of the expression.
  enum Expectation {
    /// Exactly this value, of exactly its type.
    case value(Value)
    /// Parsing or evaluating it fails.
    case error
  }

  let expression: String
  /// The prefix under which names are looked up first.
  let container: String
  /// The variables; a dotted name is one variable.
  let bindings: [String: Value]
  let expectation: Expectation
  /// Whether the expression is not meant to pass a type checker.
  let isUnchecked: Bool

  /// Reads the test that `node` describes.
  init(_ node: Node) throws(CELMalformation) {
    guard let expression = node["expr"]?.string, let expected = node["expect"] else {
      throw CELMalformation("the test lacks its expr or expect")
    }
    self.expression = expression
    container = node["container"]?.string ?? ""
    isUnchecked = node["disable_check"]?.boolean == true
    switch (expected["kind"]?.string, expected["value"]) {
    case ("value", let value?): expectation = .value(try Value(suiteNotation: value))
    case ("error", _): expectation = .error
    default: throw CELMalformation("the test expects neither a value nor an error")
    }
    var bindings: [String: Value] = [:]
    if let variables = node["bindings"] {
      for (name, value) in variables.members {
        bindings[name.string ?? ""] = try Value(suiteNotation: value)
      }
    }
    self.bindings = bindings
  }

  /// What the test that `node` describes needs beyond an evaluator of values, or `nil`.
  static func need(of node: Node) -> String? {
    if node["dynamic_ok"]?.boolean == true { return nil }
    let needs = node["requires"].map { $0.elements.compactMap(\.string) } ?? []
    if needs.contains("proto") { return "needs protobuf messages" }
    if needs.contains("custom_function") { return "needs a function of the host" }
    if needs.contains("checker") { return "asks what a type checker deduces" }
    return "is not for an evaluator of values"
  }
}
