import SourceText

extension Tool {
  /// What the tool can be part of as a tool of `server`: at most one label of each kind, with its reason.
  ///
  /// Declarations and annotations come first, then the input schema, then the name. The MCP default of
  /// `openWorldHint`, true, makes no label by itself: it only lets the name speak, and a stated
  /// `openWorldHint: false` silences it. What may only connect to listed destinations neither brings in
  /// what strangers write nor carries anything to them by address.
  public func capabilities(on server: Server) -> [Capability] {
    let reading = CapabilityReading(self, on: server)
    return [reading.untrustedSource, reading.privateData, reading.externalSink].compactMap(\.self)
  }
}

/// Labels one tool.
private struct CapabilityReading {
  private let tool: Tool
  private let server: Server
  private let words: [String]
  private let verb: String?
  private let toolClass: ToolClass?
  private let entry: SourceSpan?

  init(_ tool: Tool, on server: Server) {
    self.tool = tool
    self.server = server
    words = NameTokens.split(tool.name)
    verb = ToolNameReading(words)?.verb
    toolClass = tool.effectiveClass
    entry = tool.catalogEntry ?? tool.manifestEntry
  }

  /// Whether results come back that are worth reading.
  private var reads: Bool { toolClass.map { !$0.changesState } ?? true }

  /// Whether the server may only connect to destinations that are listed.
  private var isConfined: Bool {
    server.egress.defaultDecision.value == .deny
      && !server.egress.allowed.contains { $0.value == "*" || $0.value == "0.0.0.0/0" }
  }

  /// What the tool says about the world that it works in.
  private var openWorld: Evidence<Bool>? { tool.annotations.openWorld.evidence }

  var untrustedSource: Capability? {
    guard reads || runsPrograms != nil else { return nil }
    if reads, let hint = openWorld, hint.value {
      return label(.untrustedSource, "is annotated `openWorldHint: true`", hint.span)
    }
    if let address = parameter(.address), !isConfined {
      return label(
        .untrustedSource, "reads whatever `\(address.name.value)` leads to", address.name.span)
    }
    guard reads, openWorld?.value != false,
      let word = words.first(where: CapabilityLexicon.strangersWrite.contains)
    else { return nil }
    return label(.untrustedSource, "reads what strangers can write (`\(word)` in its name)", entry)
  }

  var privateData: Capability? {
    if let program = runsPrograms {
      return label(
        .privateData, "runs any `\(program.name.value)`, which reads what the server can read",
        program.name.span)
    }
    guard reads else { return nil }
    if let declared = tool.sensitivity.evidence ?? server.dataSensitivity.evidence {
      return declared.value >= .confidential
        ? label(.privateData, "reads data declared \(declared.value.rawValue)", declared.span)
        : nil
    }
    if let path = parameter(.path) {
      return label(.privateData, "reads any `\(path.name.value)`", path.name.span)
    }
    guard let word = words.first(where: CapabilityLexicon.peopleKeepToThemselves.contains) else {
      return nil
    }
    return label(.privateData, "reads private data (`\(word)` in its name)", entry)
  }

  var externalSink: Capability? {
    if isConfined { return namedSink }
    if let program = runsPrograms {
      return label(
        .externalSink, "runs any `\(program.name.value)`, which can open connections",
        program.name.span)
    }
    if let address = parameter(.address) {
      return label(
        .externalSink, "calls whatever `\(address.name.value)` says, with what stands in it",
        address.name.span)
    }
    if toolClass?.changesState == true, let hint = openWorld, hint.value {
      return label(.externalSink, "writes, and is annotated `openWorldHint: true`", hint.span)
    }
    return namedSink
  }

  /// A sink by the verb of its name and what it is done to.
  private var namedSink: Capability? {
    guard toolClass?.changesState == true, let verb else { return nil }
    if CapabilityLexicon.sends.contains(verb), openWorld?.value != false || verb == "send" {
      return label(.externalSink, "sends to others (`\(verb)` in its name)", entry)
    }
    if let object = words.first(where: CapabilityLexicon.othersRead.contains), verb != object,
      openWorld?.value != false
    {
      return label(
        .externalSink, "writes what outsiders can read (`\(object)` in its name)", entry)
    }
    guard tool.highImpact?.action == .payment,
      let recipient = tool.input?.parameters.first(where: {
        CapabilityLexicon.recipients.contains($0.name.value.lowercased())
      })
    else { return nil }
    return label(
      .externalSink, "moves money to whatever `\(recipient.name.value)` says", recipient.name.span)
  }

  /// The parameter that takes a program, of a tool that is not known to only look at it.
  private var runsPrograms: Parameter? {
    toolClass?.changesState == true ? parameter(.program) : nil
  }

  private func parameter(_ form: FreeForm) -> Parameter? {
    tool.input?.parameters.first { parameter in
      guard parameter.freeForm == form else { return false }
      // A URI of a resource is the server's own; only an address leads anywhere.
      return form != .address || !NameTokens.split(parameter.name.value).contains("uri")
    }
  }

  private func label(_ kind: Capability.Kind, _ reason: String, _ span: SourceSpan?) -> Capability {
    Capability(kind, because: reason, at: span ?? entry)
  }
}

/// Words of tools' names that show what a tool brings in or carries out.
private enum CapabilityLexicon {
  /// What people outside the company write.
  static let strangersWrite: Set<String> = [
    "web", "website", "websites", "webpage", "webpages", "internet", "browser", "email", "emails",
    "mail", "mails", "inbox", "mailbox", "gmail", "rss", "feed", "feeds", "news", "tweet", "tweets",
    "reddit", "forum", "comment", "comments", "issue", "issues", "pull", "pr", "prs", "review",
    "reviews", "feedback", "ticket", "tickets", "attachment", "attachments", "url", "crawl",
    "scrape",
  ]

  /// What is read only by those whom it concerns.
  static let peopleKeepToThemselves: Set<String> = [
    "email", "emails", "mail", "mails", "inbox", "mailbox", "gmail", "customer", "customers",
    "patient", "patients", "employee", "employees", "salary", "salaries", "payroll", "transaction",
    "transactions", "invoice", "invoices", "ledger", "balance", "balances", "account", "accounts",
    "contact", "contacts", "calendar", "credential", "credentials", "secret", "secrets", "password",
    "passwords", "medical", "private", "personal", "crm",
  ]

  /// Verbs by which something reaches other people.
  static let sends: Set<String> = [
    "send", "email", "mail", "tweet", "publish", "post", "broadcast", "notify", "share", "forward",
    "reply", "upload", "dispatch", "invite", "message", "sms", "dm",
  ]

  /// What outsiders see when it is written.
  static let othersRead: Set<String> = [
    "email", "emails", "mail", "tweet", "tweets", "gist", "gists", "issue", "issues", "pull", "pr",
    "comment", "comments", "webhook", "webhooks", "website", "blog",
  ]

  /// Names of parameters that say who gets money.
  static let recipients: Set<String> = [
    "to", "recipient", "recipient_id", "payee", "beneficiary", "iban", "destination", "to_account",
    "account_number", "wallet", "address",
  ]
}
