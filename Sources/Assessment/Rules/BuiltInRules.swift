import SourceText

/// The rules that are compiled into the binary, so that one file is the whole product.
public enum BuiltInRules {
  /// The rule files as sources, which messages about them point into.
  static var sources: [SourceFile] {
    var library = SourceLibrary()
    return files.map { library.add(path: $0.path, bytes: Array($0.text.utf8)) }
  }

  /// What comes before the examples in the file that is `text`.
  ///
  /// A file ends with its examples, which are most of it and which nobody asks for who judges a fleet.
  public static func requirement(of text: String) -> [UInt8] {
    let key = Array("\nexamples:".utf8)
    var bytes = Array(text.utf8)
    var line = bytes.startIndex
    while let end = bytes[line...].firstIndex(of: key[0]) {
      if bytes[end...].starts(with: key) {
        bytes.removeSubrange((end + 1)...)
        return bytes
      }
      line = end + 1
    }
    return bytes
  }
}

extension RuleCatalog {
  /// The rules that are compiled in.
  public static func builtIn() throws(RuleCatalogError) -> RuleCatalog {
    try RuleCatalog(loading: BuiltInRules.sources)
  }
}
