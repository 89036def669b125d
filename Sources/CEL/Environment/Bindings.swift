/// The values of an environment's variables for one evaluation.
public struct Bindings: Sendable {
  /// By slot; `nil` where the variable is not bound.
  var values: [Value?]

  /// No variable bound; made once and changed by slot, it costs an evaluation nothing.
  public init(for environment: Environment) {
    values = Array(repeating: nil, count: environment.variables.count)
  }

  /// The variables of `environment` that `named` gives a value; other names are left aside.
  public init(for environment: Environment, _ named: [String: Value]) {
    self.init(for: environment)
    for (name, value) in named {
      guard let slot = environment.slot(of: name) else { continue }
      values[slot] = value
    }
  }

  /// The value of the variable that the environment declares at `slot`.
  public subscript(slot: Int) -> Value? {
    get { values[slot] }
    set { values[slot] = newValue }
  }
}
