/// The functions that every environment has.
enum StandardLibrary {
  static let functions = measures + texts + Conversions.functions + TimeLibrary.functions

  private static let measures: [Function] = {
    let types: [ValueType] = [
      .string, .bytes, .list(.parameter("T")), .map(.parameter("K"), .parameter("V")),
    ]
    return types.flatMap { type in
      [
        Function.global("size", type, returns: .int, body: size),
        Function.member("size", of: type, returns: .int, body: size),
      ]
    }
  }()

  private static let texts: [Function] = [
    .member("contains", of: .string, .string, returns: .bool) {
      (text, part) throws(EvaluationError) in
      guard case .string(let text) = text, case .string(let part) = part else {
        throw Arithmetic.noOverload("contains", text, part)
      }
      return .bool(text.hasPart(part))
    },
    .member("startsWith", of: .string, .string, returns: .bool) {
      (text, part) throws(EvaluationError) in
      guard case .string(let text) = text, case .string(let part) = part else {
        throw Arithmetic.noOverload("startsWith", text, part)
      }
      return .bool(text.utf8.starts(with: part.utf8))
    },
    .member("endsWith", of: .string, .string, returns: .bool) {
      (text, part) throws(EvaluationError) in
      guard case .string(let text) = text, case .string(let part) = part else {
        throw Arithmetic.noOverload("endsWith", text, part)
      }
      let surplus = text.utf8.count - part.utf8.count
      return .bool(surplus >= 0 && text.utf8.dropFirst(surplus).elementsEqual(part.utf8))
    },
    .global("matches", .string, .string, returns: .bool, body: matches),
    .member("matches", of: .string, .string, returns: .bool, body: matches),
  ]

  private static let size: Function.Unary = { (operand) throws(EvaluationError) in
    switch operand {
    case .string(let text): .int(Int64(text.unicodeScalars.count))
    case .bytes(let bytes): .int(Int64(bytes.count))
    case .list(let elements): .int(Int64(elements.count))
    case .map(let map): .int(Int64(map.count))
    default: throw .noSuchOverload("size(\(operand.type.name))")
    }
  }

  /// A pattern that is not a literal is compiled at every evaluation.
  private static let matches: Function.Binary = { (text, source) throws(EvaluationError) in
    guard case .string(let text) = text, case .string(let source) = source else {
      throw Arithmetic.noOverload("matches", text, source)
    }
    do throws(Matcher.Malformation) {
      return .bool(try Matcher(source).matches(text))
    } catch {
      throw .invalidArgument("expected a regular expression: \(error.message)")
    }
  }
}

extension String {
  /// Whether `part` occurs as a sequence of code points.
  ///
  /// A long part might be compared at every place almost to its end, hence the other search.
  func hasPart(_ part: String) -> Bool {
    if part.utf8.count > 32 {
      return PartSearch(Array(part.utf8)).firstIndex(in: Array(utf8), from: 0) != nil
    }
    let text = utf8.span
    let part = part.utf8.span
    guard part.count > 0 else { return true }
    guard part.count <= text.count else { return false }
    let first = part[0]
    for start in 0...(text.count - part.count) where text[start] == first {
      var length = 1
      while length < part.count, text[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
