/// Everything that keeps an expression from being compiled.
public struct CompileError: Error, Hashable, Sendable {
  /// One thing that is wrong, and where.
  public struct Problem: Hashable, Sendable {
    /// What was expected, as a sentence without a full stop.
    public let message: String

    /// UTF-8 offsets into the source of the expression.
    public let range: Range<Int>

    /// The known name that is nearest to what was written.
    public let suggestion: String?

    init(_ message: String, at range: Range<Int>, suggestion: String? = nil) {
      self.message = message
      self.range = range
      self.suggestion = suggestion
    }
  }

  /// At least one problem, in the order of their places.
  public let problems: [Problem]

  init(_ problem: Problem) {
    problems = [problem]
  }

  /// Fails where there are no problems.
  init?(_ problems: [Problem]) {
    guard !problems.isEmpty else { return nil }
    self.problems = problems.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}

extension CompileError: CustomStringConvertible {
  /// One line for each problem.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}

extension CompileError.Problem: CustomStringConvertible {
  /// The message with the suggestion and the offset.
  public var description: String {
    let hint = suggestion.map { "; did you mean `\($0)`?" } ?? ""
    return "\(range.lowerBound): \(message)\(hint)"
  }
}
