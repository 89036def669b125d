/// What the servers of `Fixtures/company` do in three days of November.
///
/// The README of that folder says which of their habits are faults that a check has to find.
enum CompanyTraffic {
  private static let dispatchers = [
    "w.okafor@larkspur.example", "h.lindqvist@larkspur.example", "t.moreau@larkspur.example",
  ]
  private static let clerks = ["b.varga@larkspur.example", "s.ito@larkspur.example"]
  private static let storekeepers = ["d.nowak@larkspur.example", "k.adeyemi@larkspur.example"]
  private static let carers = [
    "e.santos@larkspur.example", "r.jansen@larkspur.example", "n.haddad@larkspur.example",
  ]
  private static let developers = ["p.castellan@larkspur.example"]

  private static func dispatch(
    weight: Int = 1, tools: [String]? = nil
  ) -> TrafficPlan.Caller {
    .init(agent: "agent-dispatch", users: dispatchers, weight: weight, tools: tools)
  }
  private static func backOffice(weight: Int = 1, tools: [String]? = nil) -> TrafficPlan.Caller {
    .init(agent: "agent-backoffice", users: clerks, weight: weight, tools: tools)
  }
  private static func care(weight: Int = 1, tools: [String]? = nil) -> TrafficPlan.Caller {
    .init(agent: "agent-care", users: carers, weight: weight, tools: tools)
  }
  private static let warehouse = TrafficPlan.Caller(
    agent: "agent-warehouse", users: storekeepers)
  private static let developer = TrafficPlan.Caller(agent: "agent-developer", users: developers)

  /// Servers that look things up.
  static var readers: [TrafficPlan] {
    [
      TrafficPlan(
        server: "shipment-tracking", version: "4.2.1", calls: 6200,
        callers: [
          dispatch(weight: 5), care(weight: 3, tools: ["get_shipment", "get_eta"]),
          .init(
            agent: "agent-warehouse", users: storekeepers, weight: 2, tools: ["get_shipment"]),
        ],
        tools: [
          .init(name: "get_shipment", weight: 6, policy: "tracking-read"),
          .init(name: "get_eta", weight: 4, policy: "tracking-read"),
          .init(name: "list_shipment_events", weight: 3, policy: "tracking-read"),
          .init(name: "search_shipments", weight: 2, policy: "tracking-read"),
        ],
        usual: .init(latency: 140)),
      TrafficPlan(
        server: "rate-quotes", version: "2.7.0", calls: 3100,
        callers: [dispatch(weight: 3), backOffice(tools: ["get_lane_rate", "list_surcharges"])],
        tools: [
          .init(name: "get_lane_rate", weight: 5, policy: "quotes-read"),
          .init(name: "list_surcharges", weight: 2, policy: "quotes-read"),
          .init(name: "compare_quotes", weight: 2, policy: "quotes-read"),
        ],
        usual: .init(latency: 260, failures: 0.009)),
      fleetTelematics,
      TrafficPlan(
        server: "carrier-handbook", version: "1.1.3", calls: 1500,
        callers: [care(weight: 3), developer],
        tools: [
          .init(name: "search_articles", weight: 3, policy: "handbook-read"),
          .init(name: "get_article", weight: 2, policy: "handbook-read"),
        ],
        usual: .init(latency: 90, failures: 0.003)),
      TrafficPlan(
        server: "crm-notes", version: "0.9.4", calls: 1100,
        callers: [care(weight: 4), developer],
        tools: [
          .init(name: "get_account", weight: 3, policy: ""),
          .init(name: "search_notes", weight: 2, policy: ""),
        ],
        usual: .init(latency: 420, failures: 0.012),
        habits: .init(
          rawInputs: [
            #"{"account_id":"ACC-20418"}"#, #"{"account_id":"ACC-11873"}"#,
            #"{"text":"claim damaged pallet Rotterdam"}"#, #"{"text":"call back Mrs. Verbeek"}"#,
          ],
          forgetsTrace: 0.3, forgetsDownstream: 1, isUnpoliced: true)),
    ]
  }

  /// The position service behind it was migrated on the second day, and answered slowly until the evening.
  private static var fleetTelematics: TrafficPlan {
    TrafficPlan(
      server: "fleet-telematics", version: "1.8.2", calls: 2600,
      callers: [dispatch()],
      tools: [
        .init(name: "get_vehicle_position", weight: 8, policy: "telematics-read"),
        .init(name: "list_vehicle_alerts", weight: 3, policy: "telematics-read"),
        .init(name: "get_driver_hours", policy: "telematics-read"),
      ],
      usual: .init(latency: 310),
      episodes: [
        .init(hours: 33..<42, conduct: .init(latency: 1900, failures: 0.015))
      ],
      habits: .init(forgetsUser: 0.12))
  }

  /// Servers that change something.
  static var writers: [TrafficPlan] {
    [
      TrafficPlan(
        server: "invoice-payments", version: "5.0.3", calls: 900, callers: [backOffice()],
        tools: [
          .init(name: "get_invoice", weight: 6, policy: "payments-read"),
          .init(name: "list_open_invoices", weight: 3, policy: "payments-read"),
          .init(
            name: "pay_carrier_invoice", weight: 2, policy: "payments-approved", isWrite: true,
            approvers: ["m.fontaine@larkspur.example", "c.abara@larkspur.example"]),
        ],
        usual: .init(latency: 350)),
      TrafficPlan(
        server: "customs-filing", version: "2.3.0", calls: 550, callers: [backOffice()],
        tools: [
          .init(name: "get_declaration", weight: 5, policy: "customs-read"),
          .init(name: "lookup_tariff_code", weight: 4, policy: "customs-read"),
          .init(
            name: "submit_declaration", weight: 2, policy: "customs-submit", isWrite: true,
            approvers: ["g.petrov@larkspur.example"]),
        ],
        tenants: ["larkspur-nl", "larkspur-pl"],
        usual: .init(latency: 420),
        habits: .init(forgetsApprovals: ["submit_declaration"])),
      TrafficPlan(
        server: "warehouse-inventory-v3.1.4", version: nil, calls: 2200, callers: [warehouse],
        tools: [
          .init(name: "get_stock", weight: 6, policy: "stock-read"),
          .init(name: "find_pallet", weight: 3, policy: "stock-read"),
          .init(name: "adjust_stock", weight: 2, policy: "stock-write", isWrite: true),
        ],
        usual: .init(latency: 120)),
      documentArchive,
      dispatchMail,
    ]
  }

  /// The archive's own search went down on the third day, and an old index answered.
  private static var documentArchive: TrafficPlan {
    TrafficPlan(
      server: "document-archive", version: "1.5.0", calls: 1300, callers: [backOffice()],
      tools: [
        .init(name: "search_documents", weight: 6, policy: "archive-read"),
        .init(name: "get_document_text", weight: 5, policy: "archive-read"),
        .init(name: "purge_duplicates", policy: "archive-read"),
        .init(name: "bulk_download", policy: "archive-read"),
        .init(
          name: "attach_document", weight: 2, policy: "archive-write", isWrite: true,
          approvers: ["b.varga@larkspur.example", "s.ito@larkspur.example"]),
      ],
      usual: .init(latency: 340, fallbacks: 0.02),
      episodes: [
        .init(hours: 54..<66, conduct: .init(latency: 450, fallbacks: 0.31))
      ],
      habits: .init(selfApprovals: 0.04))
  }

  /// Its relay refused connections for six hours of the first day.
  private static var dispatchMail: TrafficPlan {
    TrafficPlan(
      server: "dispatch-mail", version: "0.6.0", calls: 430, callers: [dispatch()],
      tools: [
        .init(name: "list_templates", weight: 2, policy: "mail"),
        .init(name: "send_delay_notice", weight: 4, policy: "mail", isWrite: true),
        .init(name: "broadcast_to_customers", policy: "mail", isWrite: true),
      ],
      usual: .init(latency: 390, failures: 0.02),
      episodes: [
        .init(hours: 9..<15, conduct: .init(latency: 480, failures: 0.45))
      ],
      habits: .init(
        repeatsWrites: ["send_delay_notice", "broadcast_to_customers"], forgetsDownstream: 0.4))
  }

  /// A server that runs and that nobody has registered.
  static let unregistered = [
    TrafficPlan(
      server: "legacy-edi", version: nil, calls: 120,
      callers: [.init(agent: "edi-batch", users: ["svc-edi@larkspur.example"])],
      tools: [
        .init(name: "read_edifact", weight: 3, policy: "none"),
        .init(name: "push_edifact", policy: "none", isWrite: true),
      ],
      habits: .init(forgetsUser: 0.5, forgetsDownstream: 1, isUnpoliced: true))
  ]
}
