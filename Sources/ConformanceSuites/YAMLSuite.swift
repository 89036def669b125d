import Foundation
import SourceText
import Syntax

/// Runs the cases of yaml-test-suite: what must fail, the events, and the values that JSON can express.
public enum YAMLSuite {
  /// Runs all cases below `data` in `directory`; a case is a folder with `in.yaml`.
  public static func run(directory: String) throws -> SuiteOutcome {
    let data = URL(filePath: directory).appending(path: "data")
    var outcome = SuiteOutcome()
    for id in try caseIDs(below: data) {
      do {
        try check(data.appending(path: id))
        outcome.passed.append(id)
      } catch let difference as Difference {
        outcome.failed.append((id, difference.reason))
      }
    }
    return outcome
  }

  /// What a case shows to be wrong.
  private struct Difference: Error {
    let reason: String
  }

  /// The folders that hold a case, such as `229Q` and `2G84/00`, sorted.
  public static func caseIDs(below data: URL) throws -> [String] {
    let manager = FileManager.default
    var ids: [String] = []
    for id in try manager.contentsOfDirectory(atPath: data.path) {
      let folder = data.appending(path: id)
      if manager.fileExists(atPath: folder.appending(path: "in.yaml").path) { ids.append(id) }
      var isDirectory: ObjCBool = false
      guard manager.fileExists(atPath: folder.path, isDirectory: &isDirectory),
        isDirectory.boolValue
      else { continue }
      for part in try manager.contentsOfDirectory(atPath: folder.path)
      where manager.fileExists(atPath: folder.appending(path: "\(part)/in.yaml").path) {
        ids.append("\(id)/\(part)")
      }
    }
    return ids.sorted()
  }

  private static func check(_ folder: URL) throws {
    let manager = FileManager.default
    let mustFail = manager.fileExists(atPath: folder.appending(path: "error").path)
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "in.yaml")))
    let source = SourceFile(id: SourceID(index: 0), path: "in.yaml", bytes: bytes)
    let tree: SyntaxTree
    let events: [YAMLEvent]
    do {
      tree = try YAMLParser.parse(source)
      events = try YAMLParser.events(of: source)
    } catch {
      if mustFail { return }
      let place = source.position(at: Int(error.diagnostic.span.start))
      throw Difference(reason: "\(place.line):\(place.column): \(error.diagnostic.message)")
    }
    if mustFail { throw Difference(reason: "accepted, but it is not YAML") }
    let expected = try String(
      contentsOf: folder.appending(path: "test.event"), encoding: .utf8)
    let found = (["+STR"] + events.map(\.suiteNotation) + ["-STR", ""]).joined(separator: "\n")
    if found != expected { throw Difference(reason: "events:\n\(found)\ninstead of:\n\(expected)") }
    let json = folder.appending(path: "in.json")
    if manager.fileExists(atPath: json.path) {
      try compare(tree, with: [UInt8](try Data(contentsOf: json)))
    }
  }

  /// Compares the documents of `tree` with JSON texts that follow each other.
  private static func compare(_ tree: SyntaxTree, with json: [UInt8]) throws {
    let texts = separatedValues(of: json)
    let documents = tree.documents
    guard texts.count == documents.count else {
      throw Difference(reason: "\(documents.count) documents instead of \(texts.count)")
    }
    for (document, text) in zip(documents, texts) {
      let expected = try JSONSerialization.jsonObject(
        with: Data(text), options: [.fragmentsAllowed])
      if let path = difference(document, expected, at: "$") {
        throw Difference(reason: "the value at \(path) differs from in.json")
      }
    }
  }

  /// Cuts JSON texts that follow each other apart.
  private static func separatedValues(of json: [UInt8]) -> [[UInt8]] {
    var values: [[UInt8]] = []
    var current: [UInt8] = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    for byte in json {
      if isInString {
        current.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
          if depth == 0 {
            values.append(current)
            current = []
          }
        }
        continue
      }
      if depth == 0, isSpace(byte) {
        if !current.isEmpty { values.append(current) }
        current = []
        continue
      }
      current.append(byte)
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 {
          values.append(current)
          current = []
        }
      default: break
      }
    }
    if !current.isEmpty { values.append(current) }
    return values
  }

  /// The path of the first place where `node` is not `expected`.
  private static func difference(_ node: Node, _ expected: Any, at path: String) -> String? {
    switch node.kind {
    case .sequence:
      guard let list = expected as? [Any], list.count == node.count else { return path }
      for (index, (element, value)) in zip(node.elements, list).enumerated() {
        if let found = difference(element, value, at: "\(path)[\(index)]") { return found }
      }
      return nil
    case .mapping:
      guard let object = expected as? [String: Any], object.count == node.count else {
        return path
      }
      for (key, value) in node.members {
        // JSON has strings for keys only; a null key is written as an empty one.
        let name = key.kind == .null ? "" : key.scalarText ?? ""
        guard let expectedValue = object[name] else { return "\(path).\(name)" }
        if let found = difference(value, expectedValue, at: "\(path).\(name)") { return found }
      }
      return nil
    case .string: return node.string == expected as? String ? nil : path
    case .null: return expected is NSNull ? nil : path
    case .boolean:
      return "\(expected)" == "\(node.boolean == true ? 1 : 0)" || node.boolean == expected as? Bool
        ? nil : path
    case .integer, .float:
      return node.number == (expected as? NSNumber)?.doubleValue && !(expected is String)
        ? nil : path
    case .alias: return path
    }
  }
}

extension YAMLEvent {
  /// The event in the notation of `test.event`.
  package var suiteNotation: String {
    func properties(_ anchor: String?, _ tag: String?) -> String {
      (anchor.map { " &" + $0 } ?? "") + (tag.map { " <\($0)>" } ?? "")
    }
    switch self {
    case .documentStart(let isExplicit): return isExplicit ? "+DOC ---" : "+DOC"
    case .documentEnd(let isExplicit): return isExplicit ? "-DOC ..." : "-DOC"
    case .sequenceStart(let style, let anchor, let tag):
      return "+SEQ" + (style == .flow ? " []" : "") + properties(anchor, tag)
    case .mappingStart(let style, let anchor, let tag):
      return "+MAP" + (style == .flow ? " {}" : "") + properties(anchor, tag)
    case .sequenceEnd: return "-SEQ"
    case .mappingEnd: return "-MAP"
    case .alias(let name): return "=ALI *" + name
    case .scalar(let style, let text, let anchor, let tag):
      let indicators: [NodeStyle: String] = [
        .plain: ":", .singleQuoted: "'", .doubleQuoted: "\"", .literal: "|", .folded: ">",
      ]
      return "=VAL" + properties(anchor, tag) + " " + (indicators[style] ?? "") + escaped(text)
    }
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{8}": result += "\\b"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
