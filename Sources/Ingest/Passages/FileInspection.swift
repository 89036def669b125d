public import Estate
public import SourceText

/// The texts of one file, looked at for what they try.
public struct FileInspection: Sendable {
  /// The path as it was given.
  public let path: String
  /// What the file was recognized as; `nil` where it could not be read or placed.
  public let kind: FileKind?
  /// What was looked at: each tool, and what is said about servers, in the order of the source.
  public let reviews: [TextReview]
  /// Where secrets stand, which nothing may show.
  public let secretSpans: [SourceSpan]
  /// What is wrong with the file.
  public let diagnostics: [Diagnostic]
  /// The source, which gives spans their lines and columns.
  public let library: SourceLibrary

  /// Reads the file at `path`; one that cannot be read or parsed leaves a diagnostic and no reviews.
  public init(ofFileAt path: String) async {
    let entries = FileWalk.entries(at: [path], outputs: [], exclusion: { _ in nil })
    let loader = FileLoader(limits: .standard)
    await self.init(entries.prefix(1).map { loader.load($0, declaredKind: nil) }, path: path)
  }

  /// The inspection of `bytes`, as those of the file at `path`.
  public init(of bytes: [UInt8], at path: String) async {
    await self.init([FileLoader(limits: .standard).load(bytes, at: path)], path: path)
  }

  private init(_ loaded: [LoadedFile], path: String) async {
    self.path = path
    var collection = SourceCollection(loaded)
    let parser = SourceParser(limits: .standard)
    let lowered = await ParallelWork.results(of: collection.sources) { source in
      let file = parser.parse(source.file, as: source.shape, declaredKind: source.declaredKind)
      return LoweredFile(file: file, contribution: await Lowering.lower(file))
    }
    reviews = lowered.flatMap { Self.reviews(of: $0.contribution) }
    secretSpans = lowered.flatMap(\.contribution.secrets).map(\.span)
    let result = collection.result(of: lowered)
    kind = result.inputs.first?.kind
    diagnostics = result.diagnostics
    library = result.library
  }

  private static func reviews(of contribution: Contribution) -> [TextReview] {
    var reviews: [TextReview] = []
    for catalog in contribution.catalogs {
      if !catalog.passages.isEmpty {
        reviews.append(
          TextReview(name: "instructions, prompts and resources", passages: catalog.passages))
      }
      reviews += catalog.tools.map {
        TextReview(name: $0.name, passages: $0.passages, hiddenText: $0.hiddenText)
      }
    }
    reviews += contribution.servers.map { TextReview(name: $0.id, passages: $0.passages) }
    reviews += contribution.clientEntries.map {
      TextReview(name: $0.name.value, passages: $0.passages)
    }
    reviews += contribution.responses.map {
      TextReview(name: $0.path, passages: $0.passages)
    }
    return reviews
  }
}
