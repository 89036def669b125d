import Foundation
import SourceText
import Syntax

/// Compares the nginx parser with the trees, tokens and errors that crossplane gives for the same files.
public enum NginxSuite {
  /// Runs the sets of a folder laid out as `configs/<set>/...`, `expected/<set>/<top>.json` and
  /// `lex/<set>/...`; a case is a top file, the same file read strictly, or a file's tokens.
  public static func run(directory: String) throws -> SuiteOutcome {
    var outcome = SuiteOutcome()
    for path in try files(in: directory + "/expected", ending: ".json") {
      let set = path.prefix { $0 != "/" }
      let id = String(path.dropLast(".json".count))
      let isStrict = id.hasSuffix(".strict")
      let top = id.dropFirst(set.count + 1).dropLast(isStrict ? ".strict".count : 0) + ".conf"
      let trees = try trees(in: directory + "/configs/" + set)
      guard let tree = trees.first(where: { $0.source.path == top }) else {
        outcome.skipped.append((id, "its top file is missing"))
        continue
      }
      let includes = NginxIncludes(from: tree, among: trees)
      var views = includes.files.map {
        CrossplaneView($0.tree, context: $0.context, includes: includes, isStrict: isStrict)
      }
      for diagnostic in includes.diagnostics {
        guard let index = views.firstIndex(where: { $0.source.id == diagnostic.span.source }) else {
          continue
        }
        views[index].reportLine(of: diagnostic.span)
      }
      let configs = views.map { view in view.config(path: view.source.path) }
      let expected = try json(at: directory + "/expected/" + path)
      outcome.note(id, Self.difference(configs, (expected as? [String: Any])?["config"]))
    }
    for path in try files(in: directory + "/lex", ending: ".json") {
      let file = String(path.dropLast(".json".count))
      let source = try source(at: directory + "/configs/" + file, path: file, index: 0)
      let tokens = CrossplaneView.tokens(of: source)
      let expected = try json(at: directory + "/lex/" + path)
      outcome.note("lex/" + file, Self.difference(tokens, expected))
    }
    return outcome
  }

  /// Compares every file below `folder` that the JSON document at `trees` names with its tree there.
  public static func run(trees path: String, folder: String) throws -> SuiteOutcome {
    var outcome = SuiteOutcome()
    guard let expected = try json(at: path) as? [String: [String: Any]] else { return outcome }
    for (id, wanted) in expected.sorted(by: { $0.key < $1.key }) {
      let source = try source(at: folder + "/" + id, path: id, index: 0)
      let view = CrossplaneView(
        NginxParser.parseLeniently(source), context: nil, includes: nil, isStrict: false)
      outcome.note(id, Self.difference([view.config(path: id)], wanted["config"]))
    }
    return outcome
  }

  private static func difference(_ actual: [Any], _ expected: Any?) -> String? {
    guard let listed = expected as? [Any] else { return "the expectation is not a list" }
    let expected = listed.map(withoutWording)
    if NSArray(array: actual).isEqual(to: expected) { return nil }
    let ours = Array("\(NSArray(array: actual))")
    let theirs = Array("\(NSArray(array: expected))")
    let start = zip(ours, theirs).prefix { $0 == $1 }.count
    let from = max(0, start - 60)
    return
      "expected ...\(String(theirs[from...].prefix(160))) but is ...\(String(ours[from...].prefix(160)))"
  }

  /// `config` with its errors reduced to their lines: their wording is crossplane's own.
  private static func withoutWording(_ config: Any) -> Any {
    guard var config = config as? [String: Any], let errors = config["errors"] as? [[String: Any]]
    else { return config }
    config["errors"] = errors.compactMap { $0["line"] as? Int }.sorted().map { ["line": $0] }
    return config
  }

  private static func json(at path: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
  }

  private static func files(in folder: String, ending suffix: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }
      .sorted()
  }

  private static func source(at file: String, path: String, index: Int) throws -> SourceFile {
    SourceFile(
      id: SourceID(index: UInt32(index)), path: path,
      bytes: Array(try Data(contentsOf: URL(filePath: file))))
  }

  private static func trees(in folder: String) throws -> [NginxTree] {
    try files(in: folder, ending: ".conf").enumerated().map { index, path in
      NginxParser.parseLeniently(try source(at: folder + "/" + path, path: path, index: index))
    }
  }
}

extension SuiteOutcome {
  fileprivate mutating func note(_ id: String, _ difference: String?) {
    if let difference { failed.append((id, difference)) } else { passed.append(id) }
  }
}

/// A tree as crossplane would write it.
///
/// It keeps every escape except that of the surrounding quote, removes the parentheses of an `if`, drops
/// directives with errors, and has three defects that are repeated here rather than in the parser: a
/// space behind `${name}` does not end an argument (nginx ends it), a backslash at the end of a comment
/// is lost, and so is a comment that ends with the file.
private struct CrossplaneView {
  let source: SourceFile
  private let tree: NginxTree
  private let context: NginxContext?
  private let includes: NginxIncludes?
  private let isStrict: Bool
  private var errorLines: [Int] = []
  private var parsed: [Any] = []

  init(_ tree: NginxTree, context: NginxContext?, includes: NginxIncludes?, isStrict: Bool) {
    source = tree.source
    self.tree = tree
    self.context = context
    self.includes = includes
    self.isStrict = isStrict
    errorLines = tree.diagnostics.filter { $0.severity == .error }.map { line($0.span.start) }
    var comments = tree.comments.filter { Int($0.end) < tree.source.bytes.count }[...]
    parsed = items(tree.directives, upTo: .max, in: context ?? .other, &comments)
  }

  mutating func reportLine(of span: SourceSpan) { errorLines.append(line(span.start)) }

  func config(path: String) -> [String: Any] {
    [
      "file": path, "status": errorLines.isEmpty ? "ok" : "failed",
      "parsed": parsed, "errors": errorLines.sorted().map { ["line": $0] },
    ]
  }

  static func tokens(of source: SourceFile) -> [Any] {
    let view = CrossplaneView(
      NginxParser.parseLeniently(source), context: nil, includes: nil, isStrict: false)
    var lexer = NginxLexer(source)
    var tokens: [(UInt32, [Any])] = []
    var words: [NginxWord] = []
    func add(_ text: String, _ span: SourceSpan, at place: UInt32, isQuoted: Bool = false) {
      tokens.append((span.start, [text, view.line(place), isQuoted]))
    }
    var isDone = false
    reading: while !isDone {
      switch lexer.next() {
      case .word(let word):
        words.append(word)
        continue reading
      case .semicolon(let span): add(";", span, at: span.start)
      case .closingBrace(let span): add("}", span, at: span.start)
      case .openingBrace(let span):
        if words.first?.text.hasSuffix("_by_lua_block") == true, let code = lexer.luaBlock() {
          let end = SourceSpan(source: source.id, start: code.span.end, end: code.span.end + 1)
          add(view.argument(code), code.span, at: end.start, isQuoted: true)
          add(";", end, at: end.start)
        } else {
          add("{", span, at: span.start)
        }
      case .unclosedQuote, .endOfFile: isDone = true
      }
      for (text, word) in view.glued(words) {
        add(text, word.span, at: word.span.start, isQuoted: word.isQuoted)
      }
      words = []
    }
    for comment in lexer.comments where Int(comment.end) < source.bytes.count {
      add("#" + view.text(of: comment), comment, at: comment.start)
    }
    return tokens.sorted { $0.0 < $1.0 }.map { $0.1 }
  }

  private mutating func items(
    _ directives: [NginxDirective], upTo end: UInt32, in context: NginxContext,
    _ comments: inout ArraySlice<SourceSpan>
  ) -> [Any] {
    var items: [Any] = []
    func take(before offset: UInt32) -> [SourceSpan] {
      let taken = comments.prefix { $0.start < offset }
      comments = comments.dropFirst(taken.count)
      return Array(taken)
    }
    func item(_ comment: SourceSpan, on line: Int) -> [String: Any] {
      ["directive": "#", "line": line, "args": [String](), "comment": text(of: comment)]
    }
    for directive in directives {
      items += take(before: directive.span.start).map { item($0, on: line($0.start)) }
      let isUnknown = isStrict && !NginxDirectiveRules.knows(directive.name.text)
      if isUnknown || NginxDirectiveRules.fault(of: directive, in: context) != nil {
        errorLines.append(line(directive.span.start))
        _ = take(before: directive.span.end)
        continue
      }
      let within = take(before: directive.blockSpan?.start ?? directive.span.end)
      let first = line(directive.span.start)
      var entry: [String: Any] = [
        "directive": argument(directive.name), "line": first, "args": arguments(of: directive),
      ]
      if let block = directive.block {
        entry["block"] = self.items(
          block, upTo: directive.span.end, in: context.entering(directive.name.text), &comments)
      }
      if let includes, directive.is("include") {
        entry["includes"] = includes.targets(of: directive)
      }
      items.append(entry)
      items += within.map { item($0, on: first) }
    }
    return items + take(before: end).map { item($0, on: line($0.start)) }
  }

  /// The arguments that crossplane makes of `words`, each with the word that it begins with.
  private func glued(_ words: [NginxWord]) -> [(text: String, first: NginxWord)] {
    var glued: [(text: String, first: NginxWord)] = []
    var end: UInt32?
    for word in words {
      let space = endsInBracedVariable(word) ? text(at: word.span.end) : nil
      if end == word.span.start {
        glued[glued.count - 1].text += source.text(in: word.span.range) + (space ?? "")
      } else {
        glued.append((argument(word) + (space ?? ""), word))
      }
      end = space == nil ? nil : word.span.end + 1
    }
    return glued
  }

  private func arguments(of directive: NginxDirective) -> [String] {
    var arguments = glued(directive.arguments).map(\.text)
    guard directive.is("if"), let first = arguments.first, first.hasPrefix("("),
      arguments[arguments.count - 1].hasSuffix(")")
    else { return arguments }
    arguments[0].removeFirst()
    arguments[arguments.count - 1].removeLast()
    if arguments.first == "" { arguments.removeFirst() }
    if arguments.last == "" { arguments.removeLast() }
    return arguments
  }

  private func endsInBracedVariable(_ word: NginxWord) -> Bool {
    word.form == .bare && word.variables.last?.span.end == word.span.end
      && source.bytes[Int(word.span.end) - 1] == UInt8(ascii: "}")
  }

  /// The white space at `offset`, or `nil` where something else stands there.
  private func text(at offset: UInt32) -> String? {
    let text = source.text(in: Int(offset)..<Int(offset) + 1)
    return [" ", "\t", "\n"].contains(text) ? text : nil
  }

  private func argument(_ word: NginxWord) -> String {
    let range = word.span.range
    let written: String
    switch word.form {
    case .bare, .luaBlock: written = source.text(in: range)
    case .singleQuoted:
      written = withoutEscapes(of: "'", in: source.text(in: range.dropFirst().dropLast()))
    case .doubleQuoted:
      written = withoutEscapes(of: "\"", in: source.text(in: range.dropFirst().dropLast()))
    }
    return written.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  private func withoutEscapes(of quote: Unicode.Scalar, in text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped, scalar == quote { result.removeLast() }
      result.append(scalar)
      isEscaped = !isEscaped && scalar == "\\"
    }
    return String(result)
  }

  private func text(of comment: SourceSpan) -> String {
    let text = source.text(in: comment.range.dropFirst())
    let backslashes = text.reversed().prefix { $0 == "\\" }.count
    return backslashes % 2 == 1 ? String(text.dropLast()) : text
  }

  private func line(_ offset: UInt32) -> Int { source.position(at: Int(offset)).line }
}
