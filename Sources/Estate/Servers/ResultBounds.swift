/// What a catalog shows about how large a tool's results can get.
public struct ResultBounds: Hashable, Sendable {
  /// The most characters of one result, by the tool's own word (`anthropic/maxResultSizeChars` in its
  /// `_meta`).
  public var characters = Stated<Int>()
  /// The most entries that one call can ask for: the upper bound of a paging parameter.
  public var pageSize = Stated<Int>()

  /// Bounds of which none is stated.
  public init() {}

  /// Takes in the statements of `other`.
  mutating func merge(_ other: ResultBounds) {
    characters.merge(other.characters)
    pageSize.merge(other.pageSize)
  }
}
