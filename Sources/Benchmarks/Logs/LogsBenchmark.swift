import Foundation

/// How fast logs are read: `Benchmarks logs`.
struct LogsBenchmark {
  static let usage =
    "logs [--size 2GB] [--profile standard|shuffled|escapes] [--log FILE]"
    + " [--measure fields|simple|full|digest] [--threads 2] [--save FILE]"

  private var size = 2_000_000_000
  private var profile = GeneratedLog.Profile.standard
  private var log: String?
  private var measure: LogMeasure?
  private var threads = 2
  private var destination: String?

  /// Why arguments cannot be understood.
  struct UsageError: Error {
    let reason: String
  }

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else {
        throw UsageError(reason: "\(option) needs a value")
      }
      switch option {
      case "--size": size = try Self.bytes(value)
      case "--profile": profile = try Self.choice(value, of: option)
      case "--measure": measure = try Self.choice(value, of: option) as LogMeasure
      case "--threads": threads = try Self.count(value, of: option)
      case "--log": log = value
      case "--save": destination = value
      default: throw UsageError(reason: "logs has no option \(option)")
      }
    }
    if log != nil, destination != nil {
      throw UsageError(reason: "--save keeps the log that is made, and --log makes none")
    }
  }

  /// Makes the log or takes the given one, and measures; with `--save` it only makes one.
  func run() async throws {
    if let destination {
      var made = GeneratedLog(profile, size: size)
      return try made.write(to: destination)
    }
    if let log { return try await measure(log) }
    let folder = FileManager.default.temporaryDirectory.path
    let path = "\(folder)/mcpready-log-\(ProcessInfo.processInfo.processIdentifier).jsonl"
    defer { unlink(path) }
    var made = GeneratedLog(profile, size: size)
    try made.write(to: path)
    print("\(profile.rawValue) log of \(size / 1_000_000) MB, \(threads) threads")
    try await measure(path)
  }

  /// Without `--measure` each measure has a process of its own, because memory is that of a process.
  private func measure(_ path: String) async throws {
    if let measure { return try await measure.run(path, threads: threads) }
    for measure in LogMeasure.allCases {
      let process = Process()
      process.executableURL = URL(filePath: CommandLine.arguments[0])
      process.arguments = [
        "logs", "--log", path, "--threads", "\(threads)", "--measure", measure.rawValue,
      ]
      fflush(nil)
      try process.run()
      process.waitUntilExit()
      if process.terminationStatus != 0 {
        throw UsageError(reason: "\(measure.rawValue) could not be measured")
      }
    }
  }

  // MARK: Values of options

  private static func bytes(_ text: String) throws -> Int {
    let units = [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000), ("", 1)]
    for (unit, scale) in units where text.hasSuffix(unit) {
      guard let number = Int(text.dropLast(unit.count)), 1...10_000 ~= number || scale == 1 else {
        break
      }
      return number * scale
    }
    throw UsageError(reason: "\(text) is no size such as 2GB or 100MB")
  }

  private static func count(_ text: String, of option: String) throws -> Int {
    guard let count = Int(text), 1...256 ~= count else {
      throw UsageError(reason: "\(option) takes a number from 1 to 256")
    }
    return count
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, of option: String
  ) throws -> Choice {
    guard let choice = Choice(rawValue: text) else {
      let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(reason: "\(option) takes one of \(all)")
    }
    return choice
  }
}
