/// Times and sizes as nginx writes them.
enum NginxUnits {
  /// `1h 30m`, `250ms` or `60` (seconds) in milliseconds; `nil` for anything else.
  static func milliseconds(_ text: String) -> Int? {
    let units: [(String, Int)] = [
      ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
      ("w", 604_800_000), ("M", 2_592_000_000), ("y", 31_536_000_000),
    ]
    var rest = text[...]
    var total = 0
    var isEmpty = true
    while !rest.isEmpty {
      if rest.first == " " {
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      let unit = units.first { rest.hasPrefix($0.0) } ?? ("", 1000)
      guard rest.isEmpty || rest.first == " " || !unit.0.isEmpty else { return nil }
      rest = rest.dropFirst(unit.0.count)
      let (product, overflows) = number.multipliedReportingOverflow(by: unit.1)
      let (sum, exceeds) = total.addingReportingOverflow(product)
      guard !overflows, !exceeds else { return nil }
      total = sum
      isEmpty = false
    }
    return isEmpty ? nil : total
  }

  /// `8k`, `1m`, `2g` or `512` in bytes; `nil` for anything else.
  static func bytes(_ text: String) -> Int? {
    let factors: [Character: Int] = ["k": 1 << 10, "m": 1 << 20, "g": 1 << 30]
    guard let last = text.last else { return nil }
    let factor = factors[Character(last.lowercased())]
    guard let number = Int(factor == nil ? text : String(text.dropLast())), number >= 0 else {
      return nil
    }
    let (product, overflows) = number.multipliedReportingOverflow(by: factor ?? 1)
    return overflows ? nil : product
  }

  /// `10r/s` or `120r/m` as requests a minute; `nil` for anything else.
  static func requestsPerMinute(_ text: String) -> Int? {
    guard let rate = Int(text.prefix { $0.isNumber }), rate <= 1 << 40 else { return nil }
    if text.hasSuffix("r/s") { return rate * 60 }
    return text.hasSuffix("r/m") ? rate : nil
  }
}
