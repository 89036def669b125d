import SourceText

extension SourceFile {
  /// The bytes of each line without its line break, for formats that are read line by line.
  var textLines: [Range<Int>] {
    (1...max(1, lines.count)).compactMap { number in
      lines.start(ofLine: number).map { lines.lineRange(at: $0, in: bytes) }
    }
  }
}
