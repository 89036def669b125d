import SourceText

/// The rules that are compiled into the binary, so that one file is the whole product.
public enum BuiltInRules {
  /// The rule files as sources, which messages about them point into.
  static var sources: [SourceFile] {
    var library = SourceLibrary()
    return files.map { library.add(path: $0.path, bytes: Array($0.text.utf8)) }
  }
}

extension RuleCatalog {
  /// The rules that are compiled in.
  public static func builtIn() throws(RuleCatalogError) -> RuleCatalog {
    try RuleCatalog(loading: BuiltInRules.sources)
  }
}
