/// URIs (RFC 3986) and IRIs (RFC 3987).
enum URIFormat {
  static func isURI(_ text: String, allowsUnicode: Bool) -> Bool {
    URIReference(text).scheme != nil && isReference(text, allowsUnicode: allowsUnicode)
  }

  static func isReference(_ text: String, allowsUnicode: Bool) -> Bool {
    let uri = URIReference(text)
    // A colon in the first part of a relative path would read as a scheme that is none.
    if uri.scheme == nil, uri.authority == nil,
      uri.path.prefix(while: { $0 != "/" }).contains(":")
    {
      return false
    }
    if let authority = uri.authority, !isAuthority(authority, allowsUnicode) { return false }
    return isMadeOf(uri.path, ":@/", allowsUnicode)
      && isMadeOf(uri.query ?? "", ":@/?", allowsUnicode, isQuery: true)
      && isMadeOf(uri.fragment ?? "", ":@/?", allowsUnicode)
  }

  private static func isAuthority(_ authority: String, _ allowsUnicode: Bool) -> Bool {
    var host = Substring(authority)
    if let at = host.lastIndex(of: "@") {
      guard isMadeOf(String(host[..<at]), ":", allowsUnicode) else { return false }
      host = host[host.index(after: at)...]
    }
    if host.hasPrefix("[") {
      guard let bracket = host.firstIndex(of: "]") else { return false }
      let literal = String(host[host.index(after: host.startIndex)..<bracket])
      guard AddressFormat.isIPv6(literal) || isFutureAddress(literal) else { return false }
      let port = host[host.index(after: bracket)...]
      return port.isEmpty || (port.hasPrefix(":") && isPort(port.dropFirst()))
    }
    if let colon = host.firstIndex(of: ":") {
      guard isPort(host[host.index(after: colon)...]) else { return false }
      host = host[..<colon]
    }
    return isMadeOf(String(host), "", allowsUnicode)
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }

  private static func isFutureAddress(_ text: String) -> Bool {
    guard text.first == "v" || text.first == "V", let dot = text.firstIndex(of: ".") else {
      return false
    }
    let version = text[text.index(after: text.startIndex)..<dot]
    let address = text[text.index(after: dot)...]
    return !version.isEmpty && version.allSatisfy(\.isASCIIHexDigit) && !address.isEmpty
      && isMadeOf(String(address), ":", false) && !address.contains("%")
  }

  /// Whether `text` holds only unreserved characters, sub-delimiters, `others` and percent-encodings.
  private static func isMadeOf(
    _ text: String, _ others: String, _ allowsUnicode: Bool, isQuery: Bool = false
  ) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == "%" {
        let digits = scalars[(position + 1)...].prefix(2)
        guard digits.count == 2, digits.allSatisfy({ Character($0).isASCIIHexDigit }) else {
          return false
        }
        position += 3
        continue
      }
      guard
        scalar.isASCIILetterOrDigit || "-._~!$&'()*+,;=".unicodeScalars.contains(scalar)
          || others.unicodeScalars.contains(scalar)
          || (allowsUnicode && isInternational(scalar, isQuery: isQuery))
      else { return false }
      position += 1
    }
    return true
  }

  private static func isInternational(_ scalar: Unicode.Scalar, isQuery: Bool) -> Bool {
    switch scalar.value {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: isQuery
    case 0x10000...0xDFFFF: scalar.value & 0xFFFF < 0xFFFE
    case 0xE1000...0xEFFFD: true
    default: false
    }
  }
}

/// URI templates of RFC 6570, to level 4.
enum URITemplateFormat {
  static func isTemplate(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      switch scalar {
      case "{":
        guard let end = scalars[position...].firstIndex(of: "}"),
          isExpression(scalars[(position + 1)..<end])
        else { return false }
        position = end
      case "}", "\"", "'", "<", ">", "\\", "^", "`", "|", " ": return false
      case "%":
        guard isEncoding(scalars[position...]) else { return false }
      default:
        if scalar.value < 0x21 || scalar.value == 0x7F { return false }
      }
      position += 1
    }
    return true
  }

  private static func isExpression(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var text = text
    if let first = text.first, "+#./;?&=,!@|".unicodeScalars.contains(first) {
      text = text.dropFirst()
    }
    return text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { variable in
      var name = variable
      if name.last == "*" {
        name = name.dropLast()
      } else if let colon = name.firstIndex(of: ":") {
        let length = name[(colon + 1)...]
        guard (1...4).contains(length.count), length.first != "0",
          length.allSatisfy({ $0.isASCII && $0.properties.numericType != nil })
        else { return false }
        name = name[..<colon]
      }
      return isName(name)
    }
  }

  private static func isName(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard !name.isEmpty, name.last != "." else { return false }
    var position = name.startIndex
    var mayBeDot = false
    while position < name.endIndex {
      if name[position] == "%" {
        guard isEncoding(name[position...]) else { return false }
        position += 3
        mayBeDot = true
      } else {
        let isDot = name[position] == "."
        guard name[position].isASCIILetterOrDigit || name[position] == "_" || (isDot && mayBeDot)
        else { return false }
        position += 1
        mayBeDot = !isDot
      }
    }
    return true
  }

  private static func isEncoding(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let digits = text.dropFirst().prefix(2)
    return digits.count == 2 && digits.allSatisfy { Character($0).isASCIIHexDigit }
  }
}
