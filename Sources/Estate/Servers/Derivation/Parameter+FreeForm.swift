/// What a caller can reach through a text that nothing bounds (control 203).
public enum FreeForm: String, Hashable, Sendable, CaseIterable {
  /// Whatever a shell or interpreter runs.
  case program = "a program"
  /// Whatever the program behind the tool does on its command line.
  case arguments = "any command line arguments"
  /// Whatever a query language can ask for or change.
  case query = "a query language"
  /// Any address on the network.
  case address = "any address"
  /// Any file.
  case path = "any path"
}

extension Parameter {
  /// What the parameter hands over to its caller; `nil` where values are chosen or patterned, or where its
  /// name speaks of none of these.
  ///
  /// A length bounds the text and not what it reaches, so that a parameter with `maxLength` counts too.
  public var freeForm: FreeForm? {
    guard !isPatterned, types.isEmpty || (types + itemTypes).contains("string") else { return nil }
    let own =
      name.value.utf8.split(separator: UInt8(ascii: ".")).last
      .map { String(Substring($0)) } ?? ""
    let words = NameTokens.split(own)
    if itemTypes.contains("string"), words.contains(where: FreeFormLexicon.arguments.contains) {
      return .arguments
    }
    if let kind = FreeFormLexicon.whole[words.joined(separator: "_")] { return kind }
    if FreeFormLexicon.isPath(words) { return isInsideStore ? nil : .path }
    return words.lazy.compactMap { FreeFormLexicon.words[$0] }.first
  }
}

/// The names of parameters that take anything.
private enum FreeFormLexicon {
  /// Names that say it by themselves, and not as part of a longer name.
  static let whole: [String: FreeForm] = [
    "code": .program, "script": .program, "expression": .program, "eval": .program,
    "statement": .query,
  ]

  /// Whether `words` name a file or folder on a disk: `path`, `filepath`, `outputPath`, `absolute_paths`; a
  /// path of something else, such as `json_path`, does not.
  static func isPath(_ words: [String]) -> Bool {
    guard let last = words.last, paths.contains(last) else { return false }
    return words.count == 1 || words.contains(where: disk.contains)
  }

  private static let paths: Set<String> = ["path", "paths", "filepath", "filepaths"]

  /// Words that place a path on a disk.
  private static let disk: Set<String> = [
    "absolute", "destination", "dest", "dir", "directory", "disk", "file", "files", "folder",
    "local",
    "output", "save",
  ]

  /// Words that mean a program's command line where the parameter is a list of texts.
  static let arguments: Set<String> = ["args", "argv", "arguments"]

  /// Words that say it wherever they stand, as in `filter_sql`.
  static let words: [String: FreeForm] = [
    "command": .program, "cmd": .program, "shell": .program, "sql": .query, "soql": .query,
    "kql": .query, "url": .address, "uri": .address,
  ]
}
