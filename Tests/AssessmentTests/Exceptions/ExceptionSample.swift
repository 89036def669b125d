import Estate
import SourceText

@testable import Assessment

/// Small fleets with open controls, and exceptions from them.
enum ExceptionSample {
  static let today = CalendarDate(daysSinceEpoch: 20_000)
  static let manifest = SourceID(index: 0)
  static let records = SourceID(index: 1)

  static func span(_ start: UInt32, _ end: UInt32? = nil, of source: SourceID = manifest)
    -> SourceSpan
  {
    SourceSpan(source: source, start: start, end: end ?? start + 1)
  }

  /// A registered server whose two tools say nothing about themselves.
  static func server(_ id: String, at start: UInt32) -> Server {
    var server = Server(id: id)
    server.sources = [SourceMention(.manifest, at: span(start, start + 100))]
    server.ownership.owner.state("\(id)-team@example.com", at: span(start + 1))
    server.transport.state(.streamableHTTP, at: span(start + 2))
    for (offset, name) in [("lookup"), ("wipe_all")].enumerated() {
      var tool = Tool(name: name)
      tool.manifestEntry = span(start + 10 + UInt32(offset) * 10)
      server.tools.append(tool)
    }
    return server
  }

  /// Three servers, and `exceptions` in process records.
  static func fleet(_ exceptions: [ExceptionRecord]) -> Fleet {
    var fleet = Fleet()
    fleet.servers = [server("alpha", at: 0), server("beta", at: 200), server("gamma", at: 400)]
    fleet.givenSources = [.manifest]
    fleet.records.exceptions = exceptions
    return fleet
  }

  /// An exception that says everything, at the place `start` of the records.
  static func exception(
    _ rule: String?, _ server: String?, tool: String? = nil, owner: String? = "jane@example.com",
    reason: String? = "known", until: CalendarDate? = CalendarDate(daysSinceEpoch: 20_100),
    at start: UInt32 = 0
  ) -> ExceptionRecord {
    let place = span(start, of: records)
    func stated(_ text: String?) -> Stated<String> {
      Stated(text.map { Evidence($0, at: place) })
    }
    var record = ExceptionRecord(span: place)
    record.rule = stated(rule)
    record.server = stated(server)
    record.tool = stated(tool)
    record.owner = stated(owner)
    record.reason = stated(reason)
    record.expiry = Stated(until.map { Evidence($0, at: place) })
    return record
  }

  /// An exception in a comment that reaches `reach`.
  static func comment(_ rule: String, reaching reach: SourceSpan) -> ExceptionRecord {
    var record = exception(rule, nil, owner: nil)
    record.origin = .comment
    record.reach = [reach]
    return record
  }

  /// The built-in rules, loaded once.
  static let catalog = Result { try RuleCatalog.builtIn() }

  static func assess(
    _ fleet: Fleet, under regime: ExceptionRegime = .own, profile: Profile = .standard
  ) async throws -> FleetAssessment {
    var policy = AssessmentPolicy()
    policy.exceptions = regime
    policy.profile = profile
    return await FleetAssessor(catalog: try catalog.get(), policy: policy)
      .assess(fleet, asOf: today)
  }
}

extension FleetAssessment {
  /// The server called `id`.
  func server(_ id: String) -> ServerAssessment? { servers.first { $0.id == id } }

  /// The findings that are let pass, as "rule server member", sorted.
  var suppressed: [String] {
    findings.filter { $0.suppression != nil }.map { finding in
      [finding.rule, finding.subject.server, finding.subject.member].compactMap(\.self)
        .joined(separator: " ")
    }.sorted()
  }
}
