import Assessment
import SourceText

/// Gathers the rules of one run: those that are compiled in, and those of a folder.
enum RuleSource {
  /// The catalog, or what is wrong with a rule of it.
  static func catalog(_ options: RuleOptions) throws(ConfigurationError) -> RuleCatalog {
    var library = SourceLibrary()
    var sources = BuiltInRules.files.map { file in
      library.add(path: file.path, bytes: Array(file.text.utf8))
    }
    if let folder = options.folder {
      let own = try FileContents.yamlFiles(in: folder)
      guard !own.isEmpty else {
        throw ConfigurationError("`\(folder)` holds no rule: no file in it ends in .yaml")
      }
      sources += own.map { library.add(path: $0.path, bytes: $0.bytes) }
    }
    do {
      return try RuleCatalog(loading: sources)
    } catch {
      throw ConfigurationError(error.diagnostics, in: library)
    }
  }
}
