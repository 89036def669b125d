/// A table whose columns are as wide as what is in them.
struct TerminalTable {
  /// The head of a column.
  struct Column {
    let title: Fragment<Terminal>
    let isNumber: Bool

    init(_ title: Fragment<Terminal>, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  /// What stands in one field, and its colour.
  typealias Field = (text: Fragment<Terminal>, paint: HumanStyle.Paint?)

  private let columns: [Column]
  private var rows: [[Field]] = []

  /// A table without rows.
  init(columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row of as many fields as there are columns.
  mutating func row(_ fields: [Field]) {
    rows.append(fields)
  }

  /// The head and the rows, with columns two blanks apart.
  func lines(style: HumanStyle) -> [Fragment<Terminal>] {
    let head: [Field] = columns.map { ($0.title, .strong) }
    let all = [head] + rows
    let widths = columns.indices.map { column in
      all.map { DisplayWidth.of($0[column].text.text) }.max() ?? 0
    }
    return all.map { fields in
      columns.indices.map { column in
        let field = fields[column]
        let padding = Fragment<Terminal>.blanks(
          widths[column] - DisplayWidth.of(field.text.text))
        let text = field.paint.map { style.paint(field.text, $0) } ?? field.text
        if columns[column].isNumber { return padding + text }
        return column == columns.count - 1 ? text : text + padding
      }.joined(by: "  ")
    }
  }
}
