import Estate

/// What a log, or a part of one, shows: a bounded summary that merges with those of the other parts.
///
/// Merging is associative and commutative, and summaries of parts merge to the summary of the whole,
/// wherever the parts were cut: equal logs have equal summaries. Nothing is estimated but latencies
/// (`LatencyScale`) and, where a log holds tens of thousands of distinct calls, which of them are looked at
/// for repetitions (`HashedSample`); these too depend on the set of records alone.
///
/// Memory is bounded by the fleet and the limits of the parts, not by the number of records.
public struct TelemetrySummary: Hashable, Sendable {
  /// The names of servers, tools, agents, sources and the rest, ordered by their bytes: the number that
  /// stands for a name in `tallies` is its index.
  private(set) var names: [String] = []

  /// Everything that is counted.
  private(set) var tallies = LogTallies()

  /// The summary of no records, which changes nothing it is merged with.
  public init() {}

  /// The summary of `tallies`, whose names have the numbers of their places in `names`.
  ///
  /// They are taken over, so that what only the caller held is changed in place.
  init(_ tallies: consuming LogTallies, names: [String]) {
    let order = names.indices.sorted { names[$0].precedes(names[$1]) }
    var map = NameMap(repeating: 0, count: names.count)
    for (new, old) in order.enumerated() { map[old] = UInt32(new) }
    self.names = order.map { names[$0] }
    self.tallies = tallies
    self.tallies.rename(map)
    settle()
  }

  /// Records that were read.
  public var recordCount: Int { tallies.overview.records }

  /// Notes that `parts`, which hold all records so far, have been read.
  mutating func finish(_ parts: [FinishedPart]) {
    let parts = parts.filter { !$0.part.isEmpty }
    var sources: [String] = []
    for source in parts.map(\.source).sorted(by: { $0.precedes($1) })
    where sources.last?.precedes(source) ?? true { sources.append(source) }
    let (union, maps) = Self.union(names, sources)
    if union.count != names.count { tallies.rename(maps.left) }
    names = union
    let numbers = Dictionary(zip(sources.map { Array($0.utf8) }, maps.right)) { first, _ in first }
    tallies.finish(
      parts.map { part in
        let number = numbers[Array(part.source.utf8)] ?? 0
        return (part.tallied(as: number), part.lines.firstMalformed)
      })
  }

  /// Takes in what `other`, the summary of other records, shows.
  public mutating func merge(_ other: consuming TelemetrySummary) {
    if self == TelemetrySummary() {
      self = other
      return
    }
    let (union, maps) = Self.union(names, other.names)
    let isComplete = union.count == other.names.count
    var theirs = LogTallies()
    swap(&theirs, &other.tallies)
    if union.count != names.count { tallies.rename(maps.left) }
    if !isComplete { theirs.rename(maps.right) }
    names = union
    tallies.merge(consume theirs)
    settle()
  }

  /// What this summary and `other` show together.
  public func merging(_ other: TelemetrySummary) -> TelemetrySummary {
    var merged = self
    merged.merge(other)
    return merged
  }

  /// The same records with servers joined that `resolve` gives one identity.
  ///
  /// The version that `resolve` gives is that of the records which do not name one themselves, and is seen
  /// beside their own where that is another. A server for which `resolve` knows nothing keeps its name.
  consuming func regrouped(
    resolving resolve: (String) -> (id: String, version: String?)?
  ) -> TelemetrySummary {
    var index = NameIndex()
    for name in names { _ = index.number(of: name) }
    var targets: [UInt32: (server: UInt32, version: UInt32?)] = [:]
    // Text can be equal that differs in its bytes; to everyone else it is one identity.
    var numbers: [String: UInt32] = [:]
    for server in tallies.servers.keys.sorted() {
      let name = names[Int(server)]
      let resolved = resolve(name)
      let number = numbers[resolved?.id ?? name] ?? index.number(of: resolved?.id ?? name)
      numbers[resolved?.id ?? name] = number
      targets[server] = (number, resolved?.version.map { index.number(of: $0) })
    }
    var regrouped = LogTallies()
    swap(&regrouped, &tallies)
    let names = index.names
    regrouped.regroupServers {
      targets[$0] ?? ($0, nil)
    } denotes: { left, right in
      let (left, right) = (names[Int(left)], names[Int(right)])
      return ServerIdentity.version(left, denotes: right)
        || ServerIdentity.version(right, denotes: left)
    }
    return TelemetrySummary(regrouped, names: names)
  }

  /// Brings the tallies into their one form, without names that are not in use.
  private mutating func settle() {
    tallies.settle()
    var used = [Bool](repeating: false, count: names.count)
    tallies.markNames(in: &used)
    guard used.contains(false) else { return }
    var kept: [String] = []
    var map = NameMap(repeating: 0, count: names.count)
    for (old, name) in names.enumerated() where used[old] {
      map[old] = UInt32(kept.count)
      kept.append(name)
    }
    names = kept
    tallies.rename(map)
  }

  /// All names of two ordered lists in order, and the place of each list's names in it.
  private static func union(
    _ left: [String], _ right: [String]
  ) -> (names: [String], maps: (left: NameMap, right: NameMap)) {
    var names: [String] = []
    var maps: (left: NameMap, right: NameMap) = ([], [])
    while maps.left.count < left.count || maps.right.count < right.count {
      let number = UInt32(names.count)
      let (next, other) = (maps.left.count, maps.right.count)
      let takesLeft =
        next < left.count && (other == right.count || !right[other].precedes(left[next]))
      let takesRight =
        other < right.count && (next == left.count || !left[next].precedes(right[other]))
      names.append(takesLeft ? left[next] : right[other])
      if takesLeft { maps.left.append(number) }
      if takesRight { maps.right.append(number) }
    }
    return (names, maps)
  }
}

extension String {
  /// Whether the text comes before `other` in the order of their bytes, in which only equal bytes are equal.
  func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
