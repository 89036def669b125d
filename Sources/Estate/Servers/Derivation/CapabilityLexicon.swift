/// Words of tools and parameters that show what a tool brings in or carries out.
enum CapabilityLexicon {
  /// What people outside the company write, as the object of a tool's name.
  static let strangersWrite: Set<String> = [
    "web", "website", "websites", "webpage", "webpages", "internet", "email", "emails", "mail",
    "mails", "inbox", "mailbox", "gmail", "rss", "feed", "feeds", "news", "tweet", "tweets",
    "reddit", "forum", "comment", "comments", "issue", "issues", "pull_request", "review",
    "reviews", "feedback", "ticket", "tickets", "attachment", "attachments", "crawl", "scrape",
  ]

  /// What is read only by those whom it concerns, as the object of a tool's name.
  static let peopleKeepToThemselves: Set<String> = [
    "email", "emails", "mail", "mails", "inbox", "mailbox", "gmail", "customer", "customers",
    "patient", "patients", "employee", "employees", "salary", "salaries", "payroll", "transaction",
    "transactions", "invoice", "invoices", "ledger", "balance", "balances", "contact", "contacts",
    "calendar", "credential", "credentials", "secret", "secrets", "password", "passwords",
  ]

  /// What a path leads to.
  static let files: Set<String> = [
    "file", "files", "directory", "folder", "document", "documents",
  ]

  /// Verbs by which something reaches other people.
  static let sends: Set<String> = [
    "send", "email", "mail", "tweet", "publish", "post", "broadcast", "notify", "share", "forward",
    "reply", "dispatch", "invite", "message",
  ]

  /// Verbs by which words are put somewhere.
  static let puts: Set<String> = [
    "create", "add", "update", "edit", "write", "submit", "open", "append", "insert", "put",
  ]

  /// What outsiders see when it is written, as the object of a tool's name.
  static let othersRead: Set<String> = [
    "tweet", "tweets", "gist", "gists", "issue", "issues", "pull_request", "comment", "comments",
    "website", "blog", "webhook", "webhooks",
  ]

  /// Words of the names of writing tools that connect to an address they are given.
  static let connects: Set<String> = ["http", "request", "webhook", "webhooks", "fetch", "curl"]

  /// Parameters that say where a tool connects to.
  static let addresses: Set<String> = [
    "url", "urls", "page_url", "website_url", "target_url", "endpoint_url", "link_url",
  ]

  /// Parameters that say where something is delivered to, whatever the tool is called.
  static let calledBack: Set<String> = ["webhook_url", "callback_url"]

  /// Words of parameters that take prose.
  static let prose: Set<String> = [
    "body", "text", "message", "content", "title", "comment", "description", "subject", "note",
    "data", "payload", "value", "summary",
  ]

  /// Parameters that say who gets money.
  static let recipients: Set<String> = [
    "to", "recipient", "recipient_id", "payee", "beneficiary", "iban", "destination", "to_account",
    "account_number", "wallet",
  ]
}
