/// Text with `{{ expression }}` holes, compiled once.
public struct Template: Sendable {
  private enum Part: Sendable {
    case text(String)
    case hole(Program)
  }

  private let parts: [Part]

  /// The text as it was written.
  public let source: String

  /// Compiles every hole of `source`; the places of problems are offsets into the whole text.
  public init(compiling source: String, in environment: Environment) throws(CompileError) {
    self.source = source
    let bytes = Array(source.utf8)
    var parts: [Part] = []
    var problems: [CompileError.Problem] = []
    var start = 0
    while let opening = Self.first("{{", in: bytes, from: start) {
      if opening > start { parts.append(.text(Self.text(bytes[start..<opening]))) }
      guard let closing = Self.closing(in: bytes, from: opening + 2) else {
        problems.append(
          CompileError.Problem("expected `}}` that ends the hole", at: opening..<(opening + 2)))
        start = bytes.count
        break
      }
      let hole = (opening + 2)..<closing
      do throws(CompileError) {
        parts.append(.hole(try Program(compiling: Self.text(bytes[hole]), in: environment)))
      } catch {
        problems += error.problems.map {
          CompileError.Problem(
            $0.message,
            at: ($0.range.lowerBound + hole.lowerBound)..<($0.range.upperBound + hole.lowerBound),
            suggestion: $0.suggestion)
        }
      }
      start = closing + 2
    }
    if let error = CompileError(problems) { throw error }
    if start < bytes.count { parts.append(.text(Self.text(bytes[start...]))) }
    self.parts = parts
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func first(_ mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index...].starts(with: mark.utf8) { return index }
      index += 1
    }
    return nil
  }

  /// The `}}` that ends a hole: not one within quotes, nor the end of a map that the hole opens.
  private static func closing(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    var quote: UInt8?
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        if depth > 0 {
          depth -= 1
        } else {
          let isDouble = index + 1 < bytes.count && bytes[index + 1] == byte
          return isDouble ? index : nil
        }
      }
      index += 1
    }
    return nil
  }

  /// Every field of a host object that the holes mention.
  public var fieldsRead: [FieldReference] {
    var fields: [FieldReference] = []
    for case .hole(let program) in parts {
      for field in program.fieldsRead where !fields.contains(field) { fields.append(field) }
    }
    return fields
  }

  /// The text with each hole's value in its place: strings as they are, lists joined with commas, of which the
  /// first `listLimit` elements are named and the others counted, and `standIn` where a hole has no value.
  public func render(
    _ bindings: Bindings, costLimit: Int = Program.defaultCostLimit, listLimit: Int = .max,
    orElse standIn: String
  ) -> String {
    parts.map { part in
      switch part {
      case .text(let text): return text
      case .hole(let program):
        do throws(EvaluationError) {
          let value = try program.evaluate(bindings, costLimit: costLimit)
          return Self.text(of: value, listLimit: listLimit)
        } catch {
          return standIn
        }
      }
    }.joined()
  }

  /// The same with all elements, where a hole without a value is an error.
  public func render(
    _ bindings: Bindings, costLimit: Int = Program.defaultCostLimit
  ) throws(EvaluationError) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .hole(let program):
        result += Self.text(
          of: try program.evaluate(bindings, costLimit: costLimit), listLimit: .max)
      }
    }
    return result
  }

  private static func text(of value: Value, listLimit: Int) -> String {
    guard case .list(let elements) = value else { return value.display }
    let named = elements.prefix(listLimit).map(\.display).joined(separator: ", ")
    let rest = elements.count - listLimit
    return rest > 0 ? "\(named) and \(rest) more" : named
  }
}
