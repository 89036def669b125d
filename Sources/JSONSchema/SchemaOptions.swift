/// How schemas are read, and how much work they may cause.
public struct SchemaOptions: Sendable {
  /// Whether `format` is a demand; otherwise it is one only where the schema's vocabularies say so.
  public var assertsFormats = false

  /// The dialect of a schema that names none.
  public var defaultDialect = SchemaDialect.draft2020

  /// The number of schemas that may be applied in one validation.
  public var steps = 5_000_000

  /// The depth to which schemas may apply schemas.
  public var depth = 1_000

  /// The number of violations that are listed.
  public var violations = 200

  /// The usual options: formats are not asserted, and 2020-12 is the dialect.
  public init() {}
}
