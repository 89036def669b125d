/// Where the bytes of one log come from, and the name under which findings speak of it.
public struct LogSource: Hashable, Sendable {
  /// Where the bytes are.
  public enum Content: Hashable, Sendable {
    /// A file, by the path that opens it.
    case file(path: String)
    /// An open descriptor, such as standard input; it is read to its end and not closed.
    case descriptor(Int32)
    /// Bytes in memory.
    case bytes([UInt8])
  }

  /// How the records are laid out.
  public enum Form: Hashable, Sendable {
    /// A JSON object a line, each a record or an OTLP batch of records.
    case lines
    /// One JSON document: an array of records, one OTLP batch, or one record.
    ///
    /// It is held in memory, and so must not be larger than `LogReader.maximumDocumentSize`.
    case document
  }

  /// The path that findings print.
  public let name: String

  /// Where the bytes are.
  public let content: Content

  /// The bytes whose records are meant, or `nil` for all; not for descriptors.
  ///
  /// A record belongs to the range that holds its first byte, so that ranges that tile a file give each
  /// of its records to exactly one shard, wherever they cut.
  public let range: Range<Int>?

  /// How the records are laid out.
  public let form: Form

  /// The records of `content`, or of `range` of its lines, known as `name`.
  public init(
    name: String, content: Content, range: Range<Int>? = nil, form: Form = .lines
  ) {
    self.name = name
    self.content = content
    self.form = form
    if case .descriptor = content { self.range = nil } else { self.range = range }
  }

  /// The log in the file at `path`.
  public static func file(_ path: String, named name: String? = nil) -> LogSource {
    LogSource(name: name ?? path, content: .file(path: path))
  }

  /// Ranges of about equal size that tile the source, none shorter than `minimumLength` bytes unless the
  /// source is.
  ///
  /// They are cut between blocks, so that each block is read by one of them alone, and the last has no end,
  /// so that what is appended meanwhile is read too. A document, a descriptor and a file whose size cannot
  /// be found is one piece.
  public func split(into pieces: Int, minimumLength: Int = 16 << 20) -> [LogSource] {
    guard range == nil, form == .lines, pieces > 1, let size = content.size, size > minimumLength
    else { return [self] }
    let count = min(pieces, (size + minimumLength - 1) / minimumLength)
    let cuts = (1..<count).map { index in
      size / count * index / SourceBlocks.length * SourceBlocks.length
    }
    let edges = [0] + cuts.filter { $0 > 0 } + [Int.max]
    return zip(edges, edges.dropFirst()).map { start, end in
      LogSource(name: name, content: content, range: start..<end)
    }
  }
}

/// Why a log could not be read.
public struct LogReadError: Error, Hashable, Sendable {
  /// The source's name.
  public let name: String
  /// What the system says, such as `No such file or directory`.
  public let reason: String

  /// The log `name` could not be read because of `reason`.
  public init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }
}
