import SourceText
public import Syntax

/// The schemas of schemas.
public enum MetaSchema {
  private static let draft2020 = validator(.draft2020)
  private static let draft7 = validator(.draft7)

  /// What keeps `schema` from being a schema of the dialect that its `$schema` names, or of 2020-12.
  public static func violations(of schema: Node) -> [Violation] {
    if PlainSchema.matches(schema) { return [] }
    let declared = schema["$schema"]
    guard let name = declared?.string else {
      // A `$schema` that is not a string is a violation that the meta-schema itself reports.
      return draft2020.validate(schema)
    }
    switch SchemaDialect(metaSchema: name) {
    case .draft2020: return draft2020.validate(schema)
    case .draft7: return draft7.validate(schema)
    case .draft2019, nil:
      let violation = Violation(
        instance: (declared ?? schema).span, instancePath: "/$schema", schema: nil,
        keywordPath: "/$schema",
        message: "names the dialect `\(name)`, which cannot be checked; 2020-12 and draft-07 can")
      return [violation]
    }
  }

  private static func validator(_ dialect: SchemaDialect) -> SchemaValidator {
    guard let document = MetaSchemaDocuments.document(named: dialect.rawValue) else {
      preconditionFailure("the meta-schema of \(dialect) is built in")
    }
    do throws(SchemaError) {
      return try SchemaValidator(schema: document, baseURI: dialect.rawValue)
    } catch {
      preconditionFailure("a built-in meta-schema is broken: \(error.diagnostic.message)")
    }
  }
}
