import Syntax

/// A field mapping in the form in which records are matched against it: one node for each object level.
struct KeyTree: Sendable {
  /// What a key of an object means.
  struct Meaning: Sendable {
    /// The field that the key's value is, if any.
    var field: LogField?
    /// How good a name this is for the field; 0 is the best.
    var rank: UInt8 = .max
    /// The node for the keys of the object that the key holds, if names lead through it.
    var child: Int?
    /// Whether the key, on the level of the record itself, holds a batch of records.
    var opensBatch = false
  }

  /// The keys of one object level, hashed by length and outer bytes.
  private struct Node: Sendable {
    var keys: [[UInt8]] = []
    var meanings: [Meaning] = []
    /// Indices into `keys` plus one, open-addressed; 0 is free.
    var slots: [UInt16] = []
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
      nodes[Self.root].meanings[index(of: Array(name.utf8), under: Self.root)].opensBatch = true
    }
    for index in nodes.indices { hash(&nodes[index]) }
  }

  /// The keys under which OTLP/JSON holds spans and log records.
  private static let batchNames = ["resourceSpans", "resourceLogs"]

  /// What the key that `bytes` hold in `start..<end` means under `node`, or `nil`.
  func meaning(
    of bytes: borrowing RawSpan, from start: Int, to end: Int, under node: Int
  ) -> Meaning? {
    guard end > start, nodes[node].slots.count > 0 else { return nil }
    let mask = nodes[node].slots.count - 1
    var slot = Self.hash(
      count: end - start, first: ByteScanner.byte(bytes, at: start),
      last: ByteScanner.byte(bytes, at: end - 1))
    while true {
      let index = Int(nodes[node].slots[slot & mask]) - 1
      if index < 0 { return nil }
      if Self.equal(nodes[node].keys[index], bytes, start, end) {
        return nodes[node].meanings[index]
      }
      slot += 1
    }
  }

  /// Takes in a name and every way to cut it at its dots; beyond four cuts the rest is one key.
  private mutating func insert(
    _ name: ArraySlice<UInt8>, _ field: LogField, _ rank: UInt8, under node: Int, depth: Int
  ) {
    if name.isEmpty { return }
    let whole = index(of: Array(name), under: node)
    if nodes[node].meanings[whole].field == nil {
      nodes[node].meanings[whole].field = field
      nodes[node].meanings[whole].rank = rank
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
        nodes[node].meanings[head].child = child
      }
      insert(name[(dot + 1)...], field, rank, under: child, depth: depth + 1)
    }
  }

  private mutating func index(of key: [UInt8], under node: Int) -> Int {
    if let known = nodes[node].keys.firstIndex(of: key) { return known }
    nodes[node].keys.append(key)
    nodes[node].meanings.append(Meaning())
    return nodes[node].keys.count - 1
  }

  private func hash(_ node: inout Node) {
    var size = 8
    while size < node.keys.count * 4 { size *= 2 }
    node.slots = [UInt16](repeating: 0, count: size)
    for (index, key) in node.keys.enumerated() {
      var slot = Self.hash(count: key.count, first: key[0], last: key[key.count - 1])
      while node.slots[slot & (size - 1)] != 0 { slot += 1 }
      node.slots[slot & (size - 1)] = UInt16(clamping: index + 1)
    }
  }

  private static func hash(count: Int, first: UInt8, last: UInt8) -> Int {
    (count &* 31) ^ (Int(first) &* 5) ^ (Int(last) &* 257)
  }

  private static func equal(
    _ key: [UInt8], _ bytes: borrowing RawSpan, _ start: Int, _ end: Int
  ) -> Bool {
    guard key.count == end - start else { return false }
    for index in key.indices where key[index] != ByteScanner.byte(bytes, at: start + index) {
      return false
    }
    return true
  }
}
