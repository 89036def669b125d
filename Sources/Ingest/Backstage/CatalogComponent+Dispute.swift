import Estate
import Reading

/// Where Backstage's catalog and a manifest cannot both be right.
extension CatalogComponent {
  /// Whether the component's owner is certainly somebody else than `other`, whom a manifest names.
  ///
  /// Backstage refers to its groups and manifests often give an address, so that the two are compared only where
  /// both are addresses, or both are names; names that have a word in common may mean one team.
  func hasAnotherOwner(than other: String) -> Bool {
    guard let owner = owner.value else { return false }
    switch (owner.contains("@"), other.contains("@")) {
    case (true, true): return owner.lowercased() != other.lowercased()
    case (false, false):
      let (mine, theirs) = (Self.words(in: owner), Self.words(in: other))
      return !mine.isEmpty && !theirs.isEmpty && mine.isDisjoint(with: theirs)
    default: return false
    }
  }

  /// The words of a name, without the kind and namespace of a reference such as `group:default/ledger` and
  /// without what all teams are called.
  private static func words(in name: String) -> Set<String> {
    let entity = name.split(separator: "/").last ?? ""
    let words = (entity.split(separator: ":").last ?? "").lowercased()
      .split { !($0.isLetter || $0.isNumber) }.map(String.init)
    return Set(words).subtracting(["team", "squad", "group", "the", "owners"])
  }

  /// The stage of life in the words of manifests; nothing for a stage that they do not know.
  var knownLifecycle: Stated<String> {
    lifecycle.compactMap { ManifestVocabulary.lifecycle.meaning(of: $0) }
  }
}
