import SourceText

/// Which names of a census are spellings of one another, so that they get one pseudonym.
struct Spellings {
  /// The name that stands for its spellings.
  struct Leader {
    let name: String
    let kind: NameKind
  }

  /// One for each pseudonym, in an order that says nothing of the names.
  let leaders: [Leader]
  /// The number of the leader of each name.
  let numbers: [String: Int]

  /// Joins the names of `census`.
  ///
  /// An identity leads other spellings; two identities are never joined, because reports tell parts apart
  /// by them.
  init(of census: NameCensus) {
    var groups: [[UInt8]: [String]] = [:]
    for name in census.kinds.keys { groups[NameTrie.folded(name), default: []].append(name) }
    var led: [(leader: Leader, digest: String, names: [String])] = []
    for names in groups.values {
      let sorted = names.sorted { left, right in
        let (isLeft, isRight) = (
          census.identities.contains(left), census.identities.contains(right)
        )
        return isLeft != isRight ? isLeft : left < right
      }
      let others = sorted.dropFirst()
      let rivals = others.filter(census.identities.contains)
      let followers = others.filter { !census.identities.contains($0) }
      for (place, name) in (sorted.prefix(1) + rivals).enumerated() {
        guard let kind = census.kinds[name] else { continue }
        led.append(
          (
            Leader(name: name, kind: kind), SHA256.hexDigest(of: Array(name.utf8)),
            [name] + (place == 0 ? followers : [])
          ))
      }
    }
    led.sort { $0.digest < $1.digest }
    leaders = led.map(\.leader)
    var numbers: [String: Int] = [:]
    for (number, group) in led.enumerated() {
      for name in group.names { numbers[name] = number }
    }
    self.numbers = numbers
  }
}
