public import Syntax

/// The schema documents that references may lead to, besides the built-in meta-schemas.
///
/// Nothing is ever fetched: a reference to a document that is not here is an error at the reference.
public struct SchemaRegistry: Sendable {
  private(set) var documents: [String: Node] = [:]

  /// A registry without documents.
  public init() {}

  /// Makes `document` known as `uri`, and as what its own `$id` says.
  public mutating func add(document: Node, uri: String) {
    let base = URIReference(uri)
    documents[base.withoutFragment] = document
    if let id = document["$id"]?.string {
      let own = URIReference(id).resolved(against: base).withoutFragment
      if documents[own] == nil { documents[own] = document }
    }
  }
}
