/// Lists taken as sets.
enum SetLibrary {
  private static let list = ValueType.list(.parameter("T"))

  static let functions: [Function] = [
    .global("sets.contains", parameters: [list, list], returns: .bool) {
      (operands, meter) throws(EvaluationError) in
      let (a, b) = try lists(operands, &meter)
      return .bool(b.allSatisfy(a.contains))
    },
    .global("sets.equivalent", parameters: [list, list], returns: .bool) {
      (operands, meter) throws(EvaluationError) in
      let (a, b) = try lists(operands, &meter)
      return .bool(b.allSatisfy(a.contains) && a.allSatisfy(b.contains))
    },
    .global("sets.intersects", parameters: [list, list], returns: .bool) {
      (operands, meter) throws(EvaluationError) in
      let (a, b) = try lists(operands, &meter)
      return .bool(a.contains(where: b.contains))
    },
  ]

  /// Both lists, every pair of their elements paid for.
  private static func lists(
    _ operands: [Value], _ meter: inout CostMeter
  ) throws(EvaluationError) -> ([Value], [Value]) {
    guard case .list(let a) = operands[0], case .list(let b) = operands[1] else {
      throw Arithmetic.noOverload("and", operands[0], operands[1])
    }
    let (pairs, overflow) = a.count.multipliedReportingOverflow(by: b.count)
    try meter.charge(overflow ? .max / 2 : pairs / 4 + 1)
    return (a, b)
  }
}
