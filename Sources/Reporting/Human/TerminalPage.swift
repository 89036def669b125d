import SourceText

/// The lines of a report for people, as they are written.
struct TerminalPage {
  let style: HumanStyle
  private(set) var content = Fragment<Terminal>()

  /// An empty page.
  init(style: HumanStyle) {
    self.style = style
  }

  /// Writes one line.
  mutating func line(_ line: Fragment<Terminal> = "") {
    content += line
    content += "\n"
  }

  /// Writes `text` behind `lead`, in as many lines as it needs, all of them as far in as the first.
  mutating func paragraph(_ lead: Fragment<Terminal>, _ text: Fragment<Terminal>) {
    let indent = DisplayWidth.of(lead.text)
    var lead = lead
    for line in text.wrapped(columns: max(20, style.width - indent)) {
      self.line(lead + line)
      lead = .blanks(indent)
    }
  }

  /// Writes the line of `span` with carets under the span, and below further lines for `related`.
  mutating func excerpts(
    _ main: SourceExcerpt, related: [(excerpt: SourceExcerpt, label: String)],
    paint: HumanStyle.Paint
  ) {
    let lines = [main.location.start.line] + related.map { $0.excerpt.location.start.line }
    let gutter = String(lines.max() ?? 0).count
    draw(main, arrow: "-->", mark: "^", label: nil, gutter: gutter, paint: paint)
    for (excerpt, label) in related {
      draw(excerpt, arrow: ":::", mark: "-", label: label, gutter: gutter, paint: .gutter)
    }
  }

  private mutating func draw(
    _ excerpt: SourceExcerpt, arrow: Fragment<Terminal>, mark: Fragment<Terminal>,
    label: String?, gutter: Int, paint: HumanStyle.Paint
  ) {
    let place = excerpt.location
    let number: Fragment<Terminal> = "\(place.start.line)"
    let bar = style.paint("|", .gutter)
    line(
      "\(.blanks(gutter))\(style.paint(arrow, .gutter)) \(place.path):\(place.start.line):\(place.start.column)"
    )
    line("\(.blanks(gutter)) \(bar)")
    let padding = Fragment<Terminal>.blanks(gutter - DisplayWidth.of(number.text))
    line("\(padding)\(style.paint(number, .gutter)) \(bar) \(excerpt.text, limit: .max)")
    var marks = Fragment<Terminal>()
    for _ in 0..<excerpt.width { marks += mark }
    if let label { marks += " \(label)" }
    line("\(.blanks(gutter)) \(bar) \(.blanks(excerpt.indent))\(style.paint(marks, paint))")
  }
}

extension Fragment where Language == Terminal {
  /// `count` blanks.
  static func blanks(_ count: Int) -> Fragment {
    var blanks = Fragment()
    for _ in 0..<max(0, count) { blanks += " " }
    return blanks
  }
}
