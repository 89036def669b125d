import Estate

extension Linker {
  /// Gives each changelog to the servers whose manifests name it; one that nobody names belongs to the one
  /// server that is registered in its folder.
  mutating func linkChangelogs(_ changelogs: [Changelog]) {
    guard !changelogs.isEmpty else { return }
    var named: [String: [String]] = [:]
    var beside: [String: [String]] = [:]
    for server in servers.values.sorted(by: { $0.id < $1.id }) where server.isRegistered {
      for statement in server.ownership.changelog.statements {
        guard case .file(let path) = statement.value.target else { continue }
        named[path, default: []].append(server.id)
      }
      let folders = server.sources.filter { $0.kind == .manifest }
        .compactMap { EstateFiles.folders(above: path(of: $0.span)).first }
      for folder in Set(folders) { beside[folder, default: []].append(server.id) }
    }
    for changelog in changelogs {
      var owners = named[EstateFiles.normalized(changelog.path)] ?? []
      if owners.isEmpty, let folder = EstateFiles.folders(above: changelog.path).first,
        let neighbours = beside[folder], neighbours.count == 1
      {
        owners = neighbours.filter { servers[$0]?.ownership.changelog.isStated == false }
      }
      for id in owners { update(id) { $0.changelogs.append(changelog) } }
    }
  }
}
