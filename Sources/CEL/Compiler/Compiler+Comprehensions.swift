extension Compiler {
  mutating func comprehension(
    _ comprehension: Comprehension, _ expression: Expression
  ) -> Evaluation {
    let range = compile(comprehension.range)
    let slots = checked.locals[expression.id]
    let loop = Loop(first: slots[0], second: slots.count > 1 ? slots[1] : nil)
    let condition = comprehension.condition.map { compile($0) }
    let transform = comprehension.transform.map { compile($0) }
    switch (comprehension.form, condition, transform) {
    case (.all, let condition?, _): return quantifier(loop, range, condition, decidedBy: false)
    case (.exists, let condition?, _): return quantifier(loop, range, condition, decidedBy: true)
    case (.existsOne, let condition?, _): return existsOne(loop, range, condition)
    case (.filter, let condition?, _): return filter(loop, range, condition)
    case (.list, _, let transform?): return list(loop, range, condition, transform)
    case (.map, _, let transform?): return map(loop, range, condition, transform)
    case (.mapEntries, _, let transform?): return mapEntries(loop, range, condition, transform)
    default: return { (_) throws(EvaluationError) in throw .unknownFunction("macro") }
    }
  }

  /// `all` is decided by one false, `exists` by one true; as in a chain, other errors then vanish.
  private func quantifier(
    _ loop: Loop, _ range: @escaping Evaluation, _ condition: @escaping Evaluation,
    decidedBy decisive: Bool
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      let elements = try Loop.Elements(range(&frame))
      var failure: EvaluationError?
      for index in 0..<elements.count {
        try loop.enter(elements, index, &frame)
        do throws(EvaluationError) {
          if try Loop.holds(condition, &frame) == decisive { return .bool(decisive) }
        } catch {
          if case .costLimitExceeded = error { throw error }
          if failure == nil { failure = error }
        }
      }
      if let failure { throw failure }
      return .bool(!decisive)
    }
  }

  private func existsOne(
    _ loop: Loop, _ range: @escaping Evaluation, _ condition: @escaping Evaluation
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      let elements = try Loop.Elements(range(&frame))
      var count = 0
      for index in 0..<elements.count {
        try loop.enter(elements, index, &frame)
        if try Loop.holds(condition, &frame) { count += 1 }
      }
      return .bool(count == 1)
    }
  }

  private func filter(
    _ loop: Loop, _ range: @escaping Evaluation, _ condition: @escaping Evaluation
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      let elements = try Loop.Elements(range(&frame))
      var kept: [Value] = []
      for index in 0..<elements.count {
        try loop.enter(elements, index, &frame)
        if try Loop.holds(condition, &frame) { kept.append(elements.single(index)) }
      }
      return .list(kept)
    }
  }

  private func list(
    _ loop: Loop, _ range: @escaping Evaluation, _ condition: Evaluation?,
    _ transform: @escaping Evaluation
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      let elements = try Loop.Elements(range(&frame))
      var results: [Value] = []
      for index in 0..<elements.count {
        try loop.enter(elements, index, &frame)
        if let condition, try !Loop.holds(condition, &frame) { continue }
        results.append(try transform(&frame))
      }
      return .list(results)
    }
  }

  private func map(
    _ loop: Loop, _ range: @escaping Evaluation, _ condition: Evaluation?,
    _ transform: @escaping Evaluation
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      let elements = try Loop.Elements(range(&frame))
      var entries: [(key: Value, value: Value)] = []
      for index in 0..<elements.count {
        try loop.enter(elements, index, &frame)
        if let condition, try !Loop.holds(condition, &frame) { continue }
        entries.append((elements.key(index), try transform(&frame)))
      }
      return .map(try MapValue(entries: entries))
    }
  }

  private func mapEntries(
    _ loop: Loop, _ range: @escaping Evaluation, _ condition: Evaluation?,
    _ transform: @escaping Evaluation
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      let elements = try Loop.Elements(range(&frame))
      var entries: [(key: Value, value: Value)] = []
      for index in 0..<elements.count {
        try loop.enter(elements, index, &frame)
        if let condition, try !Loop.holds(condition, &frame) { continue }
        let result = try transform(&frame)
        guard case .map(let map) = result else {
          throw .noSuchOverload("transformMapEntry to \(result.type.name)")
        }
        entries += zip(map.keys, map.values).map { (key: $0, value: $1) }
      }
      return .map(try MapValue(entries: entries))
    }
  }
}
