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
