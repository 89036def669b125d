import Assessment
import Estate
import SourceText

/// Writes SARIF 2.1.0 for code scanning: every rule that was asked, and every decided finding, worst first.
///
/// What was not decided is no result, because GitHub shows each result as an alert: it stands in the
/// invocation's notifications and properties.
public struct SARIFReporter: Reporter {
  /// The most results that GitHub takes in one run.
  static let resultLimit = 25_000

  let maximumResults: Int

  /// A reporter that writes at most `maximumResults` results, worst first, and says how many it left out.
  public init(maximumResults: Int = 25_000) {
    self.maximumResults = max(0, min(maximumResults, Self.resultLimit))
  }

  /// The log file, with one run.
  public func render(_ report: Report) -> String {
    let context = SARIFContext(report, maximumResults: maximumResults)
    return JSONWriter.text { json in
      json.member(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
      )
      json.member("version", "2.1.0")
      json.objects("runs", [context]) { context, json in json.run(context) }
    }
  }
}

/// One report on its way into a SARIF run: what is a result, and where each thing has its index.
struct SARIFContext {
  let report: Report
  /// The decided findings that become results.
  let results: [Finding]
  /// Whether any result was accepted by somebody.
  var hasSuppressions: Bool { results.last?.suppression != nil }
  /// How many decided findings were left out because there are too many.
  let omitted: Int
  /// Where each rule stands in the list of rules.
  let ruleIndexes: [String: Int]
  let taxonomies: [SARIFTaxonomy]
  let places: SARIFPlaces

  /// Prepares `report`.
  init(_ report: Report, maximumResults: Int) {
    self.report = report
    let findings = report.assessment.findings.filter { $0.undecidedReason == nil }
    // What somebody accepted comes last, because code scanning cuts the end off.
    let decided =
      findings.filter { $0.suppression == nil } + findings.filter { $0.suppression != nil }
    results = Array(decided.prefix(maximumResults))
    omitted = decided.count - results.count
    let rules = report.assessment.rules
    ruleIndexes = Dictionary(
      rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    taxonomies = SARIFTaxonomy.all(of: rules)
    places = SARIFPlaces(report, findings: results)
  }
}

extension JSONWriter {
  fileprivate mutating func run(_ context: SARIFContext) {
    object("tool") { json in
      json.object("driver") { $0.driver(context) }
    }
    object("automationDetails") { $0.member("id", "mcpready/fleet/") }
    member("columnKind", "unicodeCodePoints")
    rows("taxonomies", context.taxonomies) { taxonomy, json in json.taxonomy(taxonomy) }
    object("originalUriBaseIds") { json in
      for base in context.places.bases { json.base(base) }
    }
    rows("artifacts", context.places.artifacts) { artifact, json in json.artifact(artifact) }
    objects("invocations", [context]) { context, json in json.invocation(context) }
    rows("results", context.results) { finding, json in json.result(finding, context) }
    object("properties") { json in
      json.member("date", context.report.assessment.date.description)
      json.rows("servers", context.report.assessment.servers) { server, json in
        json.member("id", server.id)
        json.member("crs", number: server.risk.score.decimal)
        json.member("verdict", server.verdict.attained.rawValue)
        json.member("requiredVerdict", server.verdict.required.rawValue)
        json.member("passes", server.verdict.passes)
      }
    }
  }

  private mutating func driver(_ context: SARIFContext) {
    member("name", "mcpready")
    member("fullName", "mcpready \(context.report.toolVersion)")
    member("version", context.report.toolVersion)
    member("semanticVersion", context.report.toolVersion)
    object("shortDescription") {
      $0.member("text", "Static compliance analyzer and readiness gate for fleets of MCP servers.")
    }
    objects("supportedTaxonomies", context.taxonomies.enumerated()) { taxonomy, json in
      json.member("name", taxonomy.element.name)
      json.member("index", taxonomy.offset)
    }
    rows("rules", context.report.assessment.rules) { rule, json in
      json.reportingDescriptor(rule, context.taxonomies)
    }
  }

  private mutating func base(_ base: String) {
    object(named: base) { json in
      json.member("uri", base == ArtifactURI.fileSystem ? "file:///" : nil)
      json.object("description") { $0.member("text", ArtifactURI.description(of: base)) }
    }
  }

  private mutating func artifact(_ artifact: SARIFPlaces.Artifact) {
    object("location") { json in
      json.member("uri", artifact.uri.uri)
      json.member("uriBaseId", artifact.uri.base)
    }
    if let input = artifact.input {
      member("length", input.byteCount)
      if input.sha256 != nil || input.blake3 != nil {
        object("hashes") { json in
          json.member("sha-256", input.sha256)
          json.member("blake3", input.blake3)
        }
      }
      if let kind = input.kind { object("description") { $0.member("text", "\(kind).") } }
    }
  }
}
