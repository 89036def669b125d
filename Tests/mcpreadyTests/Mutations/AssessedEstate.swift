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
  struct Standing: Equatable, Sendable {
    /// The status's name in reports.
    let status: String
    /// Where findings about it point, and with which second places; sorted.
    let places: [String]

    var text: String { "is " + status + (places.isEmpty ? "" : " at " + places.joined(separator: "; at ")) }
  }

  init(_ report: Report) {
    let assessment = report.assessment
    var places: [Key: [String]] = [:]
    for finding in assessment.findings {
      let key = Key(server: finding.subject.server ?? "fleet", rule: finding.rule)
      places[key, default: []].append(Self.place(of: finding, in: report.library))
    }
    var standings: [Key: Standing] = [:]
    func note(_ control: Control, of server: String) {
      let own = places[Key(server: server, rule: control.rule)] ?? []
      let shared = places[Key(server: "fleet", rule: control.rule)] ?? []
      standings[Key(server: server, rule: control.rule)] = Standing(
        status: control.status.name,
        places: control.status.isOpen ? (own + (server == "fleet" ? [] : shared)).sorted() : [])
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

  private static func place(of finding: Finding, in library: SourceLibrary) -> String {
    let place = finding.span.map { text(of: $0, in: library) } ?? "no place"
    let related = finding.related.map { ", \($0.message.dropLast(" here".count)) \(text(of: $0.span, in: library))" }
    return place + related.joined()
  }

  private static func text(of span: SourceSpan, in library: SourceLibrary) -> String {
    let place = library.location(of: span)
    return "\(place.path):\(place.start.line):\(place.start.column)"
  }

  /// What is different from `other`: a line for each control and each thing that is wrong, sorted.
  func changes(since other: AssessedEstate) -> [String] {
    let keys = Set(standings.keys).union(other.standings.keys).sorted()
    let controls = keys.compactMap { key -> String? in
      let now = standings[key]
      guard now != other.standings[key] else { return nil }
      return "\(key.server) \(key.rule) \(now?.text ?? "is not asked any more")"
    }
    let inputs = diagnostics.subtracting(other.diagnostics).sorted()
      + other.diagnostics.subtracting(diagnostics).sorted().map { "no more \($0)" }
    let gate = passes == other.passes ? [] : [passes ? "the gate passes" : "the gate fails"]
    return controls + inputs + gate
  }
}
