/// Reads audit logs of one JSON object a line into summaries, in constant memory whatever their size.
///
/// Keys may come in any order and under any known name; lines may be blank or end in CRLF, and the last
/// need not end at all. A line that is no record is counted and never stops the reading.
public struct LogReader: Sendable {
  private let mapping: FieldMapping
  private let bounds: Accumulator.Bounds

  /// A reader that finds fields by the names of `mapping`.
  public init(mapping: FieldMapping = .standard) {
    self.init(mapping: mapping, bounds: Accumulator.Bounds())
  }

  /// A reader that merges what it has collected once it exceeds `bounds`.
  init(mapping: FieldMapping = .standard, bounds: Accumulator.Bounds) {
    self.mapping = mapping
    self.bounds = bounds
  }

  /// Reads `source` from start to end.
  public func summarize(_ source: LogSource) throws(LogReadError) -> TelemetrySummary {
    do throws(SystemFault) {
      var accumulator = Accumulator(source: source.name, mapping: mapping, bounds: bounds)
      if source.form == .document {
        return try summarize(document: source, with: &accumulator)
      }
      var lines = try LineReader(source)
      try lines.forEachLine { bytes, line in accumulator.add(bytes, line) }
      return accumulator.finish(lines.part)
    } catch {
      throw LogReadError(name: source.name, reason: error.reason)
    }
  }

  /// The largest document, which unlike a log of lines is held in memory, in bytes.
  public static let maximumDocumentSize = 64 << 20

  private func summarize(
    document source: LogSource, with accumulator: inout Accumulator
  ) throws(SystemFault) -> TelemetrySummary {
    var stream = try ByteStream(source.content, from: 0)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: LineReader.chunkLength)
    while bytes.count <= Self.maximumDocumentSize {
      let count = try stream.read(into: &buffer, at: 0)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    if bytes.count > Self.maximumDocumentSize {
      throw SystemFault(
        reason: "a document of more than \(Self.maximumDocumentSize) bytes is not read at once;"
          + " write one record a line")
    }
    accumulator.add(document: bytes.span.bytes)
    var hasher = BlockHasher(0..<bytes.count, from: 0)
    hasher.update(bytes.span.bytes)
    hasher.finish()
    let lineFeeds = bytes.count { $0 == 0x0A }
    let endsInLine = bytes.last.map { $0 != 0x0A } ?? false
    return accumulator.finish(
      ReadPart(
        range: 0..<bytes.count, lineCount: endsInLine ? lineFeeds + 1 : lineFeeds,
        endsSource: true, blocks: hasher.blocks))
  }

  /// Reads `sources`, at most `width` of them at one time, and merges what they show.
  ///
  /// A source that cannot be read is named among the failures and leaves nothing in the summary. A source
  /// that is given twice is read once. The result does not depend on the order of the sources.
  public func summarize(
    _ sources: [LogSource], width: Int = 1
  ) async -> (summary: TelemetrySummary, failures: [LogReadError]) {
    let distinct = Array(Set(sources))
    var summary = TelemetrySummary()
    var failures: [LogReadError] = []
    await withTaskGroup(of: Result<TelemetrySummary, LogReadError>.self) { group in
      var remaining = distinct.makeIterator()
      func startNext() {
        guard let source = remaining.next() else { return }
        group.addTask {
          Result { () throws(LogReadError) in try summarize(source) }
        }
      }
      for _ in 0..<max(1, width) { startNext() }
      while let result = await group.next() {
        switch result {
        case .success(let part): summary.merge(part)
        case .failure(let failure): failures.append(failure)
        }
        startNext()
      }
    }
    return (summary, failures.sorted { ($0.name, $0.reason) < ($1.name, $1.reason) })
  }
}
