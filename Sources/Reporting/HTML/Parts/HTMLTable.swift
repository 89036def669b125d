/// A table in a box of its own, which scrolls where the page is too narrow for it.
struct HTMLTable {
  /// One column.
  struct Column {
    let title: Fragment<HTML>
    let isNumber: Bool

    /// A column of texts.
    init(_ title: Fragment<HTML>) {
      self.title = title
      isNumber = false
    }

    /// A column of numbers.
    static func number(_ title: Fragment<HTML>) -> Column { Column(title, isNumber: true) }

    private init(_ title: Fragment<HTML>, isNumber: Bool) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  /// With more rows than this a table fills its box, whose size is then known before it is laid out.
  private static let boxRows = 100

  private let caption: Fragment<HTML>
  private let columns: [Column]
  private let style: Fragment<HTML>
  private var rows = Fragment<HTML>()
  private var rowCount = 0
  private var foot = Fragment<HTML>()

  /// An empty table about what `caption` says, in plain text; `style` are names of the style sheet.
  init(_ caption: Fragment<HTML>, _ columns: [Column], style: StaticString = "") {
    self.caption = caption
    self.columns = columns
    self.style = Fragment(stringLiteral: style)
  }

  /// Appends a row, whose first cell heads it.
  mutating func row(_ cells: [Fragment<HTML>]) {
    rows += row(of: cells)
    rowCount += 1
  }

  /// Appends a row of a head and cells that are elements already.
  mutating func row(head: Fragment<HTML>, cells: [Fragment<HTML>]) {
    rows += "<tr><th scope=\"row\">\(head)</th>"
    for cell in cells { rows += cell }
    rows += "</tr>\n"
    rowCount += 1
  }

  /// Sets the last row, which sums the others up.
  mutating func sum(_ cells: [Fragment<HTML>]) {
    foot = "<tfoot>\(row(of: cells))</tfoot>\n"
  }

  private func row(of cells: [Fragment<HTML>]) -> Fragment<HTML> {
    var row: Fragment<HTML> = "<tr>"
    for (index, cell) in cells.enumerated() {
      if index == 0 {
        row += "<th scope=\"row\">\(cell)</th>"
      } else if columns[index].isNumber {
        row += "<td class=\"n\">\(cell)</td>"
      } else {
        row += "<td>\(cell)</td>"
      }
    }
    return row + "</tr>\n"
  }

  /// The table.
  var fragment: Fragment<HTML> {
    var head = Fragment<HTML>()
    for column in columns {
      head +=
        column.isNumber
        ? "<th scope=\"col\" class=\"n\">\(column.title)</th>"
        : "<th scope=\"col\">\(column.title)</th>"
    }
    let long: Fragment<HTML> = rowCount > Self.boxRows ? " long" : ""
    return
      "<div class=\"scroll\(long)\" tabindex=\"0\" role=\"group\" aria-label=\"\(caption)\"><table class=\"\(style)\"><caption>\(caption)</caption>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows)</tbody>\n\(foot)</table></div>\n"
  }
}
