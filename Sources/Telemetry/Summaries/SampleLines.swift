/// The lines of the records that are pointed at, and which parts of which sources have been read.
///
/// A shard that starts in the middle of a file does not know the number of its first line. Lines are
/// numbered from the start of the part that holds them, and numbered anew when two parts meet.
struct SampleLines: Hashable, Sendable {
  /// The longest beginning of a line that is kept, in bytes.
  static let maximumLength = 16 << 10

  /// The text of one record.
  struct Line: Hashable, Sendable {
    /// The record's bytes, which are those of its line unless that holds several, or the first
    /// `maximumLength` of them.
    var bytes: [UInt8]
    /// The 1-based number among the lines that start in the same part of the source.
    var number: Int
    /// The 1-based column of the record's first byte, in code points.
    var column = 1
  }

  /// A part of a source that has been read.
  struct Part: Hashable, Comparable, Sendable {
    /// The number of the source's name.
    var source: UInt32
    /// The offset of the first byte.
    var start: Int
    /// The offset behind the last byte.
    var end: Int
    /// How many lines start in the part.
    var lineCount: Int
    /// Whether the source ends where the part does.
    var endsSource: Bool
    /// Lines of the part that are no records, of all that are not blank.
    var malformed = Tally()
    /// The digests of the blocks that start in the part; `nil` where they were not asked for.
    var blocks: SourceBlocks?

    /// What was read of the source whose name has the number `source`, in `lineCount` lines.
    init(_ part: ReadPart, of source: UInt32, lineCount: Int, malformed: Tally) {
      self.source = source
      start = part.range.lowerBound
      end = part.range.upperBound
      self.lineCount = lineCount
      endsSource = part.endsSource
      self.malformed = malformed
      blocks = part.blocks
    }

    /// Whether `next` is the part that follows in the same state of the same source.
    func meets(_ next: Part) -> Bool {
      source == next.source && end == next.start && canPrecede(next)
    }

    /// Whether `next`, which starts behind this part, can be of the same state of the source.
    func canPrecede(_ next: Part) -> Bool {
      if endsSource { return false }
      guard let blocks, let others = next.blocks else { return true }
      return blocks.canPrecede(others)
    }

    /// Takes in `next`, which this part meets.
    mutating func append(_ next: Part) {
      end = next.end
      lineCount += next.lineCount
      malformed.merge(next.malformed)
      endsSource = next.endsSource
      if let others = next.blocks { blocks?.append(others) } else { blocks = nil }
    }

    static func < (left: Part, right: Part) -> Bool {
      (left.source, left.start, left.end) < (right.source, right.start, right.end)
    }
  }

  /// The lines, by where they start.
  private(set) var lines = KeptLines()
  /// The parts, ordered, those that meet made one.
  private(set) var parts: [Part] = []

  /// Keeps the line that starts at `position`.
  mutating func keep(_ line: Line, at position: LogPosition) {
    lines.insert(line, at: position)
  }

  /// Notes that `parts`, which hold all lines so far, have been read, and keeps the first damaged line of each.
  mutating func finish(_ parts: [(part: Part, firstMalformed: Line?)]) {
    let ordered = parts.sorted { $0.part < $1.part }
    var damaged = KeptLines()
    for (part, line) in ordered {
      if let line, let sighting = part.malformed.first {
        damaged.insert(line, at: sighting.position)
      }
    }
    lines.merge(damaged)
    join(ordered.map(\.part))
  }

  /// Takes in the lines and parts of `other`.
  mutating func merge(_ other: SampleLines) {
    lines.merge(other.lines)
    if other.parts.isEmpty { return }
    join((parts + other.parts).sorted())
  }

  /// Forgets the lines at those indices at which `isNeeded` is false.
  mutating func keepOnly(_ isNeeded: [Bool]) {
    lines.keepOnly(isNeeded)
  }

  /// Renumbers names.
  mutating func rename(_ map: NameMap) {
    for index in parts.indices {
      parts[index].source = map[Int(parts[index].source)]
      parts[index].malformed.rename(map)
    }
    parts.sort()
    lines.rename(map)
  }

  /// The first damaged line of each part.
  var sightings: [Sighting] { parts.compactMap(\.malformed.first) }

  /// Makes one of parts that meet, and numbers the lines of the later ones anew.
  private mutating func join(_ ordered: [Part]) {
    var joined: [Part] = []
    var lead = [Int](repeating: 0, count: ordered.count)
    for (index, part) in ordered.enumerated() {
      if let last = joined.last, last.meets(part) {
        lead[index] = last.lineCount
        joined[joined.count - 1].append(part)
      } else {
        joined.append(part)
      }
    }
    if lead.contains(where: { $0 > 0 }) {
      lines.renumber { position in
        Self.part(of: position, in: ordered).map { lead[$0] } ?? 0
      }
    }
    parts = joined
  }

  /// The index of the last part that starts at or before `position`.
  private static func part(of position: LogPosition, in parts: [Part]) -> Int? {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if (parts[middle].source, parts[middle].start) <= (position.source, position.offset) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == 0 ? nil : low - 1
  }
}

extension SampleLines: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(count: lines.count)
    for element in lines.elements {
      writer.write(element.position)
      writer.write(count: element.line.number)
      writer.write(count: element.line.column)
      writer.write(bytes: element.line.bytes)
    }
    writer.write(list: parts)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    for _ in 0..<(try reader.elementCount(atMost: .max)) {
      let start = reader.offset
      let position: LogPosition = try reader.part()
      let number = try reader.number(atMost: SummaryReader.maximumOffset)
      let column = try reader.number(atMost: SummaryReader.maximumOffset)
      let line = Line(
        bytes: try reader.bytes(atMost: Self.maximumLength), number: number, column: column)
      if let last = lines.elements.last, last.position >= position {
        throw reader.fault("lines are out of order", at: start)
      }
      lines.insert(line, at: position)
    }
    let start = reader.offset
    parts = try reader.list(atMost: .max)
    for (part, next) in zip(parts, parts.dropFirst()) {
      guard part.source < next.source || (part.source == next.source && part.end <= next.start),
        !part.meets(next)
      else { throw reader.fault("parts of a source are out of order", at: start) }
    }
  }
}

extension SampleLines.Part: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    writer.write(name: source)
    writer.write(count: start)
    writer.write(count: end)
    writer.write(count: lineCount)
    writer.write(malformed)
    writer.write(flag: endsSource)
    writer.write(flag: blocks != nil)
    blocks?.encode(into: &writer)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    source = try reader.name()
    start = try reader.number(atMost: SummaryReader.maximumOffset)
    end = try reader.number(atMost: SummaryReader.maximumOffset)
    let place = reader.offset
    lineCount = try reader.number(atMost: SummaryReader.maximumOffset)
    malformed = try reader.part()
    endsSource = try reader.flag()
    guard start < end || (end == 0 && endsSource), start <= end, lineCount <= end - start else {
      throw reader.fault("a part of a source is not well formed", at: place)
    }
    blocks = try reader.flag() ? SourceBlocks(from: &reader, of: start..<end) : nil
  }
}
