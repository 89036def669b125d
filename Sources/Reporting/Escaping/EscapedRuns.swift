extension String {
  /// The text with what `replacement` has for an ASCII character in its place.
  ///
  /// What stands between two of them is copied as it is, and a text without any is returned as it is.
  func replacingCharacters(with replacement: (UInt8) -> StaticString?) -> String {
    var text = self
    return text.withUTF8 { $0.replacingCharacters(with: replacement) } ?? self
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The text of the bytes with what `replacement` has for some of them; `nil` where it has nothing for any.
  fileprivate func replacingCharacters(with replacement: (UInt8) -> StaticString?) -> String? {
    guard let first = firstIndex(where: { $0 < 0x80 && replacement($0) != nil }) else {
      return nil
    }
    var replaced: [UInt8] = []
    replaced.reserveCapacity(count + count / 4)
    var copied = 0
    for index in first..<count where self[index] < 0x80 {
      guard let escape = replacement(self[index]) else { continue }
      replaced.append(contentsOf: self[copied..<index])
      escape.withUTF8Buffer { replaced.append(contentsOf: $0) }
      copied = index + 1
    }
    replaced.append(contentsOf: self[copied...])
    return String(decoding: replaced, as: UTF8.self)
  }

  /// The code point that begins at `index` of the bytes of a string.
  func codePoint(at index: Int) -> Unicode.Scalar {
    let lead = UInt32(self[index])
    let width = UTF8.width(ofLead: self[index])
    guard width > 1 else { return Unicode.Scalar(self[index]) }
    var value = lead & (0x7F >> UInt32(width))
    for offset in 1..<width { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}

extension UTF8 {
  /// How many bytes the code point takes up that begins with `lead`.
  static func width(ofLead lead: UInt8) -> Int {
    switch lead {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}
