import Assessment
import Estate
import History
import SourceText

/// Writes SARIF 2.1.0 for code scanning: every rule that was asked, and every decided finding, worst first.
///
/// What was not decided is no result, because GitHub shows each result as an alert: it stands in the
/// invocation's notifications and properties.
public struct SARIFReporter: Reporter {
  private let options: SARIFOptions

  /// A reporter that writes at most as many results as `options` say, worst first, and says what it left out.
  public init(_ options: SARIFOptions = SARIFOptions()) {
    self.options = options
  }

  /// Writes the log file, with one run.
  public func write(_ report: Report, to output: ReportOutput) {
    let context = SARIFContext(report, options)
    JSONWriter.write(to: output) { json in
      json.member(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
      )
      json.member("version", "2.1.0")
      json.objects("runs", [context]) { context, json in json.run(context) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func run(_ context: SARIFContext) {
    object("tool") { json in
      json.object("driver") { $0.driver(context) }
    }
    object("automationDetails") { json in
      json.member("id", "mcpready/fleet/")
      json.member("guid", SARIFRunIdentity(of: context.report.assessment).guid)
    }
    if context.hasBaseline {
      member("baselineGuid", context.report.baseline.map { SARIFRunIdentity(of: $0.baseline).guid })
    }
    member("columnKind", "unicodeCodePoints")
    rows("taxonomies", context.taxonomies) { taxonomy, json in json.taxonomy(taxonomy) }
    object("originalUriBaseIds") { json in
      for base in context.places.bases { json.base(base) }
    }
    rows("artifacts", context.places.artifacts) { artifact, json in json.artifact(artifact) }
    objects("invocations", [context]) { context, json in json.invocation(context) }
    rows("results", context.results) { result, json in json.result(result, context) }
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
      json.reportingDescriptor(rule, context)
    }
    rows("notifications", SARIFNotification.Kind.allCases) { kind, json in
      json.member("id", kind.rawValue)
      json.member("name", kind.name)
      json.object("shortDescription") { $0.member("text", kind.description) }
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
      array("roles", [input.isConfiguration ? "userSpecifiedConfiguration" : "analysisTarget"])
      if let kind = input.kind { object("description") { $0.member("text", "\(kind).") } }
    }
  }
}

extension ReportedInput {
  /// Whether it says how is judged, and not what.
  fileprivate var isConfiguration: Bool {
    ["mcpready policy", "mcpready rules"].contains(kind)
  }
}
