/// A set of small numbers that remembers the order of insertion and is emptied in constant time.
struct SparseSet: Sendable {
  private(set) var members: [UInt32] = []
  private var places: [UInt32]

  /// Creates a set for numbers below `capacity`.
  init(capacity: Int) {
    places = Array(repeating: 0, count: capacity)
  }

  func contains(_ member: UInt32) -> Bool {
    let place = Int(places[Int(member)])
    return place < members.count && members[place] == member
  }

  /// Adds `member`; `false` where it was there already.
  mutating func insert(_ member: UInt32) -> Bool {
    guard !contains(member) else { return false }
    places[Int(member)] = UInt32(truncatingIfNeeded: members.count)
    members.append(member)
    return true
  }

  mutating func removeAll() { members.removeAll(keepingCapacity: true) }
}
