import Syntax

/// One file's tree in the form in which crossplane writes it.
struct CrossplaneConfig: Equatable {
  /// A directive, or a comment that stands between directives.
  struct Item: Equatable {
    /// The name without quotes; `#` for a comment.
    var directive: String
    /// The line on which the directive starts, from 1.
    var line: Int
    /// The arguments without quotes.
    var arguments: [String] = []
    /// What stands in the directive's braces; `nil` where it has none.
    var block: [Item]?
    /// The indices of the files that an `include` names; `nil` for every other directive.
    var includes: [Int]?
    /// A comment's text behind its `#`.
    var comment: String?
  }

  /// The file's path in its set.
  var file: String
  /// Whether nginx would read the file without an error.
  var isOK: Bool
  /// The items outside all blocks.
  var items: [Item]
  /// The lines of the errors, sorted; their wording is crossplane's own.
  var errorLines: [Int]
}

extension CrossplaneConfig {
  /// Reads the list of files that crossplane's JSON holds under `config`; `nil` where it is not one.
  static func list(_ node: Node?) -> [CrossplaneConfig]? {
    guard let node, node.kind == .sequence else { return nil }
    return all(node) { CrossplaneConfig($0) }
  }

  private init?(_ node: Node) {
    guard let file = node["file"]?.string, let status = node["status"]?.string,
      let parsed = node["parsed"], let items = Self.all(parsed, Item.init),
      let errors = node["errors"],
      let lines = Self.all(errors, { $0["line"].flatMap(Self.integer) })
    else { return nil }
    self.init(file: file, isOK: status == "ok", items: items, errorLines: lines.sorted())
  }

  /// The elements of `node`, or `nil` where one of them cannot be read.
  fileprivate static func all<Element>(
    _ node: Node, _ read: (Node) -> Element?
  ) -> [Element]? {
    var elements: [Element] = []
    for element in node.elements {
      guard let element = read(element) else { return nil }
      elements.append(element)
    }
    return elements
  }

  fileprivate static func integer(_ node: Node) -> Int? {
    node.integer.flatMap { Int(exactly: $0) }
  }
}

extension CrossplaneConfig.Item {
  fileprivate init?(_ node: Node) {
    guard let directive = node["directive"]?.string,
      let line = node["line"].flatMap(CrossplaneConfig.integer), let written = node["args"],
      let arguments = CrossplaneConfig.all(written, \.string)
    else { return nil }
    self.init(directive: directive, line: line, arguments: arguments)
    for (key, value) in node.members {
      switch key.string {
      case "directive", "line", "args": break
      case "comment": comment = value.string
      case "includes": includes = CrossplaneConfig.all(value, CrossplaneConfig.integer)
      case "block":
        guard let items = CrossplaneConfig.all(value, Self.init) else { return nil }
        block = items
      default: return nil
      }
    }
  }
}
