/// Functions of lists beyond the standard ones.
enum ListLibrary {
  private static let element = ValueType.parameter("T")
  private static let list = ValueType.list(element)

  static let functions: [Function] = [
    .member("slice", of: list, parameters: [.int, .int], returns: list, body: slice),
    .member("flatten", of: list, returns: .list(.dyn)) { (value) throws(EvaluationError) in
      .list(flattened(try elements(value), depth: 1))
    },
    .member("flatten", of: list, .int, returns: .list(.dyn)) {
      (value, depth) throws(EvaluationError) in
      guard case .int(let depth) = depth, depth >= 0 else {
        throw .invalidArgument("expected a depth of at least 0")
      }
      return .list(flattened(try elements(value), depth: Int(min(depth, 100))))
    },
    .member("distinct", of: list, parameters: [], returns: list, body: distinct),
    .member("sort", of: list, parameters: [], returns: list) {
      (operands, meter) throws(EvaluationError) in
      let elements = try elements(operands[0])
      try meter.charge(
        elements.count * max(1, elements.count.bitWidth - elements.count.leadingZeroBitCount))
      return .list(try sorted(elements))
    },
    .member("reverse", of: list, returns: list) { (value) throws(EvaluationError) in
      .list(try elements(value).reversed())
    },
    .global("lists.range", parameters: [.int], returns: .list(.int)) {
      (operands, meter) throws(EvaluationError) in
      guard case .int(let count) = operands[0], count >= 0 else {
        throw .invalidArgument("expected a number of at least 0")
      }
      try meter.charge(Int(count))
      return .list((0..<count).map(Value.int))
    },
  ]

  private static func elements(_ value: Value) throws(EvaluationError) -> [Value] {
    guard case .list(let elements) = value else {
      throw .noSuchOverload("a list function of \(value.type.name)")
    }
    return elements
  }

  private static let slice: Function.Variadic = { (operands, meter) throws(EvaluationError) in
    let elements = try elements(operands[0])
    guard case .int(let start) = operands[1], case .int(let end) = operands[2] else {
      throw .noSuchOverload("slice")
    }
    guard start >= 0, start <= end, end <= elements.count else {
      throw .invalidArgument("expected 0 <= start <= end <= \(elements.count)")
    }
    return .list(Array(elements[Int(start)..<Int(end)]))
  }

  private static func flattened(_ elements: [Value], depth: Int) -> [Value] {
    guard depth > 0 else { return elements }
    var result: [Value] = []
    for element in elements {
      if case .list(let inner) = element {
        result += flattened(inner, depth: depth - 1)
      } else {
        result.append(element)
      }
    }
    return result
  }

  private static let distinct: Function.Variadic = { (operands, meter) throws(EvaluationError) in
    var result: [Value] = []
    for element in try elements(operands[0]) {
      try meter.charge(result.count / 4 + 1)
      if !result.contains(element) { result.append(element) }
    }
    return .list(result)
  }

  private static func sorted(_ elements: [Value]) throws(EvaluationError) -> [Value] {
    for pair in zip(elements, elements.dropFirst()) {
      guard pair.0.type == pair.1.type, pair.0.ordered(against: pair.1) != nil else {
        throw .noSuchOverload("sort of \(pair.0.type.name) and \(pair.1.type.name)")
      }
    }
    return elements.sorted { $0.ordered(against: $1) == .ascending }
  }
}
