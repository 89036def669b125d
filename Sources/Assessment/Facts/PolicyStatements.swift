import CEL
import Estate
import SourceText

/// What several access policies say together, whatever the order of their files.
struct PolicyStatements {
  private let policies: [AccessPolicy]

  /// The statements of `policies`.
  init(_ policies: [AccessPolicy]) {
    self.policies = policies
  }

  /// Where they are enforced: at the gateway where one of them says so, else at the server.
  ///
  /// Gateway and server may both ask; one that only a client asks disagrees with one that others ask.
  var enforcement: Reading {
    guard let first = policies.first else { return .absent(Silence(.accessPolicy)) }
    let statements = policies.compactMap(\.enforcement.evidence)
    let strongest = ["gateway", "server"].lazy.compactMap { point in
      statements.first { $0.value == point }
    }.first
    guard let decided = strongest ?? statements.first else {
      return .absent(Silence(.accessPolicy, mention: first.span))
    }
    let rival = strongest == nil ? nil : statements.first { $0.value == "client" }
    return .known(.string(decided.value), at: decided.span, rival: rival?.span)
  }

  /// What happens to a call that no grant speaks about: it passes where one of them lets it.
  var defaultDecision: Reading {
    guard let first = policies.first else { return .absent(Silence(.accessPolicy)) }
    let statements = policies.compactMap(\.defaultDecision.evidence)
    let allowing = statements.first { $0.value == .allow }
    let silent = policies.first { !$0.defaultDecision.isStated }
    guard let decided = allowing ?? (silent == nil ? statements.first : nil) else {
      return .absent(Silence(.accessPolicy, mention: (silent ?? first).span))
    }
    let rival = statements.first { $0.value != decided.value }
    return .known(.string(decided.value.rawValue), at: decided.span, rival: rival?.span)
  }
}
