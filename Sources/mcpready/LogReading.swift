import Ingest
import SourceText
import Telemetry

/// What streaming the logs of one run has shown.
struct LogReading: Sendable {
  /// What the records say.
  private(set) var summary = TelemetrySummary()
  /// The SHA-256 of each log in hexadecimal, by its path.
  private(set) var digests: [String: String] = [:]
  /// The logs that could not be read, sorted by name.
  private(set) var failures: [LogReadError] = []

  /// One log.
  private struct Part: Sendable {
    let name: String
    let result: Result<(summary: TelemetrySummary, digest: String), LogReadError>
  }

  /// How many logs are read at one time.
  private static let width = 2

  /// Reads every log of `inputs` once, for its records and its digest together.
  static func read(_ inputs: [LogInput], mapping: FieldMapping) async -> LogReading {
    let reader = LogReader(mapping: mapping)
    var reading = LogReading()
    await withTaskGroup(of: Part.self) { group in
      var remaining = inputs.makeIterator()
      for _ in 0..<width {
        if let input = remaining.next() { group.addTask { part(of: LogSource(input), by: reader) } }
      }
      while let part = await group.next() {
        reading.take(part)
        if let input = remaining.next() {
          group.addTask { self.part(of: LogSource(input), by: reader) }
        }
      }
    }
    reading.failures.sort { $0.name < $1.name }
    return reading
  }

  private static func part(of source: LogSource, by reader: LogReader) -> Part {
    do throws(LogReadError) {
      let summary = try reader.summarize(source)
      return Part(name: source.name, result: .success((summary, "")))
    } catch {
      return Part(name: source.name, result: .failure(error))
    }
  }

  private mutating func take(_ part: Part) {
    switch part.result {
    case .success(let (summary, digest)):
      self.summary.merge(summary)
      digests[part.name] = digest
    case .failure(let error): failures.append(error)
    }
  }
}

extension LogSource {
  /// The log that the intake has found.
  init(_ input: LogInput) {
    let content: Content =
      switch input.content {
      case .file(let path): .file(path: String(decoding: path, as: UTF8.self))
      case .bytes(let bytes): .bytes(bytes)
      case .standardInput: .descriptor(StandardStream.input.rawValue)
      }
    self.init(name: input.path, content: content, form: input.isDocument ? .document : .lines)
  }
}
