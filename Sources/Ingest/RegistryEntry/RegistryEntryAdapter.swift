import Estate
import SourceText
import Syntax

/// Lowers `server.json` documents of the official MCP registry, in its current and older shapes.
enum RegistryEntryAdapter {
  /// Whether `document` is a registry entry, one in an API's envelope, or a list of them.
  static func recognizes(_ document: Node) -> Bool {
    !entries(in: document).isEmpty
  }

  /// The servers that `document` registers.
  static func lower(_ document: Node) -> Contribution {
    var contribution = Contribution()
    for entry in entries(in: document) {
      guard let name = entry["name"], let id = name.string else { continue }
      var server = Server(id: id)
      server.sources = [SourceMention(.manifest, at: name.span, form: .registryEntry)]
      server.registration.state(id, at: name.span)
      server.title = text(entry["title"])
      server.summary = text(entry["description"])
      server.passages = PassageReader.passages(in: entry, named: "server.json")
      server.version = text(entry["version"] ?? entry["version_detail"]?["version"])
      addPackages(of: entry, to: &server)
      addRemotes(of: entry, to: &server)
      addCredentials(of: entry, to: &server)
      addGovernance(of: entry, to: &server, into: &contribution.diagnostics)
      addScheme(of: entry, to: &server)
      contribution.diagnostics += MisplacedKeys.warnings(
        about: entry, sharing: ["title", "description", "version", "packages"],
        format: "`server.json`",
        advice:
          "put it under `_meta`, there under `\(publisherKey)`, into a mapping called `\(governanceKey)`"
      )
      contribution.servers.append(server)
    }
    for nameless in elements(of: document) where isNameless(nameless) {
      contribution.diagnostics.append(
        Diagnostic(
          .warning, at: (nameless["name"] ?? nameless).span.collapsed,
          "a server without a name is not registered",
          expected: "`name` with a namespace, such as `io.github.example/notes`"))
    }
    return contribution
  }

  /// The entries themselves, out of whatever wraps them.
  private static func entries(in document: Node) -> [Node] {
    switch document.kind {
    case .sequence: return document.elements.flatMap(entries)
    case .mapping:
      if isEntry(document) || isMinimal(document) { return [document] }
      if let inner = document["server"], isEntry(inner) { return [inner] }
      if let list = document["servers"], list.kind == .sequence { return entries(in: list) }
      return []
    default: return []
    }
  }

  /// The elements of a list of entries, without their envelopes.
  private static func elements(of document: Node) -> [Node] {
    let list = document.kind == .sequence ? document : document["servers"]
    guard let list, list.kind == .sequence else { return [] }
    return list.elements.map { $0["server"] ?? $0 }
  }

  private static func isNameless(_ node: Node) -> Bool {
    node.kind == .mapping && (node["name"]?.string ?? "").isEmpty && node["server_id"] == nil
      && hasDelivery(node) && hasVersion(node)
  }

  /// Whether `node` is an entry that names its server and says nothing of how to get it, in none but the
  /// members of an entry: other formats have a name, a description and a version too.
  private static func isMinimal(_ node: Node) -> Bool {
    guard let parts = node["name"]?.string?.split(separator: "/"), parts.count == 2,
      parts[0].contains("."), node["description"]?.string != nil, hasVersion(node)
    else { return false }
    return node.members.allSatisfy { members.contains($0.key.scalarText ?? "") }
  }

  private static let members: Set<String> = [
    "name", "title", "description", "version", "status", "websiteUrl", "icons", "_meta",
  ]

  private static func hasVersion(_ node: Node) -> Bool {
    node["version"] != nil || node["version_detail"] != nil
  }

  private static func hasDelivery(_ node: Node) -> Bool {
    node["packages"]?.kind == .sequence || node["remotes"]?.kind == .sequence
      || node["repository"]?.kind == .mapping
  }

  private static func isEntry(_ node: Node) -> Bool {
    guard node.kind == .mapping, let name = node["name"]?.string, node["server_id"] == nil else {
      return false
    }
    if node["$schema"]?.string?.contains("server.schema.json") ?? false { return true }
    return name.contains("/") && node["description"] != nil && hasVersion(node)
      && hasDelivery(node)
  }

  private static func addPackages(of entry: Node, to server: inout Server) {
    for package in entry["packages"].map({ Array($0.elements) }) ?? [] {
      guard let identifier = package["identifier"] ?? package["name"],
        let text = identifier.string
      else { continue }
      let registry = registryName(of: package)
      let version = package["version"]?.scalarText
      let judged =
        registry == "oci" && version == nil
        ? PackagePin.judgeImage(text) : PackagePin.judgeVersion(version)
      let isKnown = registry != "unknown" || version != nil
      let reason = isKnown ? judged.floats : "the entry names neither a registry nor a version"
      let digest = package["fileSha256"] ?? package["file_sha256"]
      server.packages.append(
        PackageReference(
          registry: registry,
          identifier: Evidence(text, at: identifier.span, grade: .configured),
          pin: digest?.string ?? judged.pin,
          floatingReason: digest == nil ? reason : nil))
      server.packages += floatingStarts(of: package, called: text, from: registry)
      server.credentialArguments += credentialArguments(of: package)
      let transport = package["transport"]?["type"]
      if transport == nil || transport?.string == "stdio" {
        server.transport.state(.stdio, at: (transport ?? identifier).span)
      } else if let transport {
        state(transport, url: package["transport"]?["url"], to: &server)
      }
    }
  }

  private static func registryName(of package: Node) -> String {
    let name =
      (package["registryType"] ?? package["registry_type"] ?? package["registry_name"])?.string
      ?? "unknown"
    return name == "docker" ? "oci" : name
  }

  /// A server that is offered both remotely and as a package is judged as the remote one that it can be.
  ///
  /// Its endpoint is the first remote of the transport that is spoken longest, wherever that stands.
  private static func addRemotes(of entry: Node, to server: inout Server) {
    server.remotes = (entry["remotes"].map { Array($0.elements) } ?? []).compactMap { remote in
      guard let url = remote["url"], let address = url.string else { return nil }
      return RemoteOffer(
        Evidence(address, at: url.span),
        over: (remote["type"] ?? remote["transport_type"]).flatMap(transport))
    }
    let best = server.remotes.first { $0.transport?.value == .streamableHTTP }
    guard let remote = best ?? server.remotes.first else { return }
    server.endpoint = Stated(remote.url)
    server.transport = Stated(remote.transport)
  }

  /// A secret header that every call must carry is a fixed key, unless the entry's governance names a scheme.
  ///
  /// One that may be left out is only one of the ways in, and the entry does not say which the others are.
  private static func addScheme(of entry: Node, to server: inout Server) {
    guard !server.access.scheme.isStated else { return }
    let remotes = entry["remotes"].map { Array($0.elements) } ?? []
    let headers = remotes.flatMap { $0["headers"].map { Array($0.elements) } ?? [] }
    let key = headers.first { header in
      (header["isSecret"] ?? header["is_secret"])?.boolean == true
        && (header["isRequired"] ?? header["is_required"])?.boolean == true
    }
    guard let key else { return }
    server.access.scheme.state(.apiKey, at: (key["name"] ?? key).span)
    server.access.schemeIsImpliedBy = "remotes.headers"
  }

  /// What the first package that is no local process says; several are offers, not a disagreement.
  private static func state(_ type: Node, url: Node?, to server: inout Server) {
    if !server.transport.isStated { server.transport = Stated(transport(type)) }
    if let url, let text = url.string, !server.endpoint.isStated {
      server.endpoint.state(text, at: url.span)
    }
  }

  private static func transport(_ type: Node) -> Evidence<Transport>? {
    switch type.string {
    case "sse": Evidence(.httpSSE, at: type.span)
    case "streamable-http", "streamable", "http": Evidence(.streamableHTTP, at: type.span)
    default: nil
    }
  }

  private static func text(_ node: Node?) -> Stated<String> {
    guard let node, let text = node.scalarText, node.kind != .null else { return Stated() }
    return Stated(text, at: node.span)
  }
}
