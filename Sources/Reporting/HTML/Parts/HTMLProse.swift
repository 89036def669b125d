extension Fragment where Language == HTML {
  /// A sentence of ours or of a rule's author, escaped, in which what stands between backticks is code.
  ///
  /// A backtick without a partner stays one. At most `limit` code points are shown.
  static func prose(_ text: String, limit: Int = VisibleText.usualLimit) -> Fragment {
    let parts = VisibleText.of(text, limit: limit)
      .split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    var fragment = Fragment()
    for (index, part) in parts.enumerated() {
      let shown: Fragment = "\(part, limit: .max)"
      if index.isMultiple(of: 2) {
        fragment += shown
      } else if index + 1 < parts.count {
        fragment += "<code>\(shown)</code>"
      } else {
        fragment += "`\(shown)"
      }
    }
    return fragment
  }
}
