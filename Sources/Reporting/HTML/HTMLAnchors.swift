import Assessment

/// The fragments that links of the page lead to, made of numbers and never of a text from an input.
struct HTMLAnchors {
  private var servers: [String: Int] = [:]
  private var rules: [String: Int] = [:]

  /// The anchors of `report`.
  init(_ report: Report) {
    for (number, server) in report.assessment.servers.enumerated() where servers[server.id] == nil {
      servers[server.id] = number + 1
    }
    for (number, rule) in report.assessment.rules.enumerated() where rules[rule.id] == nil {
      rules[rule.id] = number + 1
    }
  }

  /// The number of the server called `name` in the report.
  func number(ofServer name: String) -> Int? { servers[name] }

  /// The number of the rule called `id` in the report.
  func number(ofRule id: String) -> Int? { rules[id] }

  /// The name of a server, as a link where the report has a page of it.
  func link(toServer name: String) -> Fragment<HTML> {
    guard let number = servers[name] else {
      return "<span class=\"name\">\(name, limit: 120)</span>"
    }
    return "<a class=\"name\" href=\"#server-\(number)\">\(name, limit: 120)</a>"
  }

  /// The id of a rule, as a link where the report has a page of it.
  func link(toRule id: String) -> Fragment<HTML> {
    guard let number = rules[id] else { return "<span class=\"rule\">\(id, limit: 40)</span>" }
    return "<a class=\"rule\" href=\"#rule-\(number)\">\(id, limit: 40)</a>"
  }
}
