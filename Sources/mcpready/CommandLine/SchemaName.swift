import Ingest
import Reporting

/// The schemas that `mcpready schema` prints.
enum SchemaName: String, CaseIterable {
  case manifest
  case policy
  case report

  /// The schema, as JSON.
  var text: String {
    switch self {
    case .manifest: ManifestSchema.text
    case .policy: PolicySchema.text
    case .report: ReportSchema.text
    }
  }
}
