/// A place within the values of a schema, such as `filter.currencies[]`.
struct SchemaPath: Hashable, CustomStringConvertible {
  private(set) var description = ""

  /// The value as a whole.
  init() {}

  /// The member `name` of the value here.
  func appending(_ name: String) -> SchemaPath {
    var path = self
    path.description += (description.isEmpty ? "" : ".") + name
    return path
  }

  /// The elements of the list here.
  var elements: SchemaPath {
    var path = self
    path.description += "[]"
    return path
  }

  /// Whether the value as a whole is meant.
  var isRoot: Bool { description.isEmpty }

  /// What stands here as the subject of a sentence.
  var subject: String { isRoot ? "it" : "`\(description)`" }

  /// `text`, which names no subject, as said of what stands here.
  func said(_ text: String) -> String { isRoot ? text : "`\(description)`: \(text)" }
}
