/// Writes a report in one format.
///
/// Equal reports give equal bytes: no reporter reads a clock, the environment or the order of a dictionary.
public protocol Reporter: Sendable {
  /// The text of `report`, ending in a line break, in parts that follow each other.
  ///
  /// No part waits for another one, so that they can be written side by side.
  func parts(of report: Report) -> [ReportPart]

  /// Writes the whole text of `report`, ending in a line break, to `output`.
  func write(_ report: Report, to output: ReportOutput)
}

extension Reporter {
  /// One part, which is the whole text.
  public func parts(of report: Report) -> [ReportPart] {
    [ReportPart { write(report, to: $0) }]
  }

  /// The pieces of the whole text of `report`, in UTF-8 and in their order; its parts are written side by side.
  public func pieces(of report: Report) async -> [[UInt8]] {
    await withTaskGroup(of: (Int, [[UInt8]]).self) { group in
      let parts = parts(of: report)
      for (index, part) in parts.enumerated() {
        group.addTask {
          var pieces: [[UInt8]] = []
          part.write(to: ReportOutput { pieces.append($0) })
          return (index, pieces)
        }
      }
      var written = [[[UInt8]]](repeating: [], count: parts.count)
      for await (index, pieces) in group { written[index] = pieces }
      return Array(written.joined())
    }
  }

  /// The whole text of `report`, in UTF-8.
  public func bytes(of report: Report) -> [UInt8] {
    var bytes: [UInt8] = []
    write(report, to: ReportOutput { bytes += $0 })
    return bytes
  }

  /// The whole text of `report`.
  public func render(_ report: Report) -> String {
    String(decoding: bytes(of: report), as: UTF8.self)
  }
}

/// The formats that a report can be written in, by the names that the command line uses.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  /// Text for a terminal.
  case human
  /// The versioned format for programs; `ReportSchema` describes it.
  case json
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// A pull-request comment.
  case markdown
  /// A summary of a GitHub job.
  case summary
  /// A self-contained web page, for leadership and auditors.
  case html
  /// JUnit XML, for the test pages of CI systems.
  case junit
  /// Workflow commands, for annotations of a GitHub job.
  case github
  /// GitLab's code quality report.
  case gitlab

  /// What writes the format; `style` is for people at a terminal alone, and `sarif` for SARIF.
  public func reporter(
    style: HumanStyle = HumanStyle(), sarif: SARIFOptions = SARIFOptions()
  ) -> any Reporter {
    switch self {
    case .human: HumanReporter(style: style)
    case .json: JSONReporter()
    case .sarif: SARIFReporter(sarif)
    case .markdown: MarkdownReporter(.comment)
    case .summary: MarkdownReporter(.summary)
    case .html: HTMLReporter()
    case .junit: JUnitReporter()
    case .github: GitHubReporter()
    case .gitlab: GitLabReporter()
    }
  }
}
