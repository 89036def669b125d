import Estate
import SourceText

extension Linker {
  /// Finds the files that manifests call their servers' catalogs and that list no tools: `catalogs` are all
  /// that do.
  ///
  /// Says so at the reference, which from then on proves nothing. A file that describes servers of its own, such
  /// as a catalog of Docker's, may list their tools.
  mutating func judgeCatalogReferences(_ catalogs: [CatalogFragment]) {
    var listing = Set(catalogs.map { EstateFiles.normalized($0.path) })
    for server in servers.values {
      for source in server.sources { listing.insert(EstateFiles.normalized(path(of: source.span))) }
    }
    for id in servers.keys.sorted() {
      guard let reference = servers[id]?.catalogReference, reference.isStated else { continue }
      var judged = Stated<DocumentReference>()
      for statement in reference.statements {
        guard case .file(let path) = statement.value.target, !listing.contains(path) else {
          judged.state(statement)
          continue
        }
        var document = statement.value
        document.target = .otherFile(path: path)
        judged.state(document, at: statement.span)
        diagnostics.append(
          Diagnostic(
            .warning, at: statement.span, "the file '\(path)' is no catalog of tools",
            expected: "the result of `tools/list`, in which `tools` is a list"))
      }
      if judged != reference { update(id) { $0.catalogReference = judged } }
    }
  }
}
