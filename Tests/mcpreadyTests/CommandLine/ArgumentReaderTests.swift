import Assessment
import Estate
import Reporting
import Testing

@testable import mcpready

struct ArgumentReaderTests {
  private func read(_ line: String) throws -> Invocation {
    try ArgumentReader.invocation(from: line.split(separator: " ").map(String.init))
  }

  private func options(_ line: String) throws -> CheckOptions {
    guard case .check(let options) = try read("check " + line) else {
      throw UsageError(message: "`\(line)` is not read as a check", topic: .check)
    }
    return options
  }

  private func error(_ line: String) throws -> UsageError {
    try #require(throws: UsageError.self) { try read(line) }
  }

  @Test func `every option of check has its effect`() throws {
    var expected = CheckOptions()
    expected.paths = ["servers", "gateway"]
    expected.outputs = [
      OutputRequest(format: .json, path: "a.json"), OutputRequest(format: .sarif, path: "-"),
    ]
    expected.policyFile = "p.yaml"
    expected.rules.folder = "own"
    expected.date = CalendarDate("2026-11-21")
    expected.failOn = .high
    expected.isQuiet = true
    expected.usesColor = false
    let line =
      "servers --out json=a.json --out sarif=- --policy p.yaml --rules own --at 2026-11-21"
      + " --fail-on high --quiet --no-color gateway"
    #expect(try options(line) == expected)
  }

  @Test func `a value may follow an equals sign`() throws {
    let line =
      "x --out=json=a.json --out=sarif=- --policy=p.yaml --rules=own --at=2026-11-21 --fail-on=low"
    let options = try options(line)
    #expect(options.outputs.map(\.path) == ["a.json", "-"])
    #expect(options.policyFile == "p.yaml")
    #expect(options.rules.folder == "own")
    #expect(options.date == CalendarDate("2026-11-21"))
    #expect(options.failOn == .low)
  }

  @Test func `short and opposite flags are read, and the last word on color counts`() throws {
    #expect(try options("x -q").isQuiet)
    #expect(try options("x --no-color --color").usesColor == true)
    #expect(try options("x").usesColor == nil)
  }

  @Test func `after two dashes everything is a path`() throws {
    #expect(try options("a -- --out -q").paths == ["a", "--out", "-q"])
  }

  @Test func `a format alone is for standard output`() throws {
    #expect(try options("a --format json") == options("a --out json=-"))
    #expect(
      try error("check a --format json --format sarif").message
        == "only one format can go to standard output")
    #expect(try error("check a --format jsn").message.hasSuffix("did you mean `json`?"))
  }

  @Test func `a dash is a path`() throws {
    #expect(try options("servers -").paths == ["servers", "-"])
  }

  @Test(arguments: [
    ("chekc .", "`chekc` is not a command; did you mean `check`?"),
    ("check . --polcy p", "`--polcy` is not an option; did you mean `--policy`?"),
    ("check . -z", "`-z` is not an option"),
    ("rules tst", "`tst` is not something that `rules` can do; did you mean `test`?"),
    ("rules list --rule x", "`--rule` is not an option; did you mean `--rules`?"),
    ("explain MCP105 more", "`more` is not an option"),
    ("schema manifst", "there is no schema called `manifst`; did you mean `manifest`?"),
    ("schema manifest report", "`schema` prints one schema, and `report` is too much"),
    ("help chek", "there is no page of help on `chek`; did you mean `check`?"),
    (
      "check . --fail-on hihg",
      "`--fail-on` knows no `hihg`; known are low, medium, high, critical; did you mean `high`?"
    ),
    (
      "check . --profile srtict",
      "`--profile` knows no `srtict`; known are bootstrap, standard, strict; did you mean `strict`?"
    ),
    (
      "diff a b --format jsn",
      "`--format` knows no `jsn`; known are text, json, markdown; did you mean `json`?"
    ),
    (
      "check . --out jsn=a",
      "`--out` knows no `jsn`; known are human, json, sarif, markdown, summary, html, junit, github, gitlab; did you mean `json`?"
    ),
  ])
  func `a word that is not known is named, with the nearest that is`(
    line: String, message: String
  ) throws {
    #expect(try error(line).message == message)
  }

  @Test(arguments: [
    "--out", "--format", "--policy", "--rules", "--at", "--fail-on", "--sarif-profile",
    "--max-results",
    "--hide-key",
  ])
  func `an option without its value is an error`(option: String) throws {
    #expect(try error("check . \(option)").message == "`\(option)` needs a value")
    #expect(try error("check . \(option)=").message == "`\(option)` needs a value")
    #expect(try error("check . \(option) --quiet").message == "`\(option)` needs a value")
  }

  @Test(arguments: ["--quiet", "--color", "--no-color", "--hide"])
  func `a flag with a value is an error`(flag: String) throws {
    #expect(try error("check . \(flag)=no").message == "`\(flag)` takes no value, and has `no`")
  }

  @Test(arguments: [
    ("check", "nothing to check: name a file or folder"),
    ("check --quiet", "nothing to check: name a file or folder"),
    ("rules", "`rules` needs a verb: list, test, new, reference"),
    ("explain", "`explain` needs the id of a rule, such as MCP105"),
    ("schema", "`schema` needs a name: manifest, policy, report"),
    ("check . --at 2026-02-30", "`--at 2026-02-30` is not a day; it is written as 2026-11-21"),
    ("check . --at yesterday", "`--at yesterday` is not a day; it is written as 2026-11-21"),
    ("check . --out json", "`--out json` names no file"),
    ("check . --out json=", "`--out json=` names no file"),
    ("check . --out json=- --out sarif=-", "only one format can go to standard output"),
    ("check . --out json=a --out sarif=./a", "two formats cannot go to one file, `./a`"),
  ])
  func `what cannot be meant is an error`(line: String, message: String) throws {
    #expect(try error(line).message == message)
  }

  @Test(arguments: HelpTopic.allCases)
  func `each command has its page of help, with an example`(topic: HelpTopic) throws {
    #expect(topic.text.contains("example"))
    #expect(topic.text.contains("usage: mcpready"))
    #expect(try read("help \(topic.rawValue)") == .help(topic))
    #expect(!topic.text.split(separator: "\n").contains { $0.count > 110 })
    if [.overview, .sources].contains(topic) { return }
    #expect(try read("\(topic.rawValue) --help") == .help(topic))
    #expect(try read("\(topic.rawValue) -h") == .help(topic))
  }

  @Test func `help wins over what stands beside it`() throws {
    #expect(try read("check . --quiet --help") == .help(.check))
    #expect(try read("rules list --help") == .help(.rules))
    #expect(try read("explain MCP105 --help") == .help(.explain))
  }

  @Test func `nothing at all shows the overview`() throws {
    #expect(try ArgumentReader.invocation(from: []) == .help(.overview))
    #expect(try read("--help") == .help(.overview))
    #expect(try read("-h") == .help(.overview))
    #expect(try read("help") == .help(.overview))
  }

  @Test func `the other commands are read`() throws {
    #expect(try read("--version") == .version)
    #expect(try read("rules list") == .listRules(RuleFilter(), RuleOptions()))
    #expect(
      try read("rules test --rules own")
        == .testRules(RuleOptions(folder: "own"), updates: false))
    #expect(
      try read("rules new ACME001 --out own --subject tool")
        == .newRule(RuleDraft(id: "ACME001", subject: .tool, folder: "own")))
    #expect(
      try read("rules reference --out pages") == .ruleReference(folder: "pages", RuleOptions()))
    #expect(try read("explain MCP105") == .explain(rule: "MCP105", RuleOptions()))
    #expect(try read("schema report") == .schema(.report))
  }
}
