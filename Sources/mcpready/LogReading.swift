import Estate
import Ingest
import SourceText
import Telemetry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the logs of one run have shown, whether they were read now or summarized before.
struct LogReading: Sendable {
  /// What the records say.
  private(set) var summary = TelemetrySummary()
  /// The logs and summaries that could not be used, sorted by name.
  private(set) var failures: [LogReadError] = []
  /// The paths of the summaries that could be used.
  private(set) var usedSummaries: Set<String> = []

  /// How many blocks of logs are read at one time.
  private static let width = max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Reads `logs`, whose fields have the names of `mapping`, and takes in the files `summaries`, whose logs are
  /// shown by `display`; a person who waits sees how far it is, if `showsProgress`.
  static func read(
    _ logs: [LogSource], summaries: [LogInput] = [], display: PathDisplay = .asNamed,
    mapping: FieldMapping = .standard, showsProgress: Bool
  ) async -> LogReading {
    var reading = LogReading()
    let meter = showsProgress ? ProgressMeter(logs) : nil
    let reader = LogReader(mapping: mapping, progress: meter?.progress) {
      !SecretDetector.matches(in: $0).isEmpty
    }
    (reading.summary, reading.failures) = await reader.summarize(logs, width: width)
    meter?.finish()
    for input in summaries { reading.take(input, display) }
    reading.failures.sort { ($0.name, $0.reason) < ($1.name, $1.reason) }
    return reading
  }

  /// Hands over what the records say, so that nobody has to copy it; nothing is left behind.
  mutating func takeSummary() -> TelemetrySummary {
    var taken = TelemetrySummary()
    swap(&taken, &summary)
    return taken
  }

  /// Notes that more could not be read.
  mutating func reject(_ errors: [LogReadError]) {
    failures += errors
  }

  /// Takes in the summary in the file `input`, whose logs are shown by `display`.
  mutating func take(_ input: LogInput, _ display: PathDisplay = .asNamed) {
    do throws(LogReadError) {
      let part = try TelemetrySummary(reading: LogSource(input)).renamingLogs(display.shown)
      if let conflict = summary.conflict(with: part) {
        throw LogReadError(name: input.path, reason: "`\(conflict.name)`: \(conflict.reason)")
      }
      guard summary.canMerge(part) else {
        throw LogReadError(name: input.path, reason: "the summaries count more than can be counted")
      }
      summary.merge(part)
      usedSummaries.insert(input.path)
    } catch {
      failures.append(error)
    }
  }
}

extension LogSource {
  /// The log that the intake has found.
  init(_ input: LogInput, range: Range<Int>? = nil) {
    let content: Content =
      switch input.content {
      case .file(let path): .file(path: String(decoding: path, as: UTF8.self))
      case .bytes(let bytes): .bytes(bytes)
      case .standardInput: .descriptor(StandardStream.input.rawValue)
      }
    self.init(
      name: input.path, content: content, range: range,
      form: input.isDocument ? .document : .lines)
  }
}
