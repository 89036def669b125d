package import Estate
internal import SourceText
package import Syntax

/// Texts, Booleans, numbers, words of a vocabulary, and lists of texts.
extension MappingReader {
  /// The text under `key`.
  ///
  /// A number reads as it is written, so that `version: 1.10` is not `1.1`; an empty text states nothing.
  package mutating func string(_ key: String) -> Evidence<String>? {
    guard let value = node(key) else { return nil }
    return text(of: value, called: key)
  }

  /// The text under `key`, without which the mapping says nothing: that it is missing is an error.
  package mutating func required(_ key: String) -> Evidence<String>? {
    if !hasMember(key) {
      report(.error, at: node.span, "`\(key)` is missing", expected: "`\(key)`")
    }
    return string(key)
  }

  /// The text of `value`, which messages call `name`; `nil`, with a diagnostic, where it has none.
  package mutating func text(of value: Node, called name: String) -> Evidence<String>? {
    guard let text = value.scalarText, value.kind != .boolean, value.kind != .null else {
      reportMismatch(value, name, expected: "a text")
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      report(.warning, at: value.span, "`\(name)` is an empty text, so it states nothing")
      return nil
    }
    if value.kind == .float {
      report(
        .note, at: value.span,
        "`\(name)` is a number as it is written; it is read as the text `\(text)`",
        advice: "write \"\(text)\" in quotes, so that no other reader shortens it")
    }
    return Evidence(text, at: value.span, grade: grade)
  }

  /// The Boolean under `key`.
  ///
  /// The texts that YAML 1.1 took for Booleans (`yes`, `off`, …) and quoted ones read as meant, with a warning.
  package mutating func boolean(_ key: String) -> Evidence<Bool>? {
    guard let value = node(key) else { return nil }
    if let boolean = value.boolean { return Evidence(boolean, at: value.span, grade: grade) }
    let meant: Bool? =
      switch value.string?.lowercased() {
      case "true", "yes", "on": true
      case "false", "no", "off": false
      default: nil
      }
    guard let meant else {
      reportMismatch(value, key, expected: "`true` or `false`")
      return nil
    }
    report(
      .warning, at: value.span, "`\(key)` is a text; it is read as `\(meant)`",
      expected: "`true` or `false` without quotes")
    return Evidence(meant, at: value.span, grade: grade)
  }

  /// The whole number under `key`, which must lie in `range`; digits in quotes read as meant, with a warning.
  package mutating func integer(_ key: String, in range: ClosedRange<Int> = 0...Int.max)
    -> Evidence<Int>?
  {
    guard let value = node(key) else { return nil }
    let bounds =
      range.upperBound == Int.max
      ? "a whole number from \(range.lowerBound)"
      : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    var number = value.number.flatMap { Int(exactly: $0) }
    if let exact = value.integer { number = Int(exactly: exact) }
    if number == nil, let quoted = value.string.flatMap({ Int($0) }) {
      report(
        .warning, at: value.span, "`\(key)` is a text; it is read as the number \(quoted)",
        expected: bounds + " without quotes")
      number = quoted
    }
    guard let number, range.contains(number) else {
      reportMismatch(value, key, expected: bounds)
      return nil
    }
    return Evidence(number, at: value.span, grade: grade)
  }

  /// Any number under `key`, which must lie in `range`.
  package mutating func number(_ key: String, in range: ClosedRange<Double>) -> Evidence<Double>? {
    guard let value = node(key) else { return nil }
    guard let number = value.number, range.contains(number) else {
      reportMismatch(
        value, key, expected: "a number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return Evidence(number, at: value.span, grade: grade)
  }

  /// The value under `key`, which must be one of the words that `vocabulary` knows.
  package mutating func choice<Value>(
    _ key: String, from vocabulary: Vocabulary<Value>
  ) -> Evidence<Value>? {
    guard let value = node(key) else { return nil }
    return choice(of: value, called: key, from: vocabulary)
  }

  /// The value under `key`, which must be one of the words that stand for the cases of `Value`.
  package mutating func choice<Value>(_ key: String, as type: Value.Type = Value.self) -> Evidence<
    Value
  >?
  where Value: CaseIterable & RawRepresentable<String> & Hashable & Sendable {
    guard let value = node(key) else { return nil }
    // Most words are written as the cases are, so that no vocabulary has to be made for them.
    if let word = value.scalarText, let meaning = Value(rawValue: word) {
      return Evidence(meaning, at: value.span, grade: grade)
    }
    return choice(of: value, called: key, from: Vocabulary<Value>())
  }

  /// What the scalar `value`, which messages call `name`, means in `vocabulary`.
  package mutating func choice<Value>(
    of value: Node, called name: String, from vocabulary: Vocabulary<Value>
  ) -> Evidence<Value>? {
    guard let word = value.scalarText else {
      reportMismatch(value, name, expected: oneOf(vocabulary.words))
      return nil
    }
    guard let meaning = vocabulary.meaning(of: word) else {
      report(
        .error, at: value.span, "`\(word)` is not a value that `\(name)` can take",
        expected: oneOf(vocabulary.words),
        advice: vocabulary.nearestWord(to: word).map { "did you mean `\($0)`?" })
      return nil
    }
    return Evidence(meaning, at: value.span, grade: grade)
  }

  /// The texts of the list under `key`, one text standing for a list of one.
  package mutating func strings(_ key: String) -> [Evidence<String>] {
    elements(key).compactMap { text(of: $0, called: key) }
  }

  /// The texts of the list under `key` as one fact, which an empty list states as well.
  package mutating func list(_ key: String) -> Evidence<[String]>? {
    guard let value = node(key) else { return nil }
    return Evidence(strings(key).map(\.value), at: value.span, grade: grade)
  }

  /// Says that `value`, under `key`, is not what was `expected`, and that it is not read.
  package mutating func reportMismatch(
    _ value: Node, _ key: String, expected: String, advice: String? = nil
  ) {
    let found: String
    if let text = value.scalarText, value.kind != .null {
      found = "`\(text.prefix(60))`"
    } else {
      found = value.kind.inWords
    }
    report(
      .error, at: value.span, "`\(key)` is \(found), which is not read", expected: expected,
      advice: advice)
  }
}
