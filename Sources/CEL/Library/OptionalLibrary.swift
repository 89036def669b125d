/// Making and unwrapping optional values.
enum OptionalLibrary {
  private static let element = ValueType.parameter("T")

  static let functions: [Function] = [
    .global("optional.none", parameters: [], returns: .optional(.dyn)) { _, _ in .optional(nil) },
    .global("optional.of", element, returns: .optional(element)) { .optional($0) },
    .global("optional.ofNonZeroValue", element, returns: .optional(element)) {
      .optional($0.isZero ? nil : $0)
    },
    .member("hasValue", of: .optional(element), returns: .bool) { (value) throws(EvaluationError) in
      .bool(try wrapped(value) != nil)
    },
    .member("value", of: .optional(element), returns: element) { (value) throws(EvaluationError) in
      guard let value = try wrapped(value) else {
        throw .invalidArgument("optional.none() has no value")
      }
      return value
    },
    .member("or", of: .optional(element), .optional(element), returns: .optional(element)) {
      (first, second) throws(EvaluationError) in
      try wrapped(first) == nil ? second : first
    },
    .member("orValue", of: .optional(element), element, returns: element) {
      (first, second) throws(EvaluationError) in
      try wrapped(first) ?? second
    },
    .global("optional.unwrap", .list(.optional(element)), returns: .list(element), body: unwrap),
    .member("unwrapOpt", of: .list(.optional(element)), returns: .list(element), body: unwrap),
    .member("first", of: .list(element), returns: .optional(element)) {
      (list) throws(EvaluationError) in
      guard case .list(let elements) = list else { throw .noSuchOverload("first") }
      return .optional(elements.first)
    },
    .member("last", of: .list(element), returns: .optional(element)) {
      (list) throws(EvaluationError) in
      guard case .list(let elements) = list else { throw .noSuchOverload("last") }
      return .optional(elements.last)
    },
  ]

  private static func wrapped(_ value: Value) throws(EvaluationError) -> Value? {
    guard case .optional(let wrapped) = value else {
      throw .noSuchOverload("an optional function of \(value.type.name)")
    }
    return wrapped
  }

  private static let unwrap: Function.Unary = { (list) throws(EvaluationError) in
    guard case .list(let elements) = list else { throw .noSuchOverload("unwrap") }
    var values: [Value] = []
    for element in elements {
      if let value = try wrapped(element) { values.append(value) }
    }
    return .list(values)
  }
}
