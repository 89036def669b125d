/// The SHA-256 digest (FIPS 180-4) of bytes that arrive in pieces of any size.
///
/// Streaming, so that a log is hashed while it is read for another purpose. Rounds come in blocks of
/// sixteen in which the state words change their roles instead of their places, and the schedule is a
/// ring of sixteen words, so that both stay in registers.
public struct SHA256: Sendable {
  private static let blockSize = 64

  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// The digest of nothing yet.
  public init() {}

  /// The digest of `bytes` as 64 lower-case hexadecimal digits, or the first `count` of them, an even number.
  public static func hexDigest(of bytes: [UInt8], digits count: Int = 64) -> String {
    var digest = SHA256()
    digest.update(bytes.span)
    return hexadecimal(digest.digest.prefix(count / 2))
  }

  /// Takes in the next `bytes`.
  public mutating func update(_ bytes: Span<UInt8>) {
    byteCount &+= UInt64(bytes.count)
    var offset = 0
    if !pending.isEmpty {
      while offset < bytes.count, pending.count < Self.blockSize {
        pending.append(bytes[offset])
        offset += 1
      }
      guard pending.count == Self.blockSize else { return }
      let block = pending
      absorb(block.span, at: 0)
      pending.removeAll(keepingCapacity: true)
    }
    while bytes.count - offset >= Self.blockSize {
      absorb(bytes, at: offset)
      offset += Self.blockSize
    }
    if offset < bytes.count { pending.reserveCapacity(Self.blockSize) }
    while offset < bytes.count {
      pending.append(bytes[offset])
      offset += 1
    }
  }

  /// Takes in the next `bytes`.
  public mutating func update(_ bytes: borrowing RawSpan) {
    // Any bytes are values of UInt8, so that looking at them as such is safe.
    let bytes = copy bytes
    update(bytes._unsafeView(as: UInt8.self))
  }

  /// The digest of all bytes so far as 64 lower-case hexadecimal digits; more bytes may follow.
  public var hexDigest: String { Self.hexadecimal(digest[...]) }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      text.append(digit(byte >> 4))
      text.append(digit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The hexadecimal digit for `value`, which is below 16.
  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// The 32 bytes of the digest of all bytes so far; more bytes may follow.
  public var digest: [UInt8] {
    var tail = pending
    tail.reserveCapacity(2 * Self.blockSize)
    tail.append(0x80)
    // Zeros up to the last eight bytes of a block, which hold the length.
    let end = tail.count > Self.blockSize - 8 ? 2 * Self.blockSize : Self.blockSize
    tail.append(contentsOf: repeatElement(0, count: end - 8 - tail.count))
    let bitCount = byteCount &* 8
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
    }
    var final = self
    for offset in stride(from: 0, to: tail.count, by: Self.blockSize) {
      final.absorb(tail.span, at: offset)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * state.count)
    for index in state.indices {
      for shift in stride(from: UInt32(24), through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: final.state[index] >> shift))
      }
    }
    return bytes
  }

  /// Mixes in the 64 bytes of `block` from `offset` on.
  private mutating func absorb(_ block: borrowing Span<UInt8>, at offset: Int) {
    precondition(offset >= 0 && block.count - offset >= Self.blockSize, "a block has 64 bytes")
    var w = InlineArray<16, UInt32> { index in
      let first = offset &+ index &* 4
      return UInt32(block[unchecked: first]) << 24 | UInt32(block[unchecked: first &+ 1]) << 16
        | UInt32(block[unchecked: first &+ 2]) << 8 | UInt32(block[unchecked: first &+ 3])
    }
    var round = Rounds(state)
    round.sixteen(w, constantsAt: 0)
    for constants in stride(from: 16, to: 64, by: 16) {
      for index in 0..<16 {
        let early = w[(index &+ 1) & 15]
        let late = w[(index &+ 14) & 15]
        w[index] =
          w[index] &+ w[(index &+ 9) & 15]
          &+ (rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3))
          &+ (rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10))
      }
      round.sixteen(w, constantsAt: constants)
    }
    state[0] &+= round.a
    state[1] &+= round.b
    state[2] &+= round.c
    state[3] &+= round.d
    state[4] &+= round.e
    state[5] &+= round.f
    state[6] &+= round.g
    state[7] &+= round.h
  }
}

/// The eight working words of the compression function.
private struct Rounds {
  var a, b, c, d, e, f, g, h: UInt32

  @inline(__always)
  init(_ state: InlineArray<8, UInt32>) {
    (a, b, c, d) = (state[0], state[1], state[2], state[3])
    (e, f, g, h) = (state[4], state[5], state[6], state[7])
  }

  /// Sixteen rounds over the schedule `w`, after which every word is back in its own variable.
  @inline(__always)
  mutating func sixteen(_ w: InlineArray<16, UInt32>, constantsAt first: Int) {
    for half in stride(from: 0, to: 16, by: 8) {
      let k = first &+ half
      Self.mix(a, b, c, &d, e, f, g, &h, w[half] &+ roundConstants[k])
      Self.mix(h, a, b, &c, d, e, f, &g, w[half &+ 1] &+ roundConstants[k &+ 1])
      Self.mix(g, h, a, &b, c, d, e, &f, w[half &+ 2] &+ roundConstants[k &+ 2])
      Self.mix(f, g, h, &a, b, c, d, &e, w[half &+ 3] &+ roundConstants[k &+ 3])
      Self.mix(e, f, g, &h, a, b, c, &d, w[half &+ 4] &+ roundConstants[k &+ 4])
      Self.mix(d, e, f, &g, h, a, b, &c, w[half &+ 5] &+ roundConstants[k &+ 5])
      Self.mix(c, d, e, &f, g, h, a, &b, w[half &+ 6] &+ roundConstants[k &+ 6])
      Self.mix(b, c, d, &e, f, g, h, &a, w[half &+ 7] &+ roundConstants[k &+ 7])
    }
  }

  @inline(__always)
  private static func mix(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ input: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let majority = (a & b) | (c & (a | b))
    let first = h &+ input &+ choice &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25))
    d = d &+ first
    h = first &+ majority &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22))
  }
}

@inline(__always)
private func rotated(_ word: UInt32, _ distance: UInt32) -> UInt32 {
  (word &>> distance) | (word &<< (32 &- distance))
}

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
private let roundConstants: InlineArray<64, UInt32> = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5,
  0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
  0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc,
  0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
  0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
  0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3,
  0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5,
  0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
  0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
