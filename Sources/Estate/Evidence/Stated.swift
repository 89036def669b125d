public import SourceText

/// What the sources say about one fact: nothing, one value, or several that may disagree.
///
/// That no source says anything is not the same as a source that says no: the first is an empty
/// `Stated`, the second one whose value is `false`. Whether a source that could have spoken was read at
/// all is known to the subject (`Server.sources`), not to the fact.
public struct Stated<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Every statement: strongest grade first, then by place.
  public private(set) var statements: [Evidence<Value>] = []

  /// A fact about which no source has spoken.
  public init() {}

  /// A fact that one source states.
  public init(_ value: Value, at span: SourceSpan, grade: Grade = .declared) {
    statements = [Evidence(value, at: span, grade: grade)]
  }

  /// A fact that `evidence`, if any, states.
  public init(_ evidence: Evidence<Value>?) {
    if let evidence { statements = [evidence] }
  }

  /// Whether any source has spoken.
  public var isStated: Bool { !statements.isEmpty }

  /// The statement that decides: the strongest, and of equals the first by place.
  public var evidence: Evidence<Value>? { statements.first }

  /// The value that the deciding statement gives.
  public var value: Value? { statements.first?.value }

  /// Where the deciding statement stands.
  public var span: SourceSpan? { statements.first?.span }

  /// The deciding statement and the first one that gives another value.
  public var disagreement: (first: Evidence<Value>, second: Evidence<Value>)? {
    guard let first = statements.first,
      let second = statements.first(where: { $0.value != first.value })
    else { return nil }
    return (first, second)
  }

  /// Takes in that `value` stands at `span`.
  public mutating func state(_ value: Value, at span: SourceSpan, grade: Grade = .declared) {
    state(Evidence(value, at: span, grade: grade))
  }

  /// Takes in one more statement.
  public mutating func state(_ evidence: Evidence<Value>) {
    merge(Stated(evidence))
  }

  /// Takes in the statements of `other`; the order in which sources are merged does not matter.
  public mutating func merge(_ other: Stated<Value>) {
    if other.statements.isEmpty { return }
    if statements.isEmpty {
      statements = other.statements
      return
    }
    for statement in other.statements where !statements.contains(statement) {
      statements.append(statement)
    }
    statements.sort { left, right in
      left.grade != right.grade ? left.grade > right.grade : left.span < right.span
    }
  }
}

extension Stated where Value: Hashable {
  /// The same statements under another reading of their values; those it gives `nil` for are left out.
  public func compactMap<Other>(_ transform: (Value) -> Other?) -> Stated<Other> {
    var result = Stated<Other>()
    for statement in statements {
      if let value = transform(statement.value) {
        result.state(value, at: statement.span, grade: statement.grade)
      }
    }
    return result
  }
}
