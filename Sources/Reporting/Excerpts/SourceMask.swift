import SourceText

/// Reads sources with their secrets left out.
struct SourceMask: Sendable {
  /// What stands for a secret, whatever its length.
  static let sign = "•••"

  /// For each source, the masked bytes: sorted, and no two of them touch.
  private var masked: [SourceID: [Range<Int>]] = [:]

  /// Masks the bytes of `spans`.
  init(_ spans: [SourceSpan]) {
    for span in spans.sorted() where !span.range.isEmpty {
      var ranges = masked[span.source] ?? []
      if let last = ranges.last, last.upperBound >= span.range.lowerBound {
        ranges[ranges.count - 1] =
          last.lowerBound..<max(last.upperBound, span.range.upperBound)
      } else {
        ranges.append(span.range)
      }
      masked[span.source] = ranges
    }
  }

  /// Whether any byte of `range` of `source` is masked.
  func hides(_ range: Range<Int>, of source: SourceID) -> Bool {
    (masked[source] ?? []).contains { $0.overlaps(range) }
  }

  /// Whether every byte of `range` of `source` is masked.
  func covers(_ range: Range<Int>, of source: SourceID) -> Bool {
    (masked[source] ?? []).contains {
      $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
    }
  }

  /// The text of `range` of `file`, with `•••` for each secret that it touches.
  func text(of range: Range<Int>, in file: SourceFile) -> String {
    var text = ""
    var cursor = range.lowerBound
    for secret in masked[file.id] ?? [] where secret.overlaps(range) {
      if secret.lowerBound > cursor { text += file.text(in: cursor..<secret.lowerBound) }
      text += Self.sign
      cursor = secret.upperBound
    }
    if cursor < range.upperBound { text += file.text(in: cursor..<range.upperBound) }
    return text
  }
}
