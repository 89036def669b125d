import SourceText
import Syntax

/// Compares YAML documents with the JSON texts that say what they load to.
enum JSONExpectation {
  /// The first place where `documents` differ from the JSON texts that `source` holds one behind the
  /// other, or `nil`.
  static func difference(of documents: [Node], from source: SourceFile) -> String? {
    let texts = ranges(in: source.bytes)
    guard texts.count == documents.count else { return "the number of documents" }
    for (document, text) in zip(documents, texts) {
      do throws(SyntaxError) {
        guard let expected = try JSONParser.parse(source, in: text).root else { return "$" }
        if let path = difference(of: document, from: expected, at: "$") { return path }
      } catch {
        return "in.json itself (\(error.diagnostic.message))"
      }
    }
    return nil
  }

  /// Where the JSON texts begin and end.
  private static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var offset = 0
    while true {
      while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
      guard offset < bytes.count else { return ranges }
      let end = textEnd(bytes, from: offset)
      ranges.append(offset..<end)
      offset = end
    }
  }

  /// The offset behind the JSON text that starts at `start`.
  private static func textEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    var depth = 0
    repeat {
      switch bytes[offset] {
      case UInt8(ascii: "\""): offset = stringEnd(bytes, from: offset)
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        offset += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        offset += 1
      default:
        offset += 1
        while depth == 0, offset < bytes.count, !isSpace(bytes[offset]) { offset += 1 }
      }
    } while depth > 0 && offset < bytes.count
    return offset
  }

  /// The offset behind the string whose opening quote is at `start`.
  private static func stringEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start + 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(offset + 1, bytes.count)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The path of the first place where `node` is not `expected`.
  private static func difference(of node: Node, from expected: Node, at path: String) -> String? {
    switch (node.kind, expected.kind) {
    case (.null, .null): return nil
    case (.boolean, .boolean): return node.boolean == expected.boolean ? nil : path
    case (.integer, .integer), (.float, .float), (.integer, .float), (.float, .integer):
      return node.number == expected.number ? nil : path
    case (.string, .string):
      return node.string.map { Array($0.utf8) } == expected.string.map { Array($0.utf8) }
        ? nil : path
    case (.sequence, .sequence):
      guard node.count == expected.count else { return path }
      for (index, pair) in zip(node.elements, expected.elements).enumerated() {
        if let found = difference(of: pair.0, from: pair.1, at: "\(path)[\(index)]") {
          return found
        }
      }
      return nil
    case (.mapping, .mapping):
      guard node.count == expected.count else { return path }
      for (key, value) in node.members {
        // JSON has strings for keys only; a null key is written as an empty one.
        let name = key.kind == .null ? "" : key.scalarText ?? ""
        let place = "\(path).\(name)"
        guard let expectedValue = expected[name] else { return place }
        if let found = difference(of: value, from: expectedValue, at: place) { return found }
      }
      return nil
    default: return path
    }
  }
}
