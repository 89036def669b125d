/// Which letters are drawn like other ones, after Unicode's compatibility forms and confusables.
///
/// Only letters count: punctuation in full width is how East Asian texts are typeset, and hides nothing.
enum LookAlikes {
  /// The Latin letter or digit that `scalar` is a typographic variant of, as in mathematical alphabets,
  /// circled letters and full width; `nil` for everything else.
  static func plainVariant(of scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0xFF21...0xFF3A: letter(scalar - 0xFF21)
    case 0xFF41...0xFF5A: letter(scalar - 0xFF41)
    case 0xFF10...0xFF19: digit(scalar - 0xFF10)
    case 0x1D400...0x1D6A3: letter((scalar - 0x1D400) % 26)
    case 0x1D7CE...0x1D7FF: digit((scalar - 0x1D7CE) % 10)
    case 0x24B6...0x24CF: letter(scalar - 0x24B6)
    case 0x24D0...0x24E9: letter(scalar - 0x24D0)
    case 0x1F130...0x1F149: letter(scalar - 0x1F130)
    case 0x1F150...0x1F169: letter(scalar - 0x1F150)
    case 0x1F170...0x1F189: letter(scalar - 0x1F170)
    default: smallCapitals[scalar]
    }
  }

  /// The Latin letter that a letter of another script is drawn like; `nil` where there is none.
  static func latin(for scalar: UInt32) -> UInt8? {
    guard (0x0370...0x0587).contains(scalar) else { return nil }
    return otherScripts[scalar]
  }

  /// The letter without its accent, for the Latin letters that the languages of Europe and Vietnamese write;
  /// else `nil`.
  static func withoutAccent(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0xC0...0x17F: break
    case 0x1A0, 0x1A1, 0x1ECC...0x1EE3: return UInt8(ascii: "o")
    case 0x1AF, 0x1B0, 0x1EE4...0x1EF1: return UInt8(ascii: "u")
    case 0x1EA0...0x1EB7: return UInt8(ascii: "a")
    case 0x1EB8...0x1EC7: return UInt8(ascii: "e")
    case 0x1EC8...0x1ECB: return UInt8(ascii: "i")
    case 0x1EF2...0x1EF9: return UInt8(ascii: "y")
    default: return nil
    }
    let letter = accented[Int(scalar - 0xC0)]
    return letter == UInt8(ascii: ".") ? nil : letter
  }

  private static func letter(_ index: UInt32) -> UInt8 { UInt8(ascii: "a") + UInt8(index) }

  private static func digit(_ index: UInt32) -> UInt8 { UInt8(ascii: "0") + UInt8(index) }

  /// U+00C0 to U+017F without accents, a point where there is no one letter.
  private static let accented = Array(
    ("aaaaaa.ceeeeiiiidnooooo.ouuuuy.saaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllll"
      + "nnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  private static let smallCapitals = pairs(
    "ᴀaʙbᴄcᴅdᴇeғfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzıi")

  private static let otherScripts = pairs(
    "аaеeоoрpсcхxуyіiјjѕsԁdһhӏlвbмmнhтtкkԛqԝwАaЕeОoРpСcХxУyІiЈjЅsВbМmНhТtКk"
      + "αaοoνvιiκkρpτtυuγyχxΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxօoսuհhցgոnյj")

  /// A table from letters that are followed by what they look like.
  private static func pairs(_ text: String) -> [UInt32: UInt8] {
    var table: [UInt32: UInt8] = [:]
    var variant: UInt32?
    for scalar in text.unicodeScalars {
      if let key = variant {
        table[key] = UInt8(truncatingIfNeeded: scalar.value)
        variant = nil
      } else {
        variant = scalar.value
      }
    }
    return table
  }
}
