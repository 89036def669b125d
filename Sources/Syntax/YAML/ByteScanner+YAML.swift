/// Searches for the bytes at which parts of a YAML source may end.
extension ByteScanner {
  /// The first of `:`, `#` and the control characters, among them tabs and line breaks, or `end`.
  @inline(__always)
  static func firstPlainStop(_ bytes: borrowing RawSpan, from start: Int, to end: Int) -> Int {
    let colon = SIMD16<UInt8>(repeating: UInt8(ascii: ":"))
    let hash = SIMD16<UInt8>(repeating: UInt8(ascii: "#"))
    let space = SIMD16<UInt8>(repeating: UInt8(ascii: " "))
    return first(bytes, from: start, to: end) { chunk in
      (chunk .== colon) .| (chunk .== hash) .| (chunk .< space)
    }
  }

  /// The same with `,`, `[`, `]`, `{` and `}`.
  @inline(__always)
  static func firstFlowPlainStop(_ bytes: borrowing RawSpan, from start: Int, to end: Int) -> Int {
    let colon = SIMD16<UInt8>(repeating: UInt8(ascii: ":"))
    let hash = SIMD16<UInt8>(repeating: UInt8(ascii: "#"))
    let comma = SIMD16<UInt8>(repeating: UInt8(ascii: ","))
    let space = SIMD16<UInt8>(repeating: UInt8(ascii: " "))
    let opening = SIMD16<UInt8>(repeating: UInt8(ascii: "{"))
    let closing = SIMD16<UInt8>(repeating: UInt8(ascii: "}"))
    // In ASCII, braces are brackets with one more bit set.
    let bit = SIMD16<UInt8>(repeating: UInt8(ascii: "{") ^ UInt8(ascii: "["))
    return first(bytes, from: start, to: end) { chunk in
      (chunk .== colon) .| (chunk .== hash) .| (chunk .== comma) .| (chunk .< space)
        .| ((chunk | bit) .== opening) .| ((chunk | bit) .== closing)
    }
  }

  /// The first of `quote`, `escape` and the line breaks, or `end`.
  @inline(__always)
  static func firstQuotedStop(
    _ bytes: borrowing RawSpan, from start: Int, to end: Int, quote: UInt8, escape: UInt8
  ) -> Int {
    let quote = SIMD16<UInt8>(repeating: quote)
    let escape = SIMD16<UInt8>(repeating: escape)
    let lineFeed = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
    let carriageReturn = SIMD16<UInt8>(repeating: UInt8(ascii: "\r"))
    return first(bytes, from: start, to: end) { chunk in
      (chunk .== quote) .| (chunk .== escape) .| (chunk .== lineFeed)
        .| (chunk .== carriageReturn)
    }
  }

  /// The first line feed or carriage return, or `end`.
  @inline(__always)
  static func firstLineBreak(_ bytes: borrowing RawSpan, from start: Int, to end: Int) -> Int {
    let lineFeed = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
    let carriageReturn = SIMD16<UInt8>(repeating: UInt8(ascii: "\r"))
    return first(bytes, from: start, to: end) { chunk in
      (chunk .== lineFeed) .| (chunk .== carriageReturn)
    }
  }

  /// The first byte that is neither printable ASCII nor a line break nor a tab, or `end`.
  @inline(__always)
  static func firstUnprintable(_ bytes: borrowing RawSpan, from start: Int, to end: Int) -> Int {
    let first = SIMD16<UInt8>(repeating: 0x20)
    let printable = SIMD16<UInt8>(repeating: 0x5F)
    let tab = SIMD16<UInt8>(repeating: 0x09)
    let lineFeed = SIMD16<UInt8>(repeating: 0x0A)
    let carriageReturn = SIMD16<UInt8>(repeating: 0x0D)
    return Self.first(bytes, from: start, to: end) { chunk in
      ((chunk &- first) .>= printable) .& (chunk .!= lineFeed) .& (chunk .!= tab)
        .& (chunk .!= carriageReturn)
    }
  }
}
