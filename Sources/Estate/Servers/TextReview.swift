/// What the texts about one tool, or about one server as a whole, try; for a person to review.
public struct TextReview: Sendable {
  /// The tool, or what the texts are about otherwise, such as `instructions, prompts and resources`.
  public var name: String
  /// Passages in the order of the source, those included that amount to little.
  public var passages: [SuspectPassage]
  /// What is hidden from a reader, in the order of the source.
  public var hiddenText: [HiddenText]

  /// A review of the texts about `name`.
  public init(name: String, passages: [SuspectPassage], hiddenText: [HiddenText] = []) {
    self.name = name
    self.passages = passages
    self.hiddenText = hiddenText
  }
}
