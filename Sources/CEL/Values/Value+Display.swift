extension Value {
  /// The value as text for people: what `string(x)` gives where it is defined, and a list or map with
  /// its elements between brackets.
  public var display: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .uint(let value): String(value)
    case .double(let value): value.shortest
    case .string(let value): value
    case .bytes(let value): String(decoding: value, as: UTF8.self)
    case .list(let elements): "[\(elements.map(\.display).joined(separator: ", "))]"
    case .map(let map): Self.display(of: map)
    case .timestamp(let value): value.description
    case .duration(let value): value.description
    case .type(let value): value.name
    case .optional(let value): value.map { "optional(\($0.display))" } ?? "optional.none()"
    case .ip(let value): value.description
    case .cidr(let value): value.description
    case .object(let object): object.objectType.name
    }
  }

  /// Entries in the order of their keys' text, so that equal maps look alike.
  private static func display(of map: MapValue) -> String {
    let entries = zip(map.keys, map.values).map { (key: $0.display, value: $1.display) }
    let sorted = entries.sorted { $0.key.codePointsPrecede($1.key) }
    return "{\(sorted.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
  }
}

extension Double {
  /// The fewest digits that read back as the same number; whole numbers below 10²¹ without a point.
  var shortest: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
    let text = description
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.utf8.count).split(separator: "e")
    guard let mantissa = parts.first else { return text }
    let halves = mantissa.split(separator: ".")
    let fraction = halves.count > 1 && halves[1] != "0" ? String(halves[1]) : ""
    let whole = halves.first.map(String.init) ?? "0"
    var digits = whole + fraction
    var point = whole.utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.hasPrefix("0"), digits.utf8.count > 1 {
      digits.removeFirst()
      point -= 1
    }
    while digits.hasSuffix("0"), digits.utf8.count > 1 { digits.removeLast() }
    if digits == "0" { return sign + "0" }
    return sign + Self.layOut(digits, point: point)
  }

  /// Places the decimal point after `point` of the digits, or writes an exponent far from zero.
  private static func layOut(_ digits: String, point: Int) -> String {
    let count = digits.utf8.count
    guard (-3...21).contains(point) else {
      let exponent = point - 1
      let rest = digits.dropFirst()
      let magnitude = abs(exponent)
      let padded = magnitude < 10 ? "0\(magnitude)" : "\(magnitude)"
      return digits.prefix(1) + (rest.isEmpty ? "" : ".\(rest)")
        + "e\(exponent < 0 ? "-" : "+")\(padded)"
    }
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    if point >= count { return digits + String(repeating: "0", count: point - count) }
    return digits.prefix(point) + "." + digits.dropFirst(point)
  }
}
