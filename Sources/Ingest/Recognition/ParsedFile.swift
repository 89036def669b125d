import SourceText
import Syntax

/// A source after its one parse: what it is, and the trees that its adapters lower.
struct ParsedFile: Sendable {
  /// One document of a file and what it is.
  struct Document: Sendable {
    let kind: FileKind
    let node: Node
  }

  /// The source.
  let source: SourceFile
  /// What became of it so far.
  var status: Input.Status
  /// What the file is: the kind of its first document of a known kind.
  var kind: FileKind?
  /// The documents of known kinds.
  var documents: [Document] = []
  /// The whole tree of a JSON or YAML file.
  var tree: SyntaxTree?
  /// The tree of an nginx file.
  var nginx: NginxTree?
  /// What is wrong with the text, or worth saying about it.
  var diagnostics: [Diagnostic] = []

  init(_ source: SourceFile, status: Input.Status, kind: FileKind? = nil) {
    self.source = source
    self.status = status
    self.kind = kind
  }

  /// The file without the trees that nobody looks at once it has been lowered for itself.
  var forOthers: ParsedFile {
    var file = self
    file.tree = nil
    file.documents.removeAll { !$0.kind.isLoweredTogether }
    return file
  }
}

extension FileKind {
  /// Whether documents of the kind are lowered together with those of other files.
  fileprivate var isLoweredTogether: Bool {
    switch self {
    case .envoy, .rateLimitService, .agentgateway, .mcpRoute, .kubernetesResource, .kong,
      .dockerGateway, .dockerCatalogEntry:
      true
    // nginx's tree is no document. The others speak for themselves; a new kind has to say so here.
    case .nginx, .manifest, .registryEntry, .toolCatalog, .toolSchema, .clientConfig,
      .accessPolicy, .auditLog, .logSummary, .processRecord, .tokenSample, .policy, .codeOwners,
      .changelog, .backstageEntity, .toolResponse, .lock, .document:
      false
    }
  }
}
