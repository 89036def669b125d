/// Decides the lookarounds of a program for all positions of a text, each in one pass over it.
struct LookaroundTable: Sendable {
  private struct Entry: Sendable {
    let automata: DFAPool
    /// Decides what stands inside the lookaround itself.
    let inner: LookaroundTable
  }

  private let entries: [Entry]

  init(for program: Program) {
    entries = program.lookarounds.map { lookaround in
      Entry(
        automata: DFAPool(lookaround, goal: .everyMatch),
        inner: LookaroundTable(for: lookaround))
    }
  }

  /// One byte for each position of `text`, its end included; empty where there are no lookarounds.
  ///
  /// Bit `n` tells whether the body of lookaround `n` matches there.
  func results(over text: Span<UInt8>) -> [UInt8] {
    guard !entries.isEmpty else { return [] }
    var table = [UInt8](repeating: 0, count: text.count + 1)
    for (ordinal, entry) in entries.enumerated() {
      let inner = entry.inner.results(over: text)
      entry.automata.withAutomaton { automaton in
        automaton.mark(1 << ordinal, in: &table, over: text, lookarounds: inner)
      }
    }
    return table
  }
}
