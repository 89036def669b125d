/// The command `logs`.
extension ArgumentReader {
  mutating func logs() throws(UsageError) -> Invocation {
    let verbs = ["summarize", "merge"]
    guard let verb = rest.popFirst() else {
      throw UsageError(message: "`logs` needs a verb: summarize or merge", topic: .logs)
    }
    switch verb {
    case "--help", "-h": return .help(.logs)
    case "summarize": return try summarizeLogs()
    case "merge": return try mergeLogs()
    default:
      throw UsageError(
        message: "`\(verb)` is not something that `logs` can do"
          + Suggestion.text(for: verb, among: verbs), topic: .logs)
    }
  }

  private mutating func summarizeLogs() throws(UsageError) -> Invocation {
    var paths: [String] = []
    var output: String?
    var range: Range<Int>?
    var policyFile: String?
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-"), argument != "-" else {
        paths.append(argument)
        continue
      }
      let (name, inline) = Self.split(argument)
      switch name {
      case "--help", "-h": return .help(.logs)
      case "--": while let path = rest.popFirst() { paths.append(path) }
      case "--out": output = try value(of: name, inline, .logs)
      case "--range": range = try Self.range(try value(of: name, inline, .logs))
      case "--policy": policyFile = try value(of: name, inline, .logs)
      default: throw unknown(name, among: ["--out", "--range", "--policy", "--help"], .logs)
      }
    }
    if range != nil, paths.count > 1 || paths.first == "-" {
      throw UsageError(message: "`--range` is of one file", topic: .logs)
    }
    return .summarizeLogs(
      SummarizeOptions(
        paths: try Self.named(paths, "summarize"), output: try Self.named(output), range: range,
        policyFile: policyFile))
  }

  private mutating func mergeLogs() throws(UsageError) -> Invocation {
    var paths: [String] = []
    var output: String?
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-") else {
        paths.append(argument)
        continue
      }
      let (name, inline) = Self.split(argument)
      switch name {
      case "--help", "-h": return .help(.logs)
      case "--": while let path = rest.popFirst() { paths.append(path) }
      case "--out": output = try value(of: name, inline, .logs)
      default: throw unknown(name, among: ["--out", "--help"], .logs)
      }
    }
    return .mergeLogs(
      MergeOptions(paths: try Self.named(paths, "merge"), output: try Self.named(output)))
  }

  private static func named(_ paths: [String], _ verb: String) throws(UsageError) -> [String] {
    if paths.isEmpty {
      throw UsageError(message: "nothing to \(verb): name a file", topic: .logs)
    }
    return paths
  }

  private static func named(_ output: String?) throws(UsageError) -> String {
    guard let output else {
      throw UsageError(message: "`--out` is missing: it names the file to write", topic: .logs)
    }
    return output
  }

  /// `START-END`, in bytes; without `END` to the end of the file.
  private static func range(_ text: String) throws(UsageError) -> Range<Int> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = Int(parts[0]), start >= 0,
      let end = parts[1].isEmpty ? Int.max : Int(parts[1]), start <= end
    else {
      throw UsageError(
        message: "`--range \(text)` is no range of bytes; it is written as 0-1048576, and its end"
          + " is the first byte that is not in it", topic: .logs)
    }
    return start..<end
  }
}
