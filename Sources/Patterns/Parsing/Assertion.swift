/// A condition on the place between two bytes that consumes neither.
enum Assertion: Hashable, Sendable {
  case startOfText
  case endOfText
  /// The `$` and `\Z` of PCRE: at the end, or before a newline that ends the text.
  case endOfTextOrFinalNewline
  case startOfLine
  case endOfLine
  /// Between an ASCII word byte and anything else.
  case wordBoundary
  case notWordBoundary
  /// Not inside a scalar. The search alone asks for it, where an empty match might start anywhere.
  case scalarBoundary

  /// Whether the assertion holds between a byte of kind `left` and one of kind `right`.
  func holds(between left: ByteKind, and right: ByteKind) -> Bool {
    switch self {
    case .startOfText: left == .boundary
    case .endOfText: right == .boundary
    case .endOfTextOrFinalNewline: right == .boundary || right == .finalNewline
    case .startOfLine: left == .boundary || left.isNewline
    case .endOfLine: right == .boundary || right.isNewline
    case .wordBoundary: (left == .word) != (right == .word)
    case .notWordBoundary: (left == .word) == (right == .word)
    case .scalarBoundary: right != .continuation
    }
  }
}

/// All that an assertion needs to know of the byte on one side of it.
enum ByteKind: UInt8, Hashable, Sendable {
  case other
  case word
  case newline
  /// A newline that is the last byte of the text.
  case finalNewline
  /// A byte of a scalar's encoding other than its first.
  case continuation
  /// No byte: the text starts or ends here.
  case boundary

  init(of byte: UInt8) {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: self = .word
    case 0x0A: self = .newline
    case 0x80...0xBF: self = .continuation
    default: self = .other
    }
  }

  /// The kind of the byte at `position`, which may lie just outside `text`.
  init(at position: Int, in text: Span<UInt8>) {
    guard position >= 0 && position < text.count else {
      self = .boundary
      return
    }
    let kind = ByteKind(of: text[position])
    self = kind == .newline && position == text.count - 1 ? .finalNewline : kind
  }

  var isNewline: Bool { self == .newline || self == .finalNewline }
}
