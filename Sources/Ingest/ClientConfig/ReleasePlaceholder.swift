/// Variables of templates that stand where a release is to write its version.
enum ReleasePlaceholder {
  /// Why `version` is none, where it holds such a variable: `${VERSION}`, `$VERSION`, `{{version}}`,
  /// `__VERSION__`, `<version>` or `%VERSION%`.
  static func reason(in version: String) -> String? {
    guard isPresent(in: Array(version.utf8)) else { return nil }
    return "`\(version)` is a placeholder that a release is to replace, and no version"
  }

  private static func isPresent(in bytes: [UInt8]) -> Bool {
    for (index, byte) in bytes.enumerated() {
      let rest = bytes[index...]
      switch byte {
      case UInt8(ascii: "$"): return true
      case UInt8(ascii: "{") where rest.starts(with: "{{".utf8): return true
      case UInt8(ascii: "_") where rest.starts(with: "__".utf8): return isEnclosed(rest, by: "__")
      case UInt8(ascii: "%"): return isEnclosed(rest, by: "%")
      case UInt8(ascii: "<"): return rest.last == UInt8(ascii: ">")
      default: continue
      }
    }
    return false
  }

  /// Whether `bytes` begin and end with `mark`, with something between.
  private static func isEnclosed(_ bytes: ArraySlice<UInt8>, by mark: String) -> Bool {
    bytes.count > 2 * mark.utf8.count && bytes.suffix(mark.utf8.count).elementsEqual(mark.utf8)
  }
}
