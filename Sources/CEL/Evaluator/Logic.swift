/// The operators that may have a value although an operand has none.
enum Logic {
  /// A chain of `&&` or `||`: one operand equal to `decisive` decides, whatever the others do.
  ///
  /// Where none decides, the first error is the chain's. The chain is halved again and again, so that
  /// a long one does not nest deeply. It has at least one term.
  static func chain(_ terms: ArraySlice<Operand>, decidedBy decisive: Bool) -> Evaluation {
    if let only = terms.first, terms.count == 1 { return only.evaluation }
    let middle = terms.startIndex + terms.count / 2
    return pair(
      chain(terms[..<middle], decidedBy: decisive), chain(terms[middle...], decidedBy: decisive),
      decidedBy: decisive)
  }

  private static func pair(
    _ left: @escaping Evaluation, _ right: @escaping Evaluation, decidedBy decisive: Bool
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      do throws(EvaluationError) {
        if try isTrue(left(&frame), decisive) == decisive { return .bool(decisive) }
      } catch {
        if case .costLimitExceeded = error { throw error }
        return try decide(despite: error, by: right, decisive, &frame)
      }
      return .bool(try isTrue(right(&frame), decisive))
    }
  }

  /// What the right operand decides alone, or the failure of the left.
  private static func decide(
    despite failure: EvaluationError, by right: Evaluation, _ decisive: Bool, _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    do throws(EvaluationError) {
      if try isTrue(right(&frame), decisive) == decisive { return .bool(decisive) }
    } catch {
      if case .costLimitExceeded = error { throw error }
    }
    throw failure
  }

  @inline(__always)
  private static func isTrue(_ value: Value, _ decisive: Bool) throws(EvaluationError) -> Bool {
    guard case .bool(let isTrue) = value else {
      throw .noSuchOverload("\(decisive ? "||" : "&&") of \(value.type.name)")
    }
    return isTrue
  }

  static func conditional(
    _ condition: @escaping Evaluation, _ positive: @escaping Evaluation,
    _ negative: @escaping Evaluation
  ) -> Evaluation {
    { (frame) throws(EvaluationError) in
      let value = try condition(&frame)
      guard case .bool(let isTrue) = value else {
        throw .noSuchOverload("\(value.type.name) ? :")
      }
      return isTrue ? try positive(&frame) : try negative(&frame)
    }
  }
}
