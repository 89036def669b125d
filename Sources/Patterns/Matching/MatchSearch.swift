/// One text's search for matches, one after the other, with the machines that it needs.
///
/// The end of a match is found forward, its start backward from there, and only then, between the
/// two, the captures.
struct MatchSearch {
  private let program: Program
  private let slotCount: Int
  private let finder: ByteFinder?
  private let lookarounds: [UInt8]
  private var captures: PikeVM?
  private var memo = OverscanMemo()

  init(_ program: Program, slotCount: Int, finder: ByteFinder?, lookarounds: [UInt8]) {
    self.program = program
    self.slotCount = slotCount
    self.finder = finder
    self.lookarounds = lookarounds
  }

  /// The preferred match among the leftmost that start at or after `start`.
  mutating func next(
    in text: Span<UInt8>, from start: Int, ends: inout LazyDFA, starts: inout LazyDFA
  ) -> Pattern.Match? {
    let end = ends.end(
      ofMatchIn: text, from: start, lookarounds: lookarounds, finder: finder, memo: &memo)
    guard let end else { return nil }
    let matchStart = starts.start(
      ofMatchIn: text, endingAt: end, notBefore: start, lookarounds: lookarounds)
    guard let matchStart else {
      preconditionFailure("a match that ends somewhere starts somewhere")
    }
    let range = matchStart..<end
    guard slotCount > 2 else { return Pattern.Match(range: range, captures: [range]) }
    return Pattern.Match(range: range, slots: slots(in: text, of: range))
  }

  private mutating func slots(in text: Span<UInt8>, of range: Range<Int>) -> [Int] {
    var machine = captures ?? PikeVM(program, slotCount: slotCount)
    captures = nil
    defer { captures = machine }
    let slots = machine.match(in: text, range: range, isSearch: false, lookarounds: lookarounds)
    guard let slots else { preconditionFailure("a match has captures") }
    return slots
  }
}
