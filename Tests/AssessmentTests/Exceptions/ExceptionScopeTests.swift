import Estate
import SourceText
import Testing

@testable import Assessment

/// What an exception lets pass, and what it does not.
@Suite struct ExceptionScopeTests {
  private func assess(_ exceptions: ExceptionRecord...) async throws -> FleetAssessment {
    try await ExceptionSample.assess(ExceptionSample.fleet(exceptions))
  }

  @Test func `an exception is for one rule of one server`() async throws {
    let plain = try await assess()
    #expect(plain.suppressed.isEmpty)
    let rule = "MCP201"
    #expect(plain.findings.count { $0.rule == rule } == 6)
    let excepted = try await assess(ExceptionSample.exception(rule, "beta"))
    #expect(excepted.suppressed == ["MCP201 beta lookup", "MCP201 beta wipe_all"])
    #expect(excepted.exceptions.map(\.status) == [.matched])
    #expect(excepted.exceptions.first?.subjects.map(\.member) == ["lookup", "wipe_all"])
  }

  @Test func `an exception for a tool is for that tool alone`() async throws {
    let excepted = try await assess(ExceptionSample.exception("MCP201", "beta", tool: "lookup"))
    #expect(excepted.suppressed == ["MCP201 beta lookup"])
    let control = try #require(excepted.server("beta")?.controls.first { $0.rule == "MCP201" })
    #expect(control.suppression == nil, "another tool still keeps the control open")
  }

  @Test func `a control whose every part is let pass is let pass itself`() async throws {
    let excepted = try await assess(
      ExceptionSample.exception(
        "MCP201", "beta", tool: "lookup", until: CalendarDate(daysSinceEpoch: 20_050)),
      ExceptionSample.exception("MCP201", "beta", tool: "wipe_all", at: 10))
    let control = try #require(excepted.server("beta")?.controls.first { $0.rule == "MCP201" })
    #expect(control.suppression?.until == CalendarDate(daysSinceEpoch: 20_050))
    #expect(control.status.isOpen)
  }

  @Test func `a control without findings is let pass as well`() async throws {
    var fleet = ExceptionSample.fleet([ExceptionSample.exception("MCP201", "beta")])
    for index in fleet.servers.indices { fleet.servers[index].tools = [] }
    let assessment = try await ExceptionSample.assess(fleet)
    let control = try #require(assessment.server("beta")?.controls.first { $0.rule == "MCP201" })
    #expect(control.suppression?.owner == "jane@example.com")
    #expect(assessment.exceptions.map(\.status) == [.matched])
  }

  @Test func `of two exceptions the one that holds longer is shown, and both have matched`()
    async throws
  {
    let longer = CalendarDate(daysSinceEpoch: 20_200)
    let excepted = try await assess(
      ExceptionSample.exception("MCP201", "beta"),
      ExceptionSample.exception("MCP201", "beta", until: longer, at: 10))
    #expect(Set(excepted.findings.compactMap(\.suppression?.until)) == [longer])
    #expect(excepted.exceptions.map(\.status) == [.matched, .matched])
  }

  @Test func `an exception holds until the end of its last day`() async throws {
    let lastDay = try await assess(
      ExceptionSample.exception("MCP201", "beta", until: ExceptionSample.today))
    #expect(lastDay.suppressed.count == 2)
    let over = try await assess(
      ExceptionSample.exception(
        "MCP201", "beta", until: CalendarDate(daysSinceEpoch: 19_999)))
    #expect(over.suppressed.isEmpty)
    #expect(over.exceptions.map(\.status) == [.expired])
  }

  @Test func `a valid exception from what is not open has nothing to do`() async throws {
    let excepted = try await assess(ExceptionSample.exception("MCP508", "beta"))
    #expect(excepted.exceptions.map(\.status) == [.unused])
  }

  @Test(arguments: [
    (ExceptionSample.exception(nil, "beta"), "it names no rule"),
    (ExceptionSample.exception("MCP210X", "beta"), "no rule `MCP210X`; did you mean `MCP210`?"),
    (ExceptionSample.exception("MCP201", nil), "it names no server"),
    (ExceptionSample.exception("MCP201", "betta"), "no server `betta`; did you mean `beta`?"),
    (ExceptionSample.exception("MCP201", "*"), "`*` is a pattern"),
    (ExceptionSample.exception("MCP201", "b*"), "`b*` is a pattern"),
    (ExceptionSample.exception("MCP201", "beta", tool: "lokup"), "did you mean `lookup`?"),
    (
      ExceptionSample.exception("MCP105", "beta", tool: "lookup"),
      "MCP105 is asked of each server and not of each tool"
    ),
    (ExceptionSample.exception("MCP201", "beta", owner: nil), "it names no owner"),
    (ExceptionSample.exception("MCP201", "beta", owner: "TBD"), "`TBD` is no one person or team"),
    (ExceptionSample.exception("MCP201", "beta", reason: nil), "it gives no reason"),
    (ExceptionSample.exception("MCP201", "beta", until: nil), "no day on which it ends"),
  ])
  func `an exception that says too little or means nothing lets nothing pass`(
    record: ExceptionRecord, reason: String
  ) async throws {
    let excepted = try await assess(record)
    #expect(excepted.suppressed.isEmpty)
    guard case .invalid(let found)? = excepted.exceptions.first?.status else {
      Issue.record("the exception is not invalid")
      return
    }
    #expect(found.contains(reason), "\(found)")
  }

  @Test func `a comment is for what begins where it reaches`() async throws {
    let reach = ExceptionSample.span(210, 215)
    let excepted = try await assess(ExceptionSample.comment("MCP201", reaching: reach))
    #expect(excepted.suppressed == ["MCP201 beta lookup"])
    #expect(excepted.exceptions.first?.owners == ["beta-team@example.com"])
    #expect(excepted.findings.compactMap(\.suppression).first?.origin == .comment)
  }

  @Test func `a comment lets nothing pass where nobody answers for the server`() async throws {
    var fleet = ExceptionSample.fleet([
      ExceptionSample.comment("MCP201", reaching: ExceptionSample.span(210, 215))
    ])
    fleet.servers[1].ownership.owner = Stated()
    let assessment = try await ExceptionSample.assess(fleet)
    #expect(assessment.suppressed.isEmpty)
    guard case .invalid(let reason)? = assessment.exceptions.first?.status else {
      Issue.record("the exception is not invalid")
      return
    }
    #expect(reason.contains("`beta` has no accountable owner"))
  }
}
