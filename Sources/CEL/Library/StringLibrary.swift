/// Functions of text beyond the standard ones; all positions count code points.
enum StringLibrary {
  static let functions = positions + casings + parts + joins

  private static let positions: [Function] = [
    .member("charAt", of: .string, .int, returns: .string) {
      (text, index) throws(EvaluationError) in
      let scalars = try scalars(text)
      let index = try position(index, upTo: scalars.count)
      return .string(index == scalars.count ? "" : String(Character(scalars[index])))
    },
    .member("indexOf", of: .string, .string, returns: .int) {
      (text, part) throws(EvaluationError) in
      .int(index(of: try scalars(part), in: try scalars(text), from: 0))
    },
    .member("indexOf", of: .string, parameters: [.string, .int], returns: .int) {
      (operands, meter) throws(EvaluationError) in
      let text = try scalars(operands[0])
      let start = try position(operands[2], upTo: text.count)
      return .int(index(of: try scalars(operands[1]), in: text, from: start))
    },
    .member("lastIndexOf", of: .string, .string, returns: .int) {
      (text, part) throws(EvaluationError) in
      let text = try scalars(text)
      return .int(lastIndex(of: try scalars(part), in: text, from: text.count))
    },
    .member("lastIndexOf", of: .string, parameters: [.string, .int], returns: .int) {
      (operands, meter) throws(EvaluationError) in
      let text = try scalars(operands[0])
      let start = try position(operands[2], upTo: text.count)
      return .int(lastIndex(of: try scalars(operands[1]), in: text, from: start))
    },
    .member("substring", of: .string, .int, returns: .string) {
      (text, start) throws(EvaluationError) in
      let text = try scalars(text)
      return .string(string(text[try position(start, upTo: text.count)...]))
    },
    .member("substring", of: .string, parameters: [.int, .int], returns: .string) {
      (operands, meter) throws(EvaluationError) in
      let text = try scalars(operands[0])
      let start = try position(operands[1], upTo: text.count)
      let end = try position(operands[2], upTo: text.count)
      guard start <= end else {
        throw .invalidArgument("expected start \(start) not to exceed end \(end)")
      }
      return .string(string(text[start..<end]))
    },
  ]

  private static let casings: [Function] = [
    .member("lowerAscii", of: .string, returns: .string) { (text) throws(EvaluationError) in
      .string(
        String(
          decoding: try Self.text(text).utf8.map { (65...90).contains($0) ? $0 + 32 : $0 },
          as: UTF8.self))
    },
    .member("upperAscii", of: .string, returns: .string) { (text) throws(EvaluationError) in
      .string(
        String(
          decoding: try Self.text(text).utf8.map { (97...122).contains($0) ? $0 - 32 : $0 },
          as: UTF8.self))
    },
    .member("trim", of: .string, returns: .string) { (text) throws(EvaluationError) in
      let scalars = try scalars(text)
      guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
      else { return "" }
      return .string(string(scalars[first...last]))
    },
    .member("reverse", of: .string, returns: .string) { (text) throws(EvaluationError) in
      .string(string(try scalars(text).reversed()[...]))
    },
    .global("strings.quote", .string, returns: .string) { (text) throws(EvaluationError) in
      .string(quoted(try Self.text(text)))
    },
  ]

  private static let parts: [Function] = [
    .member("replace", of: .string, parameters: [.string, .string], returns: .string) {
      (operands, meter) throws(EvaluationError) in
      try replace(operands, limit: -1, &meter)
    },
    .member("replace", of: .string, parameters: [.string, .string, .int], returns: .string) {
      (operands, meter) throws(EvaluationError) in
      try replace(operands, limit: try integer(operands[3]), &meter)
    },
    .member("split", of: .string, parameters: [.string], returns: .list(.string)) {
      (operands, meter) throws(EvaluationError) in
      try split(operands, limit: -1, &meter)
    },
    .member("split", of: .string, parameters: [.string, .int], returns: .list(.string)) {
      (operands, meter) throws(EvaluationError) in
      try split(operands, limit: try integer(operands[2]), &meter)
    },
  ]

  private static let joins: [Function] = [
    .member("join", of: .list(.string), parameters: [], returns: .string) {
      (operands, meter) throws(EvaluationError) in
      try join(operands[0], "", &meter)
    },
    .member("join", of: .list(.string), parameters: [.string], returns: .string) {
      (operands, meter) throws(EvaluationError) in
      try join(operands[0], try text(operands[1]), &meter)
    },
  ]

  private static func join(
    _ list: Value, _ separator: String, _ meter: inout CostMeter
  ) throws(EvaluationError) -> Value {
    guard case .list(let elements) = list else { throw .noSuchOverload("join") }
    var result = ""
    for (index, element) in elements.enumerated() {
      let part = try text(element)
      try meter.charge(forText: part.utf8.count + separator.utf8.count)
      if index > 0 { result += separator }
      result += part
    }
    return .string(result)
  }

  /// Replaces the first `limit` occurrences, or all of them where it is negative.
  private static func replace(
    _ operands: [Value], limit: Int64, _ meter: inout CostMeter
  ) throws(EvaluationError) -> Value {
    let replacement = try text(operands[2])
    guard limit != 0 else { return operands[0] }
    let limit = limit < 0 || limit == .max ? .max : Int(limit + 1)
    let pieces = pieces(of: try scalars(operands[0]), by: try scalars(operands[1]), limit: limit)
    try meter.charge(forText: (pieces.count - 1) * replacement.utf8.count)
    var result = ""
    for (index, piece) in pieces.enumerated() {
      if index > 0 { result += replacement }
      result += string(piece)
    }
    return .string(result)
  }

  private static func split(
    _ operands: [Value], limit: Int64, _ meter: inout CostMeter
  ) throws(EvaluationError) -> Value {
    guard limit != 0 else { return .list([]) }
    let text = try scalars(operands[0])
    let separator = try scalars(operands[1])
    try meter.charge(text.count / 4 + 1)
    if separator.isEmpty {
      let count = min(text.count, limit < 0 ? .max : Int(limit))
      guard count > 0 else { return .list([]) }
      let single = text[..<(count - 1)].map { Value.string(String(Character($0))) }
      let rest = limit < 0 ? text[(count - 1)..<count] : text[(count - 1)...]
      return .list(single + [.string(string(rest))])
    }
    let pieces = pieces(of: text, by: separator, limit: limit < 0 ? .max : Int(limit))
    return .list(pieces.map { .string(string($0)) })
  }

  /// What lies between the separators, at most `limit` pieces, the last of which is all that is left.
  ///
  /// An empty separator stands before each code point and after the last.
  private static func pieces(
    of text: [Unicode.Scalar], by separator: [Unicode.Scalar], limit: Int
  ) -> [ArraySlice<Unicode.Scalar>] {
    var pieces: [ArraySlice<Unicode.Scalar>] = []
    var start = 0
    var place = 0
    let search = PartSearch(separator)
    while pieces.count < limit - 1, let found = search.firstIndex(in: text, from: place) {
      pieces.append(text[start..<found])
      start = found + separator.count
      place = separator.isEmpty ? found + 1 : start
    }
    pieces.append(text[start...])
    return pieces
  }
}

extension StringLibrary {
  private static func text(_ value: Value) throws(EvaluationError) -> String {
    guard case .string(let text) = value else {
      throw .noSuchOverload("a string function of \(value.type.name)")
    }
    return text
  }

  private static func scalars(_ value: Value) throws(EvaluationError) -> [Unicode.Scalar] {
    Array(try text(value).unicodeScalars)
  }

  private static func integer(_ value: Value) throws(EvaluationError) -> Int64 {
    guard case .int(let integer) = value else {
      throw .noSuchOverload("an int parameter given \(value.type.name)")
    }
    return integer
  }

  private static func position(
    _ value: Value, upTo count: Int
  ) throws(EvaluationError) -> Int {
    let position = try integer(value)
    guard position >= 0, position <= count else { throw .indexOutOfRange(position) }
    return Int(position)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// The first place of `part` at or after `start`, or -1.
  private static func index(
    of part: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int
  ) -> Int64 {
    Int64(PartSearch(part).firstIndex(in: text, from: start) ?? -1)
  }

  /// The last place of `part` at or before `start`, or -1.
  private static func lastIndex(
    of part: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int
  ) -> Int64 {
    let end = min(start + part.count, text.count)
    let search = PartSearch<Unicode.Scalar>(part.reversed())
    guard let found = search.firstIndex(in: text[..<end].reversed(), from: 0) else { return -1 }
    return Int64(end - found - part.count)
  }

  /// The text as a string literal that reads back as the same text.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{07}": result += "\\a"
      case "\u{08}": result += "\\b"
      case "\u{0C}": result += "\\f"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0B}": result += "\\v"
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
