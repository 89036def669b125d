import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct DutySubjectTests {
  private func standings(
    _ server: Server, grants: [Grant] = []
  ) -> [ToolClassDuty: DutyStanding] {
    let context = FleetContext(
      fleet: PolicySample.context([server], grants: grants), date: CalendarDate(daysSinceEpoch: 0))
    let subjects = ServerSubject(server, in: context).duties.map(\.subject)
    return Dictionary(uniqueKeysWithValues: subjects.map { ($0.duty, $0.standing) })
  }

  private func server(_ classes: [String: ToolClass]) -> Server {
    var server = PolicySample.server(tools: classes.keys.sorted())
    server.endpoint = Stated("https://mcp.example.com/", at: PolicySample.place(4))
    for index in server.tools.indices {
      let toolClass = classes[server.tools[index].name]
      if let toolClass {
        server.tools[index].declaredClass = Stated(toolClass, at: PolicySample.place(60))
      }
    }
    return server
  }

  @Test func `each class has three minimum controls and one no-go`() {
    for guardedClass in GuardedClass.allCases {
      let duties = ToolClassDuty.duties(of: guardedClass)
      #expect(duties.map(\.isNoGo) == [false, false, false, true], "\(guardedClass)")
    }
    #expect(Set(ToolClassDuty.allCases.map(\.title)).count == 16)
  }

  @Test func `sensitivity divides the tools that read`() {
    #expect(GuardedClass(.readOnly, nil) == .openRead)
    #expect(GuardedClass(.readOnly, .internal) == .openRead)
    #expect(GuardedClass(.readOnly, .confidential) == .sensitiveRead)
    #expect(GuardedClass(.irreversibleWrite, .public) == .externalWrite)
  }

  @Test func `only classes that some enabled tool belongs to have duties`() {
    var server = server(["query": .readOnly, "pay": .irreversibleWrite])
    #expect(standings(server).count == 8)
    server.tools[0].isEnabled = Stated(false, at: PolicySample.place(61))
    #expect(Set(standings(server).keys.map(\.guardedClass)) == [.openRead])
  }

  @Test func `each tool stands for itself`() {
    var server = server(["adjust": .reversibleWrite, "move": .reversibleWrite])
    server.tools[0].requiresApproval = Stated(true, at: PolicySample.place(62))
    server.tools[1].requiresApproval = Stated(true, at: PolicySample.place(63))
    let standing = standings(
      server,
      grants: [
        PolicySample.grant(10, tools: ["adjust"], approval: true),
        PolicySample.grant(11, tools: ["move"]),
      ])[.approval]
    #expect(standing?.met == ["adjust"])
    #expect(standing?.open == ["move"])
  }

  @Test func `a claim alone leaves a duty undecided above tier 0`() {
    var server = server(["pay": .irreversibleWrite])
    server.limits.callsPerMinute = Stated(60, at: PolicySample.place(62))
    server.containment.killSwitch = Stated("flag", at: PolicySample.place(63))
    let standings = standings(server)
    #expect(standings[.rateLimit]?.undecided == ["pay"])
    // No configuration could show the switch, so that the claim is all there is to demand.
    #expect(standings[.killSwitch]?.met == ["pay"])
  }

  @Test(arguments: [
    ("request_key", true), ("requestKey", true), ("the number of the entry", false),
    ("sequence", false), ("", false),
  ])
  func `an argument is told from a mechanism in words`(text: String, isName: Bool) {
    #expect(text.looksLikeIdentifier == isName)
  }
}
