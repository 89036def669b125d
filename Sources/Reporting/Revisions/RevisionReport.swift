public import Drift
import Estate
public import SourceText

/// How one revision differs from an earlier one, with the sources of both.
public struct RevisionReport: Sendable {
  /// The differences.
  public let comparison: RevisionComparison
  /// What the places of old states point into.
  public let oldSources: SourceLibrary
  /// What the places of new states point into.
  public let newSources: SourceLibrary

  /// A report on `comparison`.
  public init(
    _ comparison: RevisionComparison, oldSources: SourceLibrary, newSources: SourceLibrary
  ) {
    self.comparison = comparison
    self.oldSources = oldSources
    self.newSources = newSources
  }
}

/// The formats that a comparison of revisions can be written in, by the names that the command line uses.
public enum RevisionFormat: String, Hashable, Sendable, CaseIterable {
  /// Text for a terminal.
  case text
  /// For programs.
  case json
  /// For the description of a change.
  case markdown

  /// `report` in the format, ending in a line break.
  public func render(_ report: RevisionReport) -> String {
    switch self {
    case .text: RevisionText(report: report).text
    case .json: RevisionJSON(report: report).text
    case .markdown: RevisionMarkdown(report: report).text
    }
  }
}

extension RevisionReport {
  /// Where the new state of `change` stands, or where the old one stood.
  func place(of change: ContractChange) -> SourceLocation? {
    change.new.map(newSources.location) ?? change.old.map(oldSources.location)
  }

  /// How many servers changed, in words.
  var counts: String {
    let servers = comparison.servers.count
    let same = comparison.unchanged
    return
      "\(servers) \(servers == 1 ? "server" : "servers") changed, \(same) \(same == 1 ? "is" : "are") the same"
  }
}

extension ServerRevision {
  /// The step between versions, such as "1.3.2 to 1.4.0".
  var versions: String {
    switch (oldVersion, newVersion) {
    case (let old?, let new?): old == new ? old : "\(old) to \(new)"
    case (let old?, nil): "from \(old)"
    case (nil, let new?): "to \(new)"
    case (nil, nil): "version unknown"
    }
  }
}

extension Pace {
  /// What can be said of it; `nil` where it was kept.
  var complaint: String? {
    switch self {
    case .kept: nil
    case .missed(let reason), .untold(let reason): reason
    }
  }

  /// One word for programs.
  var name: String {
    switch self {
    case .kept: "kept"
    case .missed: "missed"
    case .untold: "unknown"
    }
  }
}
