/// What SARIF 2.1.0, GitHub and Microsoft's validator demand of one run beyond what a schema can say.
struct SARIFChecker {
  let run: JSONValue
  private(set) var problems: [String] = []

  /// Checks `run`, which is written `forGitHub` or for anybody.
  init(_ run: JSONValue, forGitHub: Bool = false) {
    self.run = run
    checkRun()
    checkTool()
    checkRules()
    for taxonomy in run["taxonomies"].elements { checkTaxonomy(taxonomy) }
    for invocation in run["invocations"].elements { checkInvocation(invocation) }
    for result in run["results"].elements { checkResult(result) }
    for value in run.descendants { checkPlace(value) }
    if forGitHub { checkForGitHub() }
  }

  mutating func expect(_ isTrue: Bool, _ demand: String) {
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
    let hasStates = results.contains { $0["baselineState"].isPresent }
    expect(!hasStates || run["baselineGuid"].isPresent, "states are those against a known run")
    expect(results.count <= 25_000, "GitHub takes 25,000 results")
    if case .object(let bases) = run["originalUriBaseIds"] {
      for base in bases.values {
        let uri = base["uri"].string
        expect(uri?.hasSuffix("/") ?? true, "SARIF1004: a base URI ends in a slash")
        expect(uri?.contains(":") ?? true, "SARIF1004: a base URI is absolute")
      }
    }
    expect(run["automationDetails"]["id"].string?.hasSuffix("/") ?? false, "no category")
    for guid in [run["automationDetails"]["guid"], run["baselineGuid"]] where guid.isPresent {
      expect(guid.string?.utf8.count == 36, "a GUID has 36 characters")
    }
    for artifact in run["artifacts"].elements {
      let isMore = ["hashes", "length", "roles"].contains { artifact[$0].isPresent }
      let isReferred = artifact["location"].isPresent
      expect(isMore || isReferred, "SARIF2004: an artifact says something")
    }
  }

  private mutating func checkTool() {
    let driver = run["tool"]["driver"]
    let words = driver["name"].string?.split(separator: " ") ?? []
    expect((1...3).contains(words.count), "SARIF2005: the tool's name has up to three words")
    expect(
      driver["version"].string?.first?.isNumber ?? false, "SARIF2005: the version is a number")
    expect(driver["fullName"].isPresent, "the tool has a full name")
    for taxonomy in driver["supportedTaxonomies"].elements {
      let name = taxonomy["index"].int.flatMap { run["taxonomies"][$0]["name"].string }
      expect(name == taxonomy["name"].string, "SARIF1009: a taxonomy's index is wrong")
    }
    let ids = driver["rules"].elements.map { $0["id"].string }
    expect(Set(ids).count == ids.count, "ids of rules are unique")
  }

  private mutating func checkRules() {
    for rule in run["tool"]["driver"]["rules"].elements {
      expect(rule["id"] != rule["name"], "SARIF1001: a name differs from its id")
      expect(
        Self.isConventional(rule["id"].string ?? ""), "SARIF2009: an id is a prefix and a number")
      let name = rule["name"].string ?? ""
      expect(
        name.first?.isUppercase ?? false && name.allSatisfy { $0.isLetter || $0.isNumber }
          && name.utf16.count <= 255, "SARIF2012: a name is in PascalCase")
      for name in ["shortDescription", "fullDescription"] {
        let text = rule[name]["text"].string ?? ""
        expect(!text.isEmpty && text.utf16.count <= 1_024, "\(name) has 1 to 1,024 characters")
        expect(text.hasSuffix(".") || text.hasSuffix("…"), "\(name) is a sentence")
      }
      expect(rule["help"]["text"].isPresent, "GH2012: a rule has help")
      expect(rule["help"]["markdown"].isPresent, "a rule has help in Markdown")
      expect(rule["properties"]["tags"].elements.count <= 10, "GitHub shows ten tags")
      let severity = Double(rule["properties"]["security-severity"].string ?? "") ?? 0
      expect(severity > 0 && severity <= 10, "a security severity is over 0 and up to 10")
      expect(
        ["very-high", "high", "medium", "low"].contains(rule["properties"]["precision"].string),
        "a precision is one of GitHub's")
      if case .object(let strings) = rule["messageStrings"] {
        for string in strings.values {
          expect(
            [".", "}"].contains(string["text"].string?.last),
            "SARIF2001: a message ends in a period")
        }
      }
      for relationship in rule["relationships"].elements {
        checkTaxon(relationship["target"])
      }
    }
  }

  private mutating func checkTaxon(_ reference: JSONValue) {
    let taxon = reference["toolComponent"]["index"].int.flatMap { component in
      reference["index"].int.map { run["taxonomies"][component]["taxa"][$0]["id"] }
    }
    let id = reference["id"]
    expect(
      taxon?.isPresent ?? false && (!id.isPresent || taxon == id),
      "SARIF1009: a taxon's index is wrong")
  }

  private mutating func checkTaxonomy(_ taxonomy: JSONValue) {
    expect(!taxonomy["rules"].isPresent, "a taxonomy has taxa and no rules")
    let ids = taxonomy["taxa"].elements.map { $0["id"].string }
    expect(Set(ids).count == ids.count, "ids of taxa are unique")
    if let uri = taxonomy["informationUri"].string {
      expect(uri.hasPrefix("https://"), "SARIF1005: an informationUri is absolute")
    }
  }

  private mutating func checkInvocation(_ invocation: JSONValue) {
    expect(invocation["executionSuccessful"].isPresent, "an invocation says how it ended")
    for name in ["toolExecutionNotifications", "toolConfigurationNotifications"] {
      for notification in invocation[name].elements {
        let descriptor = notification["descriptor"]
        let known = descriptor["index"].int.map {
          run["tool"]["driver"]["notifications"][$0]["id"]
        }
        expect(known == descriptor["id"], "SARIF1009: a notification's descriptor is wrong")
        let rule = notification["associatedRule"]
        let id = rule["index"].int.map { run["tool"]["driver"]["rules"][$0]["id"] }
        expect(id ?? .null == rule["id"], "SARIF1009: a notification's rule is wrong")
      }
    }
  }

  private mutating func checkResult(_ result: JSONValue) {
    let rule = result["ruleIndex"].int.map { run["tool"]["driver"]["rules"][$0] }
    expect(result["ruleId"].isPresent, "SARIF1010: a result has a rule")
    expect(
      rule?["id"] ?? result["ruleId"] == result["ruleId"],
      "SARIF1010: ruleIndex and ruleId disagree")
    let kind = result["kind"].string
    expect(kind == "fail" || result["level"].string == "none", "only a failure has a level")
    expect(kind == "fail" || !result["rank"].isPresent, "only a failure has a rank")
    expect(
      !result["rank"].isPresent || (0...100).contains(result["rank"].int ?? -1),
      "a rank is from 0 to 100")
    expect(
      result["locations"].elements.count == 1, "GH1001: GitHub requires a location and shows one")
    checkMessage(result, rule)
    for taxon in result["taxa"].elements { checkTaxon(taxon) }
    for flow in result["codeFlows"].elements {
      for thread in flow["threadFlows"].elements {
        expect(!thread["locations"].elements.isEmpty, "a thread flow has locations")
        for location in thread["locations"].elements {
          expect(!location["index"].isPresent, "GH1002: no step is kept elsewhere")
        }
      }
    }
    for suppression in result["suppressions"].elements {
      expect(
        ["inSource", "external"].contains(suppression["kind"].string), "a suppression has a kind")
      expect(suppression["justification"].isPresent, "a suppression has a reason")
    }
  }

  private mutating func checkMessage(_ result: JSONValue, _ rule: JSONValue?) {
    let message = result["message"]
    let text = message["text"].string ?? ""
    expect(!text.isEmpty, "GH1007: a message has its whole text")
    expect([".", "!", "?"].contains(text.last), "SARIF2001: a message ends in a period")
    let related = result["relatedLocations"].elements
    let ids = related.map { $0["id"].int }
    expect(Set(ids).count == ids.count, "ids of related locations are unique")
    for id in ids { expect(text.contains("](\(id ?? -1))"), "a related location is linked") }
    expect(
      related.allSatisfy { $0["message"].isPresent }, "GH1007: a related location has a message")
    let links = Self.links(in: text)
    expect(links.allSatisfy { ids.contains($0) }, "a link leads to a related location")
    if let id = message["id"].string {
      let template = rule?["messageStrings"][id]["text"].string
      expect(template != nil, "SARIF1012: a message's string exists")
      let arguments = message["arguments"].elements.map { $0.string ?? "" }
      let expanded = Self.expand(template ?? "", arguments)
      expect(expanded == text, "SARIF1012: the text is that of id and arguments")
    }
  }

  private mutating func checkPlace(_ value: JSONValue) {
    if let uri = value["uri"].string, value["uriBaseId"].isPresent {
      expect(!uri.hasPrefix("/") && !uri.contains("\\"), "SARIF2016: a URI is relative")
      expect(!uri.split(separator: "/").contains(".."), "SARIF1002: a URI has no `..`")
      expect(
        uri.allSatisfy { $0.isASCII && !$0.isWhitespace && !"<>\"{}|^`".contains($0) },
        "SARIF1002: a URI is one of RFC 3986")
      expect(
        value["uriBaseId"].string.map { run["originalUriBaseIds"][$0].isPresent } ?? false,
        "SARIF1004: a base is defined")
      if value["index"].isPresent {
        let artifact = value["index"].int.map { run["artifacts"][$0]["location"]["uri"] }
        expect(artifact == value["uri"], "SARIF1009: an artifact's index is wrong")
      }
    }
    if value["region"].isPresent {
      checkRegion(value["region"])
      if value["contextRegion"].isPresent {
        checkContext(value["contextRegion"], around: value["region"])
      }
    } else {
      expect(!value["contextRegion"].isPresent, "SARIF1008: a context is one of a region")
    }
  }

  private mutating func checkRegion(_ region: JSONValue) {
    let line = region["startLine"].int ?? 0
    let start = region["startColumn"].int ?? 0
    let endLine = region["endLine"].int ?? 0
    let end = region["endColumn"].int ?? 0
    expect(
      line >= 1 && start >= 1 && end >= 1,
      "SARIF1007: lines and columns count from 1, and all are there")
    expect(
      endLine > line || (endLine == line && end >= start),
      "SARIF1007: a region ends behind its start")
  }

  /// A context is made of whole lines.
  private mutating func checkContext(_ context: JSONValue, around region: JSONValue) {
    let (first, last) = (context["startLine"].int ?? 0, context["endLine"].int ?? 0)
    let (start, end) = (region["startLine"].int ?? 0, region["endLine"].int ?? 0)
    expect(first >= 1 && first <= start && last >= end, "SARIF1008: a context holds its region")
    let isMore = first < start || last > end || region["startColumn"].int ?? 0 > 1
    let text = context["snippet"]["text"].string
    let snippet = region["snippet"]["text"].string
    expect(
      isMore || text == nil || text?.utf8.count ?? 0 > snippet?.utf8.count ?? 0,
      "SARIF1008: a context is more than its region")
  }

  private static func isConventional(_ id: String) -> Bool {
    let letters = id.prefix { $0.isLetter }
    let digits = id.dropFirst(letters.count)
    return !letters.isEmpty && !digits.isEmpty && digits.allSatisfy(\.isNumber)
  }

  /// The numbers that a message's embedded links lead to; -1 for any other target.
  private static func links(in text: String) -> [Int] {
    var links: [Int] = []
    var isEscaped = false
    var isBehindBracket = false
    var rest = text[...]
    while let character = rest.popFirst() {
      if isBehindBracket, character == "(" {
        links.append(Int(rest.prefix { $0 != ")" }) ?? -1)
      }
      isBehindBracket = character == "]" && !isEscaped
      isEscaped = character == "\\" && !isEscaped
    }
    return links
  }

  private static func expand(_ template: String, _ arguments: [String]) -> String {
    var text = template
    for (index, argument) in arguments.enumerated() {
      text = text.replacing("{\(index)}", with: argument)
    }
    return text
  }
}
