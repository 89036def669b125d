/// An immutable map from `bool`, `int`, `uint` or `string` keys, which keeps the order of insertion.
///
/// Keys that are equal as numbers are one key: `{1: 'a'}[1u]` is `'a'`.
public struct MapValue: Sendable {
  private final class Storage: Sendable {
    let keys: [Value]
    let values: [Value]
    let positions: [Key: Int]

    init(keys: [Value], values: [Value], positions: [Key: Int]) {
      self.keys = keys
      self.values = values
      self.positions = positions
    }
  }

  /// A key in the form in which equal numbers are the same.
  private enum Key: Hashable {
    case bool(Bool)
    case int(Int64)
    case large(UInt64)
    case string(String)

    init?(_ value: Value) {
      switch value {
      case .bool(let value): self = .bool(value)
      case .int(let value): self = .int(value)
      case .uint(let value): self = Int64(exactly: value).map(Key.int) ?? .large(value)
      case .string(let value): self = .string(value)
      case .double(let value):
        if let integer = Int64(exactly: value) {
          self = .int(integer)
        } else if let integer = UInt64(exactly: value) {
          self = .large(integer)
        } else {
          return nil
        }
      default: return nil
      }
    }

    static func == (lhs: Key, rhs: Key) -> Bool {
      switch (lhs, rhs) {
      case (.string(let a), .string(let b)): a.hasSameCodePoints(as: b)
      case (.int(let a), .int(let b)): a == b
      case (.bool(let a), .bool(let b)): a == b
      case (.large(let a), .large(let b)): a == b
      default: false
      }
    }
  }

  private let storage: Storage

  /// A map of `entries`, or an error where a key repeats or cannot be a key.
  public init(entries: [(key: Value, value: Value)]) throws(EvaluationError) {
    var keys: [Value] = []
    var values: [Value] = []
    var positions: [Key: Int] = [:]
    keys.reserveCapacity(entries.count)
    values.reserveCapacity(entries.count)
    positions.reserveCapacity(entries.count)
    for (key, value) in entries {
      guard Self.canBeKey(key), let normalized = Key(key) else {
        throw .invalidArgument("a map key cannot be of type \(key.type.name)")
      }
      guard positions.updateValue(keys.count, forKey: normalized) == nil else {
        throw .invalidArgument("the map repeats the key \(key.display)")
      }
      keys.append(key)
      values.append(value)
    }
    storage = Storage(keys: keys, values: values, positions: positions)
  }

  /// A map with string keys, in the order of the keys.
  public init(_ entries: [String: Value]) {
    let sorted = entries.sorted { $0.key.codePointsPrecede($1.key) }
    var positions: [Key: Int] = [:]
    for (position, entry) in sorted.enumerated() { positions[.string(entry.key)] = position }
    storage = Storage(
      keys: sorted.map { .string($0.key) }, values: sorted.map(\.value), positions: positions)
  }

  /// How many entries there are.
  public var count: Int { storage.keys.count }

  /// Whether there is no entry.
  public var isEmpty: Bool { storage.keys.isEmpty }

  /// The keys in the order of insertion.
  public var keys: [Value] { storage.keys }

  /// The values in the order of their keys.
  public var values: [Value] { storage.values }

  /// The value of `key`, where a whole `double` finds the integer that it equals.
  public subscript(key: Value) -> Value? {
    guard let normalized = Key(key), let position = storage.positions[normalized] else {
      return nil
    }
    return storage.values[position]
  }

  /// Whether a value of this type may be a key of a literal or host-made map.
  static func canBeKey(_ key: Value) -> Bool {
    switch key {
    case .bool, .int, .uint, .string: true
    default: false
    }
  }
}

extension MapValue: Equatable {
  /// Whether both maps have the same keys with equal values, in whatever order.
  public static func == (lhs: MapValue, rhs: MapValue) -> Bool {
    guard lhs.count == rhs.count else { return false }
    for (key, value) in zip(lhs.keys, lhs.values) {
      guard let other = rhs[key], other == value else { return false }
    }
    return true
  }
}
