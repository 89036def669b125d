import Syntax

/// A field mapping in the form in which records are matched against it: one node for each object level.
struct KeyTree: Sendable {
  /// What a key of an object means, in one number, because one is noted for every key of every record.
  struct Meaning: Equatable, Sendable {
    /// From the lowest bits on: the field's number or 0xFF, the rank (8 bits each), the child's node or 0
    /// (16), and whether a batch is opened (1).
    private var bits: UInt64

    /// The key means nothing.
    static let nothing = Meaning(bits: 0xFFFF)

    private init(bits: UInt64) {
      self.bits = bits
    }

    /// The number of the field that the key's value is; `nil` where it is none.
    @inline(__always)
    var field: Int? {
      let number = Int(truncatingIfNeeded: bits & 0xFF)
      return number == 0xFF ? nil : number
    }

    /// How good a name this is for the field; 0 is the best.
    @inline(__always)
    var rank: UInt8 { UInt8(truncatingIfNeeded: bits >> 8) }

    /// The node for the keys of the object that the key holds, if names lead through it.
    @inline(__always)
    var child: Int? {
      let node = Int(truncatingIfNeeded: bits >> 16 & 0xFFFF)
      return node == 0 ? nil : node
    }

    /// Whether the key, on the level of the record itself, holds a batch of records.
    @inline(__always)
    var opensBatch: Bool { bits >> 32 != 0 }

    fileprivate mutating func note(_ field: LogField, rank: UInt8) {
      bits = bits & ~0xFFFF | UInt64(field.rawValue) | UInt64(rank) << 8
    }

    fileprivate mutating func noteChild(_ node: Int) {
      bits |= UInt64(UInt16(clamping: node)) << 16
    }

    fileprivate mutating func noteBatch() {
      bits |= 1 << 32
    }
  }

  /// The keys of one object level, hashed by length and outer bytes.
  private struct Node: Sendable {
    var keys: [Key] = []
    var meanings: [Meaning] = []
    /// Indices into `keys` plus one, open-addressed; 0 is free.
    var slots: [UInt16] = []
  }

  /// A key, with its length and outer bytes, which tell most strings apart from it.
  private struct Key: Sendable {
    let bytes: [UInt8]
    let signature: Signature

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      signature = Signature(bytes.span.bytes, from: 0, to: bytes.count)
    }
  }

  /// The length of a string and its first and last eight bytes: all of it, up to sixteen.
  private struct Signature: Hashable, Sendable {
    let count: Int
    let low: UInt64
    let high: UInt64

    @inline(__always)
    init(_ bytes: borrowing RawSpan, from start: Int, to end: Int) {
      count = end &- start
      (low, high) = ByteHash.ends(bytes, from: start, to: end)
    }

    var hash: Int {
      let mixed = (low ^ (high << 21 | high >> 43)) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(count)
      return Int(truncatingIfNeeded: mixed >> 32 ^ mixed >> 47)
    }
  }

  private var nodes: [Node] = [Node()]

  /// The node of a record's own keys.
  static let root = 0

  /// Prepares `mapping`.
  init(_ mapping: FieldMapping) {
    // A team's own names go in first, so that they win over another field's standard alias.
    for onlyAdditions in [true, false] {
      for field in LogField.allCases {
        let names = onlyAdditions ? mapping.addedNames(of: field) : mapping.names(of: field)
        for (rank, name) in names.enumerated() {
          insert(
            Array(name.utf8)[...], field, UInt8(clamping: rank), under: Self.root, depth: 0)
        }
      }
    }
    for name in Self.batchNames {
      let index = index(of: Array(name.utf8), under: Self.root)
      nodes[Self.root].meanings[index].noteBatch()
    }
    for index in nodes.indices { hash(&nodes[index]) }
  }

  /// The keys under which OTLP/JSON holds spans and log records.
  private static let batchNames = ["resourceSpans", "resourceLogs"]

  /// What the key that `bytes` hold in `start..<end` means under `node`.
  func meaning(
    of bytes: borrowing RawSpan, from start: Int, to end: Int, under node: Int
  ) -> Meaning {
    guard end > start, nodes[node].slots.count > 0 else { return .nothing }
    let mask = nodes[node].slots.count - 1
    let signature = Signature(bytes, from: start, to: end)
    var slot = signature.hash
    while true {
      let index = Int(nodes[node].slots[slot & mask]) - 1
      if index < 0 { return .nothing }
      if nodes[node].keys[index].signature == signature,
        Self.haveEqualMiddles(nodes[node].keys[index].bytes, bytes, start, end)
      {
        return nodes[node].meanings[index]
      }
      slot &+= 1
    }
  }

  /// Takes in a name and every way to cut it at its dots; beyond four cuts the rest is one key.
  private mutating func insert(
    _ name: ArraySlice<UInt8>, _ field: LogField, _ rank: UInt8, under node: Int, depth: Int
  ) {
    if name.isEmpty { return }
    let whole = index(of: Array(name), under: node)
    if nodes[node].meanings[whole].field == nil {
      nodes[node].meanings[whole].note(field, rank: rank)
    }
    if depth == 4 { return }
    for dot in name.indices where name[dot] == UInt8(ascii: ".") && dot > name.startIndex {
      let head = index(of: Array(name[..<dot]), under: node)
      let child: Int
      if let existing = nodes[node].meanings[head].child {
        child = existing
      } else {
        child = nodes.count
        nodes.append(Node())
        nodes[node].meanings[head].noteChild(child)
      }
      insert(name[(dot + 1)...], field, rank, under: child, depth: depth + 1)
    }
  }

  private mutating func index(of key: [UInt8], under node: Int) -> Int {
    if let known = nodes[node].keys.firstIndex(where: { $0.bytes == key }) { return known }
    nodes[node].keys.append(Key(key))
    nodes[node].meanings.append(.nothing)
    return nodes[node].keys.count - 1
  }

  private func hash(_ node: inout Node) {
    var size = 8
    while size < node.keys.count * 4 { size *= 2 }
    node.slots = [UInt16](repeating: 0, count: size)
    for (index, key) in node.keys.enumerated() {
      var slot = key.signature.hash
      while node.slots[slot & (size - 1)] != 0 { slot &+= 1 }
      node.slots[slot & (size - 1)] = UInt16(clamping: index + 1)
    }
  }

  /// Whether what a signature leaves out of two strings is equal.
  private static func haveEqualMiddles(
    _ key: [UInt8], _ bytes: borrowing RawSpan, _ start: Int, _ end: Int
  ) -> Bool {
    if key.count <= 16 { return true }
    for index in 8..<key.count - 8 where key[index] != ByteScanner.byte(bytes, at: start + index) {
      return false
    }
    return true
  }
}
