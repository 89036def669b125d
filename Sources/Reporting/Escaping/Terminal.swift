/// Text for a terminal: once nothing hidden is left in it, nothing in it acts there.
///
/// What people read at a terminal also ends up in the logs of CI jobs, whose runners take lines that begin
/// with `::command::` for commands to themselves; a line may be broken at any blank.
package enum Terminal: OutputLanguage {
  package static func escape(_ text: String) -> String {
    guard text.utf8.contains(colon) else { return text }
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count)
    for index in bytes.indices {
      let beginsWord = index == 0 || bytes[index - 1] == UInt8(ascii: " ")
      if beginsWord, beginsCommand(bytes[index...]) {
        escaped += Array(#"\u{3A}"#.utf8)
      } else {
        escaped.append(bytes[index])
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static let colon = UInt8(ascii: ":")

  private static func beginsCommand(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.starts(with: "::".utf8), let next = rest.dropFirst(2).first else { return false }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
  }
}
