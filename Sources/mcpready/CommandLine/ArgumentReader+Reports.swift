import Reporting

/// How reports are written.
extension ArgumentReader {
  /// The profile called `text`.
  func sarifProfile(_ text: String) throws(UsageError) -> SARIFProfile {
    let names = SARIFProfile.allCases.map(\.rawValue)
    guard let profile = SARIFProfile(rawValue: text) else {
      throw UsageError(
        message:
          "`--sarif-profile \(text)` is not known; known are \(names.joined(separator: ", "))"
          + Suggestion.text(for: text, among: names), topic: .check)
    }
    return profile
  }

  /// The number of results that `text` says.
  func resultCount(_ text: String) throws(UsageError) -> Int {
    let limit = SARIFProfile.standard.resultLimit
    guard let count = Int(text), (1...limit).contains(count) else {
      throw UsageError(
        message: "`--max-results \(text)` is no number from 1 to \(limit)", topic: .check)
    }
    return count
  }
}

extension CheckOptions {
  /// Refuses options about a report that nobody asked for: they would do nothing without a word.
  func checkUse() throws(UsageError) {
    guard sarif == SARIFOptions() || outputs.contains(where: { $0.format == .sarif }) else {
      throw UsageError(
        message: "`--sarif-profile` and `--max-results` need an `--out sarif=FILE`", topic: .check)
    }
  }
}
