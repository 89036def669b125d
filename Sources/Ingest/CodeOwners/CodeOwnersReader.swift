import SourceText

/// Reads a CODEOWNERS file line by line.
struct CodeOwnersReader {
  private let source: SourceFile
  private let dialect: CodeOwnersPattern.Dialect
  private var rules: [CodeOwnersFile.Rule] = []
  private var optionalSections: Set<Int> = []
  private var section = 0
  private var sectionOwners: [String] = []
  private var diagnostics: [Diagnostic] = []

  /// The file that `source` holds, and what is wrong with its lines.
  static func read(_ source: SourceFile) -> (file: CodeOwnersFile, diagnostics: [Diagnostic]) {
    var reader = CodeOwnersReader(source)
    for line in source.textLines { reader.readLine(line) }
    let file = CodeOwnersFile(
      path: source.path, span: source.span, rules: reader.rules,
      optionalSections: reader.optionalSections)
    return (file, reader.diagnostics)
  }

  private init(_ source: SourceFile) {
    self.source = source
    let folder = EstateFiles.folders(above: source.path).first ?? ""
    let hasSections = source.textLines.contains { line in
      let text = source.text(in: line)
      return text.hasPrefix("[") || text.hasPrefix("^[")
    }
    dialect =
      hasSections || folder == ".gitlab" || folder.hasSuffix("/.gitlab") ? .gitLab : .gitHub
  }

  private mutating func readLine(_ line: Range<Int>) {
    let words = Self.words(of: source.text(in: line))
    guard let first = words.first else { return }
    let span = span(of: line)
    if dialect == .gitLab, first.hasPrefix("[") || first.hasPrefix("^[") {
      section += 1
      if first.hasPrefix("^") { optionalSections.insert(section) }
      // A section's name may hold blanks; its owners are what follows the last bracket.
      let afterName = words.lastIndex { $0.hasSuffix("]") } ?? 0
      sectionOwners = words[(afterName + 1)...].filter(Self.isOwner)
      return
    }
    if first.hasPrefix("!") {
      guard dialect == .gitLab else {
        return warn(span, "GitHub takes no pattern that begins with `!`")
      }
      return add(String(first.dropFirst()), owners: [], at: span)
    }
    let named = Array(words.dropFirst())
    if let stranger = named.first(where: { !Self.isOwner($0) }) {
      if dialect == .gitHub {
        return warn(
          span, "`\(stranger)` is no user, team or e-mail address, so the line does not count")
      }
    }
    let owners = named.filter(Self.isOwner)
    add(first, owners: named.isEmpty ? sectionOwners : owners, at: span)
  }

  private mutating func add(_ text: String, owners: [String], at span: SourceSpan) {
    do {
      let pattern = try CodeOwnersPattern(text, in: dialect)
      rules.append(
        CodeOwnersFile.Rule(pattern: pattern, owners: owners, span: span, section: section))
    } catch {
      warn(span, "the pattern `\(text)` \(error.reason), so the line does not count")
    }
  }

  private mutating func warn(_ span: SourceSpan, _ message: String) {
    diagnostics.append(
      Diagnostic(.warning, at: span, message, expected: "a pattern, and who owns what it matches"))
  }

  /// The line without the blanks around it.
  private func span(of line: Range<Int>) -> SourceSpan {
    let isText: (Int) -> Bool = { source.bytes[$0] > 0x20 }
    let start = line.first(where: isText) ?? line.lowerBound
    let end = line.last(where: isText).map { $0 + 1 } ?? line.upperBound
    return SourceSpan(source: source.id, start..<max(start, end))
  }

  private static func isOwner(_ word: String) -> Bool {
    guard let at = word.firstIndex(of: "@") else { return false }
    return word.index(after: at) < word.endIndex
  }

  /// The words of `line` up to a comment; `\` keeps a blank or number sign within its word.
  private static func words(of line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        if !(character.isWhitespace || character == "#") { word.append("\\") }
        word.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else if character == "#", word.isEmpty {
        return words
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
