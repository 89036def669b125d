import Assessment

/// The words of one check of a rule, with numbered holes: a SARIF message string.
///
/// Results carry their whole text all the same, because GitHub refuses those that do not; id and arguments
/// let other readers group and translate.
struct SARIFMessageString: Hashable {
  /// The key in the rule's `messageStrings`.
  let id: String
  /// The text between the holes, which are one fewer than the pieces.
  private let pieces: [[UInt8]]

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
      text += "\(String(decoding: piece, as: UTF8.self), limit: .max)"
    }
    return text
  }

  /// What stands in the holes of `message`; `nil` where it was not made of this text.
  func arguments(of message: String) -> [String]? {
    let text = Array(message.utf8)
    guard let first = pieces.first, let last = pieces.last, text.starts(with: first) else {
      return nil
    }
    var start = first.count
    if pieces.count == 1 { return start == text.count ? [] : nil }
    var arguments: [String] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let offset = text.offset(of: piece, from: start) else { return nil }
      arguments.append(String(decoding: text[start..<offset], as: UTF8.self))
      start = offset + piece.count
    }
    let end = text.count - last.count
    guard start <= end, text[end...].elementsEqual(last) else { return nil }
    // The text of a rule that ends in a hole gets a period here, which the message has in the hole.
    let period = last.isEmpty && end > start && text[end - 1] == UInt8(ascii: ".") ? 1 : 0
    return arguments + [String(decoding: text[start..<end - period], as: UTF8.self)]
  }

  /// `template` without its `{{ expression }}` holes.
  private static func pieces(of template: String) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var rest = template[...]
    while let opening = rest.firstRange(of: "{{") {
      guard let closing = rest[opening.upperBound...].firstRange(of: "}}") else { break }
      pieces.append(Array(rest[..<opening.lowerBound].utf8))
      rest = rest[closing.upperBound...]
    }
    return pieces + [Array(rest.utf8)]
  }
}
