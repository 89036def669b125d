public import SourceText

extension SourceFile {
  /// The first byte that is not part of well-formed UTF-8 (RFC 3629), or `nil`; linear time.
  public var firstInvalidUTF8Offset: Int? {
    let text = bytes
    return ByteScanner.firstInvalidUTF8(text.span.bytes, from: 0, to: text.count)
  }
}
