/// Host names of RFC 1123, with the international labels of RFC 5890 and those after it.
enum HostnameFormat {
  static func isHostname(_ text: String) -> Bool {
    guard text.utf8.count <= 253, text.unicodeScalars.allSatisfy(\.isASCII) else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      isASCIILabel($0) && isSoundIfEncoded($0)
    }
  }

  static func isInternationalHostname(_ text: String) -> Bool {
    // RFC 3490 takes three other full stops for dots.
    let separators: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
    let labels = text.unicodeScalars.split(omittingEmptySubsequences: false) {
      separators.contains($0)
    }
    var length = labels.count - 1
    var hasRightToLeft = false
    var decoded: [[Unicode.Scalar]] = []
    for label in labels {
      let scalars = Array(label)
      if scalars.allSatisfy(\.isASCII) {
        let text = Substring(String.UnicodeScalarView(scalars).description)
        guard isASCIILabel(text), isSoundIfEncoded(text) else { return false }
        length += scalars.count
        decoded.append(InternationalLabel.decoded(text) ?? scalars)
      } else {
        guard InternationalLabel.isSound(scalars), let encoded = Punycode.encoded(scalars),
          encoded.utf8.count + 4 <= 63
        else { return false }
        length += encoded.utf8.count + 4
        decoded.append(scalars)
      }
      hasRightToLeft =
        hasRightToLeft || (decoded.last ?? []).contains(where: BidiClass.isRightToLeft)
    }
    guard length <= 253 else { return false }
    return !hasRightToLeft || decoded.allSatisfy(BidiClass.meetsRule)
  }

  /// One to 63 letters, digits and hyphens, with no hyphen at an end.
  private static func isASCIILabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
      && label.unicodeScalars.allSatisfy { $0.isASCIILetterOrDigit || $0 == "-" }
  }

  /// Whether a label that starts with `xn--` stands for a sound label in another script.
  private static func isSoundIfEncoded(_ label: Substring) -> Bool {
    guard label.lowercased().hasPrefix("xn--") else { return true }
    guard let scalars = InternationalLabel.decoded(label), !scalars.allSatisfy(\.isASCII),
      Punycode.encoded(scalars)?.lowercased() == label.dropFirst(4).lowercased()
    else { return false }
    return InternationalLabel.isSound(scalars)
      && (!scalars.contains(where: BidiClass.isRightToLeft) || BidiClass.meetsRule(scalars))
  }
}
