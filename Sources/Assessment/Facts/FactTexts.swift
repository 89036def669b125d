import CEL

/// What reports say of facts, whatever is read.
public enum FactTexts {
  /// What each fact says, with the manifest's key that states it in backquotes; sorted by type and name.
  public static let documentation: [String] = Facts.objectTypes.flatMap { type in
    type.fields.map(\.documentation)
  }
}
