/// What SARIF 2.1.0 and GitHub demand of one run beyond what a schema can say.
struct SARIFChecker {
  private let run: JSONValue
  private(set) var problems: [String] = []

  /// Checks `run`.
  init(_ run: JSONValue) {
    self.run = run
    checkRun()
    checkRules()
    for result in run["results"].elements { check(result) }
    for value in run.descendants { checkPlace(value) }
  }

  private mutating func expect(_ isTrue: Bool, _ demand: String) {
    if !isTrue { problems.append(demand) }
  }

  private mutating func checkRun() {
    let results = run["results"].elements
    expect(
      results.isEmpty || run["columnKind"].string == "unicodeCodePoints", "columnKind is missing")
    for name in ["suppressions", "baselineState"] {
      let count = results.count { $0[name].isPresent }
      expect(count == 0 || count == results.count, "\(name) is on some results only")
    }
    expect(results.count <= 25_000, "GitHub takes 25,000 results")
    if case .object(let bases) = run["originalUriBaseIds"] {
      for base in bases.values {
        expect(base["uri"].string?.hasSuffix("/") ?? true, "a base URI ends in a slash")
      }
    }
    expect(run["automationDetails"]["id"].string?.hasSuffix("/") ?? false, "no category")
    for taxonomy in run["tool"]["driver"]["supportedTaxonomies"].elements {
      let name = taxonomy["index"].int.flatMap { run["taxonomies"][$0]["name"].string }
      expect(name == taxonomy["name"].string, "a taxonomy's index is wrong")
    }
  }

  private mutating func checkRules() {
    for rule in run["tool"]["driver"]["rules"].elements {
      expect(rule["id"] != rule["name"], "SARIF1001: a name differs from its id")
      for name in ["shortDescription", "fullDescription"] {
        let text = rule[name]["text"].string ?? ""
        expect(!text.isEmpty && text.utf16.count <= 1_024, "\(name) has 1 to 1,024 characters")
        expect(text.hasSuffix(".") || text.hasSuffix("…"), "\(name) is a sentence")
      }
      expect(rule["help"]["text"].isPresent, "a rule has help")
      expect(rule["properties"]["tags"].elements.count <= 10, "GitHub shows ten tags")
      for relationship in rule["relationships"].elements {
        let target = relationship["target"]
        let taxon = target["toolComponent"]["index"].int.flatMap { component in
          target["index"].int.map { run["taxonomies"][component]["taxa"][$0]["id"] }
        }
        expect(taxon == target["id"], "a taxon's index is wrong")
      }
    }
  }

  private mutating func check(_ result: JSONValue) {
    let rule = result["ruleIndex"].int.map { run["tool"]["driver"]["rules"][$0]["id"] }
    expect(rule == result["ruleId"], "ruleIndex and ruleId disagree")
    let kind = result["kind"].string
    expect(kind == "fail" || result["level"].string == "none", "only a failure has a level")
    expect(kind == "fail" || !result["rank"].isPresent, "only a failure has a rank")
    expect((0...100).contains(result["rank"].int ?? -1), "a rank is from 0 to 100")
    expect(!result["locations"].elements.isEmpty, "GitHub requires a location")
    let text = result["message"]["text"].string ?? ""
    expect(text.hasSuffix("."), "SARIF2001: a message ends in a period")
    let ids = result["relatedLocations"].elements.map { $0["id"].int }
    expect(Set(ids).count == ids.count, "ids of related locations are unique")
    for id in ids { expect(text.contains("](\(id ?? -1))"), "a related location is linked") }
  }

  private mutating func checkPlace(_ value: JSONValue) {
    if let uri = value["uri"].string, value["uriBaseId"].isPresent {
      expect(!uri.hasPrefix("/") && !uri.contains("\\"), "a URI is relative")
      expect(!uri.split(separator: "/").contains(".."), "a URI has no `..`")
      expect(
        value["uriBaseId"].string.map { run["originalUriBaseIds"][$0].isPresent } ?? false,
        "a base is defined")
      if value["index"].isPresent {
        let artifact = value["index"].int.map { run["artifacts"][$0]["location"]["uri"] }
        expect(artifact == value["uri"], "an artifact's index is wrong")
      }
    }
    guard let line = value["startLine"].int else { return }
    let start = value["startColumn"].int ?? 0
    let endLine = value["endLine"].int ?? 0
    let end = value["endColumn"].int ?? 0
    expect(line >= 1 && start >= 1 && end >= 1, "lines and columns count from 1")
    expect(endLine > line || (endLine == line && end >= start), "a region ends behind its start")
  }
}
