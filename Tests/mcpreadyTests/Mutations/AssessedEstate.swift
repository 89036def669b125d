import Assessment
import Estate
import Ingest
import Reporting
import SourceText

@testable import mcpready

/// What the product finds in an estate, control by control, in words that can be compared.
struct AssessedEstate: Sendable {
  /// A control of a server, or of the fleet.
  struct Key: Hashable, Comparable, Sendable {
    let server: String
    let rule: String

    static func < (left: Key, right: Key) -> Bool {
      (left.server, left.rule) < (right.server, right.rule)
    }
  }

  /// Where each control stands and which places say so.
  let standings: [Key: Standing]
  /// Where something is wrong with the inputs themselves, each with its number among equals.
  let diagnostics: Set<String>
  /// Whether the gate lets the fleet pass.
  let passes: Bool

  /// Where a control stands.
  struct Standing: Sendable {
    /// The status's name in reports.
    let status: String
    /// Where findings about it point, sorted.
    let places: [Place]

    var text: String {
      "is " + status
        + (places.isEmpty ? "" : " at " + places.map(\.text).joined(separator: "; at "))
    }

    /// Whether it is the same as `other`, apart from lines that an edit above them has moved.
    func isLike(_ other: Standing?) -> Bool {
      status == other?.status && places.map(\.lines) == other?.places.map(\.lines)
    }
  }

  /// Where a finding points.
  struct Place: Sendable {
    /// The path, line and column, and those of the other places.
    var text = "no place"
    /// The path and the text of each line, without its number.
    var lines: [String] = []

    /// The place of `finding`.
    init(of finding: Finding, in library: SourceLibrary) {
      if let span = finding.span {
        text = AssessedEstate.text(of: span, in: library)
        lines.append(Self.line(of: span, in: library))
      }
      for related in finding.related {
        let verb = related.message.dropLast(" here".count)
        text += ", \(verb) \(AssessedEstate.text(of: related.span, in: library))"
        lines.append(Self.line(of: related.span, in: library))
      }
    }

    private static func line(of span: SourceSpan, in library: SourceLibrary) -> String {
      let file = library[span.source]
      return file.path + "\n" + file.lineText(at: span.range.lowerBound)
    }
  }

  init(_ report: Report) {
    let assessment = report.assessment
    var places: [Key: [Place]] = [:]
    for finding in assessment.findings {
      let key = Key(server: finding.subject.server ?? "fleet", rule: finding.rule)
      places[key, default: []].append(Place(of: finding, in: report.library))
    }
    var standings: [Key: Standing] = [:]
    func note(_ control: Control, of server: String) {
      let own = places[Key(server: server, rule: control.rule)] ?? []
      let shared = places[Key(server: "fleet", rule: control.rule)] ?? []
      standings[Key(server: server, rule: control.rule)] = Standing(
        status: control.status.name,
        places: control.status.isOpen
          ? (own + (server == "fleet" ? [] : shared)).sorted { $0.text < $1.text } : [])
    }
    for server in assessment.servers {
      for control in server.controls { note(control, of: server.id) }
    }
    for control in assessment.fleetControls { note(control, of: "fleet") }
    self.standings = standings
    diagnostics = Set(
      report.diagnostics.filter { $0.severity != .note }.map {
        "\($0.severity) at \(Self.text(of: $0.span, in: report.library))"
      })
    passes = report.gate.outcome == .passed
  }

  fileprivate static func text(of span: SourceSpan, in library: SourceLibrary) -> String {
    let place = library.location(of: span)
    return "\(place.path):\(place.start.line):\(place.start.column)"
  }

  /// What is different from `other`: a line for each control and each thing that is wrong, sorted.
  func changes(since other: AssessedEstate) -> [String] {
    let keys = Set(standings.keys).union(other.standings.keys).sorted()
    let controls = keys.compactMap { key -> String? in
      guard let now = standings[key] else {
        return "\(key.server) \(key.rule) is not asked any more"
      }
      return now.isLike(other.standings[key]) ? nil : "\(key.server) \(key.rule) \(now.text)"
    }
    let inputs =
      diagnostics.subtracting(other.diagnostics).sorted()
      + other.diagnostics.subtracting(diagnostics).sorted().map { "no more \($0)" }
    let gate = passes == other.passes ? [] : [passes ? "the gate passes" : "the gate fails"]
    return controls + inputs + gate
  }
}
