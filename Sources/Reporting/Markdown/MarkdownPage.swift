/// A text that grows piece by piece and never past its limit.
struct MarkdownPage {
  private(set) var content = Fragment<Markdown>()
  private var closing = Fragment<Markdown>()
  private let limit: Int
  /// What the page is, for the line that says that it is full.
  private let name: String

  /// The most bytes that all lines about what was left out can take.
  private static let cutLines = 1_000

  /// An empty page, called `name`, of at most `limit` bytes.
  init(limit: Int, name: String) {
    self.limit = limit
    self.name = name
  }

  /// Keeps room for `closing`, which `close` writes.
  mutating func reserve(_ closing: Fragment<Markdown>) {
    self.closing = closing
  }

  /// Writes `piece` if there is room for it.
  mutating func write(_ piece: Fragment<Markdown>) {
    if has(roomFor: piece) { content += piece }
  }

  /// Writes as many of `pieces` as there is room for, and no more than `limit`, and how many of `noun` were
  /// left out.
  ///
  /// The elements of a lazy collection are made only as far as there is room for them.
  mutating func writeAll(
    _ pieces: some Collection<Fragment<Markdown>>, noun: String, atMost limit: Int = .max
  ) {
    for (index, piece) in pieces.prefix(limit).enumerated() {
      guard has(roomFor: piece) else {
        cut(pieces.count - index, noun)
        return
      }
      content += piece
    }
    if pieces.count > limit {
      content +=
        "\n*And \(counted(pieces.count - limit, "more \(noun)")). The JSON report has everything.*\n"
    }
  }

  /// Writes as many of `sections`, and of their items, as there is room for, and how many were left out.
  mutating func writeAll(_ sections: some Collection<MarkdownSection>) {
    for (index, section) in sections.enumerated() {
      guard has(roomFor: section.head + section.tail) else {
        cut(sections.count - index, "section")
        return
      }
      content += section.head
      for (place, item) in section.items.enumerated() {
        guard has(roomFor: item + section.tail) else {
          content += "- and \(section.items.count - place) more\n\(section.tail)"
          cut(section.items.count - place, "finding")
          if index + 1 < sections.count { cut(sections.count - index - 1, "section") }
          return
        }
        content += item
      }
      content += section.tail
    }
  }

  /// Writes the reserved end.
  mutating func close() {
    content += closing
    closing = Fragment()
  }

  private mutating func cut(_ count: Int, _ noun: String) {
    content +=
      "\n*Cut here: \(counted(count, noun)) left out, because \(name) holds no more. The JSON report has everything.*\n"
  }

  private func has(roomFor piece: Fragment<Markdown>) -> Bool {
    content.bytes.count + piece.bytes.count + closing.bytes.count
      + Self.cutLines <= limit
  }
}

/// A list that is shown when a reader opens it.
struct MarkdownSection {
  /// The title.
  let head: Fragment<Markdown>
  /// The lines.
  let items: [Fragment<Markdown>]
  /// What closes the section.
  let tail: Fragment<Markdown> = "\n</details>\n"
}
