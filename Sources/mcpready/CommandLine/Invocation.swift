import Assessment
import Estate
import Reporting

/// What the user asks for, read from the command line.
enum Invocation: Equatable {
  case check(CheckOptions)
  case summarizeLogs(SummarizeOptions)
  case mergeLogs(MergeOptions)
  case listRules(RuleOptions)
  case testRules(RuleOptions)
  case explain(rule: String, RuleOptions)
  case schema(SchemaName)
  case help(HelpTopic)
  case version
}

/// The options of `mcpready check`.
struct CheckOptions: Equatable {
  var paths: [String] = []
  var outputs: [OutputRequest] = []
  var policyFile: String?
  var rules = RuleOptions()
  var date: CalendarDate?
  var failOn: Severity?
  var isQuiet = false
  var usesColor: Bool?

  /// Takes in an option that has no value.
  mutating func set(_ flag: String) {
    switch flag {
    case "--quiet", "-q": isQuiet = true
    case "--color": usesColor = true
    case "--no-color": usesColor = false
    default: preconditionFailure("`\(flag)` is not among the options without a value")
    }
  }
}

/// Where rules come from, beside those that are built in.
struct RuleOptions: Equatable {
  var folder: String?
}

/// The options of `mcpready logs summarize`.
struct SummarizeOptions: Equatable {
  var paths: [String]
  /// The file to write.
  var output: String
  /// The bytes of the one path whose records are meant.
  var range: Range<Int>?
  var policyFile: String?
}

/// The options of `mcpready logs merge`.
struct MergeOptions: Equatable {
  /// Summaries.
  var paths: [String]
  /// The file to write.
  var output: String
}

/// One `--out FORMAT=FILE`.
struct OutputRequest: Equatable {
  let format: ReportFormat
  /// The file, or `-` for standard output.
  let path: String

  /// The path without parts that lead nowhere, so that `./a` is `a`.
  var place: String {
    (path.hasPrefix("/") ? "/" : "")
      + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}

/// The command line could not be understood.
struct UsageError: Error, Equatable {
  let message: String
  /// The help that would have shown how.
  let topic: HelpTopic
}
