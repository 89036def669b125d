import CEL
import Estate

extension Facts {
  /// What a tool returns, and how much of it.
  static let toolResults: [Fact<ToolSubject>] = [
    Fact(
      "outgrowsLimit", .bool,
      "Whether the catalog announces larger results than the manifest allows."
    ) { subject in
      guard let announced = subject.tool.resultBounds.characters.evidence else {
        return .absent(Silence(.catalog, note: "the catalog announces no size"))
      }
      guard let limit = subject.declaredResultLimit.evidence else {
        return .absent(subject.silence(of: .manifest))
      }
      // A character takes one byte or more.
      return .flag(announced.value > limit.value, at: announced.span)
    },
    Fact("announcedSize", .int, "The most characters of a result, as the catalog announces.") {
      .stated($0.tool.resultBounds.characters, or: $0.silence(of: .catalog)) { .int(Int64($0)) }
    },
    Fact("resultLimitBytes", .int, "The most bytes of a result, by its own entry or its server's.")
    {
      .stated($0.declaredResultLimit, or: $0.silence(of: .manifest)) { .int(Int64($0)) }
    },
    Fact("exportsInBulk", .bool, "Whether its name says that it exports raw data.") {
      .flag($0.tool.bulkExport != nil, at: $0.place)
    },
    Fact("exportReason", .string, "The words of its name that say so, or nothing.") {
      .text($0.tool.bulkExport?.words.joined(separator: " ") ?? "", at: $0.place)
    },
    .text("businessNeed", from: .manifest, "Why the export is needed.") { $0.tool.businessNeed },
    Fact("handlesPublicData", .bool, "Whether all that it can return is public.") { subject in
      let own = subject.tool.sensitivity
      let stated = own.isStated ? own : subject.server.dataSensitivity
      return .flag(stated.value == .public, at: stated.span ?? subject.place)
    },
    Fact("executedCalls", .int, "Calls of the log that were let through.") { subject in
      guard let traffic = subject.tool.traffic else {
        return .absent(Silence(.log, note: "no record of the audit log names the tool"))
      }
      return .number(traffic.withoutApproval.total, at: traffic.sample)
    },
  ]
}

extension ToolSubject {
  /// The limit that the tool's own entry states, else the one of its server.
  var declaredResultLimit: Stated<Int> {
    tool.maxResultBytes.isStated ? tool.maxResultBytes : server.limits.maxResultBytes
  }

  /// Whether anything limits the tool's results; unstated limits are silence of the manifest.
  var resultLimit: Reading {
    if let limit = declaredResultLimit.evidence { return .flag(limit.value > 0, at: limit.span) }
    let bounds = tool.resultBounds
    if let span = bounds.pageSize.span ?? bounds.characters.span { return .flag(true, at: span) }
    return .absent(silence(of: .manifest))
  }
}
