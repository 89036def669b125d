import CEL
import Estate
import SourceText

extension Fact where Subject == ServerSubject {
  /// The document that a manifest names, as it writes it.
  static func reference(
    _ name: String, _ documentation: String,
    _ fact: @escaping @Sendable (Server) -> Stated<DocumentReference>
  ) -> Fact {
    Fact(name, .string, documentation) { subject in
      .stated(fact(subject.server), or: subject.silence(of: .manifest)) { .string($0.text) }
    }
  }

  /// A list that a manifest states; empty, at the server's id, where a manifest was read and has none.
  ///
  /// For lists that a rule demands whatever another source shows. Words for nothing yet are left out.
  static func demandedList(
    _ name: String, _ documentation: String,
    _ fact: @escaping @Sendable (Server) -> Stated<[String]>
  ) -> Fact {
    Fact(name, .list(.string), documentation) { subject in
      let stated = fact(subject.server)
      guard !stated.isStated, subject.server.isRegistered else {
        return .stated(stated, or: subject.silence(of: .manifest)) {
          .list($0.filter { !StandIn.matches($0) }.map(Value.string))
        }
      }
      return .known(.list([]), at: subject.registration)
    }
  }

  /// Whether a manifest states something under a key and not only a word for nothing; no, at the server's
  /// id, where a manifest was read and is silent.
  static func demandedText(
    _ name: String, _ documentation: String,
    _ fact: @escaping @Sendable (Server) -> Stated<String>
  ) -> Fact {
    Fact(name, .bool, documentation) { subject in
      let stated = fact(subject.server)
      guard !stated.isStated, subject.server.isRegistered else {
        return .stated(stated, or: subject.silence(of: .manifest)) {
          .bool(!StandIn.matches($0))
        }
      }
      return .flag(false, at: subject.registration)
    }
  }

  /// Whether a manifest names a document; no, at the server's id, where a manifest was read and does not.
  static func demandedReference(
    _ name: String, _ documentation: String,
    _ fact: @escaping @Sendable (Server) -> Stated<DocumentReference>
  ) -> Fact {
    demandedText(name, documentation) { fact($0).compactMap(\.text) }
  }

  /// The keys, in words, that a manifest lacks; empty where it lacks none, at `claim` if that is stated.
  static func missingKeys(
    _ name: String, claim: @escaping @Sendable (Server) -> SourceSpan? = { _ in nil },
    _ documentation: String,
    _ keys: @escaping @Sendable (ServerSubject) -> [String]
  ) -> Fact {
    Fact(name, .list(.string), documentation) { subject in
      guard subject.server.isRegistered else { return .absent(subject.silence(of: .manifest)) }
      let unread = subject.server.unreadValues
      let all = keys(subject)
      let missing = all.filter { key in
        !unread.contains { ManifestKey($0.value) == ManifestKey(key) }
      }
      if missing.isEmpty, !all.isEmpty {
        let value = unread.first { value in
          all.contains { ManifestKey($0) == ManifestKey(value.value) }
        }
        if let value { return .absent(Silence(unread: value)) }
      }
      let claim = missing.isEmpty ? claim(subject.server) : nil
      return .known(
        .list(missing.map { .string("`\($0)`") }), at: claim ?? subject.registration)
    }
  }
}

extension ServerSubject {
  /// Where the manifest names the server, which is where a key that it lacks would be added.
  var registration: SourceSpan? {
    server.registration.span ?? server.mention(in: .manifest)
  }
}
