public import Estate
public import SourceText

/// What the texts of one file try, written for a person or for another program.
///
/// All of it comes from strangers: nothing is written that a reader could not see or that would act.
public struct InspectionReport: Sendable {
  private let path: String
  private let kind: String?
  private let reviews: [TextReview]
  private let library: SourceLibrary
  private let mask: SourceMask

  /// How the report is written.
  public enum Format: String, CaseIterable, Sendable {
    /// For a terminal.
    case text
    /// For programs; indented, with names that stay.
    case json
  }

  /// A report on the file at `path`, which was recognized as `kind`; spans point into `library`.
  ///
  /// Nothing of `secretSpans` is shown.
  public init(
    path: String, kind: String?, reviews: [TextReview], library: SourceLibrary,
    secretSpans: [SourceSpan]
  ) {
    mask = SourceMask(secretSpans)
    self.path = path
    self.kind = kind
    self.reviews = reviews
    self.library = library
  }

  /// The report in `format`.
  public func render(as format: Format) -> String {
    switch format {
    case .text: text
    case .json: json
    }
  }

  // MARK: Text

  private var text: String {
    var page = Fragment<Terminal>()
    for review in reviews where !review.passages.isEmpty || !review.hiddenText.isEmpty {
      page += "\(review.name)\n"
      for passage in review.passages { page += lines(of: passage) }
      for hidden in review.hiddenText { page += lines(of: hidden) }
      page += "\n"
    }
    return (page + summary).text
  }

  private func lines(of passage: SuspectPassage) -> Fragment<Terminal> {
    var lines: Fragment<Terminal> = "  \(passage.strength.rawValue)  "
    lines += "\(place(of: passage.span))  \(passage.member)"
    if let encoding = passage.encoding { lines += "  (\(encoding))" }
    lines += "\n    \"\(passage.quote)\"\n"
    for signal in passage.signals {
      lines += "    - \(signal.name): \"\(words(of: signal.span), limit: 80)\"\n"
    }
    return lines
  }

  private func lines(of hidden: HiddenText) -> Fragment<Terminal> {
    var lines: Fragment<Terminal> =
      "  hidden  \(place(of: hidden.span))  \(hidden.member)  (\(hidden.kind))\n"
    if let decoded = hidden.decoded { lines += "    \"\(decoded)\"\n" }
    return lines
  }

  private var summary: Fragment<Terminal> {
    var summary: Fragment<Terminal> = "\(path): \(reviews.count) "
    summary += reviews.count == 1 ? "subject" : "subjects"
    for strength in SuspectPassage.Strength.allCases.reversed() {
      summary += ", \(count(of: strength)) \(strength.rawValue)"
    }
    return summary + ", \(reviews.reduce(0) { $0 + $1.hiddenText.count }) hidden\n"
  }

  // MARK: JSON

  private var json: String {
    JSONWriter.text { json in
      json.member("format", "mcpready-inspection")
      json.member("formatVersion", 1)
      json.member("path", path)
      json.member("kind", kind)
      json.object("counts") { counts in
        counts.member("critical", count(of: .critical))
        counts.member("high", count(of: .high))
        counts.member("medium", count(of: .medium))
        counts.member("low", count(of: .low))
        counts.member("hidden", reviews.reduce(0) { $0 + $1.hiddenText.count })
      }
      json.objects("subjects", reviews) { review, json in
        json.member("name", review.name)
        json.objects("passages", review.passages) { write($0, &$1) }
        json.objects("hiddenText", review.hiddenText) { write($0, &$1) }
      }
    }
  }

  private func write(_ passage: SuspectPassage, _ json: inout JSONWriter) {
    json.member("strength", passage.strength.rawValue)
    json.member("member", passage.member)
    json.member("quote", passage.quote)
    json.member("encoding", passage.encoding)
    write(passage.span, &json)
    json.array("names", passage.names)
    json.objects("signals", passage.signals) { signal, json in
      json.member("name", signal.name)
      json.member("words", words(of: signal.span))
      write(signal.span, &json)
    }
  }

  private func write(_ hidden: HiddenText, _ json: inout JSONWriter) {
    json.member("kind", hidden.kind)
    json.member("member", hidden.member)
    json.member("decoded", hidden.decoded)
    write(hidden.span, &json)
  }

  private func write(_ span: SourceSpan, _ json: inout JSONWriter) {
    let location = library.location(of: span)
    json.member("line", location.start.line)
    json.member("column", location.start.column)
    json.member("endLine", location.end.line)
    json.member("endColumn", location.end.column)
  }

  // MARK: Parts

  private func count(of strength: SuspectPassage.Strength) -> Int {
    reviews.reduce(0) { $0 + $1.passages.count { $0.strength == strength } }
  }

  private func place(of span: SourceSpan) -> Fragment<Terminal> {
    let start = library.location(of: span).start
    return "\(start.line):\(start.column)"
  }

  /// More words of one signal say nothing more.
  private static let longestWords = 200

  /// The words as the file spells them.
  private func words(of span: SourceSpan) -> String {
    String(mask.text(of: span.range, in: library[span.source]).prefix(Self.longestWords))
  }
}
