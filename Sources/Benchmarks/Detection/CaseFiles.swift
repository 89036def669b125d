import Foundation
import SourceText
import Syntax

/// Reads the files that hold labelled cases; one that cannot be read is named and left out.
enum CaseFiles {
  /// The rows of the JSON Lines file at `path`; `nil` where there is none.
  static func rows(of path: String) -> [Node]? {
    content(path).map { content in
      content.split(separator: "\n").compactMap { parsed(String($0), at: path) }
    }
  }

  /// The JSON document at `path`; `nil` where there is none.
  static func document(_ path: String) -> Node? {
    content(path).flatMap { parsed($0, at: path) }
  }

  /// The text of the file at `path`; `nil` where there is none.
  static func content(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The files below `folder` whose names end in `suffix`, sorted; none where it is absent.
  static func files(below folder: String, endingIn suffix: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
  }

  /// A listing of one tool called `name`, which only has a description.
  static func listing(of name: String, described description: String) -> String {
    "{\"tools\": [{\"name\": \(quoted(name)), \"description\": \(quoted(description)), "
      + "\"inputSchema\": {\"type\": \"object\"}}]}"
  }

  /// The JSON of `node`, as it stands in its file.
  static func source(of node: Node) -> String {
    node.tree.source.text(in: node.span.range)
  }

  /// The scalar that `node` holds; empty where it is none.
  static func text(_ node: Node?) -> String { node?.scalarText ?? "" }

  private static func parsed(_ text: String, at path: String) -> Node? {
    let source = SourceFile(id: SourceID(index: 0), path: path, bytes: Array(text.utf8))
    do {
      return try JSONParser.parse(source).root
    } catch {
      print("  \(path) is no JSON and is left out: \(error)")
      return nil
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
