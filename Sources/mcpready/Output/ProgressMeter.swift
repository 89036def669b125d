import Synchronization
import Telemetry

/// Shows how far the reading of logs is on standard error, in one line that is written over and erased.
///
/// Only for terminals: nothing is written before the first second is over, and nothing stays.
final class ProgressMeter: Sendable {
  private let line: ProgressLine
  private let isShown = Atomic<Bool>(false)

  /// How often the line is renewed, in milliseconds.
  private static let interval = 1000
  /// Back to the start of the line, which is erased.
  private static let erasure = "\r\u{1B}[K"

  /// A meter for the reading of `sources`.
  init(_ sources: [LogSource]) {
    var total: Int? = 0
    for source in sources {
      total = total.flatMap { sum in source.byteCount.map { sum + $0 } }
    }
    line = ProgressLine(total: total)
  }

  /// What the readers tell; it ends with `finish`.
  var progress: ReadingProgress {
    ReadingProgress(everyMilliseconds: Self.interval) { byteCount, elapsed in
      self.isShown.store(true, ordering: .relaxed)
      self.write(Self.erasure + self.line.text(byteCount: byteCount, elapsed: elapsed))
    }
  }

  /// Takes the line away.
  func finish() {
    if isShown.load(ordering: .relaxed) { write(Self.erasure) }
  }

  private func write(_ text: String) {
    do {
      try StandardStream.error.write(Array(text.utf8))
    } catch {
      // Nobody can be told that the place for telling is gone, and the work goes on.
    }
  }
}
