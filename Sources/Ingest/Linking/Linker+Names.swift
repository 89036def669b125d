import Estate
import SourceText

/// Names by which gateways and clients call servers that catalogs register.
extension Linker {
  /// The server that the gateway's own name for what is behind `route` means; `entry` is how the gateway
  /// starts it, where it does.
  func namedServer(of route: Route, startedBy entry: ClientEntry?) -> String? {
    guard let name = route.serverName, let id = id(for: name.value), let server = servers[id],
      !server.isOther(than: route), !server.isStartedOtherwise(than: entry?.package)
    else { return nil }
    return id
  }

  /// The server that the client's own name in `entry` means.
  func namedServer(of entry: ClientEntry) -> String? {
    guard let id = id(for: entry.name.value), let server = servers[id],
      !server.isStartedOtherwise(than: entry.package)
    else { return nil }
    return id
  }

  /// Says that `name`, of a server that nobody registers, is also that of one which catalogs offer.
  mutating func noteNamesake(of name: Evidence<String>) {
    guard let id = id(for: name.value), let server = servers[id], server.isOnlyOffered,
      let entry = server.mention(in: .manifest)
    else { return }
    diagnostics.append(
      Diagnostic(
        .note, at: name.span,
        "`\(name.value)` is the name of a server in a catalog, and this is something else",
        related: [Diagnostic.Related(span: entry, message: "offered here")]))
  }
}

extension Server {
  /// Whether nothing but entries of public catalogs registers it.
  ///
  /// A manifest of the company's own says under which name its server is known; that two strangers chose one
  /// name says nothing.
  fileprivate var isOnlyOffered: Bool {
    let manifests = sources.filter { $0.kind == .manifest }
    return !manifests.isEmpty && manifests.allSatisfy { $0.form != .own }
  }

  /// Whether what `route` leads to is plainly not what catalogs offer under the same name: tools that the
  /// gateway makes itself, or the address of another party.
  fileprivate func isOther(than route: Route) -> Bool {
    guard isOnlyOffered else { return false }
    if route.wrapsAPI { return true }
    let own = Set(remotes.compactMap { NetworkAddress($0.url.value)?.party })
    guard packages.isEmpty, !own.isEmpty else { return false }
    let parties = route.upstreams.compactMap { NetworkAddress($0.value)?.party }
    return !parties.isEmpty && own.isDisjoint(with: parties)
  }

  /// Whether `package` is plainly none of those from which catalogs start it.
  ///
  /// Mirrors keep the last part of a package's name.
  fileprivate func isStartedOtherwise(than package: PackageReference?) -> Bool {
    guard let package, isOnlyOffered, !packages.isEmpty else { return false }
    let name = package.lastNamePart
    return !packages.contains { $0.lastNamePart == name }
  }
}

extension PackageReference {
  fileprivate var lastNamePart: Substring {
    nameInRegistry.split(separator: "/").last ?? ""
  }
}

extension NetworkAddress {
  private static let insideEndings: Set<Substring> = [
    "svc", "local", "localhost", "internal", "lan", "cluster", "corp", "home", "test",
  ]

  /// The last two labels of a public host, which tell one party from another; `nil` for addresses within a
  /// network.
  fileprivate var party: String? {
    let labels = host.split(separator: ".")
    guard labels.count > 1, let last = labels.last, !Self.insideEndings.contains(last),
      last.contains(where: \.isLetter), !host.contains(":")
    else { return nil }
    return labels.suffix(2).joined(separator: ".")
  }
}
