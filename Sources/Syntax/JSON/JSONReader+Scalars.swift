import SourceText

/// Strings, numbers and words.
extension JSONReader {
  /// Adds the string whose opening quote is at `cursor`, and tells whether it stands as it means.
  @inline(__always) @discardableResult
  mutating func readString(
    _ bytes: RawSpan, _ cursor: inout Int, _ nodes: inout MutableSpan<NodeRecord>
  ) throws(JSONMistake) -> Bool {
    let start = cursor
    let stop = ByteScanner.firstStringStop(bytes, from: start &+ 1, to: bytes.byteCount)
    if ByteScanner.byteOrZero(bytes, at: stop) == UInt8(ascii: "\"") {
      cursor = stop &+ 1
      append(
        .string, start, cursor, style: .doubleQuoted, flags: NodeRecord.isVerbatim, &nodes)
      return true
    }
    cursor = try readEscapedString(bytes, at: start, firstStop: stop, &nodes)
    return false
  }

  /// Adds a string that holds escapes, and returns the offset behind it.
  ///
  /// Its plain beginning ends at `firstStop`.
  @inline(never)
  private mutating func readEscapedString(
    _ bytes: RawSpan, at start: Int, firstStop: Int, _ nodes: inout MutableSpan<NodeRecord>
  ) throws(JSONMistake) -> Int {
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
      stop = ByteScanner.firstStringStop(bytes, from: plain, to: end)
    }
    let payload = builder.addDecodedText(String(decoding: scratch, as: UTF8.self))
    append(.string, start, stop + 1, payload: payload, style: .doubleQuoted, flags: 0, &nodes)
    return stop + 1
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

  /// Adds the number that starts at `cursor` with a digit or minus.
  @inline(__always)
  mutating func readNumber(
    _ bytes: RawSpan, _ cursor: inout Int, _ nodes: inout MutableSpan<NodeRecord>
  ) throws(JSONMistake) {
    let start = cursor
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
    cursor = offset
    append(kind, start, offset, style: .plain, flags: NodeRecord.isVerbatim, &nodes)
  }

  @inline(__always)
  private func behindDigits(_ bytes: RawSpan, from start: Int) -> Int {
    var offset = start
    while ByteScanner.byteOrZero(bytes, at: offset) &- 0x30 < 10 { offset &+= 1 }
    return offset
  }

  /// Adds the `true`, `false` or `null` that starts at `cursor` with `byte`.
  @inline(__always)
  mutating func readWord(
    _ bytes: RawSpan, _ cursor: inout Int, from byte: UInt8, _ nodes: inout MutableSpan<NodeRecord>
  ) throws(JSONMistake) {
    let start = cursor
    guard start &+ 4 <= bytes.byteCount else { throw .unexpected(start, .value) }
    let word = ByteScanner.fourBytes(bytes, at: start)
    switch word {
    case 0x6575_7274:  // "true", first letter lowest
      cursor = start &+ 4
      append(.boolean, start, cursor, style: .plain, flags: NodeRecord.isVerbatim, &nodes)
    case 0x6C6C_756E:  // "null"
      cursor = start &+ 4
      append(.null, start, cursor, style: .plain, flags: NodeRecord.isVerbatim, &nodes)
    default:
      guard word == 0x736C_6166,  // "fals"
        ByteScanner.byteOrZero(bytes, at: start &+ 4) == UInt8(ascii: "e")
      else { throw .unexpected(start, .value) }
      cursor = start &+ 5
      append(.boolean, start, cursor, style: .plain, flags: NodeRecord.isVerbatim, &nodes)
    }
  }
}
