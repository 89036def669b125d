public import SourceText

/// The tag and anchor that a YAML node carries.
public struct NodeProperties: Hashable, Sendable {
  /// The resolved tag, such as `tag:yaml.org,2002:str` or `!local`; `nil` where none was written.
  public var tag: String?
  /// The anchor's name without `&`.
  public var anchor: String?
  /// The bytes of the properties as written.
  public var span: SourceSpan

  /// The properties that are written at `span`.
  public init(tag: String? = nil, anchor: String? = nil, span: SourceSpan) {
    self.tag = tag
    self.anchor = anchor
    self.span = span
  }
}

/// The documents of one JSON or YAML source: nodes with their places, in one array.
///
/// A tree is complete and immutable. It holds no copy of text that stands in the source as it means.
public final class SyntaxTree: Sendable {
  /// The source that was parsed.
  public let source: SourceFile

  /// Comments in the order of the source, each from its `#`, `//` or `/*` to its end.
  public let comments: [SourceSpan]

  /// What a reader may want to know though the source is well-formed, such as a YAML 1.1 boolean.
  public let notes: [Diagnostic]

  let records: [NodeRecord]
  let decodedTexts: [String]
  let roots: [UInt32]
  let properties: [UInt32: NodeProperties]

  init(
    source: SourceFile, records: [NodeRecord], decodedTexts: [String], roots: [UInt32],
    properties: [UInt32: NodeProperties], comments: [SourceSpan], notes: [Diagnostic]
  ) {
    self.source = source
    self.records = records
    self.decodedTexts = decodedTexts
    self.roots = roots
    self.properties = properties
    self.comments = comments
    self.notes = notes
  }

  /// The root node of each document, in order; JSON has exactly one.
  public var documents: [Node] {
    roots.map { Node(tree: self, index: Int($0)) }
  }

  /// The root of the first document; `nil` for a YAML stream without documents.
  public var root: Node? {
    roots.first.map { Node(tree: self, index: Int($0)) }
  }

  /// The number of nodes.
  public var nodeCount: Int { records.count }
}
