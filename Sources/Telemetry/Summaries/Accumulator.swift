import Syntax

/// Counts the lines of one source, in its order.
///
/// What is counted goes into tables that grow with the names seen; before they grow large they are merged
/// into a summary and started anew, as if the log had been cut there.
struct Accumulator {
  /// How much may be collected before it is merged.
  struct Bounds: Sendable {
    /// Distinct names.
    var names = 65_536
    /// Kept lines, those not needed any more included.
    var lines = 32_768
    /// Records.
    var records = 1 << 20
  }

  private let source: String
  private let bounds: Bounds
  private var parser: RecordParser
  private var reader = RecordReader()
  private var record = LogRecord()

  private var names = NameIndex()
  private var sourceNumber: UInt32
  private var tallies = LogTallies()
  private var uncollected = 0
  private var lineLimit: Int
  private var summary = TelemetrySummary()

  /// An accumulator for lines of `source`, read under the names of `mapping`.
  init(source: String, mapping: FieldMapping, bounds: Bounds = Bounds()) {
    self.source = source
    self.bounds = bounds
    parser = RecordParser(mapping)
    sourceNumber = names.number(of: source)
    lineLimit = bounds.lines
  }

  /// Counts `line`, whose bytes are `bytes`; a blank line says nothing.
  mutating func add(_ bytes: borrowing RawSpan, _ line: LogLine) {
    if Self.isBlank(bytes) { return }
    let position = LogPosition(source: sourceNumber, offset: line.offset)
    let isNeeded: Bool
    do throws(RecordFault) {
      if line.isTooLong { throw .tooLong }
      try parser.parse(bytes, into: &record)
      let reading = reader.read(record, bytes, names: &names)
      isNeeded = tallies.count(reading, of: record, at: position)
    } catch {
      isNeeded = tallies.count(error, at: position)
    }
    if isNeeded { keep(bytes, line, at: position) }
    uncollected += 1
    if names.names.count > bounds.names || uncollected > bounds.records { collect() }
  }

  /// The summary of all lines, which are those that `lines` has read.
  mutating func finish(_ lines: borrowing LineReader) -> TelemetrySummary {
    collect()
    // The part is noted last: until then the numbers of all lines count from its start.
    var last = LogTallies()
    last.finish(
      SampleLines.Part(
        source: sourceNumber, start: lines.readRange.lowerBound, end: lines.readRange.upperBound,
        lineCount: lines.lineCount, endsSource: lines.endsSource, blocks: lines.blocks))
    summary.merge(TelemetrySummary(last, names: names.names))
    return summary
  }

  private mutating func collect() {
    summary.merge(TelemetrySummary(tallies, names: names.names))
    tallies = LogTallies()
    names = NameIndex()
    sourceNumber = names.number(of: source)
    uncollected = 0
    lineLimit = bounds.lines
  }

  private mutating func keep(
    _ bytes: borrowing RawSpan, _ line: LogLine, at position: LogPosition
  ) {
    let beginning = bytes.extracting(first: SampleLines.maximumLength)
    let copy = beginning.withUnsafeBytes { unsafe Array($0) }
    tallies.keep(SampleLines.Line(bytes: copy, number: line.number), at: position)
    if tallies.lines.lines.count > lineLimit {
      tallies.pruneLines()
      lineLimit = tallies.lines.lines.count + bounds.lines
    }
  }

  private static func isBlank(_ bytes: borrowing RawSpan) -> Bool {
    for offset in 0..<bytes.byteCount {
      switch ByteScanner.byte(bytes, at: offset) {
      case 0x20, 0x09, 0x0D: continue
      default: return false
      }
    }
    return true
  }
}
