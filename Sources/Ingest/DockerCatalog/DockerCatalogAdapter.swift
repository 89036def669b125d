import Estate
import SourceText
import Syntax

/// Lowers entries of Docker's MCP catalog: `server.yaml`, the `tools.json` beside it, and catalogs as the
/// gateway reads them, with one entry for each server under `registry`.
///
/// An entry registers its server. `run.allowHosts` only takes effect where the gateway is told to block the
/// network, so it states where the server goes and not that it can go nowhere else.
enum DockerCatalogAdapter {
  /// What `document`, read from `source`, says about its server or tools.
  static func lower(_ document: Node, in source: SourceFile) -> Contribution {
    var contribution = Contribution()
    if isCatalog(document) {
      contribution.servers = document["registry"].membersOrNone.compactMap { name, entry in
        server(named: name, from: entry)
      }
    } else if let name = document["name"], let server = server(named: name, from: document) {
      contribution.servers.append(server)
      contribution.diagnostics += MisplacedKeys.warnings(
        about: document, sharing: ["title", "description", "tools", "version"],
        format: "Docker's catalog",
        advice: "put it into a manifest of its own, with the server's name there as `server_id`")
    }
    for (server, tools) in DockerToolReader.lists(in: document) {
      addCatalog(of: tools, named: server, in: source, to: &contribution)
    }
    return contribution
  }

  /// What a model sees of `tools`, those of the server `name`; an entry may also list names alone.
  private static func addCatalog(
    of tools: Node, named name: Node?, in source: SourceFile, to contribution: inout Contribution
  ) {
    guard name == nil || tools.elements.contains(where: DockerToolReader.isDefinition) else {
      return
    }
    let serverName = name.flatMap { node in
      node.string.map { Evidence($0, at: node.span, grade: .configured) }
    }
    contribution.catalogs.append(
      CatalogFragment(
        span: tools.span, path: source.path, serverName: serverName,
        tools: tools.elements.compactMap {
          DockerToolReader.definedTool(from: $0, into: &contribution)
        }))
  }

  /// Whether `document` is a catalog with the images, addresses or containers of several servers.
  static func isCatalog(_ document: Node) -> Bool {
    document["registry"].membersOrNone.contains { _, entry in
      entry["image"]?.string != nil || entry["remote"]?["url"] != nil
        || entry["type"]?.string == "poci"
    }
  }

  /// `entry` keeps its texts, secrets and network in parts of their own, or at the top as catalogs do.
  private static func server(named name: Node, from entry: Node) -> Server? {
    guard let id = name.string, entry.kind == .mapping else { return nil }
    var server = Server(id: id)
    server.sources = [SourceMention(.manifest, at: name.span, form: .dockerEntry)]
    server.registration.state(id, at: name.span)
    let about = entry["about"] ?? entry
    server.title = text(about["title"])
    server.summary = text(about["description"])
    addDelivery(of: entry, to: &server)
    addSecrets(of: entry, to: &server)
    addHostSockets(of: entry, to: &server)
    addNetwork(of: entry["run"] ?? entry, to: &server)
    server.tools = (entry["tools"].map { Array($0.elements) } ?? []).compactMap(
      DockerToolReader.listedTool
    )
    .sorted { $0.name < $1.name }
    server.passages = ["about", "title", "description", "config"].flatMap { name in
      entry[name].map { PassageReader.passages(in: $0, named: name) } ?? []
    }
    return server
  }

  /// A remote server with its address, or else images that the gateway runs as local processes.
  private static func addDelivery(of entry: Node, to server: inout Server) {
    if let remote = entry["remote"] {
      if let type = remote["transport_type"] {
        let transport: Transport = type.string == "sse" ? .httpSSE : .streamableHTTP
        server.transport.state(transport, at: type.span)
      }
      if let url = remote["url"], let address = url.string {
        server.endpoint.state(address, at: url.span)
        server.remotes = [
          RemoteOffer(Evidence(address, at: url.span), over: server.transport.evidence)
        ]
      }
      if let providers = entry["oauth"], providers.kind == .sequence, providers.count > 0 {
        server.access.scheme.state(.oauth2, at: providers.span)
      } else if let key = fixedKey(in: remote["headers"], secretsOf: entry) {
        server.access.scheme.state(.apiKey, at: key)
        server.access.schemeIsImpliedBy = "remote.headers"
      }
      return
    }
    server.packages = DockerImages.packages(of: entry)
    server.credentialArguments = CredentialArguments.options(
      of: entry["command"] ?? entry["run"]?["command"])
    if let image = entry["image"], image.string != nil {
      server.impliedTransport.state(.stdio, at: image.span)
    }
  }

  /// The header that carries one of the secrets that the entry asks for, which is the same for every call.
  private static func fixedKey(in headers: Node?, secretsOf entry: Node) -> SourceSpan? {
    let names = secrets(of: entry).compactMap { $0["env"]?.string }
    return headers.membersOrNone.lazy.map(\.value).first { value in
      guard let text = value.string else { return false }
      return names.contains { text.contains("${\($0)}") }
    }?.span
  }

  /// The secrets that the entry asks for; Docker's store holds their values.
  private static func addSecrets(of entry: Node, to server: inout Server) {
    for secret in secrets(of: entry) {
      guard let name = secret["name"], let text = name.string else { continue }
      let credential = Credential(name: Evidence(text, at: name.span), isAskedFor: true)
      if !server.credentials.contains(credential) { server.credentials.append(credential) }
    }
  }

  /// The sockets of the host's container engine that the entry mounts, each of which is a credential for all
  /// that the engine can do.
  private static func addHostSockets(of entry: Node, to server: inout Server) {
    let containers = entry["tools"].elementsOrTexts.compactMap { $0["container"] }
    for holder in [entry["run"] ?? entry] + containers {
      for volume in holder["volumes"].elementsOrTexts {
        guard let path = volume.string?.split(separator: ":").first.map(String.init),
          Self.engineSockets.contains(path)
        else { continue }
        var credential = Credential(name: Evidence(path, at: volume.span))
        credential.isAdministrative.state(true, at: volume.span)
        if !server.credentials.contains(credential) { server.credentials.append(credential) }
      }
    }
  }

  private static let engineSockets: Set<String> = [
    "/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock",
    "/run/podman/podman.sock",
  ]

  private static func secrets(of entry: Node) -> [Node] {
    (entry["config"]?["secrets"] ?? entry["secrets"]).elementsOrTexts
  }

  private static func addNetwork(of run: Node?, to server: inout Server) {
    if let hosts = run?["allowHosts"], hosts.kind == .sequence {
      server.egress.list.state(hosts.count, at: hosts.span)
      server.egress.allowed = hosts.elements.compactMap { host in
        host.string.map { Evidence($0, at: host.span) }
      }
    }
    if let isDisabled = run?["disableNetwork"], isDisabled.boolean == true {
      server.egress.list.state(0, at: isDisabled.span, grade: .configured)
      server.egress.defaultDecision.state(.deny, at: isDisabled.span, grade: .configured)
    }
  }

  private static func text(_ node: Node?) -> Stated<String> {
    guard let node, let text = node.string, !text.isEmpty else { return Stated() }
    return Stated(text, at: node.span)
  }
}
