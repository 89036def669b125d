import CEL
import SourceText

/// What the facts that one evaluation has read give away about its result; the last one with a place is
/// what decided.
final class FactTrace: FieldObserver {
  /// A fact without a value.
  private struct Gap {
    let object: any PlacedObject
    let slot: Int
    /// The reading as it was kept, which is one reference; few evaluations ask for the silence in it.
    let reading: Reading
    /// How many facts were read before it.
    let position: Int
  }

  /// The place of the last fact that has one.
  private(set) var decidingPlace: SourceSpan?

  /// The last fact about which two sources disagree.
  private(set) var dispute: (claim: SourceSpan, rival: SourceSpan)?

  private var gaps: [Gap] = []
  private var readCount = 0

  /// How many of the last reads are asked for keys that are missing as well.
  private static let silencesToJoin = 16

  /// Takes in that `object` has answered with `reading` when it was asked for the fact at `slot`.
  func note(_ reading: Reading, at slot: Int, of object: any PlacedObject) {
    switch reading {
    case .known(_, let span?, let rival):
      decidingPlace = span
      if let rival { dispute = (span, rival) }
    case .known: break
    case .absent:
      gaps.append(Gap(object: object, slot: slot, reading: reading, position: readCount))
    }
    readCount += 1
  }

  /// Objects that keep no facts leave no trace.
  func didRead(slot: Int, of object: any ObjectValue) {}

  /// Forgets all reads, for the next evaluation.
  func reset() {
    decidingPlace = nil
    dispute = nil
    readCount = 0
    if !gaps.isEmpty { gaps.removeAll(keepingCapacity: true) }
  }

  /// Why the last fact that was read has no value, if it has none; with every key that the same place of the
  /// same source lacks.
  var lastSilence: Silence? {
    var last: Silence?
    for gap in gaps.reversed().prefix(while: { $0.position + Self.silencesToJoin >= readCount }) {
      guard case .absent(var silence) = gap.reading else { continue }
      let key = gap.object.key(at: gap.slot)
      if let key, let unread = silence.unreadValue(of: key) {
        if last == nil { return unread }
        continue
      }
      silence.missingKeys = key.map { [$0] } ?? []
      guard let found = last else {
        silence.fact = gap.object.documentation(at: gap.slot)
        last = silence
        continue
      }
      last = found.joined(with: silence)
    }
    return last
  }
}
