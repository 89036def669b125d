import Estate
import FoundationEssentials
import Reading
import SourceText
import Syntax
import TestSupport

/// A small change of one file of an estate, and every control that it changes.
struct Mutation: Sendable {
  /// What it does, such as "the route to refunds asks nobody who calls".
  let name: String
  /// The rule that it is aimed at.
  let rule: String
  /// The path of the file in the estate.
  let file: String
  /// What happens to the file, one after the other.
  let edits: [Edit]
  /// Every change that it causes, in the words of `AssessedEstate`.
  let changes: [String]

  /// What happens to the bytes of the file.
  enum Edit: Sendable {
    /// Another text takes the place of one: the first behind `start`, or the only one there is.
    case replacement(of: String, by: String, behind: String?)
    /// Another text takes the place of one in the first `limit` lines that hold it and `marker`.
    case replacementOnLines(of: String, by: String, with: String, limit: Int)
    /// More text at the end.
    case addition(String)
    /// The file is there and holds nothing.
    case emptying
    /// The file is gone.
    case removal
  }

  /// The files of `estate` with the edits made; `nil` where the text to replace does not stand there as
  /// an edit expects.
  func applied(to estate: [EstateFile]) -> [EstateFile]? {
    guard let index = estate.firstIndex(where: { $0.path == file }) else { return nil }
    var files = estate
    for edit in edits {
      let text: String?
      switch edit {
      case .removal:
        files.remove(at: index)
        return files
      case .emptying: text = ""
      case .addition(let more): text = files[index].text + more
      case .replacement(let old, let new, let start):
        text = Self.replace(old, by: new, in: files[index].text, behind: start)
      case .replacementOnLines(let old, let new, let marker, let limit):
        text = Self.replace(
          old, by: new, in: files[index].text, onLinesWith: marker, atMost: limit)
      }
      guard let text else { return nil }
      files[index].bytes = Array(text.utf8)
    }
    return files
  }

  private static func replace(
    _ old: String, by new: String, in text: String, behind start: String?
  ) -> String? {
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    guard let start else { return parts.count == 2 ? parts[0] + new + parts[1] : nil }
    guard let before = text.firstRange(of: start),
      let found = text[before.upperBound...].firstRange(of: old)
    else { return nil }
    return text[..<found.lowerBound] + new + text[found.upperBound...]
  }

  private static func replace(
    _ old: String, by new: String, in text: String, onLinesWith marker: String, atMost limit: Int
  ) -> String? {
    var count = 0
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard count < limit, line.contains(marker), line.contains(old) else { return String(line) }
      count += 1
      return line.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
    return count > 0 ? lines.joined(separator: "\n") : nil
  }
}

extension Mutation {
  /// The mutations of the table at `path` under the package's folder; what is wrong with it is thrown.
  static func table(at path: String) throws -> [Mutation] {
    var library = SourceLibrary()
    let text = try Recording.text(at: path) ?? ""
    let tree = try YAMLParser.parse(library.add(path: path, bytes: Array(text.utf8)))
    var diagnostics: [Diagnostic] = []
    let mutations = tree.documents.flatMap { document in
      MappingReader.read(document, as: "a table", unknownKeys: .error, into: &diagnostics) {
        reader in reader.mappings("mutations") { Mutation(from: &$0) }
      } ?? []
    }
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, !mutations.isEmpty else { throw TableError(path: path, problems: errors) }
    return mutations.compactMap(\.self)
  }

  /// A table of mutations that cannot be read.
  struct TableError: Error {
    let path: String
    let problems: [Diagnostic]
  }

  private init?(from reader: inout MappingReader) {
    let name = reader.string("name")
    let rule = reader.string("of")
    let file = reader.string("file")
    let edits =
      reader.hasMember("edits")
      ? reader.mappings("edits") { Self.edit(from: &$0) } : [Self.edit(from: &reader)]
    changes = reader.hasMember("changes") ? reader.strings("changes").map(\.value) : []
    guard let name, let rule, let file, !edits.contains(where: { $0 == nil }) else {
      reader.report(
        .error, at: reader.node.span, "the mutation is incomplete",
        expected: "`name`, `of`, `file`, an edit and `changes`")
      return nil
    }
    self.name = name.value
    self.rule = rule.value
    self.file = file.value
    self.edits = edits.compactMap(\.self)
  }

  private static func edit(from reader: inout MappingReader) -> Edit? {
    let old = reader.string("replace")
    let new = reader.string("by")
    let start = reader.string("behind")
    let marker = reader.string("on_lines_with")
    let limit = reader.integer("first")
    let added = reader.string("append")
    let state: Evidence<String>? = reader.string("leaves")
    if let old, let marker {
      return .replacementOnLines(
        of: old.value, by: new?.value ?? "", with: marker.value, limit: limit?.value ?? .max)
    }
    if let old {
      return .replacement(of: old.value, by: new?.value ?? "", behind: start?.value)
    }
    if let added { return .addition(added.value) }
    switch state?.value {
    case "nothing": return .removal
    case "an empty file": return .emptying
    default: return nil
    }
  }
}
