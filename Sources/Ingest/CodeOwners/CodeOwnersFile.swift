import SourceText

/// Who has to review changes of which paths: a CODEOWNERS file of GitHub or GitLab.
///
/// The last line that matches a path decides, within each of GitLab's sections; a line without owners
/// takes the review off again.
struct CodeOwnersFile: Sendable {
  /// One line that names a pattern.
  struct Rule: Sendable {
    let pattern: CodeOwnersPattern
    let owners: [String]
    let span: SourceSpan
    let section: Int
  }

  /// What the file says about one path.
  struct Decision {
    /// The line; `nil` where none speaks of the path.
    let rule: SourceSpan?
    let owners: [String]
  }

  /// The path of the file.
  let path: String
  /// The whole file.
  let span: SourceSpan

  private let rules: [Rule]
  /// Sections whose approval GitLab does not demand.
  private let optionalSections: Set<Int>
  /// The places of rules in `rules` by the folder that they are bound to.
  private let rulesByFolder: [String: [Int]]

  init(path: String, span: SourceSpan, rules: [Rule], optionalSections: Set<Int>) {
    self.path = path
    self.span = span
    self.rules = rules
    self.optionalSections = optionalSections
    rulesByFolder = Dictionary(grouping: rules.indices) { rules[$0].pattern.folder }
  }

  /// The folder that patterns are relative to: the repository's.
  var root: String {
    let folder = EstateFiles.folders(above: path).first ?? ""
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, [".github", ".gitlab", "docs"].contains(last) else {
      return folder
    }
    return parts.dropLast().joined(separator: "/")
  }

  /// What the file says about `path`, which is relative to `root`.
  func decision(about path: String) -> Decision {
    let folders = [path] + EstateFiles.folders(above: path)
    let candidates = Set(folders + [""]).flatMap { rulesByFolder[$0] ?? [] }.sorted(by: >)
    var decided: [Int: Rule] = [:]
    for index in candidates {
      let rule = rules[index]
      guard decided[rule.section] == nil, !optionalSections.contains(rule.section) else { continue }
      if rule.pattern.matches(path) { decided[rule.section] = rule }
    }
    let deciding = decided.values.sorted { $0.span < $1.span }
    let first = deciding.first { !$0.owners.isEmpty } ?? deciding.last
    return Decision(rule: first?.span, owners: deciding.flatMap(\.owners))
  }
}
