import Assessment
import SourceText
import Testing

@Suite struct RuleLoaderTests {
  /// A rule that loads, line by line; tests replace one line of it.
  private static let good = """
    id: TEAM001
    name: ServiceLevel
    title: A server has a service level
    why: Reviewers sort servers by it.
    severity: low
    dimension: O
    subject: server
    nature: process
    checks:
      - grade: declared
        require: server.slaTier != ''
        message: "The manifest of '{{ server.id }}' gives no service level."
    remediation: State it.
    effort: small
    examples:
      - name: It is there
        expect: met
        files:
          a.yaml: |
            server_id: a
    """

  private static func load(_ text: String) -> (rules: Int, errors: [String]) {
    var library = SourceLibrary()
    let source = library.add(path: "rule.yaml", bytes: Array(text.utf8))
    do {
      return (try RuleCatalog(loading: [source]).rules.count, [])
    } catch {
      return (
        0,
        error.diagnostics.map { diagnostic in
          let place = library.location(of: diagnostic.span).start
          let advice = diagnostic.advice.map { " (\($0))" } ?? ""
          return "\(place.line):\(place.column): \(diagnostic.message)\(advice)"
        }
      )
    }
  }

  @Test func `a complete rule loads`() {
    let loaded = Self.load(Self.good)
    #expect(loaded.rules == 1)
    #expect(loaded.errors == [])
  }

  @Test(arguments: [
    ("server.slaTier", "server.slaTeir", "11:21:", "`slaTier`"),
    ("server.slaTier != ''", "sever.slaTier != ''", "11:14:", "`server`"),
    ("server.slaTier != ''", "server.slaTier == 1", "11:", "string"),
    ("server.slaTier != ''", "server.transport == 'htp_sse'", "11:", "`http_sse`"),
    ("server.slaTier != ''", "server.slaTier.startWith('t')", "11:", "`startsWith`"),
    ("server.slaTier != ''", "server.slaTier", "11:", "bool"),
    ("server.slaTier != ''", "server.slaTier != ", "11:", "expected"),
    ("severity: low", "severity: lwo", "5:11:", "`low`"),
    ("dimension: O", "dimension: X", "6:12:", "not a value"),
    ("server.id }}", "server.idd }}", "12:", "`id`"),
    ("expect: met", "expect: mett", "17:13:", "`met`"),
    ("effort: small", "efort: small", "14:1:", "`effort`"),
    ("severity: low", "severity: low\nseverty: high", "6:1:", "`severity`"),
    ("id: TEAM001", "id: kst", "1:5:", "`kst` cannot be the `id`"),
    ("name: ServiceLevel", "name: A level", "2:7:", "`A level` cannot be the `name`"),
    ("severity: low", "severity: low\nchecklist: ['9.1']", "6:13:", "no item `9.1`"),
    (
      "server.slaTier != ''", ">-\n      server.slaTier != '' &&\n        server.slaTeir != ''",
      "13:16:", "`slaTier`"
    ),
    (
      "server.slaTier != ''", "|\n      server.slaTier != '' &&\n\n      sever.slaTier != ''",
      "14:7:", "`server`"
    ),
    (
      "server.slaTier != ''", "'server.slaTier != '''' && server.slaTeir != '''''", "11:48:",
      "`slaTier`"
    ),
    (
      "server.slaTier != ''", "server.slaTier != '' &&\n          server.slaTeir != ''", "12:18:",
      "`slaTier`"
    ),
  ])
  func `what is wrong with a rule is said at its place with a suggestion`(
    part: String, replacement: String, place: String, hint: String
  ) {
    let errors = Self.load(Self.good.replacing(part, with: replacement)).errors
    #expect(errors.contains { $0.hasPrefix(place) && $0.contains(hint) }, "\(errors)")
  }

  @Test(arguments: [
    ("severity: low", "severity: lwo"), ("dimension: O", "dimension: X"),
    ("effort: small", "effort: tiny"), ("grade: declared", "grade: said"),
    ("nature: process", "nature: odd"),
  ])
  func `a wrong value is not said to be missing too`(part: String, replacement: String) {
    let loaded = Self.load(Self.good.replacing(part, with: replacement))
    #expect(loaded.errors.count == 1, "\(loaded.errors)")
  }

  @Test func `a file without any rule is refused`() {
    #expect(
      Self.load("# nothing\n").errors == [
        "1:1: the file holds no rule (`mcpready rules new` writes a rule to begin with)"
      ])
  }

  @Test func `a rule without examples does not load`() throws {
    let end = try #require(Self.good.split(separator: "examples:").first)
    let errors = Self.load(String(end)).errors
    #expect(errors.contains { $0.contains("no examples") }, "\(errors)")
  }

  @Test func `two rules of one id are refused with both places`() {
    let errors = Self.load(Self.good + "\n---\n" + Self.good).errors
    #expect(errors.contains { $0.contains("defined twice") }, "\(errors)")
  }

  @Test func `everything that is wrong is said at once`() {
    let text = Self.good.replacing("severity: low", with: "severity: lwo")
      .replacing("server.slaTier", with: "server.slaTeir")
    #expect(Self.load(text).errors.count >= 2)
  }

  @Test func `text that is no YAML is refused at its place`() {
    #expect(Self.load("id: [").errors.first?.hasPrefix("1:") ?? false)
  }
}
