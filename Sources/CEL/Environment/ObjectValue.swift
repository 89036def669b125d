/// An object of the host, whose fields an expression can select.
public protocol ObjectValue: AnyObject, Sendable {
  /// The one instance that the environment declares too.
  ///
  /// A checked expression reads an object by the slots of the type that it is declared to be of, and
  /// does not ask again: the host must put no other object in its place.
  var objectType: ObjectType { get }

  /// What the field at `slot` of `objectType` holds.
  func field(at slot: Int) -> FieldReading

  /// The same for an evaluation that `observer` follows, which is to be told.
  func field(at slot: Int, observedBy observer: any FieldObserver) -> FieldReading

  /// Whether the field at `slot` has a value, for an evaluation that `observer` follows, if any does.
  func hasField(at slot: Int, observedBy observer: (any FieldObserver)?) -> Bool
}

extension ObjectValue {
  /// Tells `observer` no more than that the field was read.
  public func field(at slot: Int, observedBy observer: any FieldObserver) -> FieldReading {
    let reading = field(at: slot)
    observer.didRead(slot: slot, of: self)
    return reading
  }

  /// Reads the field, and leaves the value aside.
  public func hasField(at slot: Int, observedBy observer: (any FieldObserver)?) -> Bool {
    let reading = observer.map { field(at: slot, observedBy: $0) } ?? field(at: slot)
    if case .value = reading { return true }
    return false
  }
}

/// What reading a field of a host object gives.
public enum FieldReading: Sendable {
  case value(Value)
  indirect case absent(Absence)
}

/// Why a field of a host object has no value.
public struct Absence: Hashable, Sendable {
  /// The field with the path that leads to it, such as `server.transport`.
  public let field: String

  /// The reason in words.
  public let reason: String

  /// The reason as a number that means something to the host.
  public let code: Int

  /// The absence of `field` for a reason.
  public init(field: String, reason: String, code: Int = 0) {
    self.field = field
    self.reason = reason
    self.code = code
  }
}

/// Learns which fields of host objects an evaluation reads, in the order in which it reads them.
public protocol FieldObserver: AnyObject {
  /// The field at `slot` of `object` was read, whether it had a value or not.
  func didRead(slot: Int, of object: any ObjectValue)
}
