import SourceText

/// Strings, numbers and words.
extension JSONReader {
  /// Adds the string from the cursor to `end`, which stands as it means, and passes it.
  @inline(__always)
  func appendString(
    to end: Int, _ here: inout Position, _ nodes: inout MutableSpan<NodeRecord>
  ) {
    append(.string, to: end, style: .doubleQuoted, flags: NodeRecord.isVerbatim, &here, &nodes)
    here.offset = end
  }

  /// Adds the string at the cursor, whose first escape is at `stop`, and passes it.
  @inline(__always)
  mutating func readEscapedString(
    _ bytes: RawSpan, _ stop: Int, _ here: inout Position, _ nodes: inout MutableSpan<NodeRecord>
  ) throws(JSONMistake) {
    let (end, payload) = try decodeString(
      bytes, at: here.offset, firstStop: stop, stops: &here.stops)
    append(.string, to: end, payload: payload, style: .doubleQuoted, &here, &nodes)
    here.offset = end
  }

  /// Decodes a string that holds escapes; returns the offset behind it and the payload of its node.
  ///
  /// Its plain beginning ends at `firstStop`.
  @inline(never)
  private mutating func decodeString(
    _ bytes: RawSpan, at start: Int, firstStop: Int, stops: inout StringStops
  ) throws(JSONMistake) -> (end: Int, payload: UInt32) {
    var plain = start + 1
    var stop = firstStop
    scratch.removeAll(keepingCapacity: true)
    while true {
      guard stop < end else { throw .unclosedString(start) }
      scratch.append(contentsOf: source.bytes[plain..<stop])
      let byte = ByteScanner.byte(bytes, at: stop)
      if byte == UInt8(ascii: "\"") { break }
      guard byte == UInt8(ascii: "\\") else {
        throw .controlCharacter(stop, inStringAt: start)
      }
      plain = try readEscape(bytes, at: stop, inStringAt: start)
      stop = stops.next(in: bytes, from: plain)
    }
    return (stop + 1, builder.addDecodedText(String(decoding: scratch, as: UTF8.self)))
  }

  /// Decodes the escape whose backslash is at `offset` into `scratch`; returns the offset behind it.
  private mutating func readEscape(
    _ bytes: RawSpan, at offset: Int, inStringAt start: Int
  ) throws(JSONMistake) -> Int {
    guard offset + 1 < end else { throw .unclosedString(start) }
    switch ByteScanner.byte(bytes, at: offset + 1) {
    case UInt8(ascii: "\""): scratch.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): scratch.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): scratch.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "u"): return try readUnicodeEscape(bytes, at: offset)
    default: throw .badEscape(offset)
    }
    return offset + 2
  }

  private mutating func readUnicodeEscape(
    _ bytes: RawSpan, at offset: Int
  ) throws(JSONMistake) -> Int {
    guard let unit = codeUnit(bytes, at: offset) else { throw .badUnicodeEscape(offset) }
    var scalar = UInt32(unit)
    var behind = offset + 6
    if unit & 0xFC00 == 0xD800, let low = codeUnit(bytes, at: behind), low & 0xFC00 == 0xDC00 {
      scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
      behind += 6
    }
    guard let character = Unicode.Scalar(scalar) else {
      warnOfLoneSurrogate(at: offset..<behind)
      scratch.append(contentsOf: [0xEF, 0xBF, 0xBD])
      return behind
    }
    scratch.append(contentsOf: character.utf8)
    return behind
  }

  /// The value of the `\uXXXX` at `offset`, or `nil` where there is none.
  private func codeUnit(_ bytes: RawSpan, at offset: Int) -> UInt16? {
    guard offset + 6 <= end, ByteScanner.byte(bytes, at: offset) == UInt8(ascii: "\\"),
      ByteScanner.byte(bytes, at: offset + 1) == UInt8(ascii: "u")
    else { return nil }
    var value: UInt16 = 0
    for index in offset + 2..<offset + 6 {
      let digit = ByteScanner.byte(bytes, at: index)
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(digit - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(digit - 0x61 + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(digit - 0x41 + 10)
      default: return nil
      }
    }
    return value
  }

  /// Adds the number at the cursor, which starts with a digit or minus.
  @inline(__always)
  mutating func readNumber(
    _ bytes: RawSpan, _ here: inout Position, _ nodes: inout MutableSpan<NodeRecord>
  ) throws(JSONMistake) {
    let start = here.offset
    var kind = NodeKind.integer
    var offset = start
    if ByteScanner.byte(bytes, at: offset) == UInt8(ascii: "-") { offset &+= 1 }
    let firstDigit = offset
    offset = behindDigits(bytes, from: offset)
    guard offset > firstDigit,
      offset == firstDigit &+ 1 || ByteScanner.byte(bytes, at: firstDigit) != UInt8(ascii: "0")
    else { throw .badNumber(start) }
    if ByteScanner.byteOrZero(bytes, at: offset) == UInt8(ascii: ".") {
      kind = .float
      let fraction = offset &+ 1
      offset = behindDigits(bytes, from: fraction)
      guard offset > fraction else { throw .badNumber(start) }
    }
    if ByteScanner.byteOrZero(bytes, at: offset) | 0x20 == UInt8(ascii: "e") {
      kind = .float
      offset &+= 1
      let sign = ByteScanner.byteOrZero(bytes, at: offset)
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { offset &+= 1 }
      let exponent = offset
      offset = behindDigits(bytes, from: exponent)
      guard offset > exponent else { throw .badNumber(start) }
    }
    append(kind, to: offset, style: .plain, flags: NodeRecord.isVerbatim, &here, &nodes)
    here.offset = offset
  }

  @inline(__always)
  private func behindDigits(_ bytes: RawSpan, from start: Int) -> Int {
    var offset = start
    while ByteScanner.byteOrZero(bytes, at: offset) &- 0x30 < 10 { offset &+= 1 }
    return offset
  }

  /// Adds the `true`, `false` or `null` at the cursor.
  @inline(__always)
  mutating func readWord(
    _ bytes: RawSpan, _ here: inout Position, _ nodes: inout MutableSpan<NodeRecord>
  ) throws(JSONMistake) {
    let start = here.offset
    guard start &+ 4 <= bytes.byteCount else { throw .unexpected(start, .value) }
    var end = start &+ 4
    var kind = NodeKind.boolean
    switch ByteScanner.fourBytes(bytes, at: start) {
    case 0x6575_7274: break  // "true", first letter lowest
    case 0x6C6C_756E: kind = .null  // "null"
    case 0x736C_6166 where ByteScanner.byteOrZero(bytes, at: end) == UInt8(ascii: "e"):  // "fals"
      end &+= 1
    default: throw .unexpected(start, .value)
    }
    append(kind, to: end, style: .plain, flags: NodeRecord.isVerbatim, &here, &nodes)
    here.offset = end
  }
}
