extension BLAKE3 {
  /// BLAKE3's compression function on four independent inputs, one in each lane.
  struct Compression {
    /// The sixteen words of a block, of each lane.
    typealias Message = InlineArray<16, SIMD4<UInt32>>

    private static let startWords: Node = [
      0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A,
      0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ]

    private var value: InlineArray<8, SIMD4<UInt32>>
    private let counterLow: SIMD4<UInt32>
    private let counterHigh: SIMD4<UInt32>

    /// A start for four nodes.
    init() {
      let words = Self.startWords
      value = InlineArray { SIMD4(repeating: words[$0]) }
      counterLow = .zero
      counterHigh = .zero
    }

    /// A start for four chunks, the first of which is number `counter`.
    init(chunk counter: UInt64) {
      let words = Self.startWords
      value = InlineArray { SIMD4(repeating: words[$0]) }
      let counters = (0..<4).map { counter &+ UInt64($0) }
      counterLow = SIMD4(counters.map { UInt32(truncatingIfNeeded: $0) })
      counterHigh = SIMD4(counters.map { UInt32(truncatingIfNeeded: $0 >> 32) })
    }

    /// The node of `lane`.
    func node(_ lane: Int) -> Node {
      var node = Node()
      for word in 0..<8 { node[word] = value[word][lane] }
      return node
    }

    /// Takes in one block of at most 64 bytes in each lane.
    @inline(__always)
    mutating func compress(_ m: Message, length: UInt32, flags: UInt32) {
      let start = Self.startWords
      var top = InlineArray<4, SIMD4<UInt32>> { [value] in value[$0] }
      var second = InlineArray<4, SIMD4<UInt32>> { [value] in value[$0 + 4] }
      var third = InlineArray<4, SIMD4<UInt32>> { SIMD4(repeating: start[$0]) }
      var last: InlineArray<4, SIMD4<UInt32>> = [
        counterLow, counterHigh, SIMD4(repeating: length), SIMD4(repeating: flags),
      ]
      Self.rounds(m, &top, &second, &third, &last)
      for word in 0..<4 {
        value[word] = top[word] ^ third[word]
        value[word + 4] = second[word] ^ last[word]
      }
    }

    /// The order in which each round takes the words of the message.
    @inline(__always)
    private static func rounds(
      _ m: Message, _ a: inout InlineArray<4, SIMD4<UInt32>>,
      _ b: inout InlineArray<4, SIMD4<UInt32>>, _ c: inout InlineArray<4, SIMD4<UInt32>>,
      _ d: inout InlineArray<4, SIMD4<UInt32>>
    ) {
      round(m, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, &a, &b, &c, &d)
      round(m, 2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8, &a, &b, &c, &d)
      round(m, 3, 4, 10, 12, 13, 2, 7, 14, 6, 5, 9, 0, 11, 15, 8, 1, &a, &b, &c, &d)
      round(m, 10, 7, 12, 9, 14, 3, 13, 15, 4, 0, 11, 2, 5, 8, 1, 6, &a, &b, &c, &d)
      round(m, 12, 13, 9, 11, 15, 10, 14, 8, 7, 2, 5, 3, 0, 1, 6, 4, &a, &b, &c, &d)
      round(m, 9, 14, 11, 5, 8, 12, 15, 1, 13, 3, 0, 10, 2, 6, 4, 7, &a, &b, &c, &d)
      round(m, 11, 15, 5, 0, 1, 9, 8, 6, 14, 10, 2, 12, 3, 4, 7, 13, &a, &b, &c, &d)
    }

    // swift-format-ignore
    @inline(__always)
    private static func round(
      _ m: Message, _ i0: Int, _ i1: Int, _ i2: Int, _ i3: Int, _ i4: Int, _ i5: Int, _ i6: Int,
      _ i7: Int, _ i8: Int, _ i9: Int, _ i10: Int, _ i11: Int, _ i12: Int, _ i13: Int,
      _ i14: Int, _ i15: Int, _ a: inout InlineArray<4, SIMD4<UInt32>>,
      _ b: inout InlineArray<4, SIMD4<UInt32>>, _ c: inout InlineArray<4, SIMD4<UInt32>>,
      _ d: inout InlineArray<4, SIMD4<UInt32>>
    ) {
      mix(&a[0], &b[0], &c[0], &d[0], m[i0], m[i1])
      mix(&a[1], &b[1], &c[1], &d[1], m[i2], m[i3])
      mix(&a[2], &b[2], &c[2], &d[2], m[i4], m[i5])
      mix(&a[3], &b[3], &c[3], &d[3], m[i6], m[i7])
      mix(&a[0], &b[1], &c[2], &d[3], m[i8], m[i9])
      mix(&a[1], &b[2], &c[3], &d[0], m[i10], m[i11])
      mix(&a[2], &b[3], &c[0], &d[1], m[i12], m[i13])
      mix(&a[3], &b[0], &c[1], &d[2], m[i14], m[i15])
    }

    @inline(__always)
    private static func mix(
      _ a: inout SIMD4<UInt32>, _ b: inout SIMD4<UInt32>, _ c: inout SIMD4<UInt32>,
      _ d: inout SIMD4<UInt32>, _ x: SIMD4<UInt32>, _ y: SIMD4<UInt32>
    ) {
      a = a &+ b &+ x
      d = rotated(d ^ a, by: 16)
      c = c &+ d
      b = rotated(b ^ c, by: 12)
      a = a &+ b &+ y
      d = rotated(d ^ a, by: 8)
      c = c &+ d
      b = rotated(b ^ c, by: 7)
    }

    /// The two halves are joined as lanes of another width, because the compiler takes a rotation of each
    /// lane that it recognizes as one apart into scalars.
    @inline(__always)
    private static func rotated(_ lanes: SIMD4<UInt32>, by count: UInt32) -> SIMD4<UInt32> {
      let low = unsafe unsafeBitCast(
        lanes &>> SIMD4(repeating: count), to: SIMD2<UInt64>.self)
      let high = unsafe unsafeBitCast(
        lanes &<< SIMD4(repeating: 32 - count), to: SIMD2<UInt64>.self)
      return unsafe unsafeBitCast(low | high, to: SIMD4<UInt32>.self)
    }
  }
}
