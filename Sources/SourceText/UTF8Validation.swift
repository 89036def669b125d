/// The first byte of `bytes` that is not part of well-formed UTF-8, or `nil`; linear time.
///
/// Overlong forms, surrogates and code points above U+10FFFF are ill-formed (RFC 3629).
public func firstInvalidUTF8Offset(in bytes: [UInt8]) -> Int? {
  let span = bytes.span
  var offset = 0
  let count = span.count
  while offset < count {
    let lead = span[offset]
    if lead < 0x80 {
      offset += 1
      continue
    }
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, lowest) = (3, 0xA0)
    case 0xED: (length, highest) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, lowest) = (4, 0x90)
    case 0xF4: (length, highest) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return offset
    }
    guard offset + length <= count else { return offset }
    guard span[offset + 1] >= lowest, span[offset + 1] <= highest else { return offset }
    for index in 2..<max(length, 2) where span[offset + index] & 0xC0 != 0x80 { return offset }
    offset += length
  }
  return nil
}
