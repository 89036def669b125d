import Estate
import SourceText

/// The tools that one item of a changelog names as new or gone.
///
/// Only plain sentences count: "New tool `x`.", "Removed `x`, `y` and `z`", "Renamed `x` to `y`", and a bare
/// "`x`" under a heading such as "Removed". An item that says more about a name ("`limit` of `x`") may
/// speak of an argument, and names no tool. In "Tool `x` and scope `y`" only `x` is one.
struct ChangelogItem {
  /// What a heading or verb says about the names that follow.
  enum Change {
    case added
    case removed
    case renamed

    /// What the items under `heading`, in lower case, have in common.
    init?(heading: String) {
      switch heading.split(whereSeparator: { !$0.isLetter }).first {
      case "added", "new": self = .added
      case "removed", "deleted": self = .removed
      default: return nil
      }
    }

    fileprivate init?(verb: String) {
      switch verb {
      case "added", "add", "adds", "new": self = .added
      case "removed", "remove", "removes", "dropped", "deleted", "retired": self = .removed
      case "renamed", "rename", "renames": self = .renamed
      default: return nil
      }
    }
  }

  private(set) var added: [Evidence<String>] = []
  private(set) var removed: [Evidence<String>] = []

  /// Reads `text`, which belongs to `source`, under a heading that means `sectionChange`.
  init(_ text: ArraySlice<UInt8>, of source: SourceID, under sectionChange: Change?) {
    guard let tick = text.firstIndex(of: UInt8(ascii: "`")) else { return }
    let lead = String(decoding: text[..<tick], as: UTF8.self).lowercased()
      .split { !$0.isLetter }.map(String.init)
    guard lead.count <= 4 else { return }
    let verb = lead.first.flatMap(Change.init(verb:))
    let rest = verb == nil ? lead[...] : lead.dropFirst()
    guard rest.allSatisfy({ ["the", "a", "new", "tool", "tools"].contains($0) }),
      let change = verb ?? sectionChange,
      // "New `limit`" may be anything; "New tool `limit`" and a name under a heading are tools.
      verb == nil || verb == .removed || lead.contains("tool") || lead.contains("tools")
        || verb == .renamed
    else { return }
    let (names, after) = Self.names(in: text[tick...], of: source, joinedBy: change)
    guard Self.endsClause(after) else { return }
    switch change {
    case .added: added = names
    case .removed: removed = names
    case .renamed where names.count == 2: (removed, added) = ([names[0]], [names[1]])
    case .renamed: break
    }
  }

  private static let toolNouns: Set<String> = ["tool", "tools"]
  /// What else a changelog of a server speaks of beside its tools.
  private static let otherNouns: Set<String> = [
    "scope", "scopes", "permission", "permissions", "role", "roles", "prompt", "prompts",
    "resource",
    "resources",
  ]

  /// The names of tools in backticks at the front of `text`, with commas and "and" (or "to") between them,
  /// and what follows the last one.
  private static func names(
    in text: ArraySlice<UInt8>, of source: SourceID, joinedBy change: Change
  ) -> ([Evidence<String>], ArraySlice<UInt8>) {
    var names: [Evidence<String>] = []
    var rest = text
    var isTool = true
    while rest.first == UInt8(ascii: "`") {
      let inner = rest.dropFirst()
      guard let end = inner.firstIndex(of: UInt8(ascii: "`")), end > inner.startIndex else { break }
      let name = inner[..<end]
      if isTool {
        names.append(
          Evidence(
            String(decoding: name, as: UTF8.self),
            at: SourceSpan(source: source, name.startIndex..<name.endIndex), grade: .documented))
      }
      let after = inner[(end + 1)...]
      let joint = after.prefix { $0 != UInt8(ascii: "`") }
      let words = String(decoding: joint, as: UTF8.self).split { ", ".contains($0) }
        .map(String.init)
      let nouns = change == .renamed ? [] : words.filter { $0 != "and" && $0 != "the" }
      let isKnown = { Self.toolNouns.contains($0) || Self.otherNouns.contains($0) }
      rest = after
      guard after.count > joint.count, nouns.count <= 1, nouns.allSatisfy(isKnown),
        change != .renamed || words.allSatisfy({ $0 == "to" })
      else { break }
      if let noun = nouns.first { isTool = toolNouns.contains(noun) }
      rest = after[joint.endIndex...]
    }
    return (names, rest)
  }

  /// Whether nothing follows that says more about the names.
  private static func endsClause(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first(where: { $0 > 0x20 }) else { return true }
    return ".,;:(".utf8.contains(first) || first >= 0x80
  }
}
