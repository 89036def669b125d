import Estate

/// Where the boxes of a dependency graph stand: those who call or pass calls on, the servers, what is behind
/// them; ordered so that few lines cross.
///
/// The same selection gives the same layout.
struct GraphLayout {
  /// The middle of the left side of a box.
  struct Point: Hashable {
    let x: Double
    let y: Double
  }

  /// The heading of the boxes of one kind.
  struct Heading: Hashable {
    let kind: DependencyGraph.Kind
    let x: Double
    /// The line that its letters stand on.
    let y: Double
  }

  static let boxWidth = 190.0
  static let boxHeight = 26.0
  static let headingHeight = 30.0
  private static let rowHeight = 34.0
  private static let gap = 150.0
  /// Room on the right, for lines between boxes of the last column.
  private static let margin = 40.0

  /// The place of each box, in the order of the selection.
  let points: [Point]
  /// The headings, in the order of kinds.
  let headings: [Heading]
  let width: Double
  let height: Double

  /// How often columns are put in order, once to the right and once to the left each time.
  private static let sweeps = 4

  /// The kinds of each column.
  ///
  /// No call leads from an agent to a gateway: what an agent calls is a server,
  /// by whatever way.
  private static let columns: [[DependencyGraph.Kind]] = [
    [.agent, .gateway], [.server], [.system],
  ]

  /// The layout of `selection`.
  init(_ selection: GraphSelection) {
    let columns = Self.ordered(selection)
    let heights = columns.map { groups in
      groups.reduce(0) { $0 + Self.headingHeight + Double($1.count) * Self.rowHeight }
    }
    let tallest = heights.max() ?? Self.headingHeight
    var points = [Point](repeating: Point(x: 0, y: 0), count: selection.boxes.count)
    var headings: [Heading] = []
    for (index, groups) in columns.enumerated() {
      let x = 1 + Double(index) * (Self.boxWidth + Self.gap)
      var y = (tallest - heights[index]) / 2
      for group in groups {
        if let first = group.first {
          headings.append(Heading(kind: selection.boxes[first].kind, x: x, y: y + 18))
        }
        y += Self.headingHeight
        for box in group {
          points[box] = Point(x: x, y: y + Self.rowHeight / 2)
          y += Self.rowHeight
        }
      }
    }
    self.points = points
    self.headings = headings
    width = Double(max(1, columns.count)) * (Self.boxWidth + Self.gap) - Self.gap + Self.margin
    height = tallest + 4
  }

  /// The boxes of each column and kind that has any, each put where the boxes that it has lines to are on
  /// average.
  private static func ordered(_ selection: GraphSelection) -> [[[Int]]] {
    var columns = columns.map { kinds in
      kinds.map { kind in selection.boxes.indices.filter { selection.boxes[$0].kind == kind } }
        .filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
    var neighbours = [[Int]](repeating: [], count: selection.boxes.count)
    for link in selection.links {
      neighbours[link.source].append(link.target)
      neighbours[link.target].append(link.source)
    }
    var heights = [Double](repeating: 0, count: selection.boxes.count)
    func settle(_ groups: [[Int]]) {
      let column = groups.flatMap(\.self)
      for (row, box) in column.enumerated() {
        heights[box] = (Double(row) + 0.5) / Double(column.count)
      }
    }
    columns.forEach(settle)
    for sweep in 0..<sweeps * 2 {
      let order = sweep.isMultiple(of: 2) ? Array(columns.indices) : columns.indices.reversed()
      for index in order {
        columns[index] = columns[index].map { sorted($0, selection, neighbours, heights) }
        settle(columns[index])
      }
    }
    return columns
  }

  private static func sorted(
    _ group: [Int], _ selection: GraphSelection, _ neighbours: [[Int]], _ heights: [Double]
  ) -> [Int] {
    let wishes = group.map { box -> Double in
      // The rest of a kind is last, whatever it has lines to.
      guard selection.boxes[box].name != nil else { return 2 }
      let others = neighbours[box].filter { selection.boxes[$0].kind != selection.boxes[box].kind }
      guard !others.isEmpty else { return heights[box] }
      return others.map { heights[$0] }.reduce(0, +) / Double(others.count)
    }
    return group.indices.sorted { left, right in
      wishes[left] != wishes[right] ? wishes[left] < wishes[right] : left < right
    }.map { group[$0] }
  }
}
