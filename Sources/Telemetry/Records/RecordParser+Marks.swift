import Syntax

/// Reading lines whose strings are known to start and end at the marks of `LineMarks`.
///
/// Where a string ends is then looked up instead of searched for, so that nothing depends on how long it
/// is. What is accepted, and what it is taken for, is the same as in the general way.
extension RecordParser {
  /// Reads `line`, whose `marks` are complete; false where it must be read in the general way, which may
  /// find a fault.
  mutating func readMarked(
    _ line: borrowing RawSpan, _ marks: borrowing LineMarks, into record: inout LogRecord
  ) -> Bool {
    do throws(RecordFault) {
      if !marks.isASCII,
        ByteScanner.firstInvalidUTF8(line, from: 0, to: line.byteCount) != nil
      {
        return false
      }
      for index in 0..<marks.escapeCount {
        var cursor = marks.escape(index)
        try escape(line, &cursor)
      }
      record.clear()
      var place = Place()
      try openRecord(line, &place)
      repeat {
        let meaning = try markedKey(line, marks, &place)
        let start = place.offset
        let form = try markedValue(line, marks, meaning, &place, into: &record)
        take(start..<place.offset, form, meaning, depth: 1, into: &record)
      } while try hasNextMember(line, &place)
      return place.offset == line.byteCount
    } catch {
      return false
    }
  }

  /// Moves on to the next byte that is no white space; out of line, because few lines have any.
  @inline(never)
  private func skipBlanks(_ line: borrowing RawSpan, _ place: inout Place) {
    skipSpace(line, &place.offset)
  }

  /// How far a line is read.
  private struct Place {
    /// The offset of the next byte.
    var offset = 0
    /// The numbers of the next quote and of the next escape.
    var quote = 0
    var escape = 0
  }

  /// Reads up to the first key.
  @inline(__always)
  private func openRecord(
    _ line: borrowing RawSpan, _ place: inout Place
  ) throws(RecordFault) {
    if next(line, 0) <= 0x20 { skipBlanks(line, &place) }
    try take(UInt8(ascii: "{"), line, &place)
  }

  /// Reads from the end of a value to the next key, or to the end of the line, where this is false.
  @inline(__always)
  private func hasNextMember(
    _ line: borrowing RawSpan, _ place: inout Place
  ) throws(RecordFault) -> Bool {
    if next(line, place.offset) <= 0x20 { skipBlanks(line, &place) }
    if next(line, place.offset) == UInt8(ascii: "}") {
      place.offset &+= 1
      if place.offset < line.byteCount { skipBlanks(line, &place) }
      return false
    }
    try take(UInt8(ascii: ","), line, &place)
    return true
  }

  /// Reads `mark` and the white space behind it.
  @inline(__always)
  private func take(
    _ mark: UInt8, _ line: borrowing RawSpan, _ place: inout Place
  ) throws(RecordFault) {
    guard next(line, place.offset) == mark else { throw .syntax(offset: place.offset) }
    place.offset &+= 1
    if next(line, place.offset) <= 0x20 { skipBlanks(line, &place) }
  }

  /// Reads the key at `place` up to the start of its value, and returns what it means.
  @inline(__always)
  private mutating func markedKey(
    _ line: borrowing RawSpan, _ marks: borrowing LineMarks, _ place: inout Place
  ) throws(RecordFault) -> KeyTree.Meaning {
    guard place.quote &+ 1 < marks.quoteCount, marks.quote(place.quote) == place.offset else {
      throw .syntax(offset: place.offset)
    }
    let start = place.offset &+ 1
    let form = markedString(marks, &place)
    let meaning = meaning(line, start, place.offset &- 1, form, under: KeyTree.root)
    if next(line, place.offset) <= 0x20 { skipBlanks(line, &place) }
    try take(UInt8(ascii: ":"), line, &place)
    return meaning
  }

  /// Reads the value at `place`, which a key that means `meaning` has.
  @inline(__always)
  private mutating func markedValue(
    _ line: borrowing RawSpan, _ marks: borrowing LineMarks, _ meaning: KeyTree.Meaning,
    _ place: inout Place, into record: inout LogRecord
  ) throws(RecordFault) -> ValueForm {
    if next(line, place.offset) == UInt8(ascii: "\""), place.quote &+ 1 < marks.quoteCount {
      return markedString(marks, &place)
    }
    let form = try value(line, &place.offset, node: meaning.child, depth: 1, into: &record)
    if form.isCollection {
      while place.quote < marks.quoteCount, marks.quote(place.quote) < place.offset {
        place.quote &+= 1
      }
      while marks.escape(place.escape) < place.offset { place.escape &+= 1 }
    }
    return form
  }

  /// Reads the string that starts at the next quote.
  @inline(__always)
  private func markedString(_ marks: borrowing LineMarks, _ place: inout Place) -> ValueForm {
    place.offset = marks.quote(place.quote &+ 1) &+ 1
    place.quote &+= 2
    guard marks.escape(place.escape) < place.offset else { return .text }
    repeat { place.escape &+= 1 } while marks.escape(place.escape) < place.offset
    return .escapedText
  }
}
