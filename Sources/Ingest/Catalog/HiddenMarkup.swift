/// Markup that keeps text from being shown where it is rendered, such as `<span style="display:none">`.
///
/// Linear in the size of the text: each tag is looked at once, and only its beginning.
enum HiddenMarkup {
  /// Declarations of style, without blanks, that leave nothing to see.
  private static let declarations = [
    "display:none", "visibility:hidden", "font-size:0", "opacity:0;", "opacity:0\"", "opacity:0'",
    "color:white", "color:#fff", "color:transparent", "left:-9999px", "text-indent:-9999px",
  ]

  /// Longer tags are cut.
  private static let longestTag = 200

  /// The first tag that hides what it encloses; `nil` where there is none.
  static func range(in text: String) -> Range<Int>? {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
    let bytes = Array(text.utf8)
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let end = min(bytes.count, open + longestTag)
      guard let close = bytes[open..<end].firstIndex(of: UInt8(ascii: ">")) else {
        index = open + 1
        continue
      }
      if hides(bytes[open..<close]) { return open..<close + 1 }
      index = close + 1
    }
    return nil
  }

  private static func hides(_ tag: ArraySlice<UInt8>) -> Bool {
    guard tag.count > 1, (0x41...0x7A).contains(tag[tag.startIndex + 1]) else { return false }
    let text = String(decoding: tag.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    guard text.contains("style=") else { return false }
    return declarations.contains { text.contains($0) }
  }
}
