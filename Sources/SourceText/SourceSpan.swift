/// The identity of one source within the library that holds it.
@frozen
public struct SourceID: Hashable, Comparable, Sendable {
  /// The source's place in its library.
  public let index: UInt32

  /// Names the source at `index` of a library.
  @inlinable
  public init(index: UInt32) {
    self.index = index
  }

  /// Orders sources as their library does.
  @inlinable
  public static func < (left: SourceID, right: SourceID) -> Bool {
    left.index < right.index
  }
}

/// A half-open range of bytes in one source.
///
/// Twelve bytes, trivially copied: trees hold one for every node. Lines and columns are derived from it
/// by `SourceLibrary.location(of:)` when somebody wants to read them, and nowhere else.
@frozen
public struct SourceSpan: Hashable, Sendable {
  /// The source whose bytes are meant.
  public let source: SourceID

  /// The offset of the first byte.
  public let start: UInt32

  /// The offset behind the last byte; equal to `start` for a place between two bytes.
  public let end: UInt32

  /// The bytes `start..<end` of `source`.
  @inlinable
  public init(source: SourceID, start: UInt32, end: UInt32) {
    self.source = source
    self.start = start
    self.end = end
  }

  /// The bytes `range` of `source`.
  @inlinable
  public init(source: SourceID, _ range: Range<Int>) {
    self.init(
      source: source, start: UInt32(clamping: range.lowerBound),
      end: UInt32(clamping: range.upperBound))
  }

  /// The span as offsets into the bytes of its source.
  @inlinable
  public var range: Range<Int> {
    Int(start)..<Int(max(start, end))
  }

  /// The smallest span that holds this one and `other`, which must be of the same source.
  public func union(_ other: SourceSpan) -> SourceSpan {
    precondition(source == other.source, "spans of two sources have no union")
    return SourceSpan(source: source, start: min(start, other.start), end: max(end, other.end))
  }
}

extension SourceSpan: Comparable {
  /// Orders spans by source, then start, then end.
  public static func < (left: SourceSpan, right: SourceSpan) -> Bool {
    (left.source, left.start, left.end) < (right.source, right.start, right.end)
  }
}
