import Synchronization

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

  /// The largest document, which unlike a log of lines is held in memory, in bytes.
  public static let maximumDocumentSize = 64 << 20

  /// Reads `source` from start to end.
  public func summarize(_ source: LogSource) throws(LogReadError) -> TelemetrySummary {
    let keys = KeyTree(mapping)
    var count = startCount(of: [source], keys)
    var block = emptyBlock(keys)
    while count.take(block.readNext(of: count.queue), &block) {}
    if let failure = count.failures.first { throw failure }
    return count.finished()
  }

  /// Reads `sources`, several blocks of them at one time if `width` is more than 1, and counts what they show.
  ///
  /// A source that cannot be read is named among the failures and leaves nothing in the summary. A source
  /// that is given twice is read once. The result does not depend on the order of the sources, nor on `width`.
  public func summarize(
    _ sources: [LogSource], width: Int = 1
  ) async -> (summary: TelemetrySummary, failures: [LogReadError]) {
    let sources = Set(sources).sorted { $0.comes(before: $1) }
    // What can be read only once is counted apart from what may have to be counted anew.
    var attempts = sources.filter { !$0.content.canBeReadAgain }.map { [$0] }
    attempts.append(sources.filter(\.content.canBeReadAgain))
    var summary = TelemetrySummary()
    var failures: Set<LogReadError> = []
    while let next = attempts.popLast() {
      let counted = await countBlocks(of: next, width: width)
      failures.formUnion(counted.failures)
      if let broken = counted.broken {
        attempts.append(next.filter { $0 != broken })
      } else {
        summary.merge(counted.summary)
      }
    }
    return (summary, failures.sorted { ($0.name, $0.reason) < ($1.name, $1.reason) })
  }

  // MARK: Blocks

  /// A block that is read in one task and counted in another, never at one time.
  private final class SharedBlock: Sendable {
    let block: Mutex<RecordBlock>

    init(_ block: consuming sending RecordBlock) {
      self.block = Mutex(block)
    }
  }

  /// A block that has been read, and its place among all.
  private struct ReadBlock: Sendable {
    let shared: SharedBlock
    let place: BlockQueue.Place

    /// Reads the next block of `queue` into `shared`.
    init(_ shared: SharedBlock, of queue: BlockQueue) {
      self.shared = shared
      place = shared.block.withLock { $0.readNext(of: queue) }
    }
  }

  /// Counts `sources`: blocks are read by several tasks, and counted by this one in their order.
  private func countBlocks(of sources: [LogSource], width: Int) async -> LogCount.Result {
    let keys = KeyTree(mapping)
    return await withTaskGroup(of: ReadBlock.self) { group in
      var count = startCount(of: sources, keys)
      let queue = count.queue
      for _ in 0..<(width > 1 ? width + 2 : 1) {
        let shared = SharedBlock(emptyBlock(keys))
        group.addTask { ReadBlock(shared, of: queue) }
      }
      var waiting: [Int: ReadBlock] = [:]
      var number = 0
      while let read = await group.next() {
        waiting[read.place.number] = read
        while let read = waiting.removeValue(forKey: number) {
          number += 1
          if read.shared.block.withLock({ count.take(read.place, &$0) }) {
            group.addTask { ReadBlock(read.shared, of: queue) }
          }
        }
      }
      return count.result()
    }
  }

  private func startCount(of sources: [LogSource], _ keys: KeyTree) -> LogCount {
    LogCount(
      BlockQueue(sources, hashes: hashes, progress: progress), hashes: hashes,
      Accumulator(
        sources: sources.map(\.name), keys: keys, mapping: mapping, bounds: bounds,
        holdsSecret: holdsSecret))
  }

  private func emptyBlock(_ keys: KeyTree) -> RecordBlock {
    RecordBlock(keys, mapping: mapping, holdsSecret: holdsSecret)
  }
}

extension LogSource {
  /// Whether the records of this source are places in the log before those of `other`.
  fileprivate func comes(before other: LogSource) -> Bool {
    if name.precedes(other.name) { return true }
    if other.name.precedes(name) { return false }
    return (range?.lowerBound ?? 0) < (other.range?.lowerBound ?? 0)
  }
}
