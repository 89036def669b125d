import Estate
import Reading
import SourceText
import Syntax

/// Lowers lock files, which `mcpready lock` writes.
///
/// A lock whose digests are not those of what it keeps was changed by hand, and approves nothing.
enum LockAdapter {
  /// The version of the format that is read and written.
  static let version = 1

  /// The key by which a lock file is known, and which holds its version.
  static let versionKey = "mcpready_lock"

  /// Whether `document` is a lock file, of whatever version.
  static func recognizes(_ document: Node) -> Bool {
    document.kind == .mapping && document[versionKey] != nil
  }

  /// What `document` keeps of servers.
  static func lower(_ document: Node) -> Contribution {
    var contribution = Contribution()
    guard let version = document[versionKey], version.integer == Int64(Self.version) else {
      contribution.diagnostics.append(
        Diagnostic(
          at: (document[versionKey] ?? document).span,
          "the lock file has a version that is not read",
          expected: "`\(versionKey): \(Self.version)`",
          advice: "write it again with `mcpready lock`"))
      return contribution
    }
    let servers: [ServerContract]? = MappingReader.read(
      document, as: "a lock file", grade: .declared, into: &contribution.diagnostics
    ) { reader in
      reader.skip(versionKey)
      return reader.mappings("servers", server).compactMap(\.self)
    }
    contribution.locked = servers ?? []
    return contribution
  }

  private static func server(from reader: inout MappingReader) -> ServerContract? {
    guard let id = reader.string("server_id") else {
      reader.report(.error, at: reader.node.span, "a server of a lock file has no `server_id`")
      return nil
    }
    var contract = ServerContract(id: id)
    contract.version = reader.string("version")
    contract.packages = reader.mappings("packages", package).compactMap(\.self)
    contract.scopes = names("scopes", from: &reader)
    contract.tools = reader.mappings("tools", tool).compactMap(\.self)
    return contract
  }

  private static func package(from reader: inout MappingReader) -> ServerContract.PackagePin? {
    let registry = reader.string("registry")?.value ?? ""
    let pin = reader.string("pin")?.value
    return reader.string("identifier").map {
      ServerContract.PackagePin(registry: registry, identifier: $0, pin: pin)
    }
  }

  private static func tool(from reader: inout MappingReader) -> ToolContract? {
    guard let name = reader.string("name") else {
      reader.report(.error, at: reader.node.span, "a tool of a lock file has no `name`")
      return nil
    }
    var contract = ToolContract(name: name)
    contract.scopes = names("scopes", from: &reader)
    let digests = reader.node("sha256")
    reader.check(reader.node("name"), "name", against: digests)
    var definition = ToolDefinition()
    for member in ToolDefinition.Member.allCases {
      let value = reader.member(member.rawValue)?.value
      reader.check(value, member.rawValue, against: digests)
      definition[member] = value.map {
        ToolDefinition.Part(canonicalText: $0.canonicalJSON, span: $0.span)
      }
    }
    contract.definition = definition.isEmpty ? nil : definition
    return contract
  }

  private static func names(
    _ key: String, from reader: inout MappingReader
  ) -> [Evidence<String>] {
    reader.elements(key).compactMap { node in
      node.string.map { Evidence($0, at: node.span) }
    }
  }
}

extension MappingReader {
  /// Reports where the digest that is kept of `value` is not its own.
  fileprivate mutating func check(_ value: Node?, _ key: String, against digests: Node?) {
    let kept = digests?[key]
    let digest = value.map { SHA256.hexDigest(of: Array($0.canonicalJSON.utf8)) }
    guard kept?.string != digest else { return }
    report(
      .error, at: (kept ?? value ?? node).span,
      "the digest of `\(key)` is not that of the `\(key)` that the lock file keeps",
      expected: digest,
      advice: "a lock file is written by `mcpready lock` and reviewed, never changed by hand")
  }
}
