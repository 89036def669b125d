import Estate
import SourceText

/// The parts of one server that rules of each kind are asked about.
struct SubjectParts: Sendable {
  private var parts: [RuleSubject: [RuleJudge.Part]] = [:]
  /// Why there may be more parts of a kind than are known; `nil` where those that are known are all.
  private(set) var unknown: [RuleSubject: Silence] = [:]

  /// The parts that rules about `kind` are asked about; the server itself for rules about no part.
  subscript(kind: RuleSubject) -> [RuleJudge.Part] { parts[kind] ?? [] }

  /// The server itself, which stands at `place`, without any part.
  init(place: SourceSpan?) {
    let whole = RuleJudge.Part(kind: .server, name: nil, place: place, object: nil)
    for kind in [RuleSubject.server, .fleet, .setting] { parts[kind] = [whole] }
  }

  /// Notes that there may be more parts of `kind`, because of what `silence` tells.
  mutating func leaveOpen(_ kind: RuleSubject, because silence: Silence) {
    unknown[kind] = silence
  }

  /// Adds `objects`, which are asked about by rules of `kind`, each with its name and place.
  mutating func add<Subject: FactSubject>(
    _ objects: [FactObject<Subject>], as kind: RuleSubject,
    named name: (Subject) -> String?, at place: (Subject) -> SourceSpan?
  ) {
    parts[kind] = objects.map {
      RuleJudge.Part(kind: kind, name: name($0.subject), place: place($0.subject), object: $0)
    }
  }
}
