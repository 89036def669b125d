import SourceText

/// The lines of a log that facts point at, as sources of a library.
struct Excerpts {
  private var sources: [LogPosition: SourceFile] = [:]

  /// Adds the lines of `summary` that facts can point at to `library`, in the order of their sources and places.
  init(_ summary: TelemetrySummary, into library: inout SourceLibrary) {
    let areShown = summary.tallies.areLinesShown
    for (element, isShown) in zip(summary.tallies.lines.lines.elements, areShown) where isShown {
      sources[element.position] = library.add(
        path: summary.names[Int(element.position.source)], bytes: element.line.bytes,
        firstLine: element.line.number, firstColumn: element.line.column)
    }
  }

  /// Adds the line of `sighting` alone.
  init(of sighting: Sighting?, in summary: TelemetrySummary, into library: inout SourceLibrary) {
    guard let sighting, let line = summary.tallies.lines.lines[sighting.position] else { return }
    sources[sighting.position] = library.add(
      path: summary.names[Int(sighting.position.source)], bytes: line.bytes,
      firstLine: line.number, firstColumn: line.column)
  }

  /// The place that `sighting` means: the value, or the whole line.
  ///
  /// What lies behind the part of a long line that was kept is shown as that part.
  func span(of sighting: Sighting?) -> SourceSpan? {
    guard let sighting, let source = sources[sighting.position] else { return nil }
    let end = Int(sighting.end)
    guard sighting.start < sighting.end, Int(sighting.start) < source.bytes.count else {
      return SourceSpan(source: source.id, 0..<Self.contentLength(of: source.bytes))
    }
    return SourceSpan(source: source.id, Int(sighting.start)..<min(end, source.bytes.count))
  }

  /// The value that `sighting` means, as it is written; `nil` where that is the whole line, or not kept.
  func text(of sighting: Sighting?) -> String? {
    guard let sighting, let source = sources[sighting.position], sighting.start < sighting.end,
      Int(sighting.end) <= source.bytes.count
    else { return nil }
    return source.text(in: Int(sighting.start)..<Int(sighting.end))
  }

  /// The length of `line` without a CR at its end.
  private static func contentLength(of line: [UInt8]) -> Int {
    line.last == UInt8(ascii: "\r") ? line.count - 1 : line.count
  }
}
