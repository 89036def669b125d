/// The classes of characters that the Bidi rule of RFC 5893 speaks of, by ranges.
enum BidiClass {
  case leftToRight
  case rightToLeft
  case europeanNumber
  case arabicNumber
  case nonspacingMark
  case neutral

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x6F0...0x6F9: self = .europeanNumber
    case 0x660...0x669, 0x66B, 0x66C, 0x6DD: self = .arabicNumber
    default:
      if scalar.properties.generalCategory == .nonspacingMark {
        self = .nonspacingMark
      } else if scalar == "-" || scalar.value == 0xB7 || scalar.value == 0x200C
        || scalar.value == 0x200D
      {
        self = .neutral
      } else {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
          self = .rightToLeft
        default: self = .leftToRight
        }
      }
    }
  }

  /// Whether a character makes its whole name subject to the rule.
  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch BidiClass(scalar) {
    case .rightToLeft, .arabicNumber: true
    default: false
    }
  }

  /// Whether `label`, part of a name with right-to-left characters, meets the rule.
  static func meetsRule(_ label: [Unicode.Scalar]) -> Bool {
    let classes = label.map(BidiClass.init)
    guard let first = classes.first, let last = classes.last(where: { $0 != .nonspacingMark })
    else { return false }
    switch first {
    case .rightToLeft:
      return !classes.contains(.leftToRight)
        && [.rightToLeft, .europeanNumber, .arabicNumber].contains(last)
        && !(classes.contains(.europeanNumber) && classes.contains(.arabicNumber))
    case .leftToRight:
      return !classes.contains(.rightToLeft) && !classes.contains(.arabicNumber)
        && [.leftToRight, .europeanNumber].contains(last)
    default: return false
    }
  }
}
