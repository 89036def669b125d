/// The places of a comprehension's variables, and how they take their values.
struct Loop: Sendable {
  /// The element or the map's key; of two variables, the index or key.
  let first: Int
  /// The slot of the element or the map's value, where there are two variables.
  let second: Int?

  /// What a comprehension goes through.
  struct Elements {
    private let keys: [Value]?
    private let values: [Value]

    init(_ range: Value) throws(EvaluationError) {
      switch range {
      case .list(let elements):
        keys = nil
        values = elements
      case .map(let map):
        keys = map.keys
        values = map.values
      default: throw .noSuchOverload("a comprehension over \(range.type.name)")
      }
    }

    var count: Int { values.count }

    /// A list's index or a map's key.
    func key(_ index: Int) -> Value { keys?[index] ?? .int(Int64(index)) }

    func value(_ index: Int) -> Value { values[index] }

    /// What the only variable of a comprehension holds: a list's element or a map's key.
    func single(_ index: Int) -> Value { keys?[index] ?? values[index] }
  }

  @inline(__always)
  func enter(
    _ elements: Elements, _ index: Int, _ frame: inout Frame
  ) throws(EvaluationError) {
    try frame.meter.charge(1)
    guard let second else {
      frame.locals[first] = elements.single(index)
      return
    }
    frame.locals[first] = elements.key(index)
    frame.locals[second] = elements.value(index)
  }

  static func holds(
    _ condition: Evaluation, _ frame: inout Frame
  ) throws(EvaluationError) -> Bool {
    let value = try condition(&frame)
    guard case .bool(let isTrue) = value else {
      throw .noSuchOverload("a condition of type \(value.type.name)")
    }
    return isTrue
  }
}
