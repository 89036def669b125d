import Assessment
import Estate
import SourceText

extension JSONWriter {
  /// The member that says why something open lets its server pass; nothing where it does not.
  mutating func suppression(_ suppression: Suppression?, in library: SourceLibrary) {
    guard let suppression else { return }
    object("suppression") { json in
      json.member("origin", suppression.origin.rawValue)
      json.member("owner", suppression.owner)
      json.member("reason", suppression.reason)
      json.member("category", suppression.category)
      json.member("until", suppression.until.description)
      json.place(suppression.span, in: library)
    }
  }

  /// The members of an exception.
  mutating func exception(_ exception: ReviewedException, in library: SourceLibrary) {
    let record = exception.record
    member("status", exception.status.name)
    if case .invalid(let reason) = exception.status { member("problem", reason) }
    member("origin", record.origin.rawValue)
    member("rule", record.rule.value)
    array("servers", exception.servers)
    member("tool", record.tool.value)
    array("owners", exception.owners)
    member("reason", record.reason.value)
    member("category", record.category.value)
    member("until", record.expiry.value?.description)
    rows("subjects", exception.subjects) { subject, json in
      json.member("kind", subject.kind.rawValue)
      json.member("server", subject.server)
      json.member("member", subject.member)
    }
    object("location") { $0.place(exception.span, in: library) }
  }

  /// The members of a change that the policy makes to a rule.
  mutating func override(_ override: RuleOverride, in library: SourceLibrary) {
    member("rule", override.rule)
    member("title", override.title)
    member("enabled", override.isEnabled)
    member("usualSeverity", override.usualSeverity.rawValue)
    member("severity", override.severity?.rawValue)
    member("reason", override.reason)
    object("location") { $0.place(override.span, in: library) }
  }
}
