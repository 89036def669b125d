import Assessment
import Ingest
import Reporting
import SourceText

/// Gathers the rules of one run: those that are compiled in, and those of a folder.
enum RuleSource {
  /// The catalog, or what is wrong with a rule of it.
  static func catalog(_ options: RuleOptions) throws(ConfigurationError) -> RuleCatalog {
    try load(options).catalog
  }

  /// The catalog as far as it judges: the rules that are compiled in come without their examples, which
  /// take most of the time of loading them.
  static func requirements(_ options: RuleOptions) throws(ConfigurationError) -> RuleCatalog {
    try load(options, withExamples: false).catalog
  }

  /// The same, with several files read at one time: nothing can be judged before.
  static func requirementsSideBySide(
    _ options: RuleOptions
  ) async throws(ConfigurationError) -> RuleCatalog {
    let (builtIn, own, library) = try sources(options, withExamples: false)
    do {
      return try await RuleCatalog.loading(sideBySide: own, requirements: builtIn)
    } catch {
      throw ConfigurationError(error.diagnostics, in: library)
    }
  }

  /// The catalog, and the files that the spans of its examples point into.
  static func load(
    _ options: RuleOptions, withExamples: Bool = true
  ) throws(ConfigurationError) -> (catalog: RuleCatalog, library: SourceLibrary) {
    let (builtIn, own, library) = try sources(options, withExamples: withExamples)
    do {
      let catalog =
        withExamples
        ? try RuleCatalog(loading: builtIn + own)
        : try RuleCatalog(loading: own, requirements: builtIn)
      return (catalog, library)
    } catch {
      throw ConfigurationError(error.diagnostics, in: library)
    }
  }

  private static func sources(
    _ options: RuleOptions, withExamples: Bool
  ) throws(ConfigurationError) -> (builtIn: [SourceFile], own: [SourceFile], SourceLibrary) {
    var library = SourceLibrary()
    let builtIn = BuiltInRules.files.map { file in
      library.add(
        path: file.path,
        bytes: withExamples
          ? Array(file.text.utf8) : BuiltInRules.requirement(of: file.text))
    }
    let own = try options.folder.map { folder throws(ConfigurationError) in
      try files(in: folder).map { library.add(path: $0.path, bytes: $0.bytes) }
    }
    return (builtIn, own ?? [], library)
  }

  /// The files of the folder of rules as inputs of a run, shown by `display`.
  static func inputs(
    _ options: RuleOptions, shownBy display: PathDisplay
  ) throws(ConfigurationError) -> [ReportedInput] {
    guard let folder = options.folder else { return [] }
    return try files(in: folder).map { file in
      ReportedInput(
        path: display.shown(file.path), kind: "rule file", status: .analyzed,
        sha256: SHA256.hexDigest(of: file.bytes), byteCount: file.bytes.count)
    }
  }

  /// The text of every rule file of a run, by path.
  static func texts(
    _ options: RuleOptions
  ) throws(ConfigurationError) -> [(path: String, text: String)] {
    let own = try options.folder.map { folder throws(ConfigurationError) in
      try files(in: folder).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    }
    return BuiltInRules.files.map { ($0.path, $0.text) } + (own ?? [])
  }

  private static func files(
    in folder: String
  ) throws(ConfigurationError) -> [(path: String, bytes: [UInt8])] {
    do throws(ConfigurationFiles.Unreadable) {
      let files = try ConfigurationFiles.yamlFiles(in: folder)
      if !files.isEmpty { return files }
    } catch {
      throw ConfigurationError(error)
    }
    throw ConfigurationError("`\(folder)` holds no rule: no file in it ends in .yaml")
  }
}
