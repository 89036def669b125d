/// The parts of a business that differ in sensitivity, ownership and approval (seed 3), as far as tools'
/// names tell them apart.
///
/// What every server does beside its own business (mail, files, search, reports) is no domain here, and
/// neither is a word that several of them use, such as `customer`.
public enum BusinessDomain: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Money that is owed, paid and booked.
  case finance
  /// Staff, applicants and pay.
  case people
  /// Source code, builds and what runs.
  case softwareDelivery = "software delivery"
  /// Requests for help.
  case support
  /// Deals in the making.
  case sales
  /// Campaigns and their audiences.
  case marketing
  /// Patients and treatment.
  case health
  /// Goods in store and on the way.
  case logistics

  /// Orders domains by name.
  public static func < (left: BusinessDomain, right: BusinessDomain) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The domain that the words of a name speak of; `nil` where they speak of none or of several.
  static func named(in tokens: [String]) -> BusinessDomain? {
    var found: BusinessDomain?
    for token in tokens {
      guard let domain = words[token] else { continue }
      if let found, found != domain { return nil }
      found = domain
    }
    return found
  }

  private static let words: [String: BusinessDomain] = {
    var result: [String: BusinessDomain] = [:]
    for (domain, text) in vocabulary {
      for word in text.split(whereSeparator: \.isWhitespace) { result[String(word)] = domain }
    }
    return result
  }()

  private static let vocabulary: [(BusinessDomain, String)] = [
    (
      .finance,
      """
      invoice invoices invoicing payment payments refund refunds payout payouts ledger ledgers billing
      accounting payable receivable payables receivables expense expenses finance treasury
      """
    ),
    (
      .people,
      """
      employee employees payroll salary salaries candidate candidates applicant applicants hiring
      vacation absence absences timesheet timesheets hr
      """
    ),
    (
      .softwareDelivery,
      """
      deploy deployment deployments rollout rollback repository repositories repo repos commit commits
      ci kubernetes pod pods terraform helm
      """
    ),
    (.support, "ticket tickets helpdesk zendesk"),
    (.sales, "lead leads opportunity opportunities deal deals crm prospect prospects"),
    (.marketing, "campaign campaigns newsletter newsletters subscriber subscribers"),
    (.health, "patient patients prescription prescriptions ehr fhir clinical"),
    (
      .logistics,
      "shipment shipments pallet pallets warehouse inventory freight customs carrier carriers"
    ),
  ]
}

extension Tool {
  /// The business domain that the tool's name speaks of, and no other.
  ///
  /// Descriptions are not read: they mention neighbours ("use after the invoice was booked").
  public var domain: BusinessDomain? {
    BusinessDomain.named(in: NameTokens.split(name))
  }
}

extension Server {
  /// The business domain that the declared `data_domain` speaks of, and no other.
  public var declaredDomain: BusinessDomain? {
    dataDomain.value.flatMap { BusinessDomain.named(in: NameTokens.split($0)) }
  }
}
