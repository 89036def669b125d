import CEL
import Estate
import SourceText
import Synchronization

/// An object of a rule that can tell where its facts come from.
protocol PlacedObject: ObjectValue {
  /// The manifest's key that states the fact at `slot`, if one key does.
  func key(at slot: Int) -> String?
  /// What the fact at `slot` is about, in one sentence.
  func documentation(at slot: Int) -> String?
  /// The object as a place that a finding can point at; `nil` for one that is no such thing.
  var landmark: Finding.Related? { get }
}

/// A subject that findings about others point at.
protocol Landmark {
  /// What it is, and where; `nil` where it stands nowhere.
  var landmark: Finding.Related? { get }
}

/// A subject as compiled rules see it: a fact is computed when a rule first asks for it, and kept for the
/// others.
///
/// Rules meet objects of every kind alike, in code that is not compiled for their subjects; so the subject's
/// type is left behind when the object is made, where it is known.
final class FactObject<Subject: FactSubject>: PlacedObject {
  let subject: Subject
  let objectType: ObjectType
  private let labels: [FactLabel]
  private let read: @Sendable (Int) -> Reading
  private let keepsReadings: Bool
  private let known = Mutex(KnownReadings())

  /// `subject`, asked for the facts of `type`.
  init(_ subject: Subject, as type: FactType<Subject>) {
    self.subject = subject
    objectType = type.objectType
    labels = type.labels
    read = type.reader(of: subject)
    keepsReadings = Subject.keepsReadings
  }

  func reading(at slot: Int) -> Reading {
    guard keepsReadings else { return read(slot) }
    if let reading = known.withLock({ $0[slot] }) { return reading }
    // Computed outside the lock: a fact may ask for others.
    let reading = read(slot)
    known.withLock { $0.keep(reading, at: slot, of: labels.count) }
    return reading
  }

  func key(at slot: Int) -> String? { labels[slot].key }

  func documentation(at slot: Int) -> String? { labels[slot].subject }

  var landmark: Finding.Related? { (subject as? any Landmark)?.landmark }

  func field(at slot: Int) -> FieldReading {
    field(at: slot, reading(at: slot))
  }

  func field(at slot: Int, observedBy observer: any FieldObserver) -> FieldReading {
    let reading = reading(at: slot)
    (observer as? FactTrace)?.note(reading, at: slot, of: self)
    return field(at: slot, reading)
  }

  func hasField(at slot: Int, observedBy observer: (any FieldObserver)?) -> Bool {
    let reading = reading(at: slot)
    (observer as? FactTrace)?.note(reading, at: slot, of: self)
    if case .known = reading { return true }
    return false
  }

  private func field(at slot: Int, _ reading: Reading) -> FieldReading {
    switch reading {
    case .known(let value, _, _): return .value(value)
    case .absent(let silence):
      return .absent(
        Absence(
          field: labels[slot].path, reason: silence.reason,
          code: silence.mention == nil ? 0 : 1))
    }
  }
}

/// The facts of one object that somebody has asked for.
private struct KnownReadings: Sendable {
  /// For each slot, the number of its reading, counted from 1; 0 for one that nobody has asked for.
  private var numbers: [UInt16] = []
  private var readings: [Reading] = []

  /// Most objects are asked for about so many facts.
  private static let usualCount = 12

  subscript(slot: Int) -> Reading? {
    guard !numbers.isEmpty, numbers[slot] > 0 else { return nil }
    return readings[Int(numbers[slot]) - 1]
  }

  /// Keeps `reading` of the fact at `slot`, of which there are `count`.
  mutating func keep(_ reading: Reading, at slot: Int, of count: Int) {
    if numbers.isEmpty {
      numbers = Array(repeating: 0, count: count)
      readings.reserveCapacity(min(count, Self.usualCount))
    }
    guard numbers[slot] == 0 else { return }
    readings.append(reading)
    numbers[slot] = UInt16(readings.count)
  }
}
