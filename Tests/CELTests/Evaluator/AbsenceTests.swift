import CEL
import Testing

@Suite struct AbsenceTests {
  private let absence = Absence(
    field: "server.owner", reason: "the manifest does not say", code: 7)

  @Test(arguments: [
    "server.owner == 'x'", "server.owner == 'x' || false", "server.owner == 'x' && true",
    "[1].all(i, server.owner == 'x')", "server.owner.startsWith('x') ? true : true",
  ])
  func `an absent field is the error of what it decides`(source: String) throws {
    let program = try Program(compiling: source, in: Fleet.environment)
    #expect(throws: EvaluationError.absent(absence)) { try program.evaluate(Fleet.bindings) }
  }

  @Test(arguments: [
    "server.owner == 'x' || true", "true || server.owner == 'x'",
    "!(server.owner == 'x' && false)", "server.isRemote ? true : server.owner == 'x'",
    "[1, 2].exists(i, i == 2 || server.owner == 'x')", "!has(server.owner)",
    "server.?owner == optional.none()", "server.?owner.orValue('nobody') == 'nobody'",
  ])
  func `an absent field that decides nothing vanishes`(source: String) throws {
    #expect(try Fleet.evaluate(source) == true)
  }
}
