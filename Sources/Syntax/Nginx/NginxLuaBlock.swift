/// Finds where the Lua code of a `*_by_lua_block` ends.
///
/// Braces in Lua's strings, long brackets and comments are not counted.
enum NginxLuaBlock {
  /// The offset of the brace that closes the block whose code begins at `start`, or `nil`.
  static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var cursor = start
    var depth = 1
    while cursor < bytes.count {
      switch bytes[cursor] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return cursor }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        cursor = afterString(bytes, from: cursor)
        continue
      case UInt8(ascii: "-") where cursor + 1 < bytes.count && bytes[cursor + 1] == bytes[cursor]:
        if let after = afterLongBracket(bytes, from: cursor + 2) {
          cursor = after
        } else {
          while cursor < bytes.count, bytes[cursor] != UInt8(ascii: "\n") { cursor += 1 }
        }
        continue
      case UInt8(ascii: "["):
        if let after = afterLongBracket(bytes, from: cursor) {
          cursor = after
          continue
        }
      default: break
      }
      cursor += 1
    }
    return nil
  }

  /// A string that its line does not close ends with the line, as it does for Lua.
  private static func afterString(_ bytes: [UInt8], from start: Int) -> Int {
    let quote = bytes[start]
    var cursor = start + 1
    while cursor < bytes.count {
      if bytes[cursor] == quote { return cursor + 1 }
      if bytes[cursor] == UInt8(ascii: "\n") { return cursor }
      cursor += bytes[cursor] == UInt8(ascii: "\\") ? 2 : 1
    }
    return bytes.count
  }

  /// The offset behind `[[...]]` or `[=[...]=]`, or `nil` where none starts at `start`.
  private static func afterLongBracket(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else { return nil }
    var cursor = start + 1
    while cursor < bytes.count, bytes[cursor] == UInt8(ascii: "=") { cursor += 1 }
    let level = cursor - start - 1
    guard cursor < bytes.count, bytes[cursor] == UInt8(ascii: "[") else { return nil }
    cursor += 1
    while cursor < bytes.count {
      guard bytes[cursor] == UInt8(ascii: "]") else {
        cursor += 1
        continue
      }
      var end = cursor + 1
      while end < bytes.count, bytes[end] == UInt8(ascii: "=") { end += 1 }
      if end < bytes.count, bytes[end] == UInt8(ascii: "]"), end - cursor - 1 == level {
        return end + 1
      }
      cursor = end
    }
    return bytes.count
  }
}
