import Foundation
import Syntax
import Testing

@testable import Telemetry

/// The fast way of reading a line against the general one, and both against Foundation's reader.
@Suite struct ParserAgreementTests {
  /// What one reading of a line has given.
  private struct Reading: Equatable {
    var fault: RecordFault?
    var values: [String] = []
  }

  private func reading(
    _ line: [UInt8], quoteCount: Int?, by parser: inout RecordParser
  ) -> Reading {
    var record = LogRecord()
    do throws(RecordFault) {
      try parser.parse(line.span.bytes, quoteCount: quoteCount, into: &record)
    } catch {
      return Reading(fault: error)
    }
    var reading = Reading()
    for field in LogField.allCases where record.has(field) {
      let value = record[field]
      reading.values.append("\(field) \(value.start)..<\(value.end) \(value.form) \(value.rank)")
    }
    reading.values.append("\(record.hasRepeatedFields) \(record.isBatch) \(record.named.bits)")
    return reading
  }

  /// The number of quotes of a line that is plain.
  private func quoteCount(_ line: [UInt8]) -> Int? {
    let run = ByteScanner.plainRun(line.span.bytes, from: 0, to: line.count)
    return run.end == line.count ? run.quoteCount : nil
  }

  /// Whether Foundation takes `line` for an object.
  private func isObject(_ line: [UInt8]) -> Bool {
    (try? JSONSerialization.jsonObject(with: Data(line))) is [String: Any]
  }

  /// Whether Foundation goes by the same grammar, which is RFC 8259's here.
  ///
  /// It takes a NUL for a sign of UTF-16 and a comma before a closing bracket, and refuses halves of surrogate
  /// pairs and numbers beyond a double.
  private func isComparable(_ text: String) -> Bool {
    let hasHalf = text.replacingOccurrences(of: #"\ud83d\ude00"#, with: "").contains(#"\ud"#)
    return !text.contains("\0") && !hasHalf
      && text.firstRange(of: #/[eE][+]?\d{3}|,[ \t]*[}\]]/#) == nil
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `one parser over a whole log reads each line as a new one does, and as Foundation does`(
    seed: UInt64
  ) {
    var lines = LineMaker(seed: seed)
    let keys = KeyTree(.standard)
    var experienced = RecordParser(keys)
    var (plain, valid) = (0, 0)
    for _ in 0..<3000 {
      let line = lines.next()
      let quoteCount = quoteCount(line)
      var new = RecordParser(keys)
      let general = reading(line, quoteCount: nil, by: &new)
      let fast = reading(line, quoteCount: quoteCount, by: &experienced)
      let text = String(decoding: line, as: UTF8.self)
      #expect(fast == general, "\(text)")
      if isComparable(text) { #expect((general.fault == nil) == isObject(line), "\(text)") }
      if quoteCount != nil { plain += 1 }
      if general.fault == nil { valid += 1 }
    }
    #expect(plain > 1000 && (1000..<2900).contains(valid))
  }

  @Test func `plain records are read in the fast way`() {
    var parser = RecordParser(.standard)
    var record = LogRecord()
    for number in 0..<50 {
      let name = String(repeating: "x", count: number % 7)
      let line = Array(
        #"{"server_id":"s\#(name)","latency_ms":\#(number), "meta":{"a":["b"]},"tool_name":"t"}"#
          .utf8)
      let quotes = line.count { $0 == UInt8(ascii: "\"") }
      #expect(parser.readPlain(line.span.bytes, quotes, into: &record))
      #expect(Int(record[.serverID].end - record[.serverID].start) == number % 7 + 3)
    }
  }

  @Test func `quotes that were passed over are missed`() {
    var parser = RecordParser(.standard)
    let long = #"{"server_id":"0123456789012","tool_name":"t"}"#
    let short = #"{"server_id":"0","note":"12","tool_name":"t"}"#
    for line in [long, short, long] {
      let bytes = Array(line.utf8)
      var new = RecordParser(.standard)
      #expect(
        reading(bytes, quoteCount: quoteCount(bytes), by: &parser)
          == reading(bytes, quoteCount: nil, by: &new))
    }
  }

  @Test func `any number of distinct keys is borne`() {
    var parser = RecordParser(.standard)
    var record = LogRecord()
    for start in stride(from: 0, to: 9000, by: 3) {
      let members = (start..<start + 3).map { "\"k\($0)\":\"v\"" }.joined(separator: ",")
      let line = Array("{\(members),\"server_id\":\"s\"}".utf8)
      #expect(throws: Never.self) {
        try parser.parse(line.span.bytes, quoteCount: quoteCount(line), into: &record)
      }
      #expect(record.has(.serverID))
    }
  }
}

/// Lines like those of a log, of which every third is damaged in one place.
private struct LineMaker {
  private var random: SeededGenerator
  private let keys = [
    "timestamp", "server_id", "tool_name", "latency_ms", "fallback", "output_status", "note",
    "session_id", "user", "server\\u005fid", "a", "",
  ]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func next() -> [UInt8] {
    var line = Array(object(depth: 0).utf8)
    if random.happens(10) { line.append(0x0D) }
    if random.happens(33) { damage(&line) }
    return line
  }

  private mutating func object(depth: Int) -> String {
    let space = random.happens(15) ? " " : ""
    var members = keys.prefix(8).shuffled(using: &random).prefix(
      Int.random(in: 0...6, using: &random))
    if random.happens(60) { members = keys.prefix(5) }
    if random.happens(10), let other = keys.randomElement(using: &random) { members.append(other) }
    let texts = members.map { key in "\"\(key)\":\(space)\(value(depth: depth))" }
    return "{" + texts.joined(separator: "," + space) + "}"
  }

  private mutating func value(depth: Int) -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      return ["0", "-0", "17.5", "1e5", "-1.25E-3", "123456"].randomElement(using: &random) ?? ""
    case 1: return ["true", "false", "null"].randomElement(using: &random) ?? ""
    case 2 where depth < 3: return object(depth: depth + 1)
    case 3 where depth < 3: return "[\(value(depth: depth + 1)), \(value(depth: depth + 1))]"
    case 4: return #""a\"b\\\u00e9\ud83d\ude00\n""#
    case 5: return "\"é – ü\""
    case 6: return #"",""#
    default:
      return "\"" + String(repeating: "x", count: Int.random(in: 0..<6, using: &random)) + "\""
    }
  }

  /// Changes, removes or inserts a byte, or cuts the line off.
  private mutating func damage(_ line: inout [UInt8]) {
    let place = Int.random(in: 0..<line.count, using: &random)
    let bytes = Array("\"\\{}[]:, \t0-.e".utf8) + [0x00, 0x0B, 0x1F, 0x7F, 0x80, 0xC3, 0xFF]
    guard let byte = bytes.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: line[place] = byte
    case 1: line.remove(at: place)
    case 2: line.insert(byte, at: place)
    default: line.removeLast(line.count - place)
    }
  }
}
