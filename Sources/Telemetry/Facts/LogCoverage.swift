public import Estate
public import SourceText

/// What of one log a summary was made of.
public struct LogCoverage: Hashable, Sendable {
  /// The log's name.
  public let name: String
  /// How many of its bytes were read.
  public let byteCount: Int
  /// Its BLAKE3 digest in lower-case hexadecimal; `nil` where it was not asked for, or not read from end to end.
  public let digest: String?
  /// The stretches before the last byte that were not read, in their order.
  public let gaps: [Range<Int>]
  /// Whether it was read to its end.
  public let reachesEnd: Bool
  /// Lines that are no records, of all that are not blank.
  public let malformed: Count

  /// Whether all of the log was read.
  public var isComplete: Bool { gaps.isEmpty && reachesEnd }
}

extension TelemetrySummary {
  /// What the summary was made of, in the order of the names; the first damaged line of each log becomes a
  /// source of `library`.
  public func coverage(into library: inout SourceLibrary) -> [LogCoverage] {
    var coverage: [LogCoverage] = []
    var rest = tallies.lines.parts[...]
    while let first = rest.first {
      let parts = rest.prefix { $0.source == first.source }
      rest = rest.dropFirst(parts.count)
      coverage.append(self.coverage(of: Array(parts), into: &library))
    }
    return coverage
  }

  private func coverage(
    of parts: [SampleLines.Part], into library: inout SourceLibrary
  ) -> LogCoverage {
    var gaps: [Range<Int>] = []
    var end = 0
    var malformed = Tally()
    for part in parts {
      if part.start > end { gaps.append(end..<part.start) }
      end = max(end, part.end)
      malformed.merge(part.malformed)
    }
    let isWhole = parts.count == 1 && gaps.isEmpty && parts[0].endsSource
    let excerpts = Excerpts(of: malformed.first, in: self, into: &library)
    return LogCoverage(
      name: names[Int(parts[0].source)], byteCount: parts.reduce(0) { $0 + $1.end - $1.start },
      digest: isWhole ? parts[0].blocks?.digest.map(BLAKE3.hexDigest) : nil, gaps: gaps,
      reachesEnd: parts.last?.endsSource ?? false,
      malformed: Count(
        matching: malformed.matching, total: malformed.total,
        sample: excerpts.span(of: malformed.first)))
  }

  /// Why this summary and `other` cannot be of the same logs in the same state, if that is so.
  ///
  /// Records that both were made of would be counted twice.
  public func conflict(with other: TelemetrySummary) -> LogReadError? {
    var mine = tallies.lines.parts[...]
    var theirs = other.tallies.lines.parts[...]
    while let left = mine.first, let right = theirs.first {
      let (leftName, rightName) = (names[Int(left.source)], other.names[Int(right.source)])
      if leftName == rightName, let reason = left.conflict(with: right) {
        return LogReadError(name: leftName, reason: reason)
      }
      let leftIsFirst =
        leftName == rightName ? left.end <= right.end : leftName.precedes(rightName)
      if leftIsFirst { mine.removeFirst() } else { theirs.removeFirst() }
    }
    return nil
  }
}

extension SampleLines.Part {
  /// Why this part and `other`, of the same source, do not fit together.
  fileprivate func conflict(with other: SampleLines.Part) -> String? {
    let overlap = max(start, other.start)..<max(start, other.start, min(end, other.end))
    if !overlap.isEmpty || (start, end) == (other.start, other.end) {
      return "bytes \(overlap.lowerBound) to \(overlap.upperBound) are given twice"
    }
    let (first, second) = start < other.start ? (self, other) : (other, self)
    return first.canPrecede(second)
      ? nil : "its parts were read in different states: it has changed in between"
  }
}
