/// Which kinds of records have been seen of each server and of each tool of a server, as far as remembered:
/// what is seen for the first time may be what something must point at.
struct SeenKinds: Sendable {
  /// How many slots there are at most, of which half are taken; then everything is forgotten.
  private static let slotLimit = 1 << 16

  private struct Slot: Sendable {
    /// The server's number, and above it that of the tool.
    var key = UInt64.max
    /// One bit for each kind.
    var kinds: UInt64 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 256)
  private var count = 0

  /// Notes that a record of the kind with the number `kind` was seen of `server` and `tool`; true if there is
  /// none like it among those remembered.
  @inline(__always)
  mutating func isNew(_ kind: Int, of server: UInt32, _ tool: UInt32) -> Bool {
    let key = UInt64(tool) << 32 | UInt64(server)
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: kind)
    let place = Self.slot(of: key) & (slots.count &- 1)
    if slots[place].key == key, slots[place].kinds & bit != 0 { return false }
    return add(bit, to: key)
  }

  @inline(never)
  private mutating func add(_ bit: UInt64, to key: UInt64) -> Bool {
    let place = place(of: key)
    if slots[place].key == key {
      defer { slots[place].kinds |= bit }
      return slots[place].kinds & bit == 0
    }
    slots[place] = Slot(key: key, kinds: bit)
    count += 1
    if count * 2 > slots.count { grow() }
    return true
  }

  private func place(of key: UInt64) -> Int {
    var place = Self.slot(of: key) & (slots.count - 1)
    while slots[place].key != key, slots[place].key != .max {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: min(old.count * 4, Self.slotLimit))
    count = 0
    if old.count == Self.slotLimit { return }
    for slot in old where slot.key != .max {
      slots[place(of: slot.key)] = slot
      count += 1
    }
  }

  @inline(__always)
  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
