/// E-mail addresses: a mailbox of RFC 5321, section 4.1.2, or of RFC 6531 with other scripts.
enum EmailFormat {
  static func isAddress(_ text: String, allowsUnicode: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let at = scalars.lastIndex(of: "@"), at > 0 else { return false }
    return isLocalPart(scalars[..<at], allowsUnicode)
      && isDomain(text: String(String.UnicodeScalarView(scalars[(at + 1)...])), allowsUnicode)
  }

  private static func isLocalPart(
    _ part: ArraySlice<Unicode.Scalar>, _ allowsUnicode: Bool
  ) -> Bool {
    if part.first == "\"" { return isQuoted(part, allowsUnicode) }
    return part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty
        && atom.allSatisfy { scalar in
          scalar.isASCII
            ? scalar.isASCIILetterOrDigit || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
            : allowsUnicode
        }
    }
  }

  private static func isQuoted(
    _ part: ArraySlice<Unicode.Scalar>, _ allowsUnicode: Bool
  ) -> Bool {
    guard part.count >= 2, part.last == "\"" else { return false }
    var isEscaped = false
    for scalar in part.dropFirst().dropLast() {
      guard (0x20...0x7E).contains(scalar.value) || (allowsUnicode && !scalar.isASCII) else {
        return false
      }
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "\"" {
        return false
      }
    }
    return !isEscaped
  }

  private static func isDomain(text: String, _ allowsUnicode: Bool) -> Bool {
    if text.hasPrefix("["), text.hasSuffix("]") {
      let literal = String(text.dropFirst().dropLast())
      if literal.lowercased().hasPrefix("ipv6:") {
        return AddressFormat.isIPv6(String(literal.dropFirst(5)))
      }
      return AddressFormat.isIPv4(literal)
    }
    guard allowsUnicode, !text.unicodeScalars.allSatisfy(\.isASCII) else {
      return HostnameFormat.isHostname(text)
    }
    // Mail may write a label in any normal form, where a host name may not.
    return text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0.allSatisfy { !$0.isASCII || $0.isASCIILetterOrDigit || $0 == "-" }
    }
  }
}

extension Unicode.Scalar {
  var isASCIILetterOrDigit: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }
}
