import Syntax

/// Reads one line as a JSON object (RFC 8259), noting where the values of known fields stand.
///
/// The whole line is validated, whatever of it is of interest: a line that only looks like a record is
/// evidence of nothing.
struct RecordParser: Sendable {
  /// The deepest nesting of objects and arrays that a record may have.
  static let maximumDepth = 128

  private let keys: KeyTree
  private var chain = KeyChain()
  private var decodedKey: [UInt8] = []
  /// How long the string of each field was in the last record, and at last that of other keys.
  private var lengths = InlineArray<30, Int>(repeating: 0)

  /// A parser that knows fields by the names of `mapping`.
  init(_ mapping: FieldMapping) {
    self.init(KeyTree(mapping))
  }

  /// A parser that knows fields by the names of `keys`.
  init(_ keys: KeyTree) {
    self.keys = keys
  }

  /// Reads `line`, which holds no line break, into `record`.
  ///
  /// `quoteCount` is given where the line is known to hold nothing but printable ASCII without backslashes,
  /// and that many quotes.
  mutating func parse(
    _ line: borrowing RawSpan, quoteCount: Int? = nil, into record: inout LogRecord
  ) throws(RecordFault) {
    if let quoteCount, readPlain(line, quoteCount, into: &record) { return }
    if let offset = ByteScanner.firstInvalidUTF8(line, from: 0, to: line.byteCount) {
      throw .encoding(offset: offset)
    }
    _ = try read(line, isPlain: false, into: &record)
  }

  /// Reads a line of printable ASCII without backslashes; false where it must be read in the general way,
  /// which may find a fault.
  ///
  /// In such a line a string ends at the next quote, which is looked for where it was last time. Quotes may
  /// be passed over by that, but then some are missing at the end.
  mutating func readPlain(
    _ line: borrowing RawSpan, _ quoteCount: Int, into record: inout LogRecord
  ) -> Bool {
    do throws(RecordFault) {
      return try read(line, isPlain: true, into: &record) == quoteCount
    } catch {
      return false
    }
  }

  /// Reads `line` and returns how many quotes were met in it, which is of use where it `isPlain`.
  @inline(__always)
  private mutating func read(
    _ line: borrowing RawSpan, isPlain: Bool, into record: inout LogRecord
  ) throws(RecordFault) -> Int {
    record.clear()
    var cursor = 0
    skipSpace(line, &cursor)
    guard next(line, cursor) == UInt8(ascii: "{") else { throw .notAnObject }
    let quoteCount = try members(line, &cursor, isPlain: isPlain, into: &record)
    skipSpace(line, &cursor)
    if cursor != line.byteCount { throw .syntax(offset: cursor) }
    return quoteCount
  }

  // MARK: The record itself

  /// Reads the members of the record whose brace is at `cursor`.
  @inline(__always)
  private mutating func members(
    _ line: borrowing RawSpan, _ cursor: inout Int, isPlain: Bool, into record: inout LogRecord
  ) throws(RecordFault) -> Int {
    var step = KeyChain.start
    var meaning = KeyTree.Meaning.nothing
    var (quoteCount, hits) = (0, 0)
    while true {
      let next = chain.next(after: step, line, at: cursor)
      if next != KeyChain.start {
        step = next
        hits &+= 1
        cursor &+= chain.length(of: step)
        meaning = chain.meaning(of: step)
      } else {
        let start = cursor
        let isFirst = step == KeyChain.start
        guard try findKey(line, &cursor, isFirst: isFirst, &meaning) else { break }
        step = chain.learn(start..<cursor, of: line, meaning, after: step)
      }
      // A step may have been learned where less space followed it.
      skipSpace(line, &cursor)
      let start = cursor
      let form: ValueForm
      if self.next(line, cursor) == UInt8(ascii: "\"") {
        quoteCount &+= 4
        form =
          isPlain ? plainString(line, &cursor, of: meaning.field) : try string(line, &cursor)
      } else {
        quoteCount &+= 2
        form = try value(line, &cursor, node: meaning.child, depth: 1, into: &record)
        if isPlain, form.isCollection {
          quoteCount &+= ByteScanner.plainRun(line, from: start, to: cursor).quoteCount
        }
      }
      take(start..<cursor, form, meaning, depth: 1, into: &record)
    }
    chain.noteHits(hits)
    return quoteCount
  }

  /// Reads from the end of a value, or from the opening brace, to the start of the next value, whose key
  /// means `meaning`; false where the closing brace comes first.
  private mutating func findKey(
    _ line: borrowing RawSpan, _ cursor: inout Int, isFirst: Bool,
    _ meaning: inout KeyTree.Meaning
  ) throws(RecordFault) -> Bool {
    if !isFirst {
      skipSpace(line, &cursor)
      let delimiter = next(line, cursor)
      if delimiter == UInt8(ascii: "}") {
        cursor += 1
        return false
      }
      guard delimiter == UInt8(ascii: ",") else { throw .syntax(offset: cursor) }
    }
    cursor += 1
    skipSpace(line, &cursor)
    if isFirst, next(line, cursor) == UInt8(ascii: "}") {
      cursor += 1
      return false
    }
    meaning = try key(line, &cursor, under: KeyTree.root)
    return true
  }

  /// Reads the string whose opening quote is at `cursor`, the value of `field`, in a plain line.
  @inline(__always)
  private mutating func plainString(
    _ line: borrowing RawSpan, _ cursor: inout Int, of field: Int?
  ) -> ValueForm {
    let place = field ?? lengths.count &- 1
    let end = cursor &+ lengths[place]
    let delimiter = next(line, end)
    if next(line, end &- 1) == UInt8(ascii: "\""), end > cursor,
      delimiter == UInt8(ascii: ",") || delimiter == UInt8(ascii: "}")
    {
      cursor = end
      return .text
    }
    return unforeseenString(line, &cursor, place)
  }

  private mutating func unforeseenString(
    _ line: borrowing RawSpan, _ cursor: inout Int, _ place: Int
  ) -> ValueForm {
    let start = cursor
    cursor = ByteScanner.firstStringStop(line, from: cursor &+ 1, to: line.byteCount) &+ 1
    lengths[place] = cursor &- start
    return .text
  }

  // MARK: Collections

  /// Reads the object that starts at `cursor`; its keys mean what `node` says, or nothing where it is nil.
  private mutating func object(
    _ line: borrowing RawSpan, _ cursor: inout Int, node: Int?, depth: Int,
    into record: inout LogRecord
  ) throws(RecordFault) {
    if depth > Self.maximumDepth { throw .tooDeep(offset: cursor) }
    cursor += 1
    skipSpace(line, &cursor)
    if next(line, cursor) == UInt8(ascii: "}") {
      cursor += 1
      return
    }
    while true {
      let meaning = try key(line, &cursor, under: node)
      try member(line, &cursor, meaning, depth: depth, into: &record)
      skipSpace(line, &cursor)
      let delimiter = next(line, cursor)
      guard delimiter == UInt8(ascii: ",") || delimiter == UInt8(ascii: "}") else {
        throw .syntax(offset: cursor)
      }
      cursor += 1
      if delimiter == UInt8(ascii: "}") { return }
      skipSpace(line, &cursor)
    }
  }

  /// Reads the key at `cursor`, which means what `node` says, up to the start of its value.
  @inline(__always)
  private mutating func key(
    _ line: borrowing RawSpan, _ cursor: inout Int, under node: Int?
  ) throws(RecordFault) -> KeyTree.Meaning {
    guard next(line, cursor) == UInt8(ascii: "\"") else { throw .syntax(offset: cursor) }
    let start = cursor &+ 1
    let stop = ByteScanner.firstStringStop(line, from: start, to: line.byteCount)
    var form = ValueForm.text
    if next(line, stop) == UInt8(ascii: "\"") {
      cursor = stop &+ 1
    } else {
      form = try string(line, &cursor)
    }
    let meaning = meaning(line, start, cursor - 1, form, under: node)
    skipSpace(line, &cursor)
    guard next(line, cursor) == UInt8(ascii: ":") else { throw .syntax(offset: cursor) }
    cursor += 1
    skipSpace(line, &cursor)
    return meaning
  }

  /// Reads the value at `cursor` of a key that means `meaning`.
  private mutating func member(
    _ line: borrowing RawSpan, _ cursor: inout Int, _ meaning: KeyTree.Meaning, depth: Int,
    into record: inout LogRecord
  ) throws(RecordFault) {
    let start = cursor
    let form = try value(line, &cursor, node: meaning.child, depth: depth, into: &record)
    take(start..<cursor, form, meaning, depth: depth, into: &record)
  }

  /// Takes in the value in `range` of a key that means `meaning`.
  @inline(__always)
  private func take(
    _ range: Range<Int>, _ form: ValueForm, _ meaning: KeyTree.Meaning, depth: Int,
    into record: inout LogRecord
  ) {
    if meaning.opensBatch, depth == 1, form == .array { record.isBatch = true }
    guard let field = meaning.field else { return }
    record.take(
      FieldValue(
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: range.upperBound), form: form, rank: meaning.rank),
      at: field)
  }

  private mutating func array(
    _ line: borrowing RawSpan, _ cursor: inout Int, depth: Int, into record: inout LogRecord
  ) throws(RecordFault) {
    if depth > Self.maximumDepth { throw .tooDeep(offset: cursor) }
    cursor += 1
    skipSpace(line, &cursor)
    if next(line, cursor) == UInt8(ascii: "]") {
      cursor += 1
      return
    }
    while true {
      _ = try value(line, &cursor, node: nil, depth: depth, into: &record)
      skipSpace(line, &cursor)
      let delimiter = next(line, cursor)
      guard delimiter == UInt8(ascii: ",") || delimiter == UInt8(ascii: "]") else {
        throw .syntax(offset: cursor)
      }
      cursor += 1
      if delimiter == UInt8(ascii: "]") { return }
      skipSpace(line, &cursor)
    }
  }

  /// Reads the value at `cursor`; `node` is what the keys mean if it is an object.
  private mutating func value(
    _ line: borrowing RawSpan, _ cursor: inout Int, node: Int?, depth: Int,
    into record: inout LogRecord
  ) throws(RecordFault) -> ValueForm {
    switch next(line, cursor) {
    case UInt8(ascii: "\""):
      return try string(line, &cursor)
    case UInt8(ascii: "{"):
      try object(line, &cursor, node: node, depth: depth + 1, into: &record)
      return .object
    case UInt8(ascii: "["):
      try array(line, &cursor, depth: depth + 1, into: &record)
      return .array
    case UInt8(ascii: "t"):
      try word([0x74, 0x72, 0x75, 0x65, 0], count: 4, line, &cursor)
      return .true
    case UInt8(ascii: "f"):
      try word([0x66, 0x61, 0x6C, 0x73, 0x65], count: 5, line, &cursor)
      return .false
    case UInt8(ascii: "n"):
      try word([0x6E, 0x75, 0x6C, 0x6C, 0], count: 4, line, &cursor)
      return .absent
    default:
      try number(line, &cursor)
      return .number
    }
  }

  // MARK: Scalars

  /// Reads the string whose opening quote is at `cursor`.
  private func string(
    _ line: borrowing RawSpan, _ cursor: inout Int
  ) throws(RecordFault) -> ValueForm {
    var form = ValueForm.text
    cursor += 1
    while true {
      cursor = ByteScanner.firstStringStop(line, from: cursor, to: line.byteCount)
      switch next(line, cursor) {
      case UInt8(ascii: "\""):
        cursor += 1
        return form
      case UInt8(ascii: "\\"):
        form = .escapedText
        try escape(line, &cursor)
      default:
        throw .syntax(offset: cursor)
      }
    }
  }

  /// The bytes below 0x40 that are escaped as they are: the quote and the slash.
  private static let markEscapes: UInt64 = 1 << 0x22 | 1 << 0x2F
  /// The bytes from 0x40 on that stand behind a backslash alone: itself, b, f, n, r, t.
  private static let letterEscapes: UInt64 =
    1 << 0x1C | 1 << 0x22 | 1 << 0x26 | 1 << 0x2E | 1 << 0x32 | 1 << 0x34

  @inline(__always)
  private func escape(_ line: borrowing RawSpan, _ cursor: inout Int) throws(RecordFault) {
    let letter = next(line, cursor + 1)
    // Branches would be mispredicted: texts with many escapes have many kinds of them.
    let shift = UInt64(truncatingIfNeeded: letter & 0x3F)
    if (letter & 0xC0 == 0x40 ? Self.letterEscapes : Self.markEscapes) &>> shift & 1 != 0,
      letter < 0x80
    {
      cursor += 2
      return
    }
    switch letter {
    case UInt8(ascii: "u"):
      for index in cursor + 2..<cursor + 6 where JSONText.hexDigit(next(line, index)) == nil {
        throw .syntax(offset: min(index, line.byteCount))
      }
      cursor += 6
    default:
      throw .syntax(offset: min(cursor + 1, line.byteCount))
    }
  }

  /// Reads the bytes of `letters`.
  private func word(
    _ letters: InlineArray<5, UInt8>, count: Int, _ line: borrowing RawSpan, _ cursor: inout Int
  ) throws(RecordFault) {
    for index in 0..<count {
      guard next(line, cursor) == letters[index] else { throw .syntax(offset: cursor) }
      cursor += 1
    }
  }

  private func number(_ line: borrowing RawSpan, _ cursor: inout Int) throws(RecordFault) {
    if next(line, cursor) == UInt8(ascii: "-") { cursor += 1 }
    if next(line, cursor) == UInt8(ascii: "0") {
      cursor += 1
    } else {
      try digits(line, &cursor)
    }
    if next(line, cursor) == UInt8(ascii: ".") {
      cursor += 1
      try digits(line, &cursor)
    }
    if next(line, cursor) | 0x20 == UInt8(ascii: "e") {
      cursor += 1
      let sign = next(line, cursor)
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { cursor += 1 }
      try digits(line, &cursor)
    }
  }

  private func digits(_ line: borrowing RawSpan, _ cursor: inout Int) throws(RecordFault) {
    let start = cursor
    while next(line, cursor) &- UInt8(ascii: "0") < 10 { cursor += 1 }
    if cursor == start { throw .syntax(offset: cursor) }
  }

  // MARK: Bytes

  /// The byte at `offset`, or NUL, which fits nowhere in JSON, behind the end.
  @inline(__always)
  private func next(_ line: borrowing RawSpan, _ offset: Int) -> UInt8 {
    ByteScanner.byteOrZero(line, at: offset)
  }

  @inline(__always)
  private func skipSpace(_ line: borrowing RawSpan, _ cursor: inout Int) {
    while cursor < line.byteCount {
      switch ByteScanner.byte(line, at: cursor) {
      case 0x20, 0x09, 0x0D, 0x0A: cursor += 1
      default: return
      }
    }
  }

  /// What the key in `start..<end` means under `node`; nothing where that is nil.
  private mutating func meaning(
    _ line: borrowing RawSpan, _ start: Int, _ end: Int, _ form: ValueForm, under node: Int?
  ) -> KeyTree.Meaning {
    guard let node else { return .nothing }
    if form == .text { return keys.meaning(of: line, from: start, to: end, under: node) }
    JSONText.decode(line, from: start, to: end, into: &decodedKey)
    return keys.meaning(of: decodedKey.span.bytes, from: 0, to: decodedKey.count, under: node)
  }
}
