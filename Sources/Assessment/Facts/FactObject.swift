import CEL
import Estate
import SourceText
import Synchronization

/// An object of a rule that can tell where its facts come from.
protocol PlacedObject: ObjectValue {
  /// The fact at `slot`, with its place.
  func reading(at slot: Int) -> Reading
  /// The manifest's key that states the fact at `slot`, if one key does.
  func key(at slot: Int) -> String?
  /// What the fact at `slot` says, in one sentence.
  func documentation(at slot: Int) -> String?
}

/// A subject as compiled rules see it: a fact is computed when a rule first asks for it, and kept for the
/// others.
final class FactObject<Subject: FactSubject>: PlacedObject {
  let subject: Subject
  private let type: FactType<Subject>
  private let known = Mutex(KnownReadings())

  /// `subject`, asked for the facts of `type`.
  init(_ subject: Subject, as type: FactType<Subject>) {
    self.subject = subject
    self.type = type
  }

  var objectType: ObjectType { type.objectType }

  func reading(at slot: Int) -> Reading {
    if let reading = known.withLock({ $0[slot] }) { return reading }
    // Computed outside the lock: a fact may ask for others.
    let reading = type.facts[slot].read(subject)
    known.withLock { $0.keep(reading, at: slot, of: type.facts.count) }
    return reading
  }

  func key(at slot: Int) -> String? {
    type.facts[slot].key
  }

  func documentation(at slot: Int) -> String? {
    type.facts[slot].documentation
  }

  func field(at slot: Int) -> FieldReading {
    switch reading(at: slot) {
    case .known(let value, _, _): return .value(value)
    case .absent(let silence):
      return .absent(
        Absence(
          field: "\(objectType.name).\(type.facts[slot].name)", reason: silence.reason,
          code: silence.mention == nil ? 0 : 1))
    }
  }
}

/// The facts of one object that somebody has asked for.
private struct KnownReadings: Sendable {
  /// For each slot, the number of its reading, counted from 1; 0 for one that nobody has asked for.
  private var numbers: [UInt16] = []
  private var readings: [Reading] = []

  subscript(slot: Int) -> Reading? {
    guard !numbers.isEmpty, numbers[slot] > 0 else { return nil }
    return readings[Int(numbers[slot]) - 1]
  }

  /// Keeps `reading` of the fact at `slot`, of which there are `count`.
  mutating func keep(_ reading: Reading, at slot: Int, of count: Int) {
    if numbers.isEmpty { numbers = Array(repeating: 0, count: count) }
    guard numbers[slot] == 0 else { return }
    readings.append(reading)
    numbers[slot] = UInt16(readings.count)
  }
}

/// The facts that one evaluation has read, in order; the last one with a place is what decided.
final class FactTrace: FieldObserver {
  private var reads: [(object: any ObjectValue, slot: Int)] = []
  /// Whether the facts of the subject come from several sources.
  var looksForDisputes = true

  /// How many reads are kept; the last ones matter.
  private static let capacity = 512

  func didRead(slot: Int, of object: any ObjectValue) {
    if reads.count >= Self.capacity { reads.removeFirst(Self.capacity / 2) }
    reads.append((object, slot))
  }

  /// Forgets all reads, for the next evaluation.
  func reset() {
    reads.removeAll(keepingCapacity: true)
  }

  /// The place of the last fact that has one.
  var decidingPlace: SourceSpan? {
    for read in reads.reversed() {
      if case .known(_, let span?, _)? = reading(of: read) { return span }
    }
    return nil
  }

  /// The last fact about which two sources disagree.
  var dispute: (claim: SourceSpan, rival: SourceSpan)? {
    guard looksForDisputes else { return nil }
    for read in reads.reversed() {
      if case .known(_, let span?, let rival?)? = reading(of: read) { return (span, rival) }
    }
    return nil
  }

  /// Why the last fact that was read has no value, if it has none; with every key that the same place of the
  /// same source lacks.
  var lastSilence: Silence? {
    var last: Silence?
    for read in reads.suffix(Self.silencesToJoin).reversed() {
      guard let object = read.object as? any PlacedObject,
        case .absent(var silence) =
          object.reading(at: read.slot)
      else { continue }
      silence.missingKeys = object.key(at: read.slot).map { [$0] } ?? []
      guard let found = last else {
        silence.fact = object.documentation(at: read.slot)
        last = silence
        continue
      }
      last = found.joined(with: silence)
    }
    return last
  }

  /// How many of the last reads are asked for keys that are missing as well.
  private static let silencesToJoin = 16

  private func reading(of read: (object: any ObjectValue, slot: Int)) -> Reading? {
    (read.object as? any PlacedObject)?.reading(at: read.slot)
  }
}
