import Estate
import SourceText

extension Linker {
  /// Tells for the files that define each server's tools and permissions who has to review their changes.
  ///
  /// A file is governed by the CODEOWNERS file of the nearest repository around it; one outside of every
  /// repository that has such a file stays unjudged.
  mutating func linkReviews(_ files: [CodeOwnersFile], policies: [AccessPolicy]) {
    let governing = governingFiles(of: files)
    guard !governing.isEmpty else { return }
    for id in servers.keys.sorted() {
      guard let server = servers[id], server.isRegistered else { continue }
      let granting = policies.filter { policy in
        policy.grants.contains { $0.servers.contains { $0.value == id || $0.value == "*" } }
      }
      let mentions =
        server.sources.filter { $0.kind == .manifest || $0.kind == .catalog }
        + granting.map { SourceMention(.accessPolicy, at: $0.span) }
      var reviewed: [String: ReviewedFile] = [:]
      for mention in mentions {
        let path = path(of: mention.span)
        guard reviewed[path] == nil else { continue }
        reviewed[path] = review(of: path, mention.kind, by: governing)
      }
      let sorted = reviewed.values.sorted { $0.path < $1.path }
      update(id) { $0.reviewedFiles = sorted }
    }
  }

  private func review(
    of path: String, _ kind: SourceKind, by governing: [String: CodeOwnersFile]
  ) -> ReviewedFile? {
    for root in EstateFiles.folders(above: path) {
      guard let file = governing[root] else { continue }
      let relative = root.isEmpty ? path : String(path.dropFirst(root.count + 1))
      let decision = file.decision(about: relative)
      return ReviewedFile(
        path: path, kind: kind, rule: decision.rule ?? file.span, owners: decision.owners)
    }
    return nil
  }

  /// The one file that counts in each repository; others beside it are reported.
  private mutating func governingFiles(of files: [CodeOwnersFile]) -> [String: CodeOwnersFile] {
    var governing: [String: CodeOwnersFile] = [:]
    for file in files.sorted(by: { Self.precedence(of: $0) < Self.precedence(of: $1) }) {
      guard let first = governing[file.root] else {
        governing[file.root] = file
        continue
      }
      diagnostics.append(
        Diagnostic(
          .warning, at: file.span, "the file does not count: only `\(first.path)` does",
          advice: "keep one CODEOWNERS file",
          related: [Diagnostic.Related(span: first.span, message: "this one counts")]))
    }
    return governing
  }

  /// GitHub looks into `.github`, the top and `docs`, in this order; only GitLab knows `.gitlab`.
  private static func precedence(of file: CodeOwnersFile) -> (Int, String) {
    let folder = EstateFiles.folders(above: file.path).first ?? ""
    switch folder.split(separator: "/").last {
    case ".github": return (0, file.path)
    case "docs": return (2, file.path)
    case ".gitlab": return (3, file.path)
    default: return (1, file.path)
    }
  }
}
