import Assessment

/// A page for each server, folded where there are many.
struct ServerPagesSection {
  private let context: HTMLContext

  /// A fleet of so many servers or fewer is shown unfolded.
  private static let openLimit = 2
  /// Of more pages than this a browser lays out those that are near.
  private static let longList = 100

  init(_ context: HTMLContext) {
    self.context = context
  }

  /// What is folded, and what is left out of a large fleet's pages.
  private func note(_ count: Int) -> Fragment<HTML> {
    guard count > Self.openLimit else { return "" }
    let first = context.limits.detail(ofServerAt: 0)
    let last = context.limits.detail(ofServerAt: count - 1)
    let order: Fragment<HTML> =
      "Riskiest first. Each line says where the server stands; open it for the rest."
    guard !last.isFull else { return "<p>\(order)</p>\n" }
    let worst = first.findings + first.lines
    let shown: Fragment<HTML> =
      first.findings == last.findings
      ? "Each shows its \(worst) worst findings"
      : "The first \(HTMLLimits.riskiest) show their \(worst) worst findings, the others \(last.findings + last.lines)"
    return
      "<p>\(order) \(shown), and counts what is left out; the JSON report has all of it.</p>\n\(.onPaper("The first \(HTMLLimits.printed) are printed, and the others where they are open on the screen."))"
  }

  /// The section; `nil` where there is no server.
  var section: HTMLSection? {
    let servers = context.sections.filter { $0.server != nil }
    guard !servers.isEmpty else { return nil }
    let checklist = context.assessment.sourceRows.filter { $0.table == .checklist }
    let standings = context.assessment.standings(of: checklist)
    var pages = Fragment<HTML>()
    for (place, section) in servers.enumerated() {
      guard let server = section.server else { continue }
      pages +=
        ServerPage(
          server, section, Array(zip(checklist, standings[place])),
          context.limits.detail(ofServerAt: place), context,
          isOpen: servers.count <= Self.openLimit
        ).fragment
    }
    let isLong: Fragment<HTML> = servers.count > Self.longList ? " long" : ""
    return HTMLSection(
      id: "server-pages", title: "Server by server", shortTitle: "Server pages",
      content:
        "\(note(servers.count))<div class=\"list\(isLong)\" data-filter=\"Show servers that match \">\n\(pages)</div>\n"
    )
  }
}
