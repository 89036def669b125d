import CEL
import Estate

/// Something that facts can be asked of: a server, a tool, a route.
protocol FactSubject: AnyObject, Sendable {
  /// Whether what was read once is kept for the next rule that asks.
  ///
  /// Not worth it where facts are no more than what stands in the subject.
  static var keepsReadings: Bool { get }

  /// Why a source of `kind` says nothing about the subject.
  func silence(of kind: SourceKind) -> Silence
}

extension FactSubject {
  /// Most facts take time to find out.
  static var keepsReadings: Bool { true }
}

/// One fact that rules may name, and how it is read.
struct Fact<Subject: FactSubject>: Sendable {
  let name: String
  let type: ValueType
  let documentation: String
  /// The manifest's key that states it, such as `auth.token_lifetime`; `nil` where no one key does.
  let key: String?
  let read: @Sendable (Subject) -> Reading

  /// A fact that Swift computes, from what the manifest states under `key` where one key is enough.
  init(
    _ name: String, _ type: ValueType, key: String? = nil, _ documentation: String,
    read: @escaping @Sendable (Subject) -> Reading
  ) {
    self.name = name
    self.type = type
    self.key = key
    self.documentation = documentation
    self.read = read
  }

  /// What the fact says and under which key, for those who look facts up.
  var reference: String {
    guard let key else { return documentation }
    return
      "\(documentation.hasSuffix(".") ? String(documentation.dropLast()) : documentation) (`\(key)`)."
  }

  /// A text that a source of `kind` states.
  static func text(
    _ name: String, from kind: SourceKind, key: String? = nil, _ documentation: String,
    _ fact: @escaping @Sendable (Subject) -> Stated<String>
  ) -> Fact {
    Fact(name, .string, key: key, documentation) { subject in
      .stated(fact(subject), or: subject.silence(of: kind)) { .string($0) }
    }
  }

  /// A text that a source of `kind` states, which is empty where it is a word for nothing yet, such as `TBD`.
  static func said(
    _ name: String, from kind: SourceKind, key: String? = nil, _ documentation: String,
    _ fact: @escaping @Sendable (Subject) -> Stated<String>
  ) -> Fact {
    Fact(name, .string, key: key, documentation) { subject in
      .stated(fact(subject), or: subject.silence(of: kind)) {
        .string(StandIn.matches($0) ? "" : $0)
      }
    }
  }

  /// A truth value that a source of `kind` states.
  static func flag(
    _ name: String, from kind: SourceKind, key: String? = nil, _ documentation: String,
    _ fact: @escaping @Sendable (Subject) -> Stated<Bool>
  ) -> Fact {
    Fact(name, .bool, key: key, documentation) { subject in
      .stated(fact(subject), or: subject.silence(of: kind)) { .bool($0) }
    }
  }

  /// A whole number that a source of `kind` states.
  static func number(
    _ name: String, from kind: SourceKind, key: String? = nil, _ documentation: String,
    _ fact: @escaping @Sendable (Subject) -> Stated<Int>
  ) -> Fact {
    Fact(name, .int, key: key, documentation) { subject in
      .stated(fact(subject), or: subject.silence(of: kind)) { .int(Int64($0)) }
    }
  }

  /// One word of a closed vocabulary that a source of `kind` states.
  static func choice<Word: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(
    _ name: String, from kind: SourceKind, key: String? = nil, _ documentation: String,
    _ fact: @escaping @Sendable (Subject) -> Stated<Word>
  ) -> Fact {
    Fact(name, .vocabulary(Word.self), key: key, documentation) { subject in
      .stated(fact(subject), or: subject.silence(of: kind)) { .string($0.rawValue) }
    }
  }

  /// Whether the document that a source of `kind` names is in the estate and has content.
  static func document(
    _ name: String, from kind: SourceKind, key: String? = nil, _ documentation: String,
    _ fact: @escaping @Sendable (Subject) -> Stated<DocumentReference>
  ) -> Fact {
    Fact(name, .bool, key: key, documentation) { subject in
      guard let evidence = fact(subject).evidence else {
        return .absent(subject.silence(of: kind))
      }
      if let reason = evidence.value.reasonUnknown {
        return .absent(Silence(kind, note: reason, hint: evidence.span))
      }
      return .flag(evidence.value.exists, at: evidence.span)
    }
  }
}

extension ValueType {
  /// The words of a closed vocabulary, so that a misspelled one is an error when a rule is loaded.
  static func vocabulary<Word: RawRepresentable<String> & CaseIterable>(
    _ words: Word.Type
  ) -> ValueType {
    .enumeration(name: "\(Word.self)", values: words.allCases.map(\.rawValue))
  }
}

/// All facts of one kind of subject, at the slots by which compiled rules read them.
final class FactType<Subject: FactSubject>: Sendable {
  let objectType: ObjectType
  /// What messages say about each fact, by slot.
  let labels: [FactLabel]
  /// How each fact is read, by slot; one is fetched without the rest of its fact.
  private let readers: [@Sendable (Subject) -> Reading]

  /// The facts of subjects that rules call `name`.
  init(_ name: String, _ facts: [Fact<Subject>]) {
    readers = facts.map(\.read)
    let keyed = Dictionary(
      facts.compactMap { fact in fact.key.map { ($0, fact.documentation) } },
      uniquingKeysWith: { first, _ in first })
    labels = facts.map { fact in
      FactLabel(
        path: "\(name).\(fact.name)", key: fact.key,
        subject: fact.key.flatMap { keyed[$0] } ?? fact.documentation)
    }
    objectType = ObjectType(
      name: name,
      fields: facts.map { ObjectType.Field($0.name, $0.type, documentation: $0.reference) })
  }

  /// Reads the facts of `subject`, each by its slot.
  func reader(of subject: Subject) -> @Sendable (Int) -> Reading {
    { [readers] slot in readers[slot](subject) }
  }
}

/// What messages say about a fact.
struct FactLabel: Sendable {
  /// Its name with the kind of subject in front.
  let path: String
  /// The manifest's key that states it; `nil` where no one key does.
  let key: String?
  /// What it is about, in one sentence: what the first fact of the same key says, which is the one that the key
  /// states, where others only judge it.
  let subject: String
}
