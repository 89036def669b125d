import Ingest
import Reporting

/// The schemas that `mcpready schema` prints.
enum SchemaName: String, CaseIterable {
  case manifest
  case report

  /// The schema, as JSON.
  var text: String {
    switch self {
    case .manifest: ManifestSchema.text
    case .report: ReportSchema.text
    }
  }
}
