import Syntax

/// Reading lines of which `LineMarks` tells how many quotes they have, or where.
///
/// Where a string ends is then looked up or guessed. That a guess was right is known at the end of the line,
/// when the strings read have as many quotes as the line: none of them then holds one. What is accepted, and
/// what it is taken for, is the same as in the general way.
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
      var place = Place(next: layouts.start(line))
      repeat {
        try readExpected(line, marks, &place, into: &record)
      } while try readUnexpected(line, marks, &place, into: &record)
      layouts.finish(unexpected: place.unexpected)
      return place.offset == line.byteCount && place.quote == marks.quoteCount
    } catch {
      return false
    }
  }

  /// How far a line is read.
  private struct Place {
    /// The offset of the next byte.
    var offset = 0
    /// The numbers of the next quote and of the next escape.
    var quote = 0
    var escape = 0
    /// The place among `layouts` of the key that is expected next.
    var next: Int
    /// How many keys were not where they were expected.
    var unexpected = 0

    init(next: Int) {
      self.next = next
    }
  }

  /// Reads members as long as their keys are the expected ones.
  private mutating func readExpected(
    _ line: borrowing RawSpan, _ marks: borrowing LineMarks, _ place: inout Place,
    into record: inout LogRecord
  ) throws(RecordFault) {
    var known = place.next
    while true {
      if !layouts[known].text.stands(in: line, at: place.offset) {
        known &+= 1
        if !layouts[known].text.stands(in: line, at: place.offset) { return }
      }
      let meaning = layouts[known].meaning
      place.offset &+= Int(layouts[known].length)
      place.quote &+= 2
      // There may be more white space than where the key was learnt.
      if next(line, place.offset) <= 0x20 { skipSpace(line, &place.offset) }
      let start = place.offset
      let form = try value(of: known, meaning, line, marks, &place, into: &record)
      take(start..<place.offset, form, meaning, depth: 1, into: &record)
      known &+= 1
      place.next = known
    }
  }

  /// Reads members with other keys than the one that is expected, until some key is expected again, or to the
  /// end of the line, where this is false.
  private mutating func readUnexpected(
    _ line: borrowing RawSpan, _ marks: borrowing LineMarks, _ place: inout Place,
    into record: inout LogRecord
  ) throws(RecordFault) -> Bool {
    repeat {
      let start = place.offset
      if start > 0, try isAtEnd(line, &place) { return false }
      try take(start == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","), line, &place)
      let (meaning, form) = try key(line, marks, &place)
      try take(UInt8(ascii: ":"), line, &place)
      var known = KeyLayouts.nowhere
      if place.next != KeyLayouts.nowhere {
        known = note(form == .text ? meaning : nil, line, from: start, &place)
      }
      let valueStart = place.offset
      let valueForm = try value(of: known, meaning, line, marks, &place, into: &record)
      take(valueStart..<place.offset, valueForm, meaning, depth: 1, into: &record)
    } while place.next == KeyLayouts.nowhere
    return true
  }

  /// Whether the record ends at `place`, which is then behind all that the line holds.
  @inline(__always)
  private func isAtEnd(
    _ line: borrowing RawSpan, _ place: inout Place
  ) throws(RecordFault) -> Bool {
    if next(line, place.offset) <= 0x20 { skipSpace(line, &place.offset) }
    guard next(line, place.offset) == UInt8(ascii: "}") else { return false }
    place.offset &+= 1
    skipSpace(line, &place.offset)
    return true
  }

  /// Notes that the key that means `meaning`, if it can be expected, lies between `start` and `place`;
  /// returns its place among the layouts.
  @inline(never)
  private mutating func note(
    _ meaning: KeyTree.Meaning?, _ line: borrowing RawSpan, from start: Int, _ place: inout Place
  ) -> Int {
    place.unexpected += 1
    // Where the line ends, the value's place is not known.
    if place.offset >= line.byteCount { return KeyLayouts.nowhere }
    let key = meaning.flatMap { KeyLayouts.Key(line, start..<place.offset, $0) }
    let known = layouts.find(key, line, at: start, expecting: place.next)
    if known != KeyLayouts.nowhere { place.next = known + 1 }
    return known
  }

  /// Reads `mark` and the white space around it.
  @inline(__always)
  private func take(
    _ mark: UInt8, _ line: borrowing RawSpan, _ place: inout Place
  ) throws(RecordFault) {
    if next(line, place.offset) <= 0x20 { skipSpace(line, &place.offset) }
    guard next(line, place.offset) == mark else { throw .syntax(offset: place.offset) }
    place.offset &+= 1
    if next(line, place.offset) <= 0x20 { skipSpace(line, &place.offset) }
  }

  /// Reads the key at `place`, and returns what it means.
  @inline(__always)
  private mutating func key(
    _ line: borrowing RawSpan, _ marks: borrowing LineMarks, _ place: inout Place
  ) throws(RecordFault) -> (KeyTree.Meaning, ValueForm) {
    guard next(line, place.offset) == UInt8(ascii: "\"") else {
      throw .syntax(offset: place.offset)
    }
    let start = place.offset &+ 1
    let form = try text(of: KeyLayouts.nowhere, line, marks, &place)
    return (meaning(line, start, place.offset &- 1, form, under: KeyTree.root), form)
  }

  /// Reads the value at `place` of the key at `known` among the layouts, which means `meaning`.
  @inline(__always)
  private mutating func value(
    of known: Int, _ meaning: KeyTree.Meaning, _ line: borrowing RawSpan,
    _ marks: borrowing LineMarks, _ place: inout Place, into record: inout LogRecord
  ) throws(RecordFault) -> ValueForm {
    if next(line, place.offset) == UInt8(ascii: "\"") {
      return try text(of: known, line, marks, &place)
    }
    let start = place.offset
    let form = try value(line, &place.offset, node: meaning.child, depth: 1, into: &record)
    if form.isCollection { passMarks(from: start, line, marks, &place) }
    return form
  }

  /// Passes over the marks from the offset `start` on up to `place`.
  @inline(never)
  private func passMarks(
    from start: Int, _ line: borrowing RawSpan, _ marks: borrowing LineMarks, _ place: inout Place
  ) {
    guard marks.areListed else {
      for offset in start..<place.offset where next(line, offset) == UInt8(ascii: "\"") {
        place.quote &+= 1
      }
      return
    }
    while place.quote < marks.quoteCount, marks.quote(place.quote) < place.offset {
      place.quote &+= 1
    }
    while marks.escape(place.escape) < place.offset { place.escape &+= 1 }
  }

  /// Reads the string that starts at the next quote: the text of the key at `known` among the layouts, or a
  /// key.
  @inline(__always)
  private mutating func text(
    of known: Int, _ line: borrowing RawSpan, _ marks: borrowing LineMarks, _ place: inout Place
  ) throws(RecordFault) -> ValueForm {
    if marks.areListed { return try listedText(marks, &place) }
    let length = Int(layouts[known].textLength)
    if length > 1, endsText(line, at: place.offset &+ length) {
      place.offset &+= length
    } else {
      let start = place.offset
      let stop = ByteScanner.firstStringStop(line, from: start &+ 1, to: line.byteCount)
      guard next(line, stop) == UInt8(ascii: "\"") else { throw .syntax(offset: stop) }
      place.offset = stop &+ 1
      if layouts[known].isLearning { layouts.note(textLength: place.offset &- start, at: known) }
    }
    place.quote &+= 2
    return .text
  }

  /// Whether a text seems to end before `offset`.
  @inline(__always)
  private func endsText(_ line: borrowing RawSpan, at offset: Int) -> Bool {
    let follower = next(line, offset)
    return (follower == UInt8(ascii: ",") || follower == UInt8(ascii: "}"))
      && next(line, offset &- 1) == UInt8(ascii: "\"")
  }

  /// Reads the string between the next two quotes of the list.
  @inline(__always)
  private func listedText(
    _ marks: borrowing LineMarks, _ place: inout Place
  ) throws(RecordFault) -> ValueForm {
    guard place.quote &+ 1 < marks.quoteCount else { throw .syntax(offset: place.offset) }
    place.offset = marks.quote(place.quote &+ 1) &+ 1
    place.quote &+= 2
    guard marks.escape(place.escape) < place.offset else { return .text }
    repeat { place.escape &+= 1 } while marks.escape(place.escape) < place.offset
    return .escapedText
  }
}
