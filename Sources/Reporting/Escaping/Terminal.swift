/// Text for a terminal: once nothing hidden is left in it, nothing in it acts there.
///
/// What people read at a terminal also ends up in the logs of CI jobs, whose runners take some lines for
/// commands to themselves; the characters that begin such a command are shown as escapes.
package enum Terminal: OutputLanguage {
  package static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == number || $0 == colon }) else { return text }
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count)
    for index in bytes.indices {
      if beginsBracketCommand(bytes[index...]) {
        escaped += Array(#"\u{23}"#.utf8)
      } else if index == 0 || bytes[index - 1] == UInt8(ascii: " "),
        beginsColonCommand(bytes[index...])
      {
        escaped += Array(#"\u{3A}"#.utf8)
      } else {
        escaped.append(bytes[index])
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static let number = UInt8(ascii: "#")
  private static let colon = UInt8(ascii: ":")

  /// `##[command]` and `##vso[command]`, which count anywhere in a line.
  private static func beginsBracketCommand(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.starts(with: "##[".utf8) || rest.starts(with: "##vso[".utf8)
  }

  /// `::command::`, which counts at the start of a line, and a line may be broken at any blank.
  private static func beginsColonCommand(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.starts(with: "::".utf8), let next = rest.dropFirst(2).first else { return false }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
  }
}
