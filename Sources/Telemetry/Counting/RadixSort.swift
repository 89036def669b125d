/// Sorts numbers by their bytes, the lowest first, passing over bytes in which all of them agree.
///
/// Keys that are counted differ in two or three bytes, so that this takes a few steps for each of them,
/// however many they are.
enum RadixSort {
  /// So few numbers are compared instead.
  private static let fewest = 64

  /// Puts `keys` into ascending order.
  static func sort(_ keys: inout [UInt64]) {
    guard keys.count >= fewest else { return keys.sort() }
    let first = keys[0]
    let differences = keys.reduce(0) { $0 | ($1 ^ first) }
    var target = [UInt64](repeating: 0, count: keys.count)
    for shift in stride(from: UInt64(0), to: 64, by: 8) where differences >> shift & 0xFF != 0 {
      distribute(keys.span, by: shift, into: target.mutableSpan)
      swap(&keys, &target)
    }
  }

  /// Writes `keys` to `target` in the order of the byte at `shift`, equal ones in the order they had.
  private static func distribute(
    _ keys: Span<UInt64>, by shift: UInt64, into target: consuming MutableSpan<UInt64>
  ) {
    var places = InlineArray<256, Int>(repeating: 0)
    for index in keys.indices { places[byte(keys[index], shift)] &+= 1 }
    var start = 0
    for value in 0..<256 {
      let count = places[value]
      places[value] = start
      start &+= count
    }
    for index in keys.indices {
      let value = byte(keys[index], shift)
      target[places[value]] = keys[index]
      places[value] &+= 1
    }
  }

  @inline(__always)
  private static func byte(_ key: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: key &>> shift & 0xFF)
  }
}
