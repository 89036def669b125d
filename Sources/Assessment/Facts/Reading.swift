import CEL
import Estate
import SourceText

/// What asking a subject for one fact gives: a value with its place, or the reason why there is none.
enum Reading {
  /// The value, where it stands, and the place of another source's statement that says otherwise.
  case known(Value, at: SourceSpan?, rival: SourceSpan?)
  /// No value.
  case absent(Silence)

  /// A value at `span`.
  static func known(_ value: Value, at span: SourceSpan? = nil) -> Reading {
    .known(value, at: span, rival: nil)
  }

  /// A truth value at `span`.
  static func flag(_ value: Bool, at span: SourceSpan? = nil) -> Reading {
    .known(.bool(value), at: span)
  }

  /// A text at `span`.
  static func text(_ value: String, at span: SourceSpan? = nil) -> Reading {
    .known(.string(value), at: span)
  }

  /// A number at `span`.
  static func number(_ value: Int, at span: SourceSpan? = nil) -> Reading {
    .known(.int(Int64(value)), at: span)
  }

  /// What the sources state, or `silence` where they state nothing.
  static func stated<Fact>(
    _ fact: Stated<Fact>, or silence: @autoclosure () -> Silence, as value: (Fact) -> Value
  ) -> Reading {
    guard let evidence = fact.evidence else { return .absent(silence()) }
    return .known(
      value(evidence.value), at: evidence.span, rival: fact.disagreement?.second.span)
  }
}

/// Why a fact has no value: the source was not given, or it was and does not say.
struct Silence: Hashable, Sendable {
  /// The kind of source that could have said it.
  let kind: SourceKind
  /// Where a source of that kind speaks about the subject; `nil` where none was given.
  let mention: SourceSpan?
  /// Why there is no value, when it is neither of the two usual reasons.
  let note: String?
  /// What the fact is, in the words of its documentation; filled in by whoever asked for it.
  var fact: String?

  /// The silence of a source of `kind`.
  init(_ kind: SourceKind, mention: SourceSpan? = nil, note: String? = nil) {
    self.kind = kind
    self.mention = mention
    self.note = note
  }

  /// The reason with the fact that is missing, such as "the server manifest does not say: who is on call".
  var detail: String {
    guard let fact, note == nil else { return reason }
    return "\(reason): \(fact.continued)"
  }

  /// The reason in words, such as "no gateway configuration was given".
  var reason: String {
    if let note { return note }
    return mention == nil ? "no \(kind.noun) about it was given" : "the \(kind.noun) does not say"
  }
}

extension String {
  /// A sentence as the continuation of another one: without its period, and in lower case unless it begins
  /// with an acronym.
  var continued: String {
    let body = hasSuffix(".") ? String(dropLast()) : self
    guard let first = body.first, body.dropFirst().first?.isLowercase ?? false else { return body }
    return first.lowercased() + body.dropFirst()
  }
}

extension SourceKind {
  /// What a reader calls a source of this kind.
  var noun: String {
    switch self {
    case .manifest: "server manifest"
    case .catalog: "tool catalog"
    case .gateway: "gateway configuration"
    case .client: "client configuration"
    case .accessPolicy: "access policy"
    case .log: "audit log"
    case .record: "process record"
    case .token: "token sample"
    }
  }
}
