import Syntax

/// Hands out the lines of a source one after the other, in constant memory.
struct LineReader: ~Copyable {
  /// The longest line that is read whole, in bytes.
  static let maximumLength = 16 << 20

  private var blocks: BlockReader
  private var block = LineBlock()
  private var cutter = LineCutter()

  /// Opens `source` at the start of its range; its blocks are hashed on the way if `hashes`.
  init(_ source: LogSource, hashes: Bool) throws(SystemFault) {
    blocks = try BlockReader(source, hashes: hashes)
  }

  /// What has been read, once everything has.
  var part: ReadPart { blocks.part }

  /// Hands each line of the range to `body`.
  mutating func forEachLine(
    _ body: (borrowing RawSpan, borrowing LineMarks, LogLine) -> Void
  ) throws(SystemFault) {
    while try blocks.readNext(into: &block) {
      cutter.start(block, after: cutter.count)
      while let line = cutter.nextLine(of: block) {
        body(block.bytes.span.bytes.extracting(line.range), cutter.marks, line)
      }
    }
  }

  /// Whether there is nothing but white space in `bytes`.
  static func isBlank(_ bytes: borrowing RawSpan) -> Bool {
    for offset in 0..<bytes.byteCount {
      switch ByteScanner.byte(bytes, at: offset) {
      case 0x20, 0x09, 0x0D: continue
      default: return false
      }
    }
    return true
  }
}
