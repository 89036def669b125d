import Assessment

/// The words of one check of a rule, with numbered holes: a SARIF message string.
///
/// Results carry their whole text all the same, because GitHub refuses those that do not; id and arguments
/// let other readers group and translate.
struct SARIFMessageString: Hashable {
  /// The key in the rule's `messageStrings`.
  let id: String
  /// The text between the holes, which are one fewer than the pieces.
  private let pieces: [String]

  /// The message strings of `rule`, one for each wording of its checks.
  static func all(of rule: Rule) -> [SARIFMessageString] {
    var strings: [SARIFMessageString] = []
    for check in rule.checks {
      let pieces = pieces(of: check.message)
      guard !check.message.isEmpty, !strings.contains(where: { $0.pieces == pieces }) else {
        continue
      }
      strings.append(SARIFMessageString(id: "check\(strings.count + 1)", pieces: pieces))
    }
    return strings
  }

  /// The text with `{0}`, `{1}` and so on for the holes.
  var text: Fragment<SARIFMessage> {
    var text: Fragment<SARIFMessage> = ""
    for (index, piece) in pieces.enumerated() {
      if index > 0 { text += "{\(index - 1)}" }
      text += "\(piece, limit: .max)"
    }
    return text
  }

  /// What stands in the holes of `message`; `nil` where it was not made of this text.
  func arguments(of message: String) -> [String]? {
    guard let first = pieces.first?.utf8, let last = pieces.last?.utf8,
      message.utf8.starts(with: first)
    else { return nil }
    var rest = message.utf8.dropFirst(first.count)
    if pieces.count == 1 { return rest.isEmpty ? [] : nil }
    var arguments: [String] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: piece.utf8), !range.isEmpty else { return nil }
      arguments.append(String(Substring(rest[..<range.lowerBound])))
      rest = rest[range.upperBound...]
    }
    guard rest.count >= last.count, rest.suffix(last.count).elementsEqual(last) else { return nil }
    arguments.append(String(Substring(rest.dropLast(last.count))))
    return arguments
  }

  /// `template` without its `{{ expression }}` holes.
  private static func pieces(of template: String) -> [String] {
    var pieces: [String] = []
    var rest = template[...]
    while let opening = rest.firstRange(of: "{{") {
      guard let closing = rest[opening.upperBound...].firstRange(of: "}}") else { break }
      pieces.append(String(rest[..<opening.lowerBound]))
      rest = rest[closing.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
