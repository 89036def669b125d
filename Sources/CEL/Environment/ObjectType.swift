/// The fields that objects of one kind have, each at a fixed slot.
///
/// A field's type names other object types by name, so that types may refer to each other.
public final class ObjectType: Sendable {
  /// One property that an expression may select.
  public struct Field: Hashable, Sendable {
    /// The name after the dot.
    public let name: String

    /// What the field holds where it is present.
    public let type: ValueType

    /// One sentence for the people who write expressions.
    public let documentation: String

    /// A field called `name` that holds a `type`.
    public init(_ name: String, _ type: ValueType, documentation: String = "") {
      self.name = name
      self.type = type
      self.documentation = documentation
    }
  }

  /// The name that `ValueType.object` refers to.
  public let name: String

  /// The fields; a field's position is its slot.
  public let fields: [Field]

  private let slots: [String: Int]

  /// A type called `name`; where a field's name repeats, the first declaration counts.
  public init(name: String, fields: [Field]) {
    self.name = name
    self.fields = fields
    slots = Dictionary(
      fields.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The position at which an object keeps the field called `name`.
  public func slot(of name: String) -> Int? {
    slots[name]
  }
}
