import Estate
import SourceText
import Reading

/// What a rule calls itself and belongs to, checked before anybody refers to it.
extension RuleLoader {
  /// The rule's id, if it is one.
  func id(from reader: inout MappingReader) -> Evidence<String>? {
    checked(
      "id", in: &reader, expected: "capital letters, then digits, such as `ACME001`", Rule.isID)
  }

  /// The rule's name, if reports can use it as an identifier.
  func name(from reader: inout MappingReader) -> Evidence<String>? {
    checked("name", in: &reader, expected: "letters and digits, such as `SupportContact`") { name in
      name.first?.isLetter ?? false
        && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }

  /// The items of the checklist that the rule is about.
  func checklist(from reader: inout MappingReader) -> [String] {
    reader.strings("checklist").map { item in
      if !SourceRow.isChecklistItem(item.value) {
        reader.report(
          .error, at: item.span, "the checklist has no item `\(item.value)`",
          expected: "an item from `1.1` to `7.3`",
          advice: "`mcpready rules list` shows which rules belong to an item")
      }
      return item.value
    }
  }

  private func checked(
    _ key: String, in reader: inout MappingReader, expected: String, _ isValid: (String) -> Bool
  ) -> Evidence<String>? {
    guard let text = reader.string(key) else { return nil }
    if !isValid(text.value) {
      reader.report(
        .error, at: text.span, "`\(text.value)` cannot be the `\(key)` of a rule",
        expected: expected)
    }
    return text
  }
}

extension Rule {
  /// Whether `text` can be the id of a rule: two to twelve capital letters, then one to six digits.
  public static func isID(_ text: String) -> Bool {
    let letters = text.prefix { ("A"..."Z").contains($0) }
    let digits = text.dropFirst(letters.count)
    return (2...12).contains(letters.count) && (1...6).contains(digits.count)
      && digits.allSatisfy { ("0"..."9").contains($0) }
  }
}

extension SourceRow {
  /// Whether the checklist has the item `key`, such as `1.4`.
  public static func isChecklistItem(_ key: String) -> Bool {
    checklistItems.contains { $0.key == key }
  }

  /// Whether the checklist has the section `key`, such as `1`.
  public static func isChecklistSection(_ key: String) -> Bool {
    checklistItems.contains { $0.key.hasPrefix(key + ".") }
  }
}
