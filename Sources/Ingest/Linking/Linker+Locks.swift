import Estate
import SourceText

extension Linker {
  /// Gives what lock files keep to the servers that they name.
  ///
  /// Of two locks of one server the first by place counts; a lock of a server that nothing else speaks of
  /// is left unlinked.
  mutating func linkLocks(_ locked: [ServerContract]) {
    for contract in locked.sorted(by: { $0.id.span < $1.id.span }) {
      guard let id = id(for: contract.id.value) else {
        unlinked.append(
          Unlinked(
            kind: .lock, subject: "locked server \(contract.id.value)", span: contract.id.span,
            reason: "no other source speaks of the server"))
        continue
      }
      if let first = servers[id]?.locked {
        diagnostics.append(
          Diagnostic(
            .warning, at: contract.id.span, "the server `\(id)` is locked already",
            advice: "keep one lock file for each estate",
            related: [Diagnostic.Related(span: first.id.span, message: "this lock counts")]))
        continue
      }
      update(id) { $0.locked = contract }
    }
  }
}
