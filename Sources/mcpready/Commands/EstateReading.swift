import Drift
import Estate
import Ingest
import Reporting
import SourceText

/// The contracts of all servers that an estate, a catalog, a manifest or a lock file describes.
struct EstateReading {
  /// The contracts, sorted by identity.
  let contracts: [ServerContract]
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
    var contracts = intake.fleet.servers.filter(\.isRegistered).compactMap(ServerContract.init(of:))
    let known = Set(contracts.map(\.id.value))
    contracts += intake.looseCatalogs.filter { !known.contains($0.id) }
      .compactMap(ServerContract.init(of:))
    if contracts.isEmpty { contracts = intake.locked }
    self.contracts = contracts.sorted { $0.id.value < $1.id.value }
  }

  /// Why nothing may be concluded from what was read; `nil` where something may.
  var failure: CommandResult? {
    if diagnostics.contains(where: { $0.severity == .error }) {
      return CommandResult(
        status: .incomplete, errors: HumanReporter().render(diagnostics, in: library))
    }
    guard contracts.isEmpty else { return nil }
    return CommandResult(
      status: .incomplete, errors: "mcpready: no server, catalog or lock file was found\n")
  }
}
