/// What was read of one file before anybody looked at what it says.
struct LoadedFile: Sendable {
  /// What becomes of the file next.
  enum Content: Sendable {
    /// Text that may be a source, whole.
    case text([UInt8], ContentShape)
    /// A log, of which only the beginning was looked at.
    case log(LogInput.Content)
    /// A summary of logs, of which only the beginning was looked at.
    case logSummary(LogInput.Content)
    /// Nothing for the parsers.
    case other(Input.Status, kind: FileKind?)
    /// An error that keeps the file from being read.
    case failure(message: String, advice: String?)
  }

  let entry: DiscoveredEntry
  let content: Content
  /// The digest of the bytes; `nil` where they were not read whole.
  var sha256: String?
  /// The size in bytes; `nil` where the entry is no file.
  var byteCount: Int?
  /// Whether the file has no content but blanks.
  var isBlank = false
  /// The text of a file for which there is no parser, and the secrets in it; `nil` where it holds none.
  var exposure: (text: [UInt8], secrets: [(match: SecretDetector.Match, context: String)])?
  /// What the user's policy file says that it is.
  var declaredKind: FileKind?

  /// The log that is piped into the process, for nothing else can be read without holding it.
  static let standardInput = LoadedFile(
    entry: DiscoveredEntry(path: "standard input", systemPath: [], content: .file(size: 0)),
    content: .log(.standardInput))
}

extension LoadedFile {
  /// Keeps `text`, that of the file, where there are secrets in it.
  mutating func lookForSecrets(in text: [UInt8]) {
    let secrets = PlainTextSecrets.matches(in: text)
    if !secrets.isEmpty { exposure = (text, secrets) }
  }
}
