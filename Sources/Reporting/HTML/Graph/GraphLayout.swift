import Estate

/// Where the boxes of a dependency graph stand: a column for each kind, ordered so that few lines cross.
///
/// The same selection gives the same layout.
struct GraphLayout {
  /// The middle of the left side of a box.
  struct Point: Hashable {
    let x: Double
    let y: Double
  }

  /// A column's heading.
  struct Column: Hashable {
    let kind: DependencyGraph.Kind
    let x: Double
  }

  static let boxWidth = 176.0
  static let boxHeight = 26.0
  static let headingHeight = 30.0
  private static let rowHeight = 36.0
  private static let gap = 84.0
  /// Room on the right, for lines between boxes of the last column.
  private static let margin = 40.0

  /// The place of each box, in the order of the selection.
  let points: [Point]
  /// The columns, from left to right.
  let columns: [Column]
  let width: Double
  let height: Double

  /// How often columns are put in order, once to the right and once to the left each time.
  private static let sweeps = 4

  /// The layout of `selection`.
  init(_ selection: GraphSelection) {
    let ordered = Self.orderedColumns(of: selection)
    let tallest = ordered.map(\.count).max() ?? 0
    var points = [Point](repeating: Point(x: 0, y: 0), count: selection.boxes.count)
    var columns: [Column] = []
    for (index, boxes) in ordered.enumerated() {
      let x = 1 + Double(index) * (Self.boxWidth + Self.gap)
      let top = Self.headingHeight + Double(tallest - boxes.count) * Self.rowHeight / 2
      for (row, box) in boxes.enumerated() {
        points[box] = Point(x: x, y: top + (Double(row) + 0.5) * Self.rowHeight)
      }
      if let first = boxes.first {
        columns.append(Column(kind: selection.boxes[first].kind, x: x))
      }
    }
    self.points = points
    self.columns = columns
    width =
      Double(max(1, ordered.count)) * (Self.boxWidth + Self.gap) - Self.gap + Self.margin
    height = Self.headingHeight + Double(max(1, tallest)) * Self.rowHeight + 2
  }

  /// The boxes of each kind that has any, each put where the boxes that it has lines to are on average.
  private static func orderedColumns(of selection: GraphSelection) -> [[Int]] {
    var columns = DependencyGraph.Kind.allCases.map { kind in
      selection.boxes.indices.filter { selection.boxes[$0].kind == kind }
    }.filter { !$0.isEmpty }
    var neighbours = [[Int]](repeating: [], count: selection.boxes.count)
    for link in selection.links {
      neighbours[link.source].append(link.target)
      neighbours[link.target].append(link.source)
    }
    var heights = [Double](repeating: 0, count: selection.boxes.count)
    func settle(_ column: [Int]) {
      for (row, box) in column.enumerated() {
        heights[box] = (Double(row) + 0.5) / Double(column.count)
      }
    }
    columns.forEach(settle)
    for sweep in 0..<sweeps * 2 {
      let order = sweep.isMultiple(of: 2) ? Array(columns.indices) : columns.indices.reversed()
      for index in order {
        columns[index] = sorted(columns[index], selection, neighbours, heights)
        settle(columns[index])
      }
    }
    return columns
  }

  private static func sorted(
    _ column: [Int], _ selection: GraphSelection, _ neighbours: [[Int]], _ heights: [Double]
  ) -> [Int] {
    let wishes = column.map { box -> Double in
      // The rest of a kind is last, whatever it has lines to.
      guard selection.boxes[box].name != nil else { return 2 }
      let others = neighbours[box].filter { selection.boxes[$0].kind != selection.boxes[box].kind }
      guard !others.isEmpty else { return heights[box] }
      return others.map { heights[$0] }.reduce(0, +) / Double(others.count)
    }
    return column.indices.sorted { left, right in
      wishes[left] != wishes[right] ? wishes[left] < wishes[right] : left < right
    }.map { column[$0] }
  }
}
