import Foundation

/// Writes audit logs of any size, the same for the same seed.
struct GeneratedLog {
  /// What is unusual about the records.
  enum Profile: String, CaseIterable {
    /// Most records in one writer's order of keys, some in other orders or with blanks, a few damaged.
    case standard
    /// The keys of every record in an order of its own.
    case shuffled
    /// Every record holds JSON in a string, with all the escapes that this takes.
    case escapes
  }

  /// How much is collected before it is written.
  private static let pieceLength = 1 << 20

  private var records: GeneratedRecords
  private let size: Int

  /// A log of at least `size` bytes.
  init(_ profile: Profile, size: Int, seed: UInt64 = 20_250_115) {
    self.size = size
    records = GeneratedRecords(profile, seed: seed, count: size / 470)
  }

  /// Writes the log to the file at `path`, in place of what is there.
  mutating func write(to path: String) throws {
    try Data().write(to: URL(filePath: path))
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    defer { file.closeFile() }
    var piece: [UInt8] = []
    var written = 0
    while written < size {
      piece.removeAll(keepingCapacity: true)
      while piece.count < Self.pieceLength, written + piece.count < size {
        records.appendNext(to: &piece)
      }
      try file.write(contentsOf: piece)
      written += piece.count
    }
  }
}
