import Assessment

/// The 26 items of the readiness checklist, and how much of the fleet meets each.
struct ChecklistSection {
  private let context: HTMLContext

  init(_ context: HTMLContext) {
    self.context = context
  }

  /// The section; `nil` where there is no server.
  var section: HTMLSection? {
    let assessment = context.assessment
    guard !assessment.servers.isEmpty else { return nil }
    let progress = assessment.progress(
      of: assessment.sourceRows.filter { $0.table == .checklist })
    let complete = progress.count { $0.isComplete && $0.applicable > 0 }
    let tables = SourceTable.checklist.sections.map { section in
      table("\(section.key). \(section.title)", progress.filter { $0.row.section == section.key })
    }
    return HTMLSection(
      id: "checklist", title: "Readiness checklist", shortTitle: "Checklist",
      content:
        "<p>\(complete) of \(progress.count) items are met by everything that they apply to. What fails in sections 1 to 4 keeps a server at read-only.</p>\n\(tables.joined(by: ""))"
    )
  }

  private func table(_ title: Fragment<HTML>, _ rows: [RowProgress]) -> Fragment<HTML> {
    var table = HTMLTable(
      title,
      [.init("Item"), .init("What must hold"), .init("Met by"), .init("Not met by")],
      style: "checklist")
    for row in rows {
      table.row([
        "\(row.row.key)", "\(row.row.title) \(rules(of: row.row))",
        .share(row.met, of: row.applicable, "good"), missing(row),
      ])
    }
    return table.fragment
  }

  private func rules(of row: SourceRow) -> Fragment<HTML> {
    row.rules.isEmpty ? "" : "<span class=\"muted\">\(context.links(toRules: row.rules))</span>"
  }

  private func missing(_ row: RowProgress) -> Fragment<HTML> {
    guard row.applicable > 0 else { return .muted("applies to nothing here") }
    guard !row.missing.isEmpty else { return .badge(isGood: true, "all meet it") }
    return .fold(
      "\(counted(row.missing.count, "server"))", context.list(ofServers: row.missing))
  }
}
