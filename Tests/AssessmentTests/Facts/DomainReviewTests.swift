import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct DomainReviewTests {
  private func review(_ server: Server, grants: [Grant] = []) -> DomainReview {
    let context = FleetContext(
      fleet: PolicySample.context([server], grants: grants), date: CalendarDate(daysSinceEpoch: 0))
    return DomainReview(
      server, tools: server.tools.map { ToolSubject($0, of: SharedServer(server), in: context) })
  }

  private func server(_ tools: [String], catalogued: Bool = false) -> Server {
    var server = PolicySample.server(tools: tools)
    if catalogued {
      for index in server.tools.indices {
        server.tools[index].catalogEntry = PolicySample.place(70 + UInt32(index))
      }
    }
    return server
  }

  @Test func `two domains that nothing tells apart are no conflict`() {
    let review = review(server(["list_invoices", "list_employees"]))
    #expect(review.domains == [.finance, .people])
    #expect(review.conflicts.isEmpty)
  }

  @Test func `owners tell domains apart`() {
    var server = server(["list_invoices", "list_employees"])
    server.tools[0].owner = Stated("ledger-team", at: PolicySample.place(20))
    server.tools[1].owner = Stated("people-team", at: PolicySample.place(21))
    let conflict = review(server).conflict(at: .declared)
    #expect(
      conflict?.text
        == "finance ('list_invoices') belongs to ledger-team, people ('list_employees') to people-team"
    )
    #expect(conflict?.span == PolicySample.place(21))
  }

  @Test func `approver roles of the policy tell domains apart`() {
    var grants = [
      PolicySample.grant(10, tools: ["pay_invoice"], approval: true),
      PolicySample.grant(11, tools: ["hire_candidate"], approval: true),
    ]
    grants[0].approvers = Stated(["ap"], at: PolicySample.place(10), grade: .configured)
    grants[1].approvers = Stated(["hr"], at: PolicySample.place(11), grade: .configured)
    let review = review(server(["pay_invoice", "hire_candidate"]), grants: grants)
    #expect(review.conflict(at: .configured)?.text.contains("is approved by ap") == true)
  }

  @Test func `a catalog disproves a declared domain by a writing tool or by two that read`() {
    var one = server(["list_invoices", "list_repos"], catalogued: true)
    one.dataDomain = Stated("finance", at: PolicySample.place(5))
    #expect(review(one).conflicts.isEmpty)
    var two = server(["list_invoices", "list_repos", "get_commit"], catalogued: true)
    two.dataDomain = Stated("finance", at: PolicySample.place(5))
    #expect(review(two).conflict(at: .configured)?.text.contains("software delivery") == true)
  }

  @Test func `three domains with several tools each are one server too few`() {
    let names = [
      "list_invoices", "pay_invoice", "list_employees", "get_salary", "list_repos", "get_commit",
    ]
    #expect(
      review(server(names)).conflict(at: .declared)?.text.hasPrefix("it holds tools of") == true)
    #expect(review(server(Array(names.prefix(5)))).conflicts.isEmpty)
  }
}
