/// Why a tool hands out a whole body of data at once (control 205).
public struct BulkExport: Hashable, Sendable {
  /// The words of the tool's name that show it, such as `bulk download`.
  public let words: [String]
}

extension Tool {
  /// The words by which the tool's name gives it away as an export of raw data; `nil` for all others.
  ///
  /// Only a verb of exporting together with what is exported counts: `export_records` and
  /// `bulk_download` do, `export_diagram`, which draws, and `list_all_users`, which pages, do not.
  public var bulkExport: BulkExport? {
    let tokens = NameTokens.split(name)
    if let verb = tokens.first(where: ExportLexicon.exports.contains) {
      if tokens.contains(where: ExportLexicon.drawings.contains) { return nil }
      if let data = tokens.first(where: ExportLexicon.isData) {
        return BulkExport(words: [verb, data])
      }
      return tokens.count == 1 ? BulkExport(words: [verb]) : nil
    }
    guard let verb = tokens.first(where: ExportLexicon.downloads.contains) else { return nil }
    let scope = tokens.first { ExportLexicon.everything.contains($0) }
    guard let scope, !tokens.contains(where: ExportLexicon.drawings.contains) else { return nil }
    return BulkExport(words: [verb, scope])
  }
}

/// The words of names of exporting tools.
private enum ExportLexicon {
  static let exports: Set<String> = ["export", "exports", "dump", "unload"]
  static let downloads: Set<String> = ["download", "downloads", "extract"]

  /// Whether a word names data: one of a few, or any plural.
  static func isData(_ word: String) -> Bool {
    data.contains(word) || (word.count > 3 && word.hasSuffix("s") && !exports.contains(word))
  }

  private static let data: Set<String> = [
    "data", "dataset", "record", "row", "table", "database", "db", "schema", "csv", "sql",
    "parquet",
    "ledger", "history", "all", "everything", "bulk", "raw", "full",
  ]

  /// What says of a download that it is not of one thing.
  static let everything: Set<String> = [
    "all", "everything", "bulk", "raw", "full", "entire", "mass", "database", "dataset", "datasets",
    "table", "tables",
  ]

  /// What an export of a drawing, a page or a setting names.
  static let drawings: Set<String> = [
    "image", "images", "png", "jpg", "svg", "pdf", "gif", "diagram", "diagrams", "slide", "slides",
    "chart", "charts", "drawing", "drawings", "design", "designs", "scene", "scenes", "model",
    "models", "video", "videos", "audio", "screenshot", "screenshots", "frame", "frames", "node",
    "nodes", "page", "pages", "asset", "assets", "icon", "icons", "layer", "layers", "shape",
    "shapes", "component", "components", "style", "styles", "canvas", "template", "templates",
    "config", "configuration", "settings", "variables", "workflow", "workflows", "dashboard",
    "dashboards", "notebook", "notebooks", "playlist", "playlists", "status", "progress",
  ]
}
