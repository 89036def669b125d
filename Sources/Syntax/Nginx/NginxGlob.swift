/// Matches paths against the patterns that `include` takes: `*`, `?` and `[...]`, as glob(3) reads them.
enum NginxGlob {
  /// Whether `pattern` is more than a plain path.
  static func isPattern(_ pattern: String) -> Bool {
    pattern.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == 0x5B }
  }

  /// Whether `path` matches; a wildcard matches neither `/` nor a leading dot of a name.
  static func matches(_ path: String, pattern: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let patterns = pattern.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count == patterns.count
      && zip(parts, patterns).allSatisfy { name, pattern in
        if name.first == UInt8(ascii: "."), pattern.first != UInt8(ascii: ".") { return false }
        return matches(Array(name), Array(pattern))
      }
  }

  /// Greedy with one point to fall back to: at worst the product of both lengths.
  private static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    var at = 0
    var by = 0
    var retry: (name: Int, pattern: Int)?
    while at < name.count {
      if by < pattern.count, pattern[by] == UInt8(ascii: "*") {
        retry = (at, by)
        by += 1
      } else if by < pattern.count, let next = step(over: name[at], in: pattern, from: by) {
        at += 1
        by = next
      } else if let star = retry {
        retry = (star.name + 1, star.pattern)
        at = star.name + 1
        by = star.pattern + 1
      } else {
        return false
      }
    }
    return pattern[by...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// The offset behind the one-character pattern at `start` if it matches `byte`.
  private static func step(over byte: UInt8, in pattern: [UInt8], from start: Int) -> Int? {
    switch pattern[start] {
    case UInt8(ascii: "?"): return start + 1
    case UInt8(ascii: "["):
      guard let end = pattern[start...].dropFirst(2).firstIndex(of: UInt8(ascii: "]")) else {
        return byte == pattern[start] ? start + 1 : nil
      }
      var set = pattern[start + 1..<end]
      let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
      if isNegated { set = set.dropFirst() }
      return contains(byte, in: set) != isNegated ? end + 1 : nil
    default: return byte == pattern[start] ? start + 1 : nil
    }
  }

  private static func contains(_ byte: UInt8, in set: ArraySlice<UInt8>) -> Bool {
    var cursor = set.startIndex
    while cursor < set.endIndex {
      if cursor + 2 < set.endIndex, set[cursor + 1] == UInt8(ascii: "-") {
        if set[cursor] <= byte, byte <= set[cursor + 2] { return true }
        cursor += 3
      } else {
        if set[cursor] == byte { return true }
        cursor += 1
      }
    }
    return false
  }
}
