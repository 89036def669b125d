/// A field of a comma-separated table (RFC 4180), always quoted.
///
/// Spreadsheets take a field that begins with one of `= + - @` for a formula; an apostrophe before it keeps
/// it a text. Tabs and line breaks were made visible before.
package enum CSV: OutputLanguage {
  private static let formulaStarts = Set("=+-@".unicodeScalars)

  package static func escape(_ text: String) -> String {
    let quoted = text.replacingCharacters { $0 == UInt8(ascii: "\"") ? "\"\"" : nil }
    let isFormula = text.unicodeScalars.first.map(formulaStarts.contains) ?? false
    return isFormula ? "'" + quoted : quoted
  }
}
