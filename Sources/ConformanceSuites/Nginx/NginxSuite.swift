import SourceText
import Syntax

/// Compares the nginx parser with the trees, tokens and errors that crossplane gives for the same files.
enum NginxSuite {
  /// Runs the sets of a folder laid out as `configs/<set>/...`, `expected/<set>/<top>.json` and
  /// `lex/<set>/...`, or of one that holds files and their trees in one document.
  static func run(_ folder: SuiteFolder) throws(SuiteError) -> SuiteOutcome {
    let trees = "crossplane-trees.json"
    if folder.holds(trees) {
      let files = folder.holds("plugins") ? folder.folder("plugins") : folder
      return try run(trees: folder.json(trees), of: files)
    }
    var outcome = SuiteOutcome()
    for path in try folder.folder("expected").files(ending: ".json") {
      try judgeTree(path, in: folder, &outcome)
    }
    for path in try folder.folder("lex").files(ending: ".json") {
      try judgeTokens(path, in: folder, &outcome)
    }
    return outcome
  }

  /// Judges what the top file that `expected/<path>` is about leads to, strictly where its name says so.
  private static func judgeTree(
    _ path: String, in folder: SuiteFolder, _ outcome: inout SuiteOutcome
  ) throws(SuiteError) {
    let id = String(path.dropLast(".json".count))
    let set = id.prefix { $0 != "/" }
    let isStrict = id.hasSuffix(".strict")
    let top = id.dropFirst(set.count + 1).dropLast(isStrict ? ".strict".count : 0) + ".conf"
    let trees = try trees(in: folder.folder("configs/" + set))
    guard let tree = trees.first(where: { $0.source.path == top }) else {
      throw folder.malformed("expected/" + path, "its file \(top) is missing")
    }
    let expected = try folder.json("expected/" + path)
    let found = configs(of: tree, among: trees, isStrict: isStrict)
    outcome.judge(id, difference(found, CrossplaneConfig.list(expected["config"])))
  }

  /// The files that `top` leads to, with their errors.
  private static func configs(
    of top: NginxTree, among trees: [NginxTree], isStrict: Bool
  ) -> [CrossplaneConfig] {
    let includes = NginxIncludes(from: top, among: trees)
    var views = includes.files.map {
      CrossplaneView($0.tree, context: $0.context, includes: includes, isStrict: isStrict)
    }
    for diagnostic in includes.diagnostics {
      let index = views.firstIndex { $0.source.id == diagnostic.span.source }
      if let index { views[index].reportLine(of: diagnostic.span) }
    }
    return views.map(\.config)
  }

  private static func judgeTokens(
    _ path: String, in folder: SuiteFolder, _ outcome: inout SuiteOutcome
  ) throws(SuiteError) {
    let file = String(path.dropLast(".json".count))
    let source = try folder.folder("configs").source(file)
    let listed = Array(try folder.json("lex/" + path).elements)
    let expected = listed.compactMap(CrossplaneToken.init)
    outcome.judge(
      "lex/" + file,
      difference(
        CrossplaneToken.all(in: source), expected.count == listed.count ? expected : nil))
  }

  /// Compares every file that the document `trees` names, below `files`, with its tree there.
  private static func run(
    trees expected: Node, of files: SuiteFolder
  ) throws(SuiteError) -> SuiteOutcome {
    var outcome = SuiteOutcome()
    for (key, wanted) in expected.members {
      guard let id = key.string else { continue }
      let tree = NginxParser.parseLeniently(try files.source(id))
      outcome.judge(
        id, difference([CrossplaneView(tree).config], CrossplaneConfig.list(wanted["config"])))
    }
    return outcome
  }

  /// Where `found` begins to differ from `expected`, or `nil`.
  private static func difference<Element: Equatable>(
    _ found: [Element], _ expected: [Element]?
  ) -> String? {
    guard let expected else { return "what the suite expects cannot be read" }
    if found == expected { return nil }
    let ours = Array("\(found)")
    let theirs = Array("\(expected)")
    let start = zip(ours, theirs).prefix { $0 == $1 }.count
    let shown = max(0, start - 60)
    return "expected …\(String(theirs.dropFirst(shown).prefix(160)))…"
      + " found …\(String(ours.dropFirst(shown).prefix(160)))…"
  }

  private static func trees(in set: SuiteFolder) throws(SuiteError) -> [NginxTree] {
    var trees: [NginxTree] = []
    for (index, path) in try set.files(ending: ".conf").enumerated() {
      trees.append(NginxParser.parseLeniently(try set.source(path, index: index)))
    }
    return trees
  }
}
