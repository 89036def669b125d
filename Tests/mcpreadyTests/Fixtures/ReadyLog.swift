/// The audit log of `Fixtures/ready`: fifty hours, so that every budget's window is covered.
enum ReadyLog {
  /// The file that holds it.
  static let path = "Fixtures/ready/logs/audit.jsonl"

  private static let period = LogPeriod(
    month: "2026-11", firstDay: 17, firstHour: 6, hours: 50)

  /// The lines.
  static var text: String {
    TrafficWriter.records(of: [knowledge, refunds], over: period, seed: 2026)
      .map { $0.line + "\n" }.joined()
  }

  private static let support = TrafficPlan.Caller(
    agent: "agent-support", users: ["mia@northwind.example", "jon@northwind.example"], weight: 2)
  private static let billing = TrafficPlan.Caller(
    agent: "agent-billing", users: ["ana@northwind.example", "piet@northwind.example"],
    tools: ["search_handbook"])

  private static let knowledge = TrafficPlan(
    server: "mcp-server-knowledge", version: "2.1.0", calls: 340, callers: [support, billing],
    tools: [
      .init(name: "search_handbook", weight: 3, policy: "handbook-read"),
      .init(name: "get_handbook_page", weight: 2, policy: "handbook-read"),
    ],
    tenants: ["northwind", "southwind"])

  private static let refunds = TrafficPlan(
    server: "mcp-server-refunds", version: "2.1.0", calls: 320,
    callers: [
      .init(agent: "agent-billing", users: ["ana@northwind.example", "piet@northwind.example"])
    ],
    tools: [
      .init(name: "get_payment", weight: 5, policy: "payments-read"),
      .init(
        name: "refund_payment", policy: "refunds-with-approval", isWrite: true,
        approvers: ["raj@northwind.example", "lena@northwind.example"]),
    ])
}
