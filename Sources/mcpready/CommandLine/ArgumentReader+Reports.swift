import Reporting

/// How reports are written.
extension ArgumentReader {
  /// Takes the option `name` of a report, which says `text`.
  func reports(
    _ name: String, _ text: String, _ options: inout CheckOptions
  ) throws(UsageError) {
    switch name {
    case "--format":
      options.outputs.append(OutputRequest(format: try format(called: text), path: "-"))
    case "--sarif-profile": options.sarif.profile = try sarifProfile(text)
    case "--max-results": options.sarif.maximumResults = try resultCount(text)
    default: options.outputs.append(try output(text))
    }
  }

  private func output(_ text: String) throws(UsageError) -> OutputRequest {
    guard let equals = text.firstIndex(of: "=") else {
      throw UsageError(
        message: "`--out \(text)` names no file", topic: .check)
    }
    let name = String(text[..<equals])
    let path = String(text[text.index(after: equals)...])
    let format = try format(called: name)
    guard !path.isEmpty else {
      throw UsageError(message: "`--out \(name)=` names no file", topic: .check)
    }
    return OutputRequest(format: format, path: path)
  }

  private func format(called name: String) throws(UsageError) -> ReportFormat {
    let names = ReportFormat.allCases.map(\.rawValue)
    guard let format = ReportFormat(rawValue: name) else {
      throw UsageError(
        message: "`\(name)` is not a format; known are \(names.joined(separator: ", "))"
          + Suggestion.text(for: name, among: names), topic: .check)
    }
    return format
  }

  /// The profile called `text`.
  private func sarifProfile(_ text: String) throws(UsageError) -> SARIFProfile {
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
  private func resultCount(_ text: String) throws(UsageError) -> Int {
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
