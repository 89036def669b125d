import CEL
import Estate
import SourceText

extension Facts {
  /// Scopes that let their holders do more than was meant.
  static let serverPrivileges: [Fact<ServerSubject>] = [
    Fact(
      "undeclaredScopes", .list(.object("entry")),
      "Scopes of token samples that its manifest, which lists others, does not declare."
    ) { subject in
      guard !subject.server.declaredScopes.isEmpty else {
        return .absent(Silence(.manifest, note: "the manifest lists no scopes"))
      }
      let issued = subject.issuedScopes
      guard let first = issued.first else { return .absent(subject.silence(of: .token)) }
      let undeclared = subject.undeclaredScopes
      return .known(.entries(undeclared, in: .token), at: (undeclared.first ?? first).span)
    },
    Fact(
      "writersWithinReach", .list(.object("entry")),
      "Tools that only read although their scopes are all that a tool which changes state asks for."
    ) { subject in
      guard let first = subject.tools.lazy.compactMap(\.subject.tool.scopes.first).first else {
        return .absent(Silence(.manifest, note: "no source lists the scopes of its tools"))
      }
      let readers = subject.readersThatCanWrite
      return .known(.entries(readers, in: .manifest), at: (readers.first ?? first).span)
    },
  ]
}

extension ServerSubject {
  /// Scopes about whom a token is for, which open no server (OpenID Connect Core, section 5.4).
  private static let identityScopes: Set<String> = [
    "openid", "profile", "email", "address", "phone", "offline_access",
  ]

  fileprivate var undeclaredScopes: [Evidence<String>] {
    let declared = server.declaredScopes.union(server.credentials.flatMap(\.scopes).map(\.value))
    // Nothing is wider than a wildcard, which is reported itself.
    guard !declared.contains(where: { $0.contains("*") }) else { return [] }
    let foreign = Set(foreignScopes.map(\.value))
    // A manifest lists the scopes of production, and seldom those of a sandbox.
    let samples = server.tokenSamples.filter { sample in
      !(sample.identity.environment.value.map(context.environments.isOutsideProduction) ?? false)
    }
    return samples.flatMap(\.scopes).filter { scope in
      // Some issuers write the resource in front.
      let name = scope.value.split(separator: "/").last.map(String.init) ?? scope.value
      return !declared.contains(scope.value) && !declared.contains(name) && name != ".default"
        && !Self.identityScopes.contains(scope.value) && !foreign.contains(scope.value)
        && ScopeReading(scope.value).breadth == nil
    }
  }

  /// The sets of scopes that tools with writes ask for, each under its rarest scope, so that a reader is
  /// compared with few of them.
  private var writersByScope: [String: [Set<String>]] {
    let sets = Set(
      tools.lazy.map(\.subject).filter { $0.effectiveClass?.changesState == true }
        .map { Set($0.tool.scopes.map(\.value)) })
    var counts: [String: Int] = [:]
    for scope in sets.lazy.joined() { counts[scope, default: 0] += 1 }
    var writers: [String: [Set<String>]] = [:]
    for scopes in sets {
      let rarest = scopes.min { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
      if let rarest { writers[rarest, default: []].append(scopes) }
    }
    return writers
  }

  /// The tools that only read, at a scope, whose callers hold all scopes that some tool with writes asks for.
  fileprivate var readersThatCanWrite: [Evidence<String>] {
    let writers = writersByScope
    guard !writers.isEmpty else { return [] }
    return tools.lazy.map(\.subject).compactMap { reader in
      guard reader.effectiveClass?.changesState == false else { return nil }
      let held = Set(reader.tool.scopes.map(\.value))
      let key = reader.tool.scopes.first { scope in
        // A scope that is known to write is reported as such.
        !ScopeReading(scope.value).grantsWrite
          && writers[scope.value]?.contains(where: held.isSuperset) == true
      }
      return key.map { Evidence(reader.tool.name, at: $0.span, grade: $0.grade) }
    }
  }
}
