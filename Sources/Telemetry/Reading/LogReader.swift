/// Reads audit logs of one JSON object a line into summaries, in constant memory whatever their size.
///
/// Keys may come in any order and under any known name; lines may be blank or end in CRLF, and the last
/// need not end at all. A line that is no record is counted and never stops the reading.
public struct LogReader: Sendable {
  private let mapping: FieldMapping
  private let bounds: Accumulator.Bounds
  private let progress: ReadingProgress?
  private let hashes: Bool
  private let holdsSecret: SecretTest?

  /// A reader that finds fields by the names of `mapping`, and the digest of each source if `hashes`;
  /// `progress` hears how far it is, and `holdsSecret` is asked about arguments and errors.
  public init(
    mapping: FieldMapping = .standard, hashes: Bool = true, progress: ReadingProgress? = nil,
    holdsSecret: SecretTest? = nil
  ) {
    self.init(
      mapping: mapping, bounds: Accumulator.Bounds(), hashes: hashes, progress: progress,
      holdsSecret: holdsSecret)
  }

  /// A reader that merges what it has collected once it exceeds `bounds`.
  init(
    mapping: FieldMapping = .standard, bounds: Accumulator.Bounds, hashes: Bool = true,
    progress: ReadingProgress? = nil, holdsSecret: SecretTest? = nil
  ) {
    self.mapping = mapping
    self.progress = progress
    self.bounds = bounds
    self.hashes = hashes
    self.holdsSecret = holdsSecret
  }

  /// Reads `source` from start to end.
  public func summarize(_ source: LogSource) throws(LogReadError) -> TelemetrySummary {
    do throws(SystemFault) {
      var accumulator = Accumulator(
        source: source.name, mapping: mapping, bounds: bounds, holdsSecret: holdsSecret)
      if source.form == .document {
        return try summarize(document: source, with: &accumulator)
      }
      var lines = try LineReader(source, hashes: hashes, progress: progress)
      try lines.forEachLine { bytes, marks, line in accumulator.add(bytes, marks, line) }
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
    let bytes = try source.content.bytes(
      atMost: Self.maximumDocumentSize,
      otherwise: "a document of more than \(Self.maximumDocumentSize) bytes is not read at once;"
        + " write one record a line")
    accumulator.add(document: bytes.span.bytes)
    var hasher = hashes ? BlockHasher(0..<bytes.count, from: 0) : nil
    hasher?.update(bytes.span.bytes)
    hasher?.finish()
    let lineFeeds = bytes.count { $0 == 0x0A }
    let endsInLine = bytes.last.map { $0 != 0x0A } ?? false
    return accumulator.finish(
      ReadPart(
        range: 0..<bytes.count, lineCount: endsInLine ? lineFeeds + 1 : lineFeeds,
        endsSource: true, blocks: hasher?.blocks))
  }

  /// Reads `sources`, at most `width` of them or of parts of them at one time, and merges what they show.
  ///
  /// A source that cannot be read is named among the failures and leaves nothing in the summary. A source
  /// that is given twice is read once. The result does not depend on the order of the sources, nor on `width`.
  public func summarize(
    _ sources: [LogSource], width: Int = 1
  ) async -> (summary: TelemetrySummary, failures: [LogReadError]) {
    let work = Set(sources).flatMap { source in
      source.split(into: width).map { (source: source, part: $0) }
    }
    var gathered = GatheredParts(counting: work.map(\.source))
    await withTaskGroup(of: (LogSource, Result<TelemetrySummary, LogReadError>).self) { group in
      var remaining = work.makeIterator()
      func startNext() {
        guard let (source, part) = remaining.next() else { return }
        group.addTask {
          (source, Result { () throws(LogReadError) in try summarize(part) })
        }
      }
      for _ in 0..<max(1, width) { startNext() }
      while let (source, result) = await group.next() {
        startNext()
        gathered.take(consume result, of: source)
      }
    }
    return (gathered.summary, gathered.failures)
  }
}

/// The summaries of parts of several sources, of which each counts once all of its parts are there.
private struct GatheredParts {
  private var missing: [LogSource: Int] = [:]
  private var partial: [LogSource: Result<TelemetrySummary, LogReadError>] = [:]

  /// What the sources show that could be read.
  private(set) var summary = TelemetrySummary()
  private var errors: Set<LogReadError> = []

  /// Expects as many parts of each source as it occurs in `sources`.
  init(counting sources: [LogSource]) {
    for source in sources { missing[source, default: 0] += 1 }
  }

  /// Why the others could not be read, in the order of their names.
  var failures: [LogReadError] {
    errors.sorted { ($0.name, $0.reason) < ($1.name, $1.reason) }
  }

  /// Takes in what reading a part of `source` has given.
  ///
  /// Nothing else must hold it, nor what is kept here: then it is merged in place, and not in a copy.
  mutating func take(
    _ result: consuming Result<TelemetrySummary, LogReadError>, of source: LogSource
  ) {
    missing[source, default: 1] -= 1
    let isWhole = missing[source] == 0
    let joined = Self.join(partial.removeValue(forKey: source), result)
    if !isWhole {
      partial[source] = joined
      return
    }
    switch consume joined {
    case .success(let whole): summary.merge(whole)
    case .failure(let error): errors.insert(error)
    }
  }

  private static func join(
    _ known: consuming Result<TelemetrySummary, LogReadError>?,
    _ next: consuming Result<TelemetrySummary, LogReadError>
  ) -> Result<TelemetrySummary, LogReadError> {
    guard let known = consume known else { return next }
    switch consume known {
    case .failure(let error): return .failure(error)
    case .success(var whole):
      switch consume next {
      case .failure(let error): return .failure(error)
      case .success(let part):
        if let conflict = whole.conflict(with: part) { return .failure(conflict) }
        whole.merge(part)
        return .success(whole)
      }
    }
  }
}
