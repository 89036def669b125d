/// The notation that equal values share: RFC 8785, the JSON Canonicalization Scheme.
///
/// Members are sorted by the UTF-16 units of their names, strings are escaped no more than needed, and
/// numbers are written as ECMAScript writes the nearest double. Where the RFC has no answer, the text stays
/// faithful: a number that no double can hold exactly as an integer, or that is out of its range, keeps its
/// digits. Values of YAML and of JSON have the same canonical text.
public struct CanonicalJSON {
  private(set) var bytes: [UInt8] = []

  /// The canonical text of the string `characters`.
  public static func text(of characters: String) -> String {
    var text = CanonicalJSON()
    text.appendString(characters)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// Appends the canonical text of `node`, the depth of which its parser has bounded.
  mutating func append(_ node: Node) {
    switch node.kind {
    case .null, .alias: append("null")
    case .boolean: append(node.boolean == true ? "true" : "false")
    case .integer, .float: append(CanonicalNumber.text(of: node))
    case .string: appendString(node.scalarText ?? "")
    case .sequence:
      bytes.append(UInt8(ascii: "["))
      for (index, element) in node.elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(element)
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping: appendMembers(of: node)
    }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Of equal names the last one counts, as for every reader of the tree.
  ///
  /// Names are compared unit by unit: to `String`, some names of different bytes are equal.
  private mutating func appendMembers(of node: Node) {
    var members: [(units: [UInt16], name: String, value: Node)] = []
    for member in node.mergedMembers {
      let name = member.key.scalarText ?? member.key.canonicalJSON
      members.append((Array(name.utf16), name, member.value))
    }
    let sorted = members.enumerated().sorted { left, right in
      left.element.units == right.element.units
        ? left.offset < right.offset
        : left.element.units.lexicographicallyPrecedes(right.element.units)
    }.map(\.element)
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for (index, member) in sorted.enumerated() {
      if index + 1 < sorted.count, sorted[index + 1].units == member.units { continue }
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      appendString(member.name)
      bytes.append(UInt8(ascii: ":"))
      append(member.value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func appendString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case 0..<0x20: append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension Node {
  /// The value in the notation that equal values share (RFC 8785), whether it is written in JSON or YAML.
  public var canonicalJSON: String {
    var text = CanonicalJSON()
    text.append(self)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
