package import Estate
package import SourceText
package import Syntax

/// Reads the members of one mapping by key and type, so that nothing in it is dropped in silence.
///
/// A value of the wrong type leaves a diagnostic at the value and reads as absent; a member that nobody
/// asked for leaves one at its key when the reading ends. The keys that were asked for are the keys that
/// the format knows: no second list of them exists. A member whose key begins with `x-` belongs to the
/// user and is passed over, as in OpenAPI and Compose.
package struct MappingReader {
  /// The mapping.
  package let node: Node

  /// The grade of every evidence that is read.
  package let grade: Grade

  /// What a member that nobody asked for is worth saying; `nil` for formats of which only parts are read.
  package let unknownKeySeverity: Diagnostic.Severity?

  /// What was found wrong so far.
  private(set) var diagnostics: [Diagnostic] = []

  private var members: [Member]
  private var knownKeys: [String] = []

  /// A key and its value, as they stand in the mapping.
  package struct Member {
    /// The key's text.
    package let name: String
    /// The key.
    package let key: Node
    /// The value.
    package let value: Node
    fileprivate var isRead = false
  }

  /// How many unknown keys of one mapping are reported one by one.
  private static let unknownKeyLimit = 20

  /// Lets `body` read `node`, then reports what it left; `nil`, with an error, where `node` is no mapping.
  ///
  /// `subject` is what messages call the mapping, such as "a server manifest" or "`limits`".
  package static func read<Result>(
    _ node: Node, as subject: String, grade: Grade = .declared,
    unknownKeys: Diagnostic.Severity? = .warning, into diagnostics: inout [Diagnostic],
    _ body: (inout MappingReader) -> Result
  ) -> Result? {
    guard node.kind == .mapping else {
      diagnostics.append(
        Diagnostic(
          at: node.span, "\(subject) is \(node.kind.inWords) and cannot be read",
          expected: "a mapping of keys to values"))
      return nil
    }
    var reader = MappingReader(node, grade: grade, unknownKeySeverity: unknownKeys)
    let result = body(&reader)
    reader.finish()
    diagnostics += reader.diagnostics
    return result
  }

  private init(_ node: Node, grade: Grade, unknownKeySeverity: Diagnostic.Severity?) {
    self.node = node
    self.grade = grade
    self.unknownKeySeverity = unknownKeySeverity
    members = []
    var positions: [String: Int] = [:]
    for member in node.mergedMembers {
      guard let name = member.key.scalarText else {
        report(.warning, at: member.key.span, "a key that is a list or mapping is not read")
        continue
      }
      let entry = Member(name: name, key: member.key, value: member.value)
      if let position = positions[name] {
        // The parser has warned of it; the last one counts, as it does there.
        members[position] = entry
      } else {
        positions[name] = members.count
        members.append(entry)
      }
    }
  }

  /// The member under `key`, which from now on counts as known and read.
  package mutating func member(_ key: String) -> Member? {
    if !knownKeys.contains(key) { knownKeys.append(key) }
    guard let index = members.firstIndex(where: { $0.name == key }) else { return nil }
    members[index].isRead = true
    return members[index]
  }

  /// Whether the mapping has a member under `key`; asking does not count as reading.
  package func hasMember(_ key: String) -> Bool {
    members.contains { $0.name == key }
  }

  /// The value under `key`, of any type; `nil` also where it is null, which leaves a note.
  package mutating func node(_ key: String) -> Node? {
    guard let value = member(key)?.value else { return nil }
    guard value.kind != .null else {
      report(.note, at: value.span, "`\(key)` has no value, so it states nothing")
      return nil
    }
    return value
  }

  /// Passes over `keys`, which the format knows and this reader has no use for.
  package mutating func skip(_ keys: String...) {
    for key in keys { _ = member(key) }
  }

  /// The members that somebody has asked for so far.
  package var readMembers: [Member] { members.filter(\.isRead) }

  /// Every member that nobody has asked for so far, which from now on counts as read.
  ///
  /// For mappings whose keys are names that the user chooses.
  package mutating func remainingMembers() -> [Member] {
    let remaining = members.filter { !$0.isRead }
    for index in members.indices { members[index].isRead = true }
    return remaining
  }

  /// Lets `body` read the mapping under `key` to its end.
  package mutating func mapping<Result>(
    _ key: String, _ body: (inout MappingReader) -> Result
  ) -> Result? {
    guard let value = node(key) else { return nil }
    return mapping(at: value, called: key, body)
  }

  /// Lets `body` read each mapping of the list under `key`; one mapping stands for a list of one.
  package mutating func mappings<Result>(
    _ key: String, _ body: (inout MappingReader) -> Result
  ) -> [Result] {
    elements(key).compactMap { mapping(at: $0, called: "an entry of `\(key)`", body) }
  }

  /// Lets `body` read `value`, which belongs to this mapping and is called `subject` in messages.
  package mutating func mapping<Result>(
    at value: Node, called subject: String, _ body: (inout MappingReader) -> Result
  ) -> Result? {
    let subject = subject.contains("`") ? subject : "`\(subject)`"
    return MappingReader.read(
      value, as: subject, grade: grade, unknownKeys: unknownKeySeverity, into: &diagnostics, body)
  }

  /// The elements of the list under `key`; one value that is no list stands for a list of one.
  package mutating func elements(_ key: String) -> [Node] {
    guard let value = node(key) else { return [] }
    return value.kind == .sequence ? Array(value.elements) : [value]
  }

  /// Adds a diagnostic about the mapping.
  package mutating func report(
    _ severity: Diagnostic.Severity, at span: SourceSpan, _ message: String,
    expected: String? = nil, advice: String? = nil, related: [Diagnostic.Related] = []
  ) {
    diagnostics.append(
      Diagnostic(
        severity, at: span, message, expected: expected, advice: advice, related: related))
  }

  private mutating func finish() {
    guard let severity = unknownKeySeverity else { return }
    let unknown = members.filter { !$0.isRead && !$0.name.hasPrefix("x-") }
    for member in unknown.prefix(Self.unknownKeyLimit) {
      let suggestion = NearestWord.to(member.name, among: knownKeys)
      report(
        severity, at: member.key.span, "unknown key `\(member.name)`, which is not read",
        expected: suggestion == nil ? oneOf(knownKeys) : nil,
        advice: suggestion.map { "did you mean `\($0)`?" })
    }
    if unknown.count > Self.unknownKeyLimit {
      report(
        severity, at: unknown[Self.unknownKeyLimit].key.span,
        "\(unknown.count - Self.unknownKeyLimit) more unknown keys from here on are not read")
    }
  }
}

/// The alternatives of a message: "one of `a`, `b`".
package func oneOf(_ words: [String]) -> String {
  let quoted = words.map { "`\($0)`" }.joined(separator: ", ")
  return words.count == 1 ? quoted : "one of \(quoted)"
}

extension NodeKind {
  /// The kind as a message names it.
  package var inWords: String {
    switch self {
    case .null: "empty"
    case .boolean: "true or false"
    case .integer, .float: "a number"
    case .string: "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias"
    }
  }
}
