import Estate
import Reading
import SourceText
import Syntax

extension RegistryEntryAdapter {
  /// The key of `_meta` under which an entry carries the fields of mcpready's own manifest.
  static let governanceKey = "io.github.mcpready/governance"

  /// The one key of `_meta` that the registry leaves to publishers, under which others may be nested.
  static let publisherKey = "io.modelcontextprotocol.registry/publisher-provided"

  /// Reads the governance that `entry` carries into `server`, as a manifest states it.
  static func addGovernance(
    of entry: Node, to server: inout Server, into diagnostics: inout [Diagnostic]
  ) {
    guard let meta = entry["_meta"],
      let governance = meta[governanceKey] ?? meta[publisherKey]?[governanceKey]
    else { return }
    var stated = Server(id: server.id)
    let read: Void? = MappingReader.read(
      governance, as: "`\(governanceKey)`", into: &diagnostics
    ) { reader in
      ManifestAdapter.describe(&stated, from: &reader)
      ManifestAdapter.govern(&stated, from: &reader)
      ManifestAdapter.operate(&stated, from: &reader)
      ManifestAdapter.readTools(of: &stated, from: &reader)
    }
    if read != nil { server.merge(stated) }
  }

  /// The secrets that `entry` asks for, by the names of their variables and headers.
  static func addCredentials(of entry: Node, to server: inout Server) {
    let packages = entry["packages"].map { Array($0.elements) } ?? []
    let remotes = entry["remotes"].map { Array($0.elements) } ?? []
    let transports = packages.compactMap { $0["transport"] }
    let keys = ["environmentVariables", "environment_variables", "headers"]
    for input in (packages + remotes + transports).flatMap({ holder in
      keys.flatMap { holder[$0].map { Array($0.elements) } ?? [] }
    }) {
      let isSecret = (input["isSecret"] ?? input["is_secret"])?.boolean ?? false
      guard isSecret, let name = input["name"], let text = name.string else { continue }
      let credential = Credential(name: Evidence(text, at: name.span), isAskedFor: true)
      if !server.credentials.contains(credential) { server.credentials.append(credential) }
    }
  }
}
