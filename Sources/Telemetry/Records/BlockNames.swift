/// The names in the records of a block, and the numbers that they have where the records are counted.
struct BlockNames: Sendable {
  /// How many names are remembered from block to block.
  private static let limit = 65_536

  private static let unknown = UInt32.max

  /// The names.
  var index = NameIndex()
  /// The number of each name where records are counted, as far as it has been asked for.
  private var numbers: [UInt32] = []
  /// Which numbering those are of.
  private var generation = 0

  /// Forgets the names, if there are too many.
  mutating func shrink() {
    if index.names.count > Self.limit { (index, numbers) = (NameIndex(), []) }
  }

  /// Gives the names of `reading` the numbers that they have in `others`, which is the numbering `generation`.
  @inline(__always)
  mutating func translate(
    _ reading: inout RecordReading, to others: inout NameIndex, _ generation: Int
  ) {
    if generation != self.generation { (numbers, self.generation) = ([], generation) }
    reading.renumber { name in
      let place = Int(name)
      if place < numbers.count, numbers[place] != Self.unknown { return numbers[place] }
      return add(place, to: &others)
    }
  }

  @inline(never)
  private mutating func add(_ place: Int, to others: inout NameIndex) -> UInt32 {
    while numbers.count <= place { numbers.append(Self.unknown) }
    numbers[place] = others.number(of: index.names[place])
    return numbers[place]
  }
}
