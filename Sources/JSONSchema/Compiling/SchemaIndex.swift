import SourceText
import Syntax

/// Which URIs and anchors name which parts of the documents that a schema is made of.
struct SchemaIndex {
  /// A schema with its own URI: the root of a document, or one inside it that has an `$id`.
  struct Resource {
    var uri: URIReference
    let root: Node
    let pointer: String
    var vocabularies: VocabularySet
    var anchors: [String: Node] = [:]
    var dynamicAnchors: [String: Node] = [:]
  }

  /// Where a schema is: its resource, and its JSON Pointer from the root of its document.
  struct Place {
    let resource: Int
    let pointer: String
  }

  private(set) var resources: [Resource] = []
  private(set) var places: [Node: Place] = [:]
  private var resourceByURI: [String: Int] = [:]
  private let registry: SchemaRegistry
  private let defaultDialect: SchemaDialect
  private var hasIndexedRegistry = false

  init(registry: SchemaRegistry, defaultDialect: SchemaDialect) {
    self.registry = registry
    self.defaultDialect = defaultDialect
  }

  /// Indexes the document `root`, which was found under `uri`.
  mutating func add(document root: Node, uri: String) throws(SchemaError) {
    guard places[root] == nil else { return }
    let resource = Resource(
      uri: URIReference(URIReference(uri).withoutFragment), root: root, pointer: "",
      vocabularies: VocabularySet(defaultDialect))
    resources.append(resource)
    resourceByURI[resource.uri.withoutFragment] = resources.count - 1
    try walk(from: root, Place(resource: resources.count - 1, pointer: ""), isDocument: true)
  }

  /// The resource named `uri`, which is taken from the registry or the built-in documents if need be.
  mutating func resource(named uri: String) throws(SchemaError) -> Int? {
    if let known = resourceByURI[uri] { return known }
    if let document = registry.documents[uri] ?? MetaSchemaDocuments.document(named: uri) {
      try add(document: document, uri: uri)
      return resourceByURI[uri]
    }
    guard !hasIndexedRegistry else { return nil }
    // The name may be the `$id` of a schema inside a document that nobody has asked for yet.
    hasIndexedRegistry = true
    for (uri, document) in registry.documents.sorted(by: { $0.key < $1.key }) {
      // A document that is itself broken is nobody's business until it is named.
      if case .failure = attempt(document: document, uri: uri) { continue }
    }
    return resourceByURI[uri]
  }

  private mutating func attempt(document: Node, uri: String) -> Result<Void, SchemaError> {
    do throws(SchemaError) {
      return .success(try add(document: document, uri: uri))
    } catch {
      return .failure(error)
    }
  }

  /// The part of resource `index` to which the JSON Pointer `pointer` leads, taken as a schema.
  mutating func schema(
    at pointer: String, in index: Int
  ) throws(SchemaError) -> Node? {
    guard let parts = JSONPointer.parts(of: pointer) else { return nil }
    var node = resources[index].root
    var place = Place(resource: index, pointer: resources[index].pointer)
    for part in parts {
      let next: Node?
      if node.kind == .sequence {
        next = Int(part).flatMap { position in
          position < 0 ? nil : node.elements.dropFirst(position).first { _ in true }
        }
      } else {
        next = node[part]
      }
      guard let next else { return nil }
      node = next
      place =
        places[node]
        ?? Place(
          resource: place.resource, pointer: place.pointer + "/" + JSONPointer.escaped(part))
    }
    if places[node] == nil { try walk(from: node, place, isDocument: false) }
    return node
  }

  /// Records every schema from `root` down that is found through known keywords.
  private mutating func walk(
    from root: Node, _ place: Place, isDocument: Bool
  ) throws(SchemaError) {
    var open = [(node: root, place: place, isDocument: isDocument)]
    while let (node, place, isDocument) = open.popLast() {
      guard places[node] == nil, node.kind == .mapping || node.kind == .boolean else { continue }
      let own = try identify(node, place, isDocument: isDocument)
      places[node] = own
      let dialect = resources[own.resource].vocabularies.dialect
      for (key, value) in node.members {
        guard let keyword = key.scalarText else { continue }
        let pointer = own.pointer + "/" + JSONPointer.escaped(keyword)
        switch SchemaLocation(keyword: keyword, dialect: dialect) {
        case .none: break
        case .one: open.append((value, Place(resource: own.resource, pointer: pointer), false))
        case .many:
          if value.kind == .mapping {
            for (name, schema) in value.members {
              let part = JSONPointer.escaped(name.scalarText ?? "")
              let place = Place(resource: own.resource, pointer: pointer + "/" + part)
              open.append((schema, place, false))
            }
          } else {
            for (position, schema) in value.elements.enumerated() {
              let place = Place(resource: own.resource, pointer: pointer + "/\(position)")
              open.append((schema, place, false))
            }
          }
        case .oneOrMany:
          if value.kind == .sequence {
            for (position, schema) in value.elements.enumerated() {
              let place = Place(resource: own.resource, pointer: pointer + "/\(position)")
              open.append((schema, place, false))
            }
          } else {
            open.append((value, Place(resource: own.resource, pointer: pointer), false))
          }
        }
      }
    }
  }

  /// Takes in what `node` says of its own identity, and returns its place.
  private mutating func identify(
    _ node: Node, _ place: Place, isDocument: Bool
  ) throws(SchemaError) -> Place {
    var place = place
    var dialect = resources[place.resource].vocabularies.dialect
    if isDocument || node["$id"] != nil, let schema = node["$schema"] {
      // The dialect decides how `$id` is read, so it comes first.
      let vocabularies = try self.vocabularies(named: schema)
      dialect = vocabularies.dialect
      if isDocument { resources[place.resource].vocabularies = vocabularies }
    }
    if let id = node["$id"]?.string, !(dialect == .draft7 && node["$ref"] != nil) {
      place = try own(id, of: node, place, dialect, isDocument: isDocument)
    }
    if dialect == .draft7 { return place }
    if let anchor = node["$anchor"]?.string { resources[place.resource].anchors[anchor] = node }
    if dialect == .draft2020, let anchor = node["$dynamicAnchor"]?.string {
      resources[place.resource].anchors[anchor] = node
      resources[place.resource].dynamicAnchors[anchor] = node
    }
    if dialect == .draft2019, node["$recursiveAnchor"]?.boolean == true {
      resources[place.resource].dynamicAnchors[""] = node
    }
    return place
  }

  private mutating func own(
    _ id: String, of node: Node, _ place: Place, _ dialect: SchemaDialect, isDocument: Bool
  ) throws(SchemaError) -> Place {
    let reference = URIReference(id)
    let uri = URIReference(
      reference.resolved(against: resources[place.resource].uri).withoutFragment)
    var place = place
    if !reference.withoutFragment.isEmpty {
      if isDocument {
        resources[place.resource].uri = uri
      } else {
        var resource = Resource(
          uri: uri, root: node, pointer: place.pointer,
          vocabularies: resources[place.resource].vocabularies)
        if let schema = node["$schema"] { resource.vocabularies = try vocabularies(named: schema) }
        resources.append(resource)
        place = Place(resource: resources.count - 1, pointer: place.pointer)
      }
      if resourceByURI[uri.withoutFragment] == nil {
        resourceByURI[uri.withoutFragment] = place.resource
      }
    }
    if dialect == .draft7, let anchor = reference.fragment, !anchor.isEmpty {
      resources[place.resource].anchors[anchor] = node
    }
    return place
  }

  /// What the meta-schema that the `$schema` at `node` names puts in force.
  private func vocabularies(named node: Node) throws(SchemaError) -> VocabularySet {
    guard let uri = node.string else {
      throw SchemaError(node.span, "`$schema` is not a string", expected: "the URI of a dialect")
    }
    var seen: Set<String> = []
    var name = uri
    var declared: [(uri: String, isRequired: Bool)]?
    while true {
      if let dialect = SchemaDialect(metaSchema: name) {
        guard let declared else { return VocabularySet(dialect) }
        do throws(UnknownVocabulary) {
          return try VocabularySet(dialect, declared: declared)
        } catch {
          throw SchemaError(
            node.span, "the dialect `\(uri)` requires the unknown vocabulary `\(error.uri)`")
        }
      }
      let document = URIReference(name).withoutFragment
      guard seen.insert(document).inserted, let metaSchema = registry.documents[document],
        let next = metaSchema["$schema"]?.string
      else {
        throw SchemaError(
          node.span, "the dialect `\(uri)` is not supported",
          expected: "`\(SchemaDialect.draft2020.rawValue)` or `\(SchemaDialect.draft7.rawValue)#`",
          advice: "Use a supported dialect, or leave `$schema` out for 2020-12.")
      }
      if declared == nil, let list = metaSchema["$vocabulary"] {
        declared = list.members.compactMap { key, value in
          key.scalarText.map { ($0, value.boolean == true) }
        }
      }
      name = next
    }
  }
}

/// Where below a keyword schemas are found.
enum SchemaLocation {
  case none
  /// The keyword's value is a schema.
  case one
  /// The values of the keyword's object, or the elements of its array, are schemas.
  case many
  /// The keyword's value is a schema or an array of them.
  case oneOrMany

  init(keyword: String, dialect: SchemaDialect) {
    switch keyword {
    case "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else":
      self = .one
    case "allOf", "anyOf", "oneOf", "properties", "patternProperties", "definitions": self = .many
    case "items": self = dialect == .draft2020 ? .one : .oneOrMany
    case "additionalItems": self = dialect == .draft2020 ? .none : .one
    case "dependencies": self = .many
    case "unevaluatedItems", "unevaluatedProperties", "contentSchema":
      self = dialect == .draft7 ? .none : .one
    case "$defs", "dependentSchemas": self = dialect == .draft7 ? .none : .many
    case "prefixItems": self = dialect == .draft2020 ? .many : .none
    default: self = .none
    }
  }
}
