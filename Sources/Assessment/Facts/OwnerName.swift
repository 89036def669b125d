/// The name that stands in an owner's field, and whether anyone answers to it (SPEC row 701).
struct OwnerName: Hashable, Sendable {
  let text: String

  /// The owner's name as written.
  init(_ text: String) {
    self.text = text
  }

  /// Whether it names one person or team: not empty, not a stand-in, not several.
  var isAccountable: Bool {
    let words = StandIn.words(of: text)
    guard !words.isEmpty else { return false }
    let name = words.joined(separator: " ")
    if StandIn.isOne(name) || Self.anybody.contains(name) { return false }
    let marks = ",;&|".utf8
    if text.utf8.contains(where: marks.contains) || words.contains("and") { return false }
    // "Shared by several teams" names nobody; `shared-services@…` is a team's name.
    return !(words.first == "shared" && (words.count == 1 || Self.everyone.contains(words[1])))
  }

  private static let anybody: Set<String> = [
    "anyone", "everyone", "someone", "all", "various", "multiple", "team", "teams", "owner",
    "unowned",
    "shared",
  ]
  private static let everyone: Set<String> = [
    "by", "ownership", "owner", "between", "across", "team", "teams", "responsibility",
  ]
}
