import Drift
import Estate
import Ingest
import Reporting
import SourceText

/// The contracts of all servers that an estate, a catalog, a manifest or a lock file describes.
struct EstateReading {
  /// The contracts, sorted by identity.
  let contracts: [ServerContract]
  /// The contracts of registered servers or, where there is none, of catalogs: what can be locked.
  let current: [ServerContract]
  /// What their places point into.
  let library: SourceLibrary
  /// What is wrong with the inputs.
  let diagnostics: [Diagnostic]

  /// Reads what lies at or below `paths`; files at `outputs` are none of it.
  static func read(_ paths: [String], outputs: [String] = []) async throws -> EstateReading {
    let policy = try PolicySource.policy(of: paths, named: nil)
    var options = Intake.Options()
    options.exclusion = { policy.exclusion(of: $0) }
    options.kindOverride = { policy.kind(of: $0) }
    options.outputs = outputs
    options.library = policy.library
    options.display = policy.display
    options.wantsDefinitions = true
    return EstateReading(await Intake(paths: paths, options: options).read())
  }

  /// What `intake` has read.
  ///
  /// Registered servers and catalogs that belong to none of them count; lock files only where nothing else
  /// was given, because beside an estate they keep what the estate was.
  init(_ intake: IntakeResult) {
    library = intake.library
    diagnostics = intake.diagnostics
    let servers = intake.fleet.servers.filter(\.isRegistered).compactMap(ServerContract.init(of:))
    let known = Set(servers.map(\.id.value))
    var catalogs: [String: Server] = [:]
    for catalog in intake.looseCatalogs where !known.contains(catalog.id) {
      catalogs[catalog.id, default: Server(id: catalog.id)].merge(catalog)
    }
    let loose = catalogs.values.compactMap(ServerContract.init(of:))
    current = Self.sorted(servers.isEmpty ? loose : servers)
    let all = servers + loose
    contracts = Self.sorted(all.isEmpty ? intake.locked : all)
  }

  private static func sorted(_ contracts: [ServerContract]) -> [ServerContract] {
    contracts.sorted { $0.id.value < $1.id.value }
  }

  /// Why nothing may be concluded about `contracts`; `nil` where something may.
  func failure(about contracts: [ServerContract]) -> CommandResult? {
    if diagnostics.contains(where: { $0.severity == .error }) {
      return CommandResult(
        status: .incomplete, errors: HumanReporter().render(diagnostics, in: library))
    }
    guard contracts.isEmpty else { return nil }
    return CommandResult(
      status: .incomplete, errors: "mcpready: no server was found\n")
  }
}
