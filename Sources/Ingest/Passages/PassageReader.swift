import Estate
import SourceText
import Syntax
import TextSignals

/// Reads every text below a node, names of properties included, for passages that try to steer the agent.
///
/// Linear in the size of the node; what counts is decided by `TextScanner`.
struct PassageReader {
  private let scanner: TextScanner
  private var path: MemberPath
  private var found: [SuspectPassage] = []
  /// Whether characters that show nothing are passages; those of tools are found by themselves.
  private var findsHiddenText = false
  /// How many schemas, or lists of a prompt's arguments, enclose the text.
  private var propertyDepth = 0

  /// More passages than anybody reads; the first ones suffice to judge.
  private static let limit = 100

  /// The passages of the tool that `node` defines.
  static func passages(ofTool node: Node) -> [SuspectPassage] {
    var reader = PassageReader(TextScanner(purpose: purpose(of: node)))
    reader.read(node, statesPurpose: false)
    return reader.found
  }

  /// The passages of `node`, whose texts are found under the member `name`; members with one of the keys
  /// `excluded` are left out at the first level.
  ///
  /// Characters that show nothing count as passages too, unless `isForeign` says that the text comes from
  /// elsewhere, as pages of the web do that are full of them.
  static func passages(
    in node: Node, named name: String, leavingOut excluded: Set<String> = [],
    isForeign: Bool = false
  ) -> [SuspectPassage] {
    var reader = PassageReader(TextScanner())
    reader.findsHiddenText = !isForeign
    reader.path.parts.append(.name(name))
    if node.kind == .mapping {
      for member in node.members where !excluded.contains(member.key.scalarText ?? "") {
        reader.read(member.value, of: member.key, in: nil)
      }
    } else {
      reader.read(node, statesPurpose: true)
    }
    return reader.found
  }

  private init(_ scanner: TextScanner) {
    self.scanner = scanner
    path = MemberPath()
  }

  /// What a tool is for: its name, its title and the first sentence about it.
  private static func purpose(of node: Node) -> String {
    let sentence = node["description"]?.string.map(firstSentence)
    return [node["name"]?.string, node["title"]?.string, sentence]
      .compactMap { $0 }.joined(separator: ". ")
  }

  private static func firstSentence(of text: String) -> String {
    // In ASCII without carriage returns every byte is a character, the one behind the last included.
    let bytes = text.utf8.prefix(longestPurpose + 1)
    guard bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) else {
      return String(text.prefix(longestPurpose).prefix { $0 != "." && $0 != "\n" && $0 != "<" })
    }
    let sentence = bytes.prefix(longestPurpose).prefix {
      $0 != UInt8(ascii: ".") && $0 != 0x0A && $0 != UInt8(ascii: "<")
    }
    return String(decoding: sentence, as: UTF8.self)
  }

  private static let longestPurpose = 160

  /// Members whose values are read by machines only.
  private static let technical: Set<String> = [
    "type", "format", "pattern", "$ref", "$schema", "$id", "$anchor", "mimeType",
    "contentEncoding", "contentMediaType", "jsonrpc", "icons",
  ]

  private mutating func read(_ node: Node, statesPurpose: Bool) {
    guard found.count < Self.limit, !node.isAlias else { return }
    switch node.kind {
    case .mapping:
      for member in node.members { read(member.value, of: member.key, in: node) }
    case .sequence:
      for (index, element) in node.elements.enumerated() {
        path.parts.append(.index(index))
        read(element, statesPurpose: false)
        path.parts.removeLast()
      }
    case .string: scan(node, statesPurpose: statesPurpose)
    case .null, .boolean, .integer, .float, .alias: break
    }
  }

  /// Reads the member `key` of `parent`, and the names of properties.
  private mutating func read(_ value: Node, of key: Node, in parent: Node?) {
    let name = key.scalarText ?? ""
    if Self.technical.contains(name), isForMachines(value, of: name) { return }
    let isProperties =
      (name == "properties" && value.kind == .mapping)
      || (name == "arguments" && value.kind == .sequence)
    path.parts.append(.key(key))
    if isProperties { propertyDepth += 1 }
    if value.kind == .mapping, isProperties { readNames(of: value) }
    read(value, statesPurpose: name == "description" || name == "title")
    if isProperties { propertyDepth -= 1 }
    path.parts.removeLast()
  }

  /// Whether the value of a technical member is what it should be: no text, though a pattern may have blanks.
  private func isForMachines(_ value: Node, of name: String) -> Bool {
    guard let text = value.string else { return false }
    return name == "pattern" || !text.utf8.contains(0x20)
  }

  /// Names of parameters are texts too, and can ask for what the tool has no business with.
  private mutating func readNames(of properties: Node) {
    for property in properties.members where found.count < Self.limit {
      guard let name = property.key.string else { continue }
      path.parts.append(.key(property.key))
      let description = property.value["description"]?.string ?? ""
      if let passage = scanner.passage(forParameter: name, description: description) {
        take(passage, in: name, of: property.key)
      }
      scan(property.key, statesPurpose: true)
      path.parts.removeLast()
    }
  }

  private mutating func scan(_ node: Node, statesPurpose: Bool) {
    guard let text = node.string else { return }
    if findsHiddenText { scanHidden(text, of: node) }
    guard text.utf8.count >= Self.shortestText else { return }
    for passage in scanner.passages(
      in: text, statesPurpose: statesPurpose, isRequest: propertyDepth > 0)
    {
      take(passage, in: text, of: node)
    }
  }

  /// Characters in `text` that show nothing.
  private mutating func scanHidden(_ text: String, of node: Node) {
    guard !HiddenCharacters.isPlain(text) else { return }
    for run in HiddenCharacters.runs(in: text) where found.count < Self.limit {
      let span = node.span(ofBytes: run.range, in: text)
      found.append(
        SuspectPassage(
          strength: .high,
          signals: [SuspectPassage.Signal(name: SignalKind.disguise.rawValue, span: span)],
          member: path.description, span: span, quote: run.decoded ?? run.kind,
          encoding: run.kind))
    }
  }

  /// Shorter texts hold no two signals.
  private static let shortestText = 12
  /// Longer quotations say no more.
  private static let longestQuote = 240
  /// In longer texts the words of each signal are not looked up one by one.
  private static let longestExactText = 65_536

  /// What a message may show of `text`: its beginning, without secrets.
  private static func quote(of text: String) -> String {
    var bytes = Array(text.utf8)
    for secret in SecretDetector.matches(in: text).reversed() {
      bytes.replaceSubrange(secret.range, with: "•••".utf8)
    }
    return String(String(decoding: bytes, as: UTF8.self).prefix(longestQuote))
  }

  private mutating func take(_ passage: Passage, in text: String, of node: Node) {
    guard found.count < Self.limit else { return }
    let span = node.span(ofBytes: passage.range, in: text)
    let isShort = text.utf8.count <= Self.longestExactText
    let signals = passage.signals.map { signal in
      SuspectPassage.Signal(
        name: signal.kind.rawValue,
        span: isShort ? node.span(ofBytes: signal.range, in: text) : span)
    }
    let words = String(decoding: Array(text.utf8)[passage.range], as: UTF8.self)
    found.append(
      SuspectPassage(
        strength: SuspectPassage.Strength(passage.strength), signals: signals,
        member: path.description, span: span,
        quote: Self.quote(of: passage.decoded ?? words),
        encoding: passage.encoding ?? (passage.isComment ? "markup comment" : nil),
        names: passage.names))
  }
}

extension SuspectPassage.Strength {
  /// The strength as the model of the fleet knows it.
  fileprivate init(_ strength: Strength) {
    switch strength {
    case .low: self = .low
    case .medium: self = .medium
    case .high: self = .high
    case .critical: self = .critical
    }
  }
}
