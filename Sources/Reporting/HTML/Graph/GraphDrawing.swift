import Estate

/// The dependency graph as a drawing: boxes in columns, and lines from those who call to those called.
struct GraphDrawing {
  private let selection: GraphSelection
  private let layout: GraphLayout
  private let summary: Fragment<HTML>
  /// From how many dependents on a box is drawn with a thick border.
  private let hubSize: Int

  /// How many columns of a terminal fit into a box.
  private static let labelWidth = 23

  /// The drawing of `selection`, of which `summary` says in words what there is to see; boxes that at least
  /// `hubSize` depend on stand out.
  init(_ selection: GraphSelection, hubSize: Int, summary: Fragment<HTML>) {
    self.selection = selection
    self.hubSize = hubSize
    self.summary = summary
    layout = GraphLayout(selection)
  }

  /// The drawing, in a box that scrolls.
  var fragment: Fragment<HTML> {
    """
    <div class="scroll" tabindex="0" role="group" aria-label="Drawing of the dependency graph"><svg class="graph" viewBox="0 0 \(px: layout.width) \(px: layout.height)" role="img" aria-labelledby="drawing-title drawing-desc"><title id="drawing-title">Dependency graph</title><desc id="drawing-desc">\(summary)</desc>
    \(headings)\(lines)\(boxes)</svg></div>

    """
  }

  private var headings: Fragment<HTML> {
    layout.headings.map { heading in
      "<text class=\"heading\" x=\"\(px: heading.x)\" y=\"\(px: heading.y)\">\(Self.title(of: heading.kind))</text>\n"
        as Fragment<HTML>
    }.joined(by: "")
  }

  private var lines: Fragment<HTML> {
    selection.links.map { link in
      let start = layout.points[link.source]
      let end = layout.points[link.target]
      let out = start.x + GraphLayout.boxWidth
      // Boxes of one column are joined around their right side.
      let isSameColumn = start.x == end.x
      let target = isSameColumn ? out : end.x
      let reach = isSameColumn ? 36.0 : max(36, (target - out) / 2)
      let back = isSameColumn ? target + reach : target - reach
      return
        "<path class=\"edge\" d=\"M\(px: out) \(px: start.y)C\(px: out + reach) \(px: start.y) \(px: back) \(px: end.y) \(px: target) \(px: end.y)\"/>\n"
        as Fragment<HTML>
    }.joined(by: "")
  }

  private var boxes: Fragment<HTML> {
    zip(selection.boxes, layout.points).map { box, point in
      let style: Fragment<HTML> =
        box.name == nil ? " rest" : box.dependents >= hubSize ? " hub" : ""
      return
        "<g class=\"node \(box.kind.rawValue)\(style)\"><title>\(Self.tooltip(of: box))</title><rect x=\"\(px: point.x)\" y=\"\(px: point.y - GraphLayout.boxHeight / 2)\" width=\"\(px: GraphLayout.boxWidth)\" height=\"\(px: GraphLayout.boxHeight)\" rx=\"4\"/><text x=\"\(px: point.x + 8)\" y=\"\(px: point.y + 4)\">\(Self.label(of: box))</text>\(radius(of: box, at: point))</g>\n"
        as Fragment<HTML>
    }.joined(by: "")
  }

  private func radius(of box: GraphSelection.Box, at point: GraphLayout.Point) -> Fragment<HTML> {
    guard box.dependents > 0 else { return "" }
    return
      "<text class=\"radius\" x=\"\(px: point.x + GraphLayout.boxWidth - 7)\" y=\"\(px: point.y + 4)\" text-anchor=\"end\">\(box.dependents)</text>"
  }

  private static func label(of box: GraphSelection.Box) -> Fragment<HTML> {
    guard let name = box.name else { return "\(counted(box.count, "other \(box.kind.rawValue)"))" }
    return "\(DisplayWidth.cut(VisibleText.of(name), to: labelWidth))"
  }

  private static func tooltip(of box: GraphSelection.Box) -> Fragment<HTML> {
    guard let name = box.name else { return label(of: box) }
    let kind = box.kind.rawValue
    return box.dependents > 0
      ? "\(kind) \(name, limit: 200); \(box.dependents) depend on it"
      : "\(kind) \(name, limit: 200)"
  }

  private static func title(of kind: DependencyGraph.Kind) -> Fragment<HTML> {
    switch kind {
    case .agent: "Agents"
    case .gateway: "Gateways"
    case .server: "Servers"
    case .system: "Systems behind them"
    }
  }
}
