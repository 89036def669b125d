import Patterns
import SourceText
import Syntax

/// Turns schema documents into a program: every reference resolved, every pattern compiled.
struct SchemaCompiler {
  private(set) var program = SchemaProgram()
  private(set) var index: SchemaIndex
  let options: SchemaOptions
  private var compiled: [Node: Int] = [:]
  private var waiting: [Node] = []
  private var resourcesSeen: Set<Int> = []

  /// The program of `schema`, found under `baseURI`.
  static func compile(
    _ schema: Node, baseURI: String, registry: SchemaRegistry, options: SchemaOptions
  ) throws(SchemaError) -> SchemaProgram {
    let index = SchemaIndex(registry: registry, defaultDialect: options.defaultDialect)
    var compiler = SchemaCompiler(index: index, options: options)
    try compiler.index.add(document: schema, uri: baseURI)
    compiler.program.root = try compiler.schema(schema)
    while let node = compiler.waiting.popLast() { try compiler.build(node) }
    return compiler.program
  }

  private init(index: SchemaIndex, options: SchemaOptions) {
    self.index = index
    self.options = options
  }

  /// The index in the program of the schema `node`, which is built later.
  mutating func schema(_ node: Node) throws(SchemaError) -> Int {
    if let known = compiled[node] { return known }
    guard let place = index.places[node] else {
      throw SchemaError(
        node.span, "this is not a schema", expected: "an object, `true` or `false`")
    }
    let number = program.schemas.count
    compiled[node] = number
    program.schemas.append(
      SchemaProgram.Schema(pointer: place.pointer, resource: place.resource))
    waiting.append(node)
    // Whoever enters a resource may be sent to any of its dynamic anchors.
    if resourcesSeen.insert(place.resource).inserted {
      while program.dynamicAnchors.count <= place.resource { program.dynamicAnchors.append([:]) }
      let anchors = index.resources[place.resource].dynamicAnchors
      for (name, target) in anchors.sorted(by: { $0.key < $1.key }) {
        program.dynamicAnchors[place.resource][name] = try schema(target)
      }
    }
    return number
  }

  func vocabularies(of node: Node) -> VocabularySet {
    index.places[node].map { index.resources[$0.resource].vocabularies }
      ?? VocabularySet(options.defaultDialect)
  }

  /// The schema to which `reference`, written in `node` at `span`, leads, and the name if it is an anchor.
  mutating func target(
    of reference: String, in node: Node, at span: SourceSpan
  ) throws(SchemaError) -> (schema: Node, resource: Int, anchor: String?) {
    guard let place = index.places[node] else {
      throw SchemaError(span, "`\(reference)` is outside of every schema")
    }
    let uri = URIReference(reference).resolved(against: index.resources[place.resource].uri)
    guard let resource = try index.resource(named: uri.withoutFragment) else {
      throw SchemaError(
        span, "refers to `\(uri.withoutFragment)`, which was not given",
        advice: "Give this document as well; nothing is fetched from the network.")
    }
    let fragment = uri.decodedFragment
    if !fragment.isEmpty, !fragment.hasPrefix("/") {
      if let found = index.resources[resource].anchors[fragment] {
        return (found, resource, fragment)
      }
    } else if let found = try index.schema(at: fragment, in: resource) {
      guard index.places[found] != nil else {
        throw SchemaError(span, "`\(reference)` leads to something that is not a schema")
      }
      return (found, resource, nil)
    }
    throw SchemaError(
      span, "`\(reference)` leads nowhere",
      advice: "Correct the reference, or define what it names.")
  }

  private mutating func build(_ node: Node) throws(SchemaError) {
    guard let number = compiled[node] else { return }
    if node.kind == .boolean {
      program.schemas[number].allowsAnything = node.boolean == true
      return
    }
    var keywords = KeywordReader(node: node, vocabularies: vocabularies(of: node))
    let rules = try keywords.rules(with: &self)
    program.schemas[number].rules = rules
    program.schemas[number].asksForUnevaluated = rules.contains { rule in
      switch rule.check {
      case .unevaluatedItems, .unevaluatedProperties: true
      default: false
      }
    }
  }
}
