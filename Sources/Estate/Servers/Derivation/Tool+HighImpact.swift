public import SourceText

/// Why a tool's calls need a person's explicit approval (control 302).
public struct HighImpact: Hashable, Sendable {
  /// The actions that do.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// Money moves.
    case payment
    /// Software or configuration goes live.
    case deployment
    /// Something is destroyed.
    case deletion
    /// Many people get a message.
    case bulkMail = "bulk mail"
    /// Somebody may do more, or less, than before.
    case permissionChange = "permission change"
  }

  /// The action.
  public let action: Action
  /// The words of the tool's name or description that show it, such as `create refund`.
  public let reason: String
  /// The entry that names the tool.
  public let span: SourceSpan?
}

extension Tool {
  /// Whether calls deploy, delete, pay, mail many people or change what somebody may do.
  public var isHighImpact: Bool { highImpact != nil }

  /// The high-impact action that the tool performs, by its name, or by a description of deleting that its
  /// annotation bears out; `nil` for tools that change nothing.
  public var highImpact: HighImpact? { highImpact(as: effectiveClass) }

  /// The high-impact action of the tool, where `toolClass` is known to be its effective class.
  public func highImpact(as toolClass: ToolClass?) -> HighImpact? {
    guard let toolClass, toolClass.changesState else { return nil }
    let tokens = NameTokens.split(name)
    let verb = ToolNameReading(tokens)?.verb
    for rule in HighImpactRule.all {
      guard let words = rule.match(verb: verb, in: tokens) else { continue }
      return HighImpact(
        action: rule.action, reason: words.joined(separator: " "),
        span: manifestEntry ?? catalogEntry ?? traffic?.sample)
    }
    return describedDeletion
  }

  /// A deletion among several things that the tool does, of which its name tells nothing.
  ///
  /// The annotation alone stands on too many tools that destroy nothing, and so does the word.
  private var describedDeletion: HighImpact? {
    guard let hint = annotations.destructive.evidence, hint.value,
      let word = NameTokens.split(description.value ?? "").first(where: Self.deletingWords.contains)
    else { return nil }
    return HighImpact(action: .deletion, reason: word, span: hint.span)
  }

  private static let deletingWords: Set<String> = [
    "delete", "deletes", "deleting", "erase", "erases", "erasing", "purge", "purges", "purging",
    "destroy", "destroys", "destroying", "wipe", "wipes", "wiping",
  ]
}

/// One way for a name to show a high-impact action.
private struct HighImpactRule {
  let action: HighImpact.Action
  /// The verbs of which one must lead the name; empty is any verb, or none.
  let verbs: Set<String>
  /// The words of which one must stand in the name; empty is no condition.
  let objects: Set<String>
  /// Words that must not stand in the name.
  let exceptions: Set<String>

  init(
    _ action: HighImpact.Action, verbs: Set<String> = [], objects: Set<String> = [],
    exceptions: Set<String> = []
  ) {
    self.action = action
    self.verbs = verbs
    self.objects = objects
    self.exceptions = exceptions
  }

  /// The words that show the action; `nil` where the name does not.
  func match(verb: String?, in tokens: [String]) -> [String]? {
    var words: [String] = []
    if !verbs.isEmpty {
      guard let verb, verbs.contains(verb) else { return nil }
      words.append(verb)
    }
    if !objects.isEmpty {
      guard let object = tokens.first(where: objects.contains) else { return nil }
      if words.isEmpty, let verb, verb != object { words.append(verb) }
      if words.last != object { words.append(object) }
    }
    return tokens.contains(where: exceptions.contains) ? nil : words
  }

  /// Tried in order; the first that matches decides.
  static let all: [HighImpactRule] = [
    HighImpactRule(.payment, verbs: ["pay", "charge", "refund", "purchase", "buy", "withdraw"]),
    HighImpactRule(.payment, verbs: ["payout", "transact", "sell"]),
    HighImpactRule(
      .payment, verbs: ["place", "submit", "create", "modify", "replace"],
      objects: ["order", "orders"], exceptions: ["sort"]),
    HighImpactRule(
      .payment, verbs: ["finalize", "finalise"], objects: ["invoice", "invoices", "payment"]),
    HighImpactRule(
      .payment,
      verbs: ["create", "send", "execute", "transfer", "submit", "issue", "approve", "capture"],
      objects: [
        "payment", "payments", "payout", "payouts", "refund", "refunds", "funds", "money", "wire",
        "charge", "purchase",
      ], exceptions: ["link", "links", "method", "methods", "intent", "settings"]),
    HighImpactRule(
      .deployment,
      verbs: ["deploy", "rollout", "rollback", "release", "promote", "launch"]),
    HighImpactRule(
      .deployment, verbs: ["create", "trigger", "run", "start", "activate"],
      objects: ["deployment", "deploy", "release"]),
    HighImpactRule(
      .deployment, verbs: ["publish", "unpublish"],
      objects: [
        "site", "sites", "website", "websites", "app", "apps", "package", "packages", "theme",
        "release", "version", "domain",
      ]),
    HighImpactRule(.permissionChange, verbs: ["grant", "revoke", "impersonate"]),
    HighImpactRule(
      .deletion,
      verbs: ["delete", "drop", "destroy", "purge", "erase", "wipe", "truncate", "terminate"]),
    HighImpactRule(
      .permissionChange,
      objects: [
        "permission", "permissions", "role", "roles", "access", "acl", "acls", "privilege",
        "privileges", "collaborator", "collaborators", "member", "members", "membership", "admin",
        "admins", "iam", "policy", "policies", "password", "mfa", "credential", "credentials",
      ]),
    HighImpactRule(
      .permissionChange, verbs: ["add", "remove", "assign", "unassign"],
      objects: ["user", "users"], exceptions: ["issue", "ticket", "task"]),
    HighImpactRule(
      .deletion, verbs: ["remove"],
      exceptions: [
        "label", "labels", "tag", "tags", "reaction", "reactions", "assignee", "assignees", "star",
        "favorite", "favorites", "favourite", "bookmark", "bookmarks", "watcher", "watchers",
        "vote",
        "link", "links", "relation", "relations", "relationship", "dependency", "dependencies",
        "parent", "child", "sub", "milestone", "from",
      ]),
    HighImpactRule(
      .bulkMail, verbs: ["send", "email", "mail", "notify", "broadcast", "message", "post"],
      objects: [
        "bulk", "batch", "mass", "campaign", "campaigns", "newsletter", "newsletters", "all",
        "everyone", "broadcast", "emails", "messages", "notifications", "subscribers",
      ]),
    HighImpactRule(.bulkMail, verbs: ["broadcast"]),
  ]
}
