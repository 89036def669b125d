public import SourceText

extension SourceFile {
  /// The first byte that is not part of well-formed UTF-8 (RFC 3629), or `nil`; linear time.
  public var firstInvalidUTF8Offset: Int? {
    ByteScanner.firstInvalidUTF8(bytes.span.bytes, from: 0, to: bytes.count)
  }
}
