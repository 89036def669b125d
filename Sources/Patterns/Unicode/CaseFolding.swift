/// Which scalars are the same letter when case is ignored, by Unicode's simple case folding.
enum CaseFolding {
  /// `set` with every scalar that differs from a member only in case.
  static func closure(of set: ScalarSet) -> ScalarSet {
    guard let highest = set.ranges.last?.upperBound, set != .everything else { return set }
    var ranges = set.ranges
    for range in set.ranges where range.lowerBound < 0x80 { addASCII(range, to: &ranges) }
    if highest >= 0x80 {
      for range in set.ranges where range.upperBound >= 0x80 { addOthers(range, to: &ranges) }
    }
    return ScalarSet(ranges)
  }

  /// Keeps ASCII patterns, which are nearly all, from building the table of the others.
  private static func addASCII(
    _ range: ClosedRange<UInt32>, to ranges: inout [ClosedRange<UInt32>]
  ) {
    for upper in UInt32(0x41)...0x5A {
      let lower = upper + 0x20
      guard range.contains(upper) || range.contains(lower) else { continue }
      ranges.append(upper...upper)
      ranges.append(lower...lower)
      if lower == 0x6B { ranges.append(0x212A...0x212A) }
      if lower == 0x73 { ranges.append(0x17F...0x17F) }
    }
  }

  private static func addOthers(
    _ range: ClosedRange<UInt32>, to ranges: inout [ClosedRange<UInt32>]
  ) {
    var low = 0
    var high = orbits.count
    while low < high {
      let middle = (low + high) / 2
      if orbits[middle].scalar < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    for orbit in orbits[low...].prefix(while: { range.contains($0.scalar) }) {
      ranges.append(contentsOf: orbit.members.map { $0...$0 })
    }
  }

  /// Every scalar beyond ASCII that has other cases, in order, with all of them, itself included.
  private static let orbits: [(scalar: UInt32, members: [UInt32])] = {
    var members: [UInt32: [UInt32]] = [:]
    for value in UInt32(0x41)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenCaseMapped else {
        continue
      }
      members[folded(scalar).value, default: []].append(value)
    }
    for (composed, twin) in twins {
      members[composed, default: [composed]].append(twin)
      members[twin] = nil
    }
    let orbits = members.values.filter { $0.count > 1 }.flatMap { orbit in
      orbit.filter { $0 >= 0x80 }.map { (scalar: $0, members: orbit) }
    }
    return orbits.sorted { $0.scalar < $1.scalar }
  }()

  /// Letters that fold alike though the mappings above tell them apart, being of several scalars.
  private static let twins: [(UInt32, UInt32)] = [
    (0x390, 0x1FD3), (0x3B0, 0x1FE3), (0xFB05, 0xFB06),
  ]

  /// The lower case of the upper case, which joins letters with several lower forms.
  ///
  /// The dotless i has an upper case but folds to nothing.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value != 0x131 else { return scalar }
    let upper = onlyScalar(of: scalar.properties.uppercaseMapping) ?? scalar
    return onlyScalar(of: upper.properties.lowercaseMapping) ?? upper
  }

  private static func onlyScalar(of mapping: String) -> Unicode.Scalar? {
    let scalars = mapping.unicodeScalars
    guard let first = scalars.first, scalars.dropFirst().isEmpty else { return nil }
    return first
  }
}
