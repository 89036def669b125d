extension Lexicon {
  /// The lexicon of the product.
  static let shared: Lexicon = {
    var builder = LexiconBuilder()
    builder.addSteering()
    builder.addConcealment()
    builder.addMovement()
    builder.addSensitiveObjects()
    builder.addToolChoice()
    builder.addBusiness()
    builder.addHarm()
    builder.addIdioms()
    builder.addOtherLanguages()
    builder.addToolsOfOtherLanguages()
    builder.addConduct()
    builder.addRules()
    builder.addProductLanguages()
    builder.addHints()
    builder.addMatters()
    return Lexicon(builder)
  }()
}
