/// Which names in a log mean which field.
///
/// A name is a key of the record, or several joined by dots that lead through nested objects; a key that
/// itself holds dots, such as OpenTelemetry's `mcp.session.id`, matches too. A team's own names come before
/// the standard ones.
public struct FieldMapping: Hashable, Sendable {
  private var additions: [LogField: [String]] = [:]

  /// The standard names alone.
  public static let standard = FieldMapping()

  /// The standard names, to be added to.
  public init() {}

  /// Reads `field` from `name` before any name known so far.
  public mutating func map(_ field: LogField, to name: String) {
    additions[field, default: []].insert(name, at: 0)
  }

  /// The names of `field`, best first.
  public func names(of field: LogField) -> [String] {
    addedNames(of: field) + field.standardNames
  }

  /// The names of `field` that a team added, best first.
  func addedNames(of field: LogField) -> [String] {
    additions[field] ?? []
  }
}
