import Estate
import SourceText

/// What was loaded, in the order of the paths: the sources to parse, and the account of everything else.
struct SourceCollection: Sendable {
  /// A source to parse.
  struct Source: Sendable {
    /// Its bytes, with the identity under which spans refer to it.
    let file: SourceFile
    /// The format that it is written in.
    let shape: ContentShape
    /// What the user's policy file says that it is.
    let declaredKind: FileKind?
    /// Its place among the inputs.
    let input: Int
  }

  /// The sources to parse, sorted by path.
  private(set) var sources: [Source] = []

  /// The logs, sorted by path once the sources have been lowered.
  private(set) var logs: [LogInput] = []
  /// The files that stand for logs which were summarized before, sorted by path.
  private(set) var logSummaries: [LogInput] = []
  /// The secrets in files for which there is no parser.
  private var exposed: [SecretSighting] = []
  private var inputs: [Input] = []
  private var library: SourceLibrary
  private var diagnostics: [Diagnostic] = []
  private var files = EstateFiles()

  /// Sorts out `loaded`, which is in the order of the paths, and takes it into `library`.
  ///
  /// Identities of sources follow that order, so that comparisons of spans do not depend on timing. What the
  /// library holds already keeps its identity.
  init(_ loaded: [LoadedFile], into library: SourceLibrary = SourceLibrary()) {
    self.library = library
    let known = library.files
    for file in loaded {
      var input = Input(
        path: file.entry.path, status: .analyzed, sha256: file.sha256, byteCount: file.byteCount)
      switch file.content {
      case .text(let bytes, let shape):
        sources.append(
          Source(
            file: known.first { $0.path == input.path && $0.bytes == bytes }
              ?? self.library.add(path: input.path, bytes: bytes), shape: shape,
            declaredKind: file.declaredKind, input: inputs.count))
      case .log(let content):
        input.kind = .auditLog
        logs.append(LogInput(content: content, path: input.path))
      case .logSummary(let content):
        input.kind = .logSummary
        logSummaries.append(LogInput(content: content, path: input.path))
      case .other(let status, let kind):
        input.status = status
        input.kind = kind
      case .failure(let message, let advice):
        input.status = .failed
        let place = self.library.add(path: input.path, bytes: []).span
        diagnostics.append(Diagnostic(at: place, "the file \(message)", advice: advice))
      }
      if let (text, secrets) = file.exposure {
        let id = self.library.add(path: input.path, bytes: text).id
        exposed += PlainTextSecrets.sightings(of: secrets, in: id)
      }
      note(file)
      inputs.append(input)
    }
  }

  private mutating func note(_ file: LoadedFile) {
    switch file.entry.content {
    case .file:
      files.add(file.entry.path, isBlank: file.isBlank, isAlone: file.entry.isNamed)
    case .duplicate(let first, let isFolder):
      files.addAlias(file.entry.path, of: first, isFolder: isFolder)
    case .skipped, .failed: return
    }
  }

  /// Takes in what became of the sources, which have been parsed and lowered, in their order, to `lowered`.
  mutating func note(_ lowered: [LoweredFile]) {
    for (source, result) in zip(sources, lowered) {
      inputs[source.input].kind = result.file.kind
      inputs[source.input].status = result.status
      if result.file.kind == .auditLog, result.status == .analyzed {
        logs.append(
          LogInput(content: .bytes(source.file.bytes), path: source.file.path, isDocument: true))
      }
      diagnostics += result.file.diagnostics + result.contribution.diagnostics
    }
    logs.sort { $0.path < $1.path }
  }

  /// All that the run gave, joined from `lowered`, which has been taken in.
  mutating func result(of lowered: [LoweredFile]) -> IntakeResult {
    let together = Lowering.lowerTogether(lowered.map(\.file))
    var contributions = lowered.map(\.contribution)
    if !exposed.isEmpty {
      var stray = Contribution()
      stray.secrets = exposed
      contributions.append(stray)
    }
    let linked = Linker.link(contributions + [together], files: files, library: library)
    var fleet = linked.fleet
    fleet.givenSources = Set(
      inputs.filter { $0.status == .analyzed }.compactMap { $0.kind?.sourceKind })
    fleet.mayLackClients = inputs.contains {
      $0.status == .failed && ($0.kind == nil || $0.kind == .clientConfig)
    }
    fleet.mayLackManifests = inputs.contains {
      $0.status == .failed && ($0.kind == nil || $0.kind?.sourceKind == .manifest)
    }
    diagnostics += together.diagnostics + linked.diagnostics
    recognizeDocuments(of: fleet)
    return IntakeResult(
      fleet: fleet, inputs: inputs, looseCatalogs: linked.looseCatalogs,
      locked: contributions.flatMap(\.locked), diagnostics: inOrder(diagnostics),
      library: library, logs: logs, logSummaries: logSummaries)
  }

  /// Takes a file that is nothing else for a document where one of the servers refers to it.
  private mutating func recognizeDocuments(of fleet: Fleet) {
    let isLeft = { (input: Input) in if case .unrecognized = input.status { true } else { false } }
    guard inputs.contains(where: isLeft) else { return }
    var paths: Set<String> = []
    for document in fleet.servers.flatMap(\.documents) {
      if case .file(let path) = document.value.target { paths.insert(path) }
    }
    for index in inputs.indices
    where isLeft(inputs[index]) && paths.contains(EstateFiles.normalized(inputs[index].path)) {
      inputs[index].kind = .document
      inputs[index].status = .analyzed
    }
  }

  /// Each diagnostic once, by place; of one place in the order in which they were found.
  private func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let unique = diagnostics.filter { seen.insert($0).inserted }
    return unique.enumerated().sorted { left, right in
      (left.element.span, left.offset) < (right.element.span, right.offset)
    }.map(\.element)
  }
}

extension FileKind {
  /// What a file of the kind counts as when a control asks whether a source was given; `nil` for those
  /// that decide nothing.
  fileprivate var sourceKind: SourceKind? {
    switch self {
    case .manifest, .registryEntry, .dockerCatalogEntry: .manifest
    case .toolCatalog, .toolSchema: .catalog
    case .clientConfig: .client
    case .nginx, .envoy, .agentgateway, .dockerGateway, .kong, .mcpRoute, .rateLimitService:
      .gateway
    case .accessPolicy: .accessPolicy
    case .auditLog, .logSummary: .log
    case .processRecord: .record
    case .tokenSample: .token
    case .lock: .lock
    case .policy, .codeOwners, .changelog, .toolResponse, .backstageEntity,
      .kubernetesResource, .document:
      nil
    }
  }
}
