import Syntax

/// Counts the lines of several sources, one source after the other, each in its order.
///
/// What is counted goes into tables that grow with the names seen; before they grow large they are merged
/// into a summary and started anew, as if the log had been cut there.
struct Accumulator: ~Copyable {
  /// How much may be collected before it is merged.
  struct Bounds: Sendable {
    /// Distinct names, without those of sources.
    var names = 65_536
    /// Kept lines, those not needed any more included.
    var lines = 16_384
  }

  private let bounds: Bounds
  private var parser: RecordParser
  private let batches: BatchReader
  private var reader: RecordReader
  private var reading = RecordReading()
  private var witness = RecordWitness(at: LogPosition(source: 0, offset: 0))

  /// The names of the sources, in order: their numbers are in it too, as places in the log are.
  private let sources: [String]
  private var names: NameIndex
  /// How often the names were numbered anew.
  private var generation = 0
  private var counter = RecordCounter()
  private var lineLimit: Int
  private var summary = TelemetrySummary()

  // The source whose lines are counted.
  private var source = ""
  private var sourceNumber: UInt32 = 0
  private var lines = PartLines()
  private var parts: [FinishedPart] = []

  /// An accumulator for lines of `sources`, read under the names of `mapping`; `holdsSecret` is asked about
  /// arguments and errors.
  init(
    sources: [String], keys: KeyTree, mapping: FieldMapping, bounds: Bounds,
    holdsSecret: SecretTest?
  ) {
    self.sources = sources.sorted { $0.precedes($1) }
    self.bounds = bounds
    parser = RecordParser(keys)
    batches = BatchReader(keys)
    reader = RecordReader(mapping: mapping, holdsSecret: holdsSecret)
    names = Self.names(of: self.sources)
    lineLimit = bounds.lines
  }

  private static func names(of sources: [String]) -> NameIndex {
    var names = NameIndex()
    for source in sources { _ = names.number(of: source) }
    return names
  }

  // MARK: Sources

  /// Goes on to the lines of `source`, which is one of the sources.
  mutating func start(_ source: String) {
    self.source = source
    sourceNumber = names.number(of: source)
    lines = PartLines()
  }

  /// Whether lines of the present source have been counted.
  var hasStarted: Bool { lines.count > 0 }

  /// Notes that all lines of the present source have been counted, which are those of `part`.
  mutating func finish(_ part: ReadPart) {
    parts.append(FinishedPart(source: source, part: part, lines: lines))
  }

  /// The summary of all lines.
  consuming func finished() -> TelemetrySummary {
    collect()
    // Parts are noted last: until then the numbers of all lines count from their starts.
    summary.finish(parts)
    return summary
  }

  // MARK: Lines

  /// Counts the lines of `block`, the first of which have been read.
  mutating func add(_ block: inout RecordBlock) {
    while block.count > 0 {
      for index in 0..<block.count { add(index, of: &block) }
      block.readOn()
    }
    lines.count += block.lineCount
  }

  /// Counts the line with the number `index` of those that were read last of `block`.
  @inline(__always)
  private mutating func add(_ index: Int, of block: inout RecordBlock) {
    let line = block.entries[index].line
    let position = LogPosition(source: sourceNumber, offset: line.offset)
    switch block.entries[index].content {
    case .record:
      block.names.translate(&block.entries[index].reading, to: &names, generation)
      block.entries[index].witness.start(at: position)
      count(&block.entries[index])
      lines.countRecord()
      if block.entries[index].witness.isNeeded { keep(line, of: block, at: position) }
      noteCounted()
    case .fault(let fault):
      count(
        fault, block.lines.bytes.span.bytes.extracting(line.range), place(of: line), at: position)
    case .batch:
      addBatch(
        block.lines.bytes.span.bytes.extracting(line.range), place(of: line), at: position)
    }
  }

  @inline(__always)
  private mutating func count(_ entry: inout RecordBlock.Entry) {
    counter.count(entry.reading, &entry.witness, names: names)
  }

  private func place(of line: LogLine) -> LinePlace {
    LinePlace(number: lines.count + line.number)
  }

  @inline(never)
  private mutating func keep(
    _ line: LogLine, of block: borrowing RecordBlock, at position: LogPosition
  ) {
    keep(block.lines.bytes.span.bytes.extracting(line.range), place(of: line), at: position)
  }

  /// Counts a line that is no record.
  private mutating func count(
    _ fault: RecordFault, _ bytes: borrowing RawSpan, _ place: LinePlace,
    at position: LogPosition
  ) {
    lines.count(fault, at: position) { SampleLines.Line(bytes, place) }
    if counter.count(fault, at: position) { keep(bytes, place, at: position) }
  }

  // MARK: Documents and batches

  /// Counts the records of a document that holds nothing else: an array of them, one batch, or one record.
  mutating func add(document: borrowing RawSpan) {
    let all = 0..<document.byteCount
    lines.count = LinePlace.lineCount(of: document)
    var place = LinePlace(number: 1)
    let start = JSONParts.firstByte(of: all, in: document)
    guard start < all.upperBound else { return }
    guard ByteScanner.byte(document, at: start) == UInt8(ascii: "[") else {
      return addElement(document, 0, place, isWhole: true)
    }
    var cursor = 0
    for (index, element) in JSONParts.elements(of: all, in: document).enumerated() {
      place.move(from: cursor, to: element.lowerBound, in: document)
      cursor = element.lowerBound
      addElement(document.extracting(element), index, place, isWhole: false)
    }
  }

  /// Counts the element with the number `index` of a document, which it may be the whole of.
  private mutating func addElement(
    _ bytes: borrowing RawSpan, _ index: Int, _ place: LinePlace, isWhole: Bool
  ) {
    let position = LogPosition(
      source: sourceNumber, index: UInt32(clamping: index), offset: 0)
    do throws(RecordFault) {
      try parser.parse(bytes, into: &witness.record)
    } catch {
      return count(error, bytes, place, at: position)
    }
    if isWhole, witness.record.isBatch { return addBatch(bytes, place, at: position) }
    reader.read(witness.record, bytes, names: &names, into: &reading)
    if countReading(at: position) { keep(bytes, place, at: position) }
    noteCounted()
  }

  /// Counts the records of a batch that begins at `start`.
  private mutating func addBatch(
    _ bytes: borrowing RawSpan, _ start: LinePlace, at position: LogPosition
  ) {
    // What is counted may be collected between two records, which numbers the names anew.
    var position = position
    var place = start
    var cursor = 0
    batches.forEachRecord(of: bytes) { record, range in
      reader.read(record, bytes, names: &names, into: &reading)
      if reading.tool == nil, !record.has(.method), !record.has(.negotiationStatus) {
        counter.countUnrelated()
      } else {
        position.source = sourceNumber
        witness.record = record
        if countReading(at: position) {
          place.move(from: cursor, to: range.lowerBound, in: bytes)
          cursor = range.lowerBound
          keep(bytes.extracting(range), place, at: position)
        }
      }
      position.index += 1
      noteCounted()
    }
  }

  /// Counts the record that has been read last; true if it must be kept.
  private mutating func countReading(at position: LogPosition) -> Bool {
    witness.start(at: position)
    counter.count(reading, &witness, names: names)
    lines.countRecord()
    return witness.isNeeded
  }

  // MARK: Collecting

  @inline(__always)
  private mutating func noteCounted() {
    if names.names.count - sources.count > bounds.names { collect() }
  }

  private mutating func collect() {
    var collected = RecordCounter()
    swap(&collected, &counter)
    summary.merge(TelemetrySummary(collected.finish(), names: names.names))
    counter = RecordCounter(after: summary.tallies)
    names = Self.names(of: sources)
    generation += 1
    lineLimit = bounds.lines
  }

  private mutating func keep(
    _ bytes: borrowing RawSpan, _ place: LinePlace, at position: LogPosition
  ) {
    counter.keep(SampleLines.Line(bytes, place), at: position)
    if counter.keptLineCount > lineLimit {
      counter.pruneLines()
      lineLimit = counter.keptLineCount + bounds.lines
    }
  }
}

extension SampleLines.Line {
  /// The record whose bytes are `bytes`, and which starts at `place`.
  fileprivate init(_ bytes: borrowing RawSpan, _ place: LinePlace) {
    let beginning = bytes.extracting(first: SampleLines.maximumLength)
    let copy = beginning.withUnsafeBytes { unsafe Array($0) }
    self.init(bytes: copy, number: place.number, column: place.column)
  }
}
