/// Why a line of a log is no record.
enum RecordFault: Error, Hashable, Sendable {
  /// The line is JSON, or the start of it, but no object.
  case notAnObject
  /// The byte at `offset` of the line does not fit JSON's grammar; the end of the line for one cut short.
  case syntax(offset: Int)
  /// The byte at `offset` is not part of well-formed UTF-8.
  case encoding(offset: Int)
  /// Collections are nested deeper than `RecordParser.maximumDepth`.
  case tooDeep(offset: Int)
  /// The line is longer than `LineReader.maximumLength`.
  case tooLong

  /// The place in the line that shows the fault.
  var offset: Int {
    switch self {
    case .syntax(let offset), .encoding(let offset), .tooDeep(let offset): offset
    case .notAnObject, .tooLong: 0
    }
  }

  /// What is wrong, as a diagnostic says it.
  var message: String {
    switch self {
    case .notAnObject: "the line is not a JSON object"
    case .syntax: "the line is not well-formed JSON"
    case .encoding: "the line is not UTF-8"
    case .tooDeep: "the record is nested deeper than \(RecordParser.maximumDepth) levels"
    case .tooLong: "the line is longer than \(LineReader.maximumLength) bytes"
    }
  }
}

extension RecordFault: SummaryPart {
  func encode(into writer: inout SummaryWriter) {
    let kind =
      switch self {
      case .notAnObject: 0
      case .syntax: 1
      case .encoding: 2
      case .tooDeep: 3
      case .tooLong: 4
      }
    writer.write(count: kind)
    writer.write(count: offset)
  }

  init(from reader: inout SummaryReader) throws(SummaryFault) {
    let kind = try reader.number(atMost: 4)
    let offset = try reader.number(atMost: LineReader.maximumLength)
    switch kind {
    case 0: self = .notAnObject
    case 1: self = .syntax(offset: offset)
    case 2: self = .encoding(offset: offset)
    case 3: self = .tooDeep(offset: offset)
    default: self = .tooLong
    }
  }
}
