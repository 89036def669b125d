import CEL
import Testing

@Suite struct CheckerTests {
  /// What is wrong with an expression, the text that the problem points at, and the name proposed.
  struct Mistake: Sendable {
    let source: String
    let place: String
    let message: String
    var suggestion: String?
  }

  static let mistakes = [
    Mistake(
      source: "servr.isRemote", place: "servr", message: "unknown variable `servr`",
      suggestion: "server"),
    Mistake(
      source: "server.route.size() > 0", place: "route", message: "unknown field `route` of server",
      suggestion: "routes"),
    Mistake(
      source: "server.nonsense", place: "nonsense", message: "unknown field `nonsense` of server"),
    Mistake(
      source: "server.tools.all(t, t.nam == '')", place: "nam",
      message: "unknown field `nam` of tool", suggestion: "name"),
    Mistake(
      source: "server.name.startWith('a')", place: "startWith",
      message: "unknown function `startWith`", suggestion: "startsWith"),
    Mistake(
      source: "server.name.startsWith(1)", place: "1",
      message: "expected string, found int (string.startsWith(string))"),
    Mistake(
      source: "server.transport == 'htp'", place: "'htp'",
      message: "expected a value of transport, found \"htp\"", suggestion: "http"),
    Mistake(
      source: "server.transport in ['http', 'sdtio']", place: "'sdtio'",
      message: "expected a value of transport, found \"sdtio\"", suggestion: "stdio"),
    Mistake(
      source: "server.tools.exists(t, 'raed' in t.kinds)", place: "'raed'",
      message: "expected a value of kind, found \"raed\"", suggestion: "read"),
    Mistake(
      source: "server.port == 'x'", place: "server.port == 'x'",
      message: "expected operands of one type, found int and string"),
    Mistake(
      source: "server.isRemote && server.port", place: "server.port",
      message: "expected bool, found int"),
    Mistake(
      source: "server.port + 'a' == 'b'", place: "server.port + 'a'",
      message: "expected operands that `+` takes, found int and string"),
    Mistake(
      source: "server.name.all(c, true)", place: "server.name",
      message: "expected a list or a map to go through, found string"),
    Mistake(
      source: "server.name.matches('(')", place: "'('", message: "expected a regular expression"),
    Mistake(
      source: "é + server.isRemote", place: "é",
      message: "expected an operator, a name or a value, found `é`"),
  ]

  @Test(arguments: mistakes)
  func `a mistake is reported where it stands`(mistake: Mistake) throws {
    let problem = try #require(Fleet.problem(mistake.source))
    let place = Array(mistake.source.utf8)[problem.range]
    #expect(problem.message.hasPrefix(mistake.message))
    #expect(String(decoding: place, as: UTF8.self) == mistake.place)
    #expect(problem.suggestion == mistake.suggestion)
  }

  @Test func `a result of another type than expected is reported`() {
    #expect(Fleet.problem("server.port", expecting: .bool)?.message == "expected bool, found int")
    #expect(Fleet.problem("server.isRemote", expecting: .bool) == nil)
  }

  @Test func `all mistakes are reported in the order of their places`() throws {
    let error = #expect(throws: CompileError.self) {
      try Program(compiling: "a == b && server.nme == ''", in: Fleet.environment)
    }
    #expect(error?.problems.map(\.range.lowerBound) == [0, 5, 17])
  }

  @Test func `the type of the result is known before evaluation`() throws {
    let types: [(String, ValueType)] = [
      ("server.tools.map(t, t.name)", .list(.string)),
      ("server.?owner.orValue('nobody')", .string),
      ("server.tools[0].server.tools", .list(.object("tool"))),
      ("{'a': 1}.transformMap(k, v, v > 1)", .map(.string, .bool)),
      ("optional.of(1).optMap(x, string(x))", .optional(.string)),
      ("server.isRemote ? server.transport : 'none'", .string),
    ]
    for (source, type) in types {
      #expect(try Program(compiling: source, in: Fleet.environment).resultType == type)
    }
  }

  @Test func `the fields that an expression mentions are listed`() throws {
    let program = try Program(
      compiling: "server.isRemote && server.tools.all(t, t.name != server.name)",
      in: Fleet.environment)
    #expect(
      program.fieldsRead.map { "\($0.objectType).\($0.field)" }
        == ["server.isRemote", "server.tools", "tool.name", "server.name"])
  }
}
