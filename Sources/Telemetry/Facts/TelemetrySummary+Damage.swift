public import Estate
public import SourceText

extension TelemetrySummary {
  /// How many lines of the log are no records, of all that are not blank.
  ///
  /// The first of them is the sample and becomes a source of `sources`.
  public func damage(sources: inout SourceLibrary) -> Count {
    let malformed = tallies.overview.malformed
    let excerpts = Excerpts(of: malformed.first, in: self, into: &sources)
    return Count(
      matching: malformed.matching, total: malformed.total,
      sample: excerpts.span(of: malformed.first))
  }

  /// Whether some line of the log is no record.
  public var isDamaged: Bool { tallies.overview.malformed.matching > 0 }
}
