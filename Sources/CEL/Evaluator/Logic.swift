/// The operators that may have a value although an operand has none.
enum Logic {
  /// Keeps a closure in an array without the thunk that an array of closures needs for each call.
  private struct Term: Sendable {
    let evaluation: Evaluation
  }

  /// A chain of `&&` or `||`: one operand equal to `decisive` decides, whatever the others do.
  ///
  /// Where none decides, the first error is the chain's.
  static func chain(_ terms: [Evaluation], decidedBy decisive: Bool) -> Evaluation {
    let terms = terms.map { Term(evaluation: $0) }
    return { (frame) throws(EvaluationError) in
      var failure: EvaluationError?
      for term in terms {
        do throws(EvaluationError) {
          let value = try term.evaluation(&frame)
          if case .bool(let isTrue) = value {
            if isTrue == decisive { return .bool(decisive) }
          } else if failure == nil {
            failure = .noSuchOverload("\(decisive ? "||" : "&&") of \(value.type.name)")
          }
        } catch {
          if case .costLimitExceeded = error { throw error }
          if failure == nil { failure = error }
        }
      }
      if let failure { throw failure }
      return .bool(!decisive)
    }
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
