/// The UTF-8 encodings of a set's members as a small automaton without cycles, in which encodings
/// that end alike share their ends.
struct UTF8Automaton {
  struct Edge: Hashable {
    let low: UInt8
    let high: UInt8
    /// The node that the edge leads to; `nil` where the encoding ends.
    let target: Int?
  }

  /// The edges of each node, every node after those that it leads to.
  private(set) var nodes: [[Edge]] = []
  private(set) var root = 0
  private var known: [[Edge]: Int] = [:]

  private typealias ByteRange = ClosedRange<UInt8>

  init(_ set: ScalarSet) {
    var sequences: [[ByteRange]] = []
    for range in set.ranges { Self.split(range, into: &sequences) }
    root = node(for: sequences[...], at: 0)
  }

  /// Adds the node that accepts `sequences` from their byte `depth` on.
  private mutating func node(for sequences: ArraySlice<[ByteRange]>, at depth: Int) -> Int {
    var edges: [Edge] = []
    var start = sequences.startIndex
    while start < sequences.endIndex {
      let bytes = sequences[start][depth]
      var end = start + 1
      while end < sequences.endIndex, sequences[end][depth] == bytes { end += 1 }
      let isLast = sequences[start].count == depth + 1
      let target = isLast ? nil : node(for: sequences[start..<end], at: depth + 1)
      if isLast, let last = edges.last, last.target == nil, last.high &+ 1 == bytes.lowerBound {
        edges[edges.count - 1] = Edge(low: last.low, high: bytes.upperBound, target: nil)
      } else {
        edges.append(Edge(low: bytes.lowerBound, high: bytes.upperBound, target: target))
      }
      start = end
    }
    if let existing = known[edges] { return existing }
    nodes.append(edges)
    known[edges] = nodes.count - 1
    return nodes.count - 1
  }

  /// Cuts `range` until the encodings of each piece are the product of one byte range per place.
  private static func split(_ range: ClosedRange<UInt32>, into sequences: inout [[ByteRange]]) {
    var pending = [range]
    while let piece = pending.popLast() {
      if let cut = cut(piece.lowerBound, piece.upperBound) {
        // The lower part is handled first, so that sequences come out in order.
        pending.append(cut.upper)
        pending.append(cut.lower)
      } else if !(0xD800...0xDFFF).contains(piece.lowerBound) {
        let low = encode(piece.lowerBound)
        let high = encode(piece.upperBound)
        sequences.append(zip(low, high).map { $0...$1 })
      }
    }
  }

  private typealias Cut = (lower: ClosedRange<UInt32>, upper: ClosedRange<UInt32>)

  private static func cut(_ low: UInt32, _ high: UInt32) -> Cut? {
    for last: UInt32 in [0x7F, 0x7FF, 0xD7FF, 0xDFFF, 0xFFFF] where low <= last && last < high {
      return (low...last, (last + 1)...high)
    }
    guard low > 0x7F else { return nil }
    for place in 1..<4 {
      let mask: UInt32 = (1 << (6 * UInt32(place))) - 1
      guard low & ~mask != high & ~mask else { continue }
      if low & mask != 0 { return (low...(low | mask), ((low | mask) + 1)...high) }
      if high & mask != mask {
        let start = high & ~mask
        return (low...(start - 1), start...high)
      }
    }
    return nil
  }

  private static func encode(_ value: UInt32) -> [UInt8] {
    func byte(_ marker: UInt32, _ shift: UInt32, _ mask: UInt32) -> UInt8 {
      UInt8(marker | ((value >> shift) & mask))
    }
    switch value {
    case ...0x7F: return [UInt8(value)]
    case ...0x7FF: return [byte(0xC0, 6, 0x1F), byte(0x80, 0, 0x3F)]
    case ...0xFFFF: return [byte(0xE0, 12, 0x0F), byte(0x80, 6, 0x3F), byte(0x80, 0, 0x3F)]
    default:
      return [
        byte(0xF0, 18, 0x07), byte(0x80, 12, 0x3F), byte(0x80, 6, 0x3F), byte(0x80, 0, 0x3F),
      ]
    }
  }
}
