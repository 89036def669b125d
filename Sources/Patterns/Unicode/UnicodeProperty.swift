/// The set that a name between the braces of `\p{...}` stands for.
enum UnicodeProperty {
  /// `nil` where the name is not known; names are matched exactly, as ECMA-262 demands.
  static func set(named name: String) -> ScalarSet? {
    if let equals = name.firstIndex(of: "=") {
      let value = String(name[name.index(after: equals)...])
      switch name[..<equals] {
      case "General_Category", "gc": return category(named: value)
      case "Script", "sc": return Scripts.set(named: value)
      default: return nil
      }
    }
    return category(named: name) ?? binary(named: name) ?? Scripts.set(named: name)
  }

  private static func category(named name: String) -> ScalarSet? {
    guard let categories = GeneralCategories.categories(named: name) else { return nil }
    return GeneralCategories.set(where: categories.contains)
  }

  private static func binary(named name: String) -> ScalarSet? {
    switch name {
    case "Any": .everything
    case "ASCII": ScalarSet([0x00...0x7F])
    case "Assigned": GeneralCategories.set { $0 == .unassigned }.inverted
    case "ASCII_Hex_Digit", "AHex": ScalarSet(posix: "xdigit")
    case "Alphabetic", "Alpha": set { $0.isAlphabetic }
    case "Uppercase", "Upper": set { $0.isUppercase }
    case "Lowercase", "Lower": set { $0.isLowercase }
    case "White_Space", "space": set { $0.isWhitespace }
    case "Cased": set { $0.isCased }
    case "Case_Ignorable", "CI": set { $0.isCaseIgnorable }
    case "Dash": set { $0.isDash }
    case "Diacritic", "Dia": set { $0.isDiacritic }
    case "Emoji": set { $0.isEmoji }
    case "Emoji_Presentation", "EPres": set { $0.isEmojiPresentation }
    case "Emoji_Modifier", "EMod": set { $0.isEmojiModifier }
    case "Emoji_Modifier_Base", "EBase": set { $0.isEmojiModifierBase }
    case "Extender", "Ext": set { $0.isExtender }
    case "Hex_Digit", "Hex": set { $0.isHexDigit }
    case "ID_Continue", "IDC": set { $0.isIDContinue }
    case "ID_Start", "IDS": set { $0.isIDStart }
    case "Ideographic", "Ideo": set { $0.isIdeographic }
    case "Math": set { $0.isMath }
    case "Noncharacter_Code_Point", "NChar": set(upTo: 0x10FFFF) { $0.isNoncharacterCodePoint }
    case "Quotation_Mark", "QMark": set { $0.isQuotationMark }
    case "XID_Continue", "XIDC": set { $0.isXIDContinue }
    case "XID_Start", "XIDS": set { $0.isXIDStart }
    default: nil
    }
  }

  /// Asks every scalar up to plane 3 and the tags of plane 14: no other carries these properties.
  private static func set(
    upTo limit: UInt32 = 0xE0FFF, where isMember: (Unicode.Scalar.Properties) -> Bool
  ) -> ScalarSet {
    var ranges: [ClosedRange<UInt32>] = []
    var start: UInt32?
    var value: UInt32 = 0
    while value <= limit {
      let holds = Unicode.Scalar(value).map { isMember($0.properties) } ?? false
      if holds {
        start = start ?? value
      } else if let first = start {
        ranges.append(first...(value - 1))
        start = nil
      }
      value = value == 0x3FFFF && limit == 0xE0FFF && start == nil ? 0xE0000 : value + 1
    }
    if let first = start { ranges.append(first...limit) }
    return ScalarSet(ranges)
  }
}
