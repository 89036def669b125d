import Syntax

/// Reads one line as a JSON object (RFC 8259), noting where the values of known fields stand.
///
/// The whole line is validated, whatever of it is of interest: a line that only looks like a record is
/// evidence of nothing.
struct RecordParser: Sendable {
  /// The deepest nesting of objects and arrays that a record may have.
  static let maximumDepth = 128

  private let keys: KeyTree
  private var decodedKey: [UInt8] = []

  /// A parser that knows fields by the names of `mapping`.
  init(_ mapping: FieldMapping) {
    self.init(KeyTree(mapping))
  }

  /// A parser that knows fields by the names of `keys`.
  init(_ keys: KeyTree) {
    self.keys = keys
  }

  /// Reads `line`, which holds no line break, into `record`.
  mutating func parse(
    _ line: borrowing RawSpan, into record: inout LogRecord
  ) throws(RecordFault) {
    record.clear()
    if let offset = ByteScanner.firstInvalidUTF8(line, from: 0, to: line.byteCount) {
      throw .encoding(offset: offset)
    }
    var cursor = 0
    skipSpace(line, &cursor)
    guard cursor < line.byteCount, ByteScanner.byte(line, at: cursor) == UInt8(ascii: "{") else {
      throw .notAnObject
    }
    try object(line, &cursor, node: KeyTree.root, depth: 1, into: &record)
    skipSpace(line, &cursor)
    if cursor != line.byteCount { throw .syntax(offset: cursor) }
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
      guard next(line, cursor) == UInt8(ascii: "\"") else { throw .syntax(offset: cursor) }
      let start = cursor + 1
      let form = try string(line, &cursor)
      let meaning = meaning(line, start, cursor - 1, form, under: node)
      skipSpace(line, &cursor)
      guard next(line, cursor) == UInt8(ascii: ":") else { throw .syntax(offset: cursor) }
      cursor += 1
      skipSpace(line, &cursor)
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

  /// Reads the value at `cursor` of a key that means `meaning`.
  private mutating func member(
    _ line: borrowing RawSpan, _ cursor: inout Int, _ meaning: KeyTree.Meaning?, depth: Int,
    into record: inout LogRecord
  ) throws(RecordFault) {
    let start = cursor
    let form = try value(line, &cursor, node: meaning?.child, depth: depth, into: &record)
    guard let meaning else { return }
    if meaning.opensBatch, depth == 1, form == .array { record.isBatch = true }
    guard let field = meaning.field else { return }
    record.take(
      FieldValue(
        start: UInt32(clamping: start), end: UInt32(clamping: cursor), form: form,
        rank: meaning.rank),
      as: field)
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

  private func escape(_ line: borrowing RawSpan, _ cursor: inout Int) throws(RecordFault) {
    switch next(line, cursor + 1) {
    case UInt8(ascii: "u"):
      for index in cursor + 2..<cursor + 6 where JSONText.hexDigit(next(line, index)) == nil {
        throw .syntax(offset: min(index, line.byteCount))
      }
      cursor += 6
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      cursor += 2
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
    offset < line.byteCount ? ByteScanner.byte(line, at: offset) : 0
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
  ) -> KeyTree.Meaning? {
    guard let node else { return nil }
    if form == .text { return keys.meaning(of: line, from: start, to: end, under: node) }
    JSONText.decode(line, from: start, to: end, into: &decodedKey)
    return keys.meaning(of: decodedKey.span.bytes, from: 0, to: decodedKey.count, under: node)
  }
}
