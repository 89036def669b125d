/// One evaluation under way.
struct Frame {
  let variables: [Value?]
  /// The variables of macros, each at its own slot; `nil` until it is computed.
  var locals: [Value?]
  var meter: CostMeter
  let observer: (any FieldObserver)?
}

/// A compiled node.
typealias Evaluation = @Sendable (inout Frame) throws(EvaluationError) -> Value

/// A compiled node as one of several.
///
/// A list of bare functions would wrap each of them once more, which every call of one then goes through.
struct Operand: Sendable {
  let evaluation: Evaluation
}
