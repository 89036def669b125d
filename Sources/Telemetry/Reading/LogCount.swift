/// Counts several logs together, whose blocks come from a queue.
struct LogCount: ~Copyable {
  /// What was counted, and what could not be.
  struct Result: Sendable {
    /// What has been counted; of no use where some log is broken.
    let summary: TelemetrySummary
    /// The logs that could not be read, and why.
    let failures: [LogReadError]
    /// The log of which only a part could be read: without it, everything has to be counted anew.
    let broken: LogSource?
  }

  /// Where the blocks come from.
  let queue: BlockQueue
  private let hashes: Bool
  private var accumulator: Accumulator
  /// The index of the log that is being counted.
  private var started: Int?

  /// The logs that could not be read, and why.
  private(set) var failures: [LogReadError] = []
  private var broken: LogSource?

  /// Counts with `accumulator` what `queue` reads; documents are hashed if `hashes`.
  init(_ queue: BlockQueue, hashes: Bool, _ accumulator: consuming Accumulator) {
    self.queue = queue
    self.hashes = hashes
    self.accumulator = accumulator
  }

  /// Counts what comes next, which is of `place`, with its lines in `block`; false where nothing is to follow.
  mutating func take(_ place: BlockQueue.Place, _ block: inout RecordBlock) -> Bool {
    guard broken == nil, place.source < queue.sources.count else { return false }
    let source = queue.sources[place.source]
    if started != place.source {
      accumulator.start(source.name)
      started = place.source
    }
    switch place.step {
    case .lines: accumulator.add(&block)
    case .document: addDocument(source)
    case .end(let part): accumulator.finish(part)
    case .failure(let fault): note(fault, source)
    case .finished: return false
    }
    return broken == nil
  }

  private mutating func note(_ fault: SystemFault, _ source: LogSource) {
    failures.append(LogReadError(name: source.name, reason: fault.reason))
    if accumulator.hasStarted { broken = source }
  }

  private mutating func addDocument(_ source: LogSource) {
    do throws(SystemFault) {
      let bytes = try source.content.bytes(
        atMost: LogReader.maximumDocumentSize,
        otherwise:
          "a document of more than \(LogReader.maximumDocumentSize) bytes is not read at once;"
          + " write one record a line")
      accumulator.add(document: bytes.span.bytes)
      var hasher = hashes ? BlockHasher(0..<bytes.count, from: 0) : nil
      hasher?.update(bytes.span.bytes)
      hasher?.finish()
      accumulator.finish(
        ReadPart(range: 0..<bytes.count, endsSource: true, blocks: hasher?.blocks))
    } catch {
      note(error, source)
    }
  }

  /// The summary of all logs.
  consuming func finished() -> TelemetrySummary {
    accumulator.finished()
  }

  /// The summary of all logs, with those that are not in it.
  consuming func result() -> Result {
    let (failures, broken) = (failures, broken)
    return Result(
      summary: broken == nil ? finished() : TelemetrySummary(), failures: failures, broken: broken)
  }
}
