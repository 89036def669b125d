import Assessment

/// A page for each server, folded where there are many.
struct ServerPagesSection {
  private let context: HTMLContext

  /// A fleet of so many servers or fewer is shown unfolded.
  private static let openLimit = 2

  init(_ context: HTMLContext) {
    self.context = context
  }

  /// The section; `nil` where there is no server.
  var section: HTMLSection? {
    let servers = context.report.sections.filter { $0.server != nil }
    guard !servers.isEmpty else { return nil }
    let checklist = context.assessment.sourceRows.filter { $0.table == .checklist }
    var pages = Fragment<HTML>()
    for section in servers {
      guard let server = section.server else { continue }
      pages +=
        ServerPage(
          server, section, checklist, context, isOpen: servers.count <= Self.openLimit
        ).fragment
    }
    return HTMLSection(
      id: "server-pages", title: "Server by server", shortTitle: "Server pages",
      content: "<div class=\"list\" data-filter=\"Show servers that match \">\n\(pages)</div>\n")
  }
}
