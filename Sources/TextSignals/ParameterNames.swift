extension TextScanner {
  /// What is suspect about a parameter called `name`, which `description` describes: it asks for what the
  /// agent and its user say to each other, though the tool is not for talking; `nil` for most names.
  ///
  /// The range of the passage is that of the name.
  public func passage(forParameter name: String, description: String) -> Passage? {
    let text = FoldedText(Array(name.utf8))
    guard text.bytes.count <= Self.longestParameterName else { return nil }
    let whole = 0..<text.bytes.count
    let classes = Names.classes(of: whole, in: text, using: .shared)
    guard classes.contains(.context), !isForTalking else { return nil }
    // A model may be that of a car, and a prompt that of a picture; the description tells.
    let isVague = !classes.isDisjoint(with: [.harmless])
    let told = self.classes(of: description)
    let asksForMore = !told.isDisjoint(with: [.universal, .modal, .pretext, .you, .agent])
    let isHidden = name.hasPrefix("_")
    let isClear = asksForMore || isHidden || classes.contains(.innermost)
    let strength: Strength = isClear && !isVague ? .medium : .low
    return Passage(
      range: 0..<name.utf8.count, strength: strength,
      signals: [
        Signal(.needlessParameter, 0..<name.utf8.count),
        Signal(.sensitiveObject, 0..<name.utf8.count),
      ], names: [name])
  }

  private static let longestParameterName = 200
}
