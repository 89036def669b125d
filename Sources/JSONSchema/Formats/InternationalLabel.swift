/// Which labels in other scripts IDNA 2008 allows (RFC 5891, 5892), as far as Unicode's properties at hand
/// tell.
enum InternationalLabel {
  /// What the label `xn--…` stands for.
  static func decoded(_ label: Substring) -> [Unicode.Scalar]? {
    guard label.lowercased().hasPrefix("xn--") else { return nil }
    return Punycode.decoded(label.dropFirst(4).lowercased())
  }

  static func isSound(_ label: [Unicode.Scalar]) -> Bool {
    guard let first = label.first, let last = label.last, first != "-", last != "-" else {
      return false
    }
    if label.count >= 4, label[2] == "-", label[3] == "-" { return false }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: break
    }
    return label.indices.allSatisfy { isAllowed(label, at: $0) }
  }

  /// Whether the character is valid by itself, or where it stands (RFC 5892, appendix A).
  private static func isAllowed(_ label: [Unicode.Scalar], at index: Int) -> Bool {
    let scalar = label[index]
    let before = index > 0 ? label[index - 1] : nil
    let after = index + 1 < label.count ? label[index + 1] : nil
    switch scalar.value {
    case 0xB7: return before == "l" && after == "l"
    case 0x375:
      return after.map { (0x370...0x3FF).contains($0.value) || isGreekExtended($0) } ?? false
    case 0x5F3, 0x5F4: return before.map { (0x590...0x5FF).contains($0.value) } ?? false
    case 0x30FB: return label.contains(where: isJapaneseOrHan)
    case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
    case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
    case 0x200D: return isVirama(before)
    case 0x200C: return isVirama(before) || joins(label, at: index)
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
    // Old jamo; modern text composes its syllables.
    case 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7FB: return false
    default: break
    }
    if scalar.isASCII {
      return scalar.isASCIILetterOrDigit && !("A"..."Z").contains(scalar) || scalar == "-"
    }
    guard !scalar.properties.changesWhenNFKCCaseFolded,
      !scalar.properties.isDefaultIgnorableCodePoint
    else { return false }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
      .decimalNumber:
      return true
    default: return false
    }
  }

  private static func isGreekExtended(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F00...0x1FFF).contains(scalar.value)
  }

  private static func isJapaneseOrHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0x3005, 0x3007: true
    default: scalar.properties.isIdeographic
    }
  }

  private static func isVirama(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.canonicalCombiningClass.rawValue == 9
  }

  /// Whether the non-joiner at `index` stands between two Arabic letters that would join without it.
  private static func joins(_ label: [Unicode.Scalar], at index: Int) -> Bool {
    func isTransparent(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .nonspacingMark
    }
    guard let before = label[..<index].last(where: { !isTransparent($0) }),
      let after = label[(index + 1)...].first(where: { !isTransparent($0) })
    else { return false }
    return isArabicLetter(before) && !joinsOnlyToTheRight(before) && isArabicLetter(after)
  }

  private static func isArabicLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x621, 0x674, 0x6D5: false
    case 0x620...0x64A, 0x66E...0x6D3, 0x6EE...0x6FF, 0x712...0x72F, 0x74D...0x77F, 0x8A0...0x8C7:
      scalar.properties.isAlphabetic
    default: false
    }
  }

  private static func joinsOnlyToTheRight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x622...0x625, 0x627, 0x629, 0x62F...0x632, 0x648, 0x671...0x673, 0x675...0x677,
      0x688...0x699, 0x6C0, 0x6C3...0x6CB, 0x6CD, 0x6CF, 0x6D2, 0x6D3, 0x6EE, 0x6EF:
      true
    default: false
    }
  }
}
