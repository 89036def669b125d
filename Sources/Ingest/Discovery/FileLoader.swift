import Estate
import SourceText

/// Reads files as far as their kind needs: sources whole, logs only at their beginning.
struct FileLoader: Sendable {
  /// How much of a file tells a log from a source.
  static let prefixSize = 64 << 10

  /// How much of a file that is called a log is looked at where less shows none; records may be long.
  private static let longPrefixSize = 4 << 20

  let limits: InputLimits

  /// What the user's policy file says of the names in logs.
  var records = RecordNames()

  /// Reads the file at `entry`; `declaredKind` is what the user's policy file says that it is.
  func load(_ entry: DiscoveredEntry, declaredKind: FileKind?) -> LoadedFile {
    switch entry.content {
    case .skipped(let reason):
      return LoadedFile(entry: entry, content: .other(.skipped(reason: reason), kind: nil))
    case .duplicate(let first, let isFolder):
      let noun = isFolder ? "folder" : "file"
      return LoadedFile(
        entry: entry,
        content: .other(.skipped(reason: "it is the same \(noun) as `\(first)`"), kind: nil))
    case .failed(let reason):
      return LoadedFile(
        entry: entry, content: .failure(message: "cannot be read: \(reason)", advice: nil))
    case .file:
      do throws(SystemError) {
        return try loadFile(entry, declaredKind)
      } catch {
        return LoadedFile(
          entry: entry, content: .failure(message: "cannot be read: \(error.reason)", advice: nil))
      }
    }
  }

  private func loadFile(
    _ entry: DiscoveredEntry, _ declaredKind: FileKind?
  ) throws(SystemError) -> LoadedFile {
    let reader = try FileReader(opening: entry.systemPath)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(max(reader.size, 0), limits.fileSize) + 1)
    var hasMore = try reader.read(upTo: Self.prefixSize, into: &bytes)
    if bytes.starts(with: LogSummaryFormat.signature) {
      return LoadedFile(
        entry: entry, content: .logSummary(.file(entry.systemPath)), byteCount: reader.size)
    }
    var shape = shape(of: bytes, isWhole: !hasMore, at: entry.path, declaredKind)
    if hasMore, shape != .log, FileName(entry.path).isLog {
      hasMore = try reader.read(upTo: Self.longPrefixSize - bytes.count, into: &bytes)
      shape = self.shape(of: bytes, isWhole: !hasMore, at: entry.path, declaredKind)
    }
    if shape != .log, let damage = Self.damage(in: bytes, at: entry.path) {
      return LoadedFile(entry: entry, content: damage, byteCount: reader.size)
    }
    switch shape {
    case .log:
      return LoadedFile(
        entry: entry, content: .log(.file(entry.systemPath)), byteCount: reader.size,
        declaredKind: declaredKind)
    case .unrecognized, .document:
      return try loadOther(entry, reader, bytes, shape)
    case .json, .yaml, .nginx, .lines:
      return try loadSource(entry, reader, bytes, shape, declaredKind)
    }
  }

  /// Takes in a file whose bytes are in memory already.
  func load(_ bytes: [UInt8], at path: String) -> LoadedFile {
    let entry = DiscoveredEntry(
      path: path, systemPath: Array(path.utf8), content: .file(size: bytes.count))
    let size = FileName(path).isLog ? Self.longPrefixSize : Self.prefixSize
    let shape = shape(
      of: Array(bytes.prefix(size)), isWhole: bytes.count <= size, at: path, nil)
    let whole: LoadedFile.Content =
      switch shape {
      case .log: .log(.bytes(bytes))
      case .document: .other(.recognized, kind: .document)
      case .unrecognized(let reason): .other(.unrecognized(reason: reason), kind: nil)
      case .json, .yaml, .nginx, .lines: .text(bytes, shape)
      }
    let isSummary = bytes.starts(with: LogSummaryFormat.signature)
    let damage = shape == .log ? nil : Self.damage(in: bytes, at: path)
    let content = isSummary ? .logSummary(.bytes(bytes)) : damage ?? whole
    var file = LoadedFile(
      entry: entry, content: content, sha256: SHA256.hexDigest(of: bytes),
      byteCount: bytes.count, isBlank: Self.isBlank(bytes))
    if case .other = content, BinaryContent.reason(bytes) == nil { file.lookForSecrets(in: bytes) }
    return file
  }

  private func shape(
    of beginning: [UInt8], isWhole: Bool, at path: String, _ declaredKind: FileKind?
  ) -> ContentShape {
    ContentShape(
      path: path, beginning: beginning, isWhole: isWhole, declaredKind: declaredKind,
      records: records)
  }

  private func loadSource(
    _ entry: DiscoveredEntry, _ reader: borrowing FileReader, _ beginning: [UInt8],
    _ shape: ContentShape, _ declaredKind: FileKind?
  ) throws(SystemError) -> LoadedFile {
    var bytes = beginning
    if reader.size <= limits.fileSize {
      // One byte more than is allowed, because a file may have grown since it was opened.
      _ = try reader.read(upTo: limits.fileSize - bytes.count + 1, into: &bytes)
    }
    guard reader.size <= limits.fileSize, bytes.count <= limits.fileSize else {
      return LoadedFile(
        entry: entry,
        content: .failure(
          message: "is larger than the limit of \(limits.fileSize) bytes and was not read",
          advice: "exclude the file, or split it"),
        byteCount: reader.size)
    }
    return LoadedFile(
      entry: entry, content: .text(bytes, shape), sha256: SHA256.hexDigest(of: bytes),
      byteCount: bytes.count, isBlank: Self.isBlank(bytes), declaredKind: declaredKind)
  }

  /// Hashes a file that is not parsed; what is no text is never held.
  private func loadOther(
    _ entry: DiscoveredEntry, _ reader: borrowing FileReader, _ beginning: [UInt8],
    _ shape: ContentShape
  ) throws(SystemError) -> LoadedFile {
    var status = Input.Status.recognized
    var kind: FileKind? = .document
    if case .unrecognized(let reason) = shape {
      status = .unrecognized(reason: reason)
      kind = nil
    }
    var file = LoadedFile(
      entry: entry, content: .other(status, kind: kind), byteCount: reader.size,
      isBlank: reader.size <= beginning.count && Self.isBlank(beginning))
    // A file beyond the limit is listed by its size alone.
    guard reader.size <= limits.fileSize else { return file }
    let isText = BinaryContent.reason(beginning) == nil
    var text = isText ? beginning : []
    var digest = SHA256()
    digest.update(beginning.span)
    var piece: [UInt8] = []
    var count = beginning.count
    repeat {
      piece.removeAll(keepingCapacity: true)
      _ = try reader.read(upTo: 1 << 20, into: &piece)
      digest.update(piece.span)
      if isText { text += piece }
      count += piece.count
    } while !piece.isEmpty && count <= limits.fileSize
    file.sha256 = digest.hexDigest
    file.byteCount = count
    if isText { file.lookForSecrets(in: text) }
    return file
  }

  /// What keeps a file from being read whose name promises text and whose `beginning` is none.
  ///
  /// Passing over it as unrecognized would judge the rest as if the file were not there.
  private static func damage(in beginning: [UInt8], at path: String) -> LoadedFile.Content? {
    guard FileName(path).promisesText, let reason = BinaryContent.reason(beginning) else {
      return nil
    }
    return .failure(
      message: "is not the text that its name promises: \(reason)",
      advice: "save it as UTF-8 text, or exclude it")
  }

  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}
