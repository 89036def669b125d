import Estate
import SourceText

extension Linker {
  /// Gives tools of catalogs to their servers.
  ///
  /// A catalog belongs to the servers whose manifests refer to its file; else to the one that it names, or
  /// that its file or folder is called after; else to the one server that is registered in the same folder
  /// or, failing that, in the nearest folder above. Files of single tools, and texts that name no server,
  /// are parts of the catalog that lies beside them.
  mutating func linkCatalogs(_ separate: [CatalogFragment]) {
    let fragments = separate.map(\.joiningRedefinitions)
    judgeCatalogReferences(fragments)
    let references = catalogReferences()
    let folders = registrationFolders()
    let titles = serversByTitle()
    var parts: [CatalogFragment] = []
    for fragment in fragments {
      let referrers = references[EstateFiles.normalized(fragment.path)] ?? []
      if !referrers.isEmpty {
        for referrer in referrers { give(fragment, to: referrer.id, as: referrer.tool) }
        linkRest(of: fragment, referrers)
      } else if fragment.isPart {
        parts.append(fragment)
      } else if fragment.tools.contains(where: { !$0.name.isEmpty }) || fragment.tools.isEmpty {
        linkByName(fragment, folders, titles)
      } else {
        refuse(fragment, because: "no manifest's `schema_ref` leads to the schema")
      }
    }
    linkParts(parts.map { ($0, claim(on: $0, folders, titles)) })
  }

  /// A manifest's reference to a file: as the server's catalog or as the schema of one tool.
  private struct Referrer {
    let id: String
    let tool: String?
  }

  /// Gives the tools of a list that manifests name for some of its tools alone to the one server that does, as
  /// it lists what that server offers; where several do, nobody knows whose they are.
  private mutating func linkRest(of fragment: CatalogFragment, _ referrers: [Referrer]) {
    let named = Set(referrers.compactMap(\.tool))
    guard !fragment.isLoneTool, referrers.allSatisfy({ $0.tool != nil }),
      fragment.tools.contains(where: { named.contains($0.name) })
    else { return }
    var rest = fragment
    rest.passages = []
    rest.tools.removeAll { $0.name.isEmpty || named.contains($0.name) }
    guard !rest.tools.isEmpty, let first = referrers.first else { return }
    if referrers.allSatisfy({ $0.id == first.id }) {
      give(rest, to: first.id)
    } else {
      refuse(
        rest, because: "manifests of several servers name the file, and none names these tools")
    }
  }

  private func catalogReferences() -> [String: [Referrer]] {
    var references: [String: [Referrer]] = [:]
    func add(_ reference: Stated<DocumentReference>, _ referrer: Referrer) {
      for statement in reference.statements {
        guard case .file(let path) = statement.value.target else { continue }
        references[path, default: []].append(referrer)
      }
    }
    for server in servers.values.sorted(by: { $0.id < $1.id }) {
      add(server.catalogReference, Referrer(id: server.id, tool: nil))
      for tool in server.tools {
        add(tool.schemaReference, Referrer(id: server.id, tool: tool.name))
      }
    }
    return references
  }

  /// The servers that are registered by a file in each folder.
  private func registrationFolders() -> [String: Set<String>] {
    var folders: [String: Set<String>] = [:]
    for server in servers.values {
      for source in server.sources where source.kind == .manifest {
        guard let folder = EstateFiles.folders(above: path(of: source.span)).first else { continue }
        folders[folder, default: []].insert(server.id)
      }
    }
    return folders
  }

  private func serversByTitle() -> [String: [String]] {
    var titles: [String: [String]] = [:]
    for server in servers.values {
      if let title = server.title.value { titles[title, default: []].append(server.id) }
    }
    return titles
  }

  /// Whom a catalog belongs to that no manifest refers to.
  enum Claim {
    /// The registered server of an identity.
    case server(String)
    /// One of several, for the reason given.
    case unclear(String)
    /// None, for the reason given.
    case none(String)
  }

  private mutating func linkByName(
    _ fragment: CatalogFragment, _ folders: [String: Set<String>], _ titles: [String: [String]]
  ) {
    switch claim(on: fragment, folders, titles) {
    case .server(let id): give(fragment, to: id)
    case .unclear(let reason), .none(let reason): refuse(fragment, because: reason)
    }
  }

  private func claim(
    on fragment: CatalogFragment, _ folders: [String: Set<String>], _ titles: [String: [String]]
  ) -> Claim {
    if let name = fragment.serverName {
      switch registered.resolve(name.value) {
      case .server(let id, _): return .server(id)
      case .ambiguous(let ids):
        return .unclear("`\(name.value)` could be \(ids.joined(separator: " or "))")
      case .unknown:
        if let ids = titles[name.value], ids.count == 1 { return .server(ids[0]) }
      }
    }
    if let id = idInPath(fragment.path) { return .server(id) }
    for folder in EstateFiles.folders(above: fragment.path) {
      guard let ids = folders[folder] else { continue }
      if ids.count == 1, let id = ids.first { return .server(id) }
      return .unclear("\(ids.count) servers are registered beside it, and it names none of them")
    }
    return .none("it names no registered server, and no manifest refers to it")
  }

  /// The server that the file, up to any of its dots, or the nearest folder is called after.
  private func idInPath(_ path: String) -> String? {
    var parts = path.split(separator: "/").map(String.init)
    var stem = parts.popLast() ?? ""
    while !stem.isEmpty {
      if let id = registered.id(for: stem) { return id }
      guard let dot = stem.lastIndex(of: ".") else { break }
      stem = String(stem[..<dot])
    }
    return parts.reversed().lazy.compactMap { self.registered.id(for: $0) }.first
  }

  /// Merges the tools of `fragment` into the server `id`; under the name `tool` where a manifest's tool
  /// refers to the file.
  mutating func give(_ fragment: CatalogFragment, to id: String, as tool: String? = nil) {
    var server = Server(id: id)
    if !fragment.isTextOnly {
      server.sources = [
        SourceMention(.catalog, at: fragment.serverName?.span ?? fragment.span)
      ]
    }
    server.version.state(optional: fragment.serverVersion)
    if tool == nil { server.catalogCursors = fragment.cursor.map { [$0] } ?? [] }
    server.passages = fragment.passages
    server.tools = fragment.tools.compactMap { defined in
      guard let tool else { return defined.name.isEmpty ? nil : defined }
      // Of a catalog that serves as schema file, only the tool in question is meant.
      if defined.name == tool { return defined }
      return defined.name.isEmpty ? defined.renamed(tool) : nil
    }
    if let tool, server.tools.isEmpty {
      if let other = fragment.tools.first(where: { !$0.name.isEmpty }) {
        var referrer = Tool(name: tool)
        referrer.foreignSchema = Stated(
          other.name, at: other.catalogEntry ?? fragment.span, grade: .documented)
        server.sources = []
        server.tools = [referrer]
        update(id) { $0.merge(server) }
      }
      // The finding about the manifest's tool says so too.
      return note(
        fragment, because: "the `schema_ref` of `\(tool)` leads to it, and it defines other tools")
    }
    update(id) { $0.merge(server) }
  }

  /// Leaves `fragment` to be judged by itself.
  mutating func refuse(_ fragment: CatalogFragment, because reason: String) {
    note(fragment, because: reason)
    keep(fragment, because: reason)
  }

  /// Says that `fragment` proves nothing about any server.
  mutating func note(_ fragment: CatalogFragment, because reason: String) {
    unlinked.append(
      Unlinked(kind: .catalog, subject: fragment.subject, span: fragment.span, reason: reason))
  }
}

extension CatalogFragment {
  /// What it is called where nobody claims it.
  fileprivate var subject: String {
    if isTextOnly { return "instructions, prompts or resources in \(path)" }
    let count = tools.count { !$0.name.isEmpty }
    return count == 0
      ? "tool schema \(path)" : "catalog \(path) with \(count) tool\(count == 1 ? "" : "s")"
  }
}

extension Stated {
  /// Takes in `evidence`, if there is any.
  mutating func state(optional evidence: Evidence<Value>?) {
    if let evidence { state(evidence) }
  }
}

extension Tool {
  /// The same definition under another name, as a schema file has none of its own.
  func renamed(_ name: String) -> Tool {
    var tool = Tool(name: name)
    tool.merge(self)
    return tool
  }
}
