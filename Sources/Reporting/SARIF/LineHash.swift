import SourceText

/// GitHub's `primaryLocationLineHash`: what code scanning recognises an alert by when lines have moved.
///
/// The hash of a line is that of the hundred UTF-16 units from its start, blanks and tabs skipped and every
/// line break read as LF; behind the text come one 0xFFFF and then zeros. Equal hashes are counted. It must
/// be GitHub's to the bit: the upload computes its own from the checkout and warns where they differ.
struct LineHash: Sendable {
  /// The hash of each line, and how many of those so far are equal to it.
  private let lines: [(hash: UInt64, count: UInt32)]

  private static let blockSize = 100
  private static let base: UInt64 = 37

  /// Hashes every line of `bytes`, in linear time.
  init(bytes: [UInt8]) {
    var roller = Roller()
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes { roller.read(UInt16(byte)) }
    } else {
      for unit in String(decoding: bytes, as: UTF8.self).utf16 { roller.read(unit) }
    }
    roller.finish()
    lines = roller.lines
  }

  /// The number of lines.
  var lineCount: Int { lines.count }

  /// The fingerprint, lower-case hex and a count, of the line `number`, from 1; `nil` where there is none.
  func fingerprint(ofLine number: Int) -> String? {
    guard lines.indices.contains(number - 1) else { return nil }
    return "\(String(lines[number - 1].hash, radix: 16)):\(lines[number - 1].count)"
  }

  /// The offset behind the bytes that the hash of the line at `start` of `bytes` depends on.
  static func reach(from start: Int, in bytes: [UInt8]) -> Int {
    var offset = start
    var units = 0
    while offset < bytes.count, units < blockSize {
      let byte = bytes[offset]
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t"), byte & 0xC0 != 0x80 { units += 1 }
      offset += 1
    }
    return offset
  }

  /// A window of a hundred units over the text, and the hash of what is in it.
  private struct Roller {
    var lines: [(hash: UInt64, count: UInt32)] = []
    private var window = [UInt16](repeating: 0, count: blockSize)
    /// For each place of the window, whether a line starts there.
    private var startsLine = [Bool](repeating: false, count: blockSize)
    private var index = 0
    private var hash: UInt64 = 0
    private var isAtLineStart = true
    private var isBehindCR = false
    private var counts: [UInt64: UInt32] = [:]
    /// The weight of the unit that leaves the window: the base to the power of its size.
    private let leaving = (0..<blockSize).reduce(UInt64(1)) { power, _ in power &* base }

    mutating func read(_ unit: UInt16) {
      let lineFeed = UInt16(UInt8(ascii: "\n"))
      let carriageReturn = UInt16(UInt8(ascii: "\r"))
      let isBlank = unit == UInt16(UInt8(ascii: " ")) || unit == UInt16(UInt8(ascii: "\t"))
      if isBlank || (isBehindCR && unit == lineFeed) {
        isBehindCR = false
        return
      }
      isBehindCR = unit == carriageReturn
      if startsLine[index] { output() }
      if isAtLineStart { startsLine[index] = true }
      let read = isBehindCR ? lineFeed : unit
      isAtLineStart = read == lineFeed
      roll(read)
    }

    mutating func finish() {
      read(0xFFFF)
      for _ in 0..<blockSize {
        if startsLine[index] { output() }
        roll(0)
      }
    }

    private mutating func roll(_ unit: UInt16) {
      hash = base &* hash &+ UInt64(unit) &- leaving &* UInt64(window[index])
      window[index] = unit
      index = index + 1 == blockSize ? 0 : index + 1
    }

    private mutating func output() {
      let count = counts[hash, default: 0] + 1
      counts[hash] = count
      lines.append((hash, count))
      startsLine[index] = false
    }
  }
}
