import SourceText
import Syntax

/// Parses a source once, and recognises what it is on the tree.
struct SourceParser: Sendable {
  let limits: InputLimits

  /// The parsed `source`.
  func parse(_ source: SourceCollection.Source) -> ParsedFile {
    parse(source.file, as: source.shape, declaredKind: source.declaredKind)
  }

  /// The parsed `source`, written in `shape`; `declaredKind` is what the user's policy file says that it is.
  func parse(
    _ source: SourceFile, as shape: ContentShape, declaredKind: FileKind?
  ) -> ParsedFile {
    if let offset = source.firstInvalidUTF8Offset {
      return failed(
        source, declaredKind,
        Diagnostic(
          at: SourceSpan(source: source.id, offset..<min(offset + 1, source.bytes.count)),
          "the bytes from offset \(offset) on are not UTF-8",
          advice: "save the file as UTF-8"))
    }
    switch shape {
    case .json(let isCertain): return parseJSON(source, isCertain, declaredKind)
    case .yaml(let isCertain): return parseYAML(source, isCertain, declaredKind)
    case .nginx: return parseNginx(source, declaredKind)
    case .lines(let kind): return ParsedFile(source, status: .analyzed, kind: kind)
    case .log, .document, .unrecognized:
      preconditionFailure("only sources are parsed")
    }
  }

  private func parseJSON(
    _ source: SourceFile, _ isCertain: Bool, _ declaredKind: FileKind?
  ) -> ParsedFile {
    do throws(SyntaxError) {
      return recognizeLog(try JSONParser.parse(source, limits: limits), declaredKind)
    } catch {
      if let lenient = parseCommented(source, declaredKind) { return lenient }
      if declaredKind == nil, LogRecognizer.holdsObjects(source),
        !SourceHints.arePresent(in: source.bytes)
      {
        return ParsedFile(source, status: .unrecognized(reason: LogRecognizer.strangeLines))
      }
      return refused(source, isCertain, declaredKind, error)
    }
  }

  /// Editors' settings files may hold comments; for every other known kind the standard holds.
  private func parseCommented(_ source: SourceFile, _ declaredKind: FileKind?) -> ParsedFile? {
    do throws(SyntaxError) {
      let tree = try JSONParser.parse(source, dialect: .commented, limits: limits)
      let file = recognize(tree, declaredKind)
      return file.kind == .clientConfig || file.kind == nil ? file : nil
    } catch {
      // The caller reports why the standard refuses the text, which says more.
      return nil
    }
  }

  private func parseYAML(
    _ source: SourceFile, _ isCertain: Bool, _ declaredKind: FileKind?
  ) -> ParsedFile {
    do throws(SyntaxError) {
      return recognize(try YAMLParser.parse(source, limits: limits), declaredKind)
    } catch {
      return refused(source, isCertain, declaredKind, error)
    }
  }

  private func parseNginx(_ source: SourceFile, _ declaredKind: FileKind?) -> ParsedFile {
    let tree = NginxParser.parseLeniently(source, limits: limits)
    guard declaredKind == .nginx || NginxAdapter.recognizes(tree) else {
      return ParsedFile(
        source, status: .unrecognized(reason: "most of its directives are not nginx's"))
    }
    var file = ParsedFile(
      source, status: tree.firstError == nil ? .analyzed : .failed, kind: .nginx)
    // The parser's diagnostics come back with the configuration that the file is part of.
    file.nginx = tree
    return file
  }

  /// A JSON document may also be a log that is not written a record a line; `Telemetry` reads its records.
  private func recognizeLog(_ tree: SyntaxTree, _ declaredKind: FileKind?) -> ParsedFile {
    let file = recognize(tree, declaredKind)
    guard file.kind == nil, tree.documents.count == 1,
      tree.documents.contains(where: DocumentRecognizer.isAuditLog)
    else { return file }
    return ParsedFile(tree.source, status: .analyzed, kind: .auditLog)
  }

  private func recognize(_ tree: SyntaxTree, _ declaredKind: FileKind?) -> ParsedFile {
    let name = FileName(tree.source.path)
    var file = ParsedFile(tree.source, status: .analyzed)
    file.tree = tree
    for node in tree.documents {
      guard let kind = declaredKind ?? DocumentRecognizer.kind(of: node, in: name) else { continue }
      file.documents.append(ParsedFile.Document(kind: kind, node: node))
    }
    file.kind = file.documents.first { $0.kind.isAnalyzed }?.kind ?? file.documents.first?.kind
    if let kind = file.kind {
      file.status = kind.isAnalyzed ? .analyzed : .recognized
      file.diagnostics = tree.notes
    } else {
      let reason = DocumentRecognizer.reason(against: tree.documents.first)
      file.status = .unrecognized(reason: reason)
    }
    return file
  }

  /// A text that does not parse is an error where its name says what it is or its content gives it away;
  /// else it is only not what it looked like.
  private func refused(
    _ source: SourceFile, _ isCertain: Bool, _ declaredKind: FileKind?, _ error: SyntaxError
  ) -> ParsedFile {
    if isCertain || SourceHints.arePresent(in: source.bytes) {
      return failed(source, declaredKind, error.diagnostic)
    }
    return ParsedFile(
      source, status: .unrecognized(reason: "it looks like JSON or YAML and is neither"))
  }

  private func failed(
    _ source: SourceFile, _ kind: FileKind?, _ diagnostic: Diagnostic
  ) -> ParsedFile {
    var file = ParsedFile(source, status: .failed, kind: kind)
    file.diagnostics = [diagnostic]
    return file
  }
}

/// Words that no other format than the known kinds is likely to hold.
enum SourceHints {
  private static let words = [
    "server_id", "mcpServers", "inputSchema", "access_policy", "static_resources",
  ]
  .map { Array($0.utf8) }

  /// Whether one of them occurs in `bytes`.
  static func arePresent(in bytes: [UInt8]) -> Bool {
    words.contains { word in
      bytes.indices.dropLast(word.count - 1).contains { start in
        bytes[start] == word[0] && bytes[start..<start + word.count].elementsEqual(word)
      }
    }
  }
}
