import Synchronization

/// The bytes of one source and, once somebody asks, where its lines start.
///
/// A source is usually a whole file. A log too large to hold is represented by excerpts: sources that hold
/// the bytes of a few of its lines and know the number of the first of them, so that a place in a log is
/// read like any other place.
public final class SourceFile: Sendable {
  /// The identity under which spans refer to this source.
  public let id: SourceID

  /// The path as the user would write it, with `/` between its parts and never absolute unless given so.
  public let path: String

  /// The content, byte for byte as it was read.
  public let bytes: [UInt8]

  /// The 1-based number, in the file at `path`, of the line on which `bytes` begins.
  public let firstLine: Int

  /// The 1-based column, in the file at `path`, at which `bytes` begins.
  public let firstColumn: Int

  private let cachedLines = AtomicLazyReference<LineIndex>()

  /// Wraps `bytes`, which begin on line `firstLine` and at column `firstColumn` of the file at `path`.
  public init(
    id: SourceID, path: String, bytes: [UInt8], firstLine: Int = 1, firstColumn: Int = 1
  ) {
    self.id = id
    self.path = path
    self.bytes = bytes
    self.firstLine = firstLine
    self.firstColumn = firstColumn
  }

  /// Where the lines start; built on first use, in time linear in the source's size.
  public var lines: LineIndex {
    cachedLines.load() ?? cachedLines.storeIfNil(LineIndex(bytes: bytes))
  }

  /// The span of all bytes.
  public var span: SourceSpan {
    SourceSpan(source: id, 0..<bytes.count)
  }

  /// The 1-based line and column of the byte at `offset`, counted in the file at `path`.
  public func position(at offset: Int) -> SourcePosition {
    counted(lines.position(at: offset, in: bytes))
  }

  /// The 1-based lines and columns of both ends of `range`, counted in the file at `path`.
  public func positions(of range: Range<Int>) -> (start: SourcePosition, end: SourcePosition) {
    let (start, end) = lines.positions(of: range, in: bytes)
    return (counted(start), counted(end))
  }

  /// `position`, which is counted in `bytes`, counted in the file at `path`.
  private func counted(_ position: SourcePosition) -> SourcePosition {
    SourcePosition(
      line: position.line + firstLine - 1,
      column: position.line == 1 ? position.column + firstColumn - 1 : position.column)
  }

  /// The text of `range`, with bytes that are not UTF-8 replaced by U+FFFD.
  public func text(in range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<bytes.count)
    return bytes.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
  }

  /// The text of the line on which `offset` lies, without its line break.
  public func lineText(at offset: Int) -> String {
    text(in: lines.lineRange(at: offset, in: bytes))
  }
}
