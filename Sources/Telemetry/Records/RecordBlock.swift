import Syntax

/// A block of lines of a log, and what its records say, as far as it has been read.
///
/// Blocks are read side by side and counted in their order. Each has names and buffers of its own, which it
/// keeps when it takes other lines.
struct RecordBlock: ~Copyable {
  /// How many lines are read at once, so that many short ones take no more memory than usual ones.
  private static let limit = 1024

  /// A line that is not blank.
  struct Entry: Sendable {
    /// What the line holds.
    enum Content: Sendable {
      case record
      /// A batch of records, which has been validated and no more.
      case batch
      case fault(RecordFault)
    }

    var content = Content.record
    /// What the record says, with the names of the block.
    var reading = RecordReading()
    /// The record itself.
    var witness = RecordWitness(at: LogPosition(source: 0, offset: 0))
    /// The line, counted from the start of the block.
    var line = LogLine(offset: 0, number: 0, range: 0..<0, isTooLong: false)
  }

  /// The lines.
  private(set) var lines = LineBlock()
  private var cutter = LineCutter()
  private var reader: EntryReader

  /// The names that the records mention.
  var names = BlockNames()

  /// The lines that were read last are those before `count`; what follows are left from others.
  var entries = [Entry](repeating: Entry(), count: RecordBlock.limit)
  private(set) var count = 0

  /// How many lines, blank ones included, have been read of this block.
  var lineCount: Int { cutter.count }

  /// A block without lines, whose records have fields of the names of `mapping`, which `keys` are.
  init(_ keys: KeyTree, mapping: FieldMapping, holdsSecret: SecretTest?) {
    reader = EntryReader(keys, mapping: mapping, holdsSecret: holdsSecret)
  }

  /// Takes what comes next in `queue`, and reads the first of its lines.
  mutating func readNext(of queue: BlockQueue) -> BlockQueue.Place {
    let place = queue.readNext(into: &lines)
    if case .lines = place.step {
      cutter.start(lines)
      names.shrink()
      readOn()
    }
    return place
  }

  /// Reads the next lines in place of those that were read before; there are none if `count` is 0 then.
  mutating func readOn() {
    count = 0
    while count < Self.limit, let line = cutter.nextLine(of: lines) {
      let isRead = reader.read(
        line, of: lines.bytes, cutter.marks, names: &names.index, into: &entries[count])
      if isRead { count += 1 }
    }
  }
}

/// Reads the lines of one block.
private struct EntryReader {
  private var parser: RecordParser
  private var reader: RecordReader

  init(_ keys: KeyTree, mapping: FieldMapping, holdsSecret: SecretTest?) {
    parser = RecordParser(keys)
    reader = RecordReader(mapping: mapping, holdsSecret: holdsSecret)
  }

  /// Reads `line`, which lies in `bytes`, into `entry`; false where it is blank.
  @inline(__always)
  mutating func read(
    _ line: LogLine, of bytes: [UInt8], _ marks: borrowing LineMarks, names: inout NameIndex,
    into entry: inout RecordBlock.Entry
  ) -> Bool {
    let text = bytes.span.bytes.extracting(line.range)
    if LineReader.isBlank(text) { return false }
    entry.line = line
    do throws(RecordFault) {
      if line.isTooLong { throw .tooLong }
      try parser.parse(text, marks, into: &entry.witness.record)
      entry.content = entry.witness.record.isBatch ? .batch : .record
      if entry.witness.record.isBatch { return true }
      reader.read(entry.witness.record, text, names: &names, into: &entry.reading)
    } catch {
      entry.content = .fault(error)
    }
    return true
  }
}
