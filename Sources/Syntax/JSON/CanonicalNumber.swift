/// Numbers as ECMAScript writes them (`Number.prototype.toString`), which RFC 8785 demands.
enum CanonicalNumber {
  /// The text of `node`, a number.
  static func text(of node: Node) -> String {
    if let integer = node.integer { return text(of: integer) }
    let written = node.scalarText ?? ""
    guard let value = node.number, value.isFinite else { return written.lowercased() }
    // An integer beyond 64 bits: no double is known to be the same number.
    if node.kind == .integer { return exactInteger(written) }
    return text(of: value)
  }

  private static func exactInteger(_ written: String) -> String {
    written.hasPrefix("+") ? String(written.dropFirst()) : written
  }

  private static func text(of integer: Int64) -> String {
    String(integer)
  }

  /// The shortest decimal notation that reads as `value` again.
  static func text(of value: Double) -> String {
    if value == 0 { return "0" }
    let (digits, point) = decimal(of: value.magnitude)
    let sign = value < 0 ? "-" : ""
    let count = digits.count
    func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
    if count <= point, point <= 21 { return sign + digits + zeros(point - count) }
    if 0 < point, point <= 21 {
      return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
    if -6 < point, point <= 0 { return sign + "0." + zeros(-point) + digits }
    let exponent = point - 1
    let fraction = count > 1 ? "." + digits.dropFirst() : ""
    return sign + digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+")
      + String(exponent.magnitude)
  }

  /// The shortest digits of `value`, which is positive and finite, and how many stand before the point.
  private static func decimal(of value: Double) -> (digits: String, point: Int) {
    // Swift prints the shortest digits that read as the same double, in a notation of its own.
    let text = value.description
    let mantissa = text.prefix { $0 != "e" }
    let exponent = Int(text.dropFirst(mantissa.count + 1)) ?? 0
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts[0]
    let fraction = parts.count > 1 ? parts[1] : ""
    let all = whole + fraction
    let leading = all.prefix { $0 == "0" }.count
    var digits = String(all.dropFirst(leading))
    while digits.last == "0" { digits.removeLast() }
    return (digits, whole.count - leading + exponent)
  }
}
