import Estate
import SourceText
import Testing

@Suite struct BusinessDomainTests {
  @Test(arguments: [
    ("list_invoices", BusinessDomain.finance), ("getEmployee", .people),
    ("rollback_deployment", .softwareDelivery), ("search_tickets", .support),
    ("adjust_inventory", .logistics),
  ])
  func `a name that speaks of one domain belongs to it`(name: String, domain: BusinessDomain) {
    #expect(Tool(name: name).domain == domain)
  }

  @Test(arguments: ["pay_carrier_invoice", "get_customer", "send_email", "search", "list_reports"])
  func `a name that speaks of several domains or of none has none`(name: String) {
    #expect(Tool(name: name).domain == nil)
  }

  @Test func `the declared domain is read in the same words`() {
    var server = Server(id: "ledger")
    #expect(server.declaredDomain == nil)
    server.dataDomain = Stated(
      "accounts-payable", at: SourceSpan(source: SourceID(index: 0), 0..<4))
    #expect(server.declaredDomain == .finance)
  }
}
