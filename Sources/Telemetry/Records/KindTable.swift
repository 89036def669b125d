/// Numbers for kinds of records, in the order in which they are first seen.
struct KindTable: Sendable {
  /// How many kinds there are room for.
  static let limit = 64

  private(set) var kinds: [RecordKind] = []
  /// A number plus one for each hash; 0 where there is none yet.
  private var slots = InlineArray<256, UInt8>(repeating: 0)

  /// The kind with the number `number`.
  subscript(number: Int) -> RecordKind { kinds[number] }

  /// The number of `kind`; `nil` where it is new and there is no room for it.
  @inline(__always)
  mutating func number(of kind: RecordKind) -> Int? {
    let number = Int(slots[kind.hash]) &- 1
    return number >= 0 && kinds[number] == kind ? number : find(kind)
  }

  @inline(never)
  private mutating func find(_ kind: RecordKind) -> Int? {
    var number = kinds.firstIndex(of: kind)
    if number == nil {
      if kinds.count == Self.limit { return nil }
      kinds.append(kind)
      number = kinds.count - 1
    }
    if let number { slots[kind.hash] = UInt8(number + 1) }
    return number
  }
}
