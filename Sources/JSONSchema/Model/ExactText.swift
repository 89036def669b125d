/// A string that equals another only if both are the same code points.
///
/// `String` holds composed and decomposed characters for equal; JSON does not, and neither may a key.
struct ExactText: Hashable, Comparable, Sendable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (left: ExactText, right: ExactText) -> Bool {
    let (left, right) = (left.text.utf8, right.text.utf8)
    return left.count == right.count && left.elementsEqual(right)
  }

  static func < (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  // Strings that are equal here are equal as strings, so their hash serves.
  func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}
