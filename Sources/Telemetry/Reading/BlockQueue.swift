import Synchronization

/// The blocks of several logs, one log after the other, for several readers who count them in their order.
final class BlockQueue: Sendable {
  /// What there is to count next.
  enum Step: Sendable {
    /// The lines that were read.
    case lines
    /// The whole of the present log, which is a document.
    case document
    /// Nothing more of the present log.
    case end(ReadPart)
    /// The present log cannot be read, or not to its end.
    case failure(SystemFault)
    /// The logs have ended.
    case finished
  }

  /// A step, and its place among all.
  struct Place: Sendable {
    /// The number of the step.
    let number: Int
    /// The index of the log.
    let source: Int
    let step: Step
  }

  private struct State: ~Copyable {
    var steps = 0
    var source = 0
    var reader: BlockReader?

    /// Goes on to the next log.
    mutating func closeSource() {
      reader = nil
      source += 1
    }
  }

  /// The logs, in the order in which they are read.
  let sources: [LogSource]
  private let hashes: Bool
  private let progress: ReadingProgress?
  private let state = Mutex(State())

  /// The blocks of `sources`, which are hashed on the way if `hashes`; `progress` hears how far it is.
  init(_ sources: [LogSource], hashes: Bool, progress: ReadingProgress?) {
    self.sources = sources
    self.hashes = hashes
    self.progress = progress
  }

  /// Reads what comes next, lines into `block`.
  func readNext(into block: inout LineBlock) -> Place {
    state.withLock { state in
      let source = state.source
      let step = step(&state, &block)
      state.steps += 1
      return Place(number: state.steps - 1, source: source, step: step)
    }
  }

  private func step(_ state: inout State, _ block: inout LineBlock) -> Step {
    guard state.source < sources.count else { return .finished }
    let source = sources[state.source]
    if source.form == .document {
      state.closeSource()
      return .document
    }
    do throws(SystemFault) {
      if state.reader == nil {
        state.reader = try BlockReader(source, hashes: hashes, progress: progress)
      }
      if try state.reader?.readNext(into: &block) ?? false { return .lines }
    } catch {
      state.closeSource()
      return .failure(error)
    }
    let part = state.reader?.part
    state.closeSource()
    return part.map { .end($0) } ?? .finished
  }
}
