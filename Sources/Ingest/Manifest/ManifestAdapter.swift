import Estate
import Reading
import SourceText
import Syntax

/// Lowers mcpready's own server manifest.
///
/// One document is one manifest, a list of manifests, or a mapping that holds such a list under
/// `servers`. All that a manifest says is a claim: every fact has the grade `declared`.
enum ManifestAdapter {
  /// What `document` says about its servers; without `server_id` a manifest is an error and says nothing.
  static func lower(_ document: Node) -> Contribution {
    var contribution = Contribution()
    for manifest in manifests(in: document, &contribution) {
      lower(manifest, into: &contribution)
    }
    return contribution
  }

  private static func manifests(in document: Node, _ contribution: inout Contribution) -> [Node] {
    if document.kind == .sequence { return Array(document.elements) }
    guard document.kind == .mapping, document.member("servers") != nil,
      document.member("server_id") == nil
    else { return [document] }
    return MappingReader.read(
      document, as: "a list of server manifests", into: &contribution.diagnostics
    ) { reader in
      reader.skip("kind", "$schema")
      return reader.elements("servers")
    } ?? []
  }

  private static func lower(_ manifest: Node, into contribution: inout Contribution) {
    let known = contribution.diagnostics.count
    let server = MappingReader.read(
      manifest, as: "a server manifest", into: &contribution.diagnostics
    ) { reader -> Server? in
      reader.skip("kind", "$schema")
      guard let id = identity(in: &reader) else {
        // One error says it all; the keys that nobody can attribute are not unknown.
        _ = reader.remainingMembers()
        return nil
      }
      var server = Server(id: id.value)
      server.sources = [SourceMention(.manifest, at: manifest.span)]
      server.registration = Stated(id)
      describe(&server, from: &reader)
      govern(&server, from: &reader)
      operate(&server, from: &reader)
      readTools(of: &server, from: &reader)
      return server
    }
    guard var server = server ?? nil else { return }
    server.unreadValues = UnreadValues.find(
      in: manifest, refusedBy: contribution.diagnostics.dropFirst(known))
    contribution.servers.append(server)
  }

  private static func identity(in reader: inout MappingReader) -> Evidence<String>? {
    if reader.hasMember("server_id") { return reader.string("server_id") }
    reader.report(
      .error, at: reader.node.span, "the manifest names no server and is not read",
      expected: "`server_id`", advice: "give the server the id that logs and policies use for it")
    return nil
  }

  /// What the server is, and where.
  static func describe(_ server: inout Server, from reader: inout MappingReader) {
    server.version = Stated(reader.string("version"))
    server.title = Stated(reader.string("title"))
    server.summary = Stated(reader.string("description"))
    server.transport = Stated(reader.choice("transport", from: ManifestVocabulary.transport))
    server.endpoint = Stated(reader.string("endpoint"))
    server.protocolRevision = Stated(reader.string("protocol_version"))
    server.tier = Stated(reader.choice("tier", from: ManifestVocabulary.tier))
    server.slaTier = Stated(reader.string("sla_tier"))
    server.dataDomain = Stated(reader.string("data_domain"))
    server.dataSensitivity = Stated(reader.choice("data_sensitivity"))
    server.environments = Stated(reader.list("environments"))
    server.isMultiTenant = Stated(reader.boolean("multi_tenant"))
    server.lifecycle = Stated(reader.choice("lifecycle", from: ManifestVocabulary.lifecycle))
    server.catalogReference = Stated(reader.document("catalog"))
    server.packages = packages(from: &reader)
    server.dependencies = reader.strings("depends_on")
    server.downstreams = reader.elements("downstream").compactMap {
      downstream($0, in: &reader)
    }
    if let list = reader.member("downstream")?.value, list.kind != .null {
      // An empty list states that nothing stands behind the server.
      server.operations.downstreamCount.state(server.downstreams.count, at: list.span)
    }
  }

  private static func downstream(_ node: Node, in reader: inout MappingReader) -> Downstream? {
    guard node.kind == .mapping else {
      return reader.text(of: node, called: "downstream").map(Downstream.init)
    }
    let read = reader.mapping(at: node, called: "an entry of `downstream`") {
      entry -> Downstream? in
      let name = entry.required("name")
      let kind = entry.string("kind")
      let isWritten = entry.boolean("writes")
      let scopes = entry.strings("scopes")
      let access = downstreamAccess(from: &entry)
      guard let name else { return nil }
      var downstream = Downstream(name: name)
      downstream.access = access
      downstream.kind = Stated(kind)
      downstream.isWritten = Stated(isWritten)
      downstream.scopes = scopes
      return downstream
    }
    return read ?? nil
  }

  private static func packages(from reader: inout MappingReader) -> [PackageReference] {
    let read: (inout MappingReader) -> PackageReference? = { entry in
      let registry = entry.choice("registry", from: ManifestVocabulary.registry)
      let identifier = entry.required("identifier")
      let version = entry.string("version")
      let digest = entry.string("digest")
      guard let identifier else { return nil }
      let kind = registry?.value ?? ""
      let judged = pin(of: identifier.value, in: kind, version: version, digest: digest)
      return PackageReference(
        registry: kind, identifier: identifier, pin: judged.pin, floatingReason: judged.floats)
    }
    return (reader.mappings("package", read) + reader.mappings("packages", read)).compactMap { $0 }
  }

  /// What pins the package: a digest, the version beside it, or one within its identifier.
  private static func pin(
    of identifier: String, in registry: String, version: Evidence<String>?,
    digest: Evidence<String>?
  ) -> (pin: String?, floats: String?) {
    if let digest { return PackagePin.judgeDigest(digest.value) }
    if let version { return PackagePin.judgeVersion(version.value) }
    return PackagePin.judge(identifier, registry: registry)
  }
}
