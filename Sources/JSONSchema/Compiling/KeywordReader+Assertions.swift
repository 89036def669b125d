import Patterns
import Syntax

/// The keywords that look at one value alone.
extension KeywordReader {
  mutating func readAssertions(_ compiler: inout SchemaCompiler) throws(SchemaError) {
    try readType()
    if let value = value("enum") {
      guard value.kind == .sequence else { throw wrong("enum", expected: "an array") }
      let values = value.elements.map(Instance.init(value:))
      add("enum", .values(Set(values.map(\.canonical)), shown: shown(values)))
    }
    if let value = value("const") {
      let instance = Instance(value: value)
      add("const", .values([instance.canonical], shown: shown([instance])))
    }
    try readNumbers()
    try readSizes()
    if let value = value("pattern") {
      guard let source = value.string else { throw wrong("pattern", expected: "a string") }
      add("pattern", .pattern(try pattern(source, at: value.span)))
    }
    if value("uniqueItems")?.boolean == true { add("uniqueItems", .uniqueItems) }
    if let value = value("required") { add("required", .required(try strings(value, "required"))) }
    if dialect != .draft7 {
      var dependent: [(key: ExactText, required: [ExactText])] = []
      for pair in try pairs("dependentRequired") {
        dependent.append((pair.key, try strings(pair.value, "dependentRequired")))
      }
      if !dependent.isEmpty { add("dependentRequired", .dependentRequired(dependent)) }
    }
  }

  private mutating func readType() throws(SchemaError) {
    guard let value = value("type") else { return }
    let names: [ExactText]
    if let name = value.string {
      names = [ExactText(name)]
    } else {
      names = try strings(value, "type")
    }
    var kinds: Set<Instance.Kind> = []
    var allowsInteger = false
    for name in names {
      if name.text == "integer" {
        allowsInteger = true
      } else if let kind = Instance.Kind(rawValue: name.text) {
        kinds.insert(kind)
      } else {
        throw wrong(
          "type",
          expected: "one of `null`, `boolean`, `number`, `integer`, `string`, `array`, `object`")
      }
    }
    add("type", .types(kinds, allowsInteger: allowsInteger))
  }

  private mutating func readNumbers() throws(SchemaError) {
    if let (divisor, shown) = try number("multipleOf") {
      guard !divisor.digits.isEmpty, !divisor.isNegative else {
        throw wrong("multipleOf", expected: "a number above 0")
      }
      add("multipleOf", .multipleOf(divisor, shown: shown))
    }
    if let (limit, shown) = try number("minimum") {
      add("minimum", .atLeast(limit, isExclusive: false, shown: shown))
    }
    if let (limit, shown) = try number("exclusiveMinimum") {
      add("exclusiveMinimum", .atLeast(limit, isExclusive: true, shown: shown))
    }
    if let (limit, shown) = try number("maximum") {
      add("maximum", .atMost(limit, isExclusive: false, shown: shown))
    }
    if let (limit, shown) = try number("exclusiveMaximum") {
      add("exclusiveMaximum", .atMost(limit, isExclusive: true, shown: shown))
    }
  }

  private mutating func readSizes() throws(SchemaError) {
    if let limit = try count("minLength") { add("minLength", .length(limit ... .max)) }
    if let limit = try count("maxLength") { add("maxLength", .length(0...limit)) }
    if let limit = try count("minItems") { add("minItems", .itemCount(limit ... .max)) }
    if let limit = try count("maxItems") { add("maxItems", .itemCount(0...limit)) }
    if let limit = try count("minProperties") { add("minProperties", .memberCount(limit ... .max)) }
    if let limit = try count("maxProperties") { add("maxProperties", .memberCount(0...limit)) }
  }

  mutating func readFormat(_ compiler: inout SchemaCompiler) throws(SchemaError) {
    guard compiler.options.assertsFormats || vocabularies.assertsFormats,
      let name = value("format")?.string, let format = StringFormat(rawValue: name)
    else { return }
    add("format", .format(format))
  }

  /// The values between backquotes, as many as a sentence can hold.
  private func shown(_ values: [Instance]) -> String {
    let texts = values.prefix(10).map { instance in
      switch instance.kind {
      case .array: return instance.elements.isEmpty ? "`[]`" : "an array"
      case .object: return instance.members.isEmpty ? "`{}`" : "an object"
      default: return "`\((instance.node.scalarText ?? "null").prefix(60))`"
      }
    }
    let more = values.count > 10 ? ", or \(values.count - 10) others" : ""
    return texts.joined(separator: ", ") + more
  }
}
