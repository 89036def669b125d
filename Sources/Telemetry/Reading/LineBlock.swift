/// Some lines of a source that follow each other, and the bytes they lie in.
struct LineBlock: Sendable {
  /// The bytes; those of `lines` are whole lines.
  private(set) var bytes: [UInt8] = []

  /// The offset in the source of the first byte.
  private(set) var offset = 0

  /// How many bytes are of the source; the others are room for more.
  private(set) var filled = 0

  /// The lines, each with its line feed, unless the source ends without one.
  var lines = 0..<0

  /// Whether the one line that there is goes on behind the bytes.
  var isCut = false

  /// The bytes before this one hold no line feed behind the start of `lines`.
  var searched = 0

  /// The offset in the source behind the last byte.
  var end: Int { offset + filled }

  /// Begins a block at `offset` of the source with `rest`, which has been read already.
  mutating func start(at offset: Int, with rest: [UInt8]) {
    if bytes.count > 4 * BlockReader.blockLength { bytes = [] }
    self.offset = offset
    (filled, searched, lines, isCut) = (0, 0, 0..<0, false)
    makeRoom(for: rest.count)
    bytes.replaceSubrange(0..<rest.count, with: rest)
    filled = rest.count
  }

  /// Appends what `stream` has at hand; returns how many bytes, 0 at its end.
  mutating func fill(from stream: inout ByteStream) throws(SystemFault) -> Int {
    makeRoom(for: 1)
    let count = try stream.read(into: &bytes, at: filled)
    filled += count
    return count
  }

  private mutating func makeRoom(for count: Int) {
    guard bytes.count < filled + count else { return }
    let most = LineReader.maximumLength + 2 * BlockReader.blockLength
    let wanted = max(BlockReader.blockLength, min(bytes.count * 2, most), filled + count)
    bytes.append(contentsOf: repeatElement(0, count: wanted - bytes.count))
  }
}
