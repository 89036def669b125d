import SourceText

/// Writes one JSON text, indented, member by member in the order in which it is told them.
///
/// Names are literals of ours; every value is escaped, and hidden characters stand as `\uXXXX`, so that the
/// text can be looked at in a terminal. What writes a member is not inlined, because there are hundreds.
package struct JSONWriter {
  /// What is written and was not handed on.
  private(set) var bytes: [UInt8] = []
  /// What takes the text while it is written; `nil` where it is kept whole.
  private var output: ReportOutput?
  /// The parts of a parted text that lie before what is being written.
  private var parts: [ReportPart] = []
  private var depth = 0
  private var isFirst = true
  /// Whether everything stands in one line until the element of a table is complete.
  private var isFlat = false

  /// Whether what stands in one line has no blanks in it: reports have more such lines than anybody reads.
  private let isCompact: Bool

  /// How many bytes are gathered before they are handed on.
  private static let pieceSize = 1 << 18

  /// The text of the object that `members` writes, ending in a line break.
  package static func text(_ members: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.object(members)
    writer.end()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Writes the object that `members` writes, and a line break, to `output`.
  static func write(to output: ReportOutput, _ members: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(output: output, isCompact: true)
    writer.object(members)
    writer.end()
  }

  /// Writes the list of an object for each of `elements`, and a line break, to `output`.
  static func write<Elements: Sequence>(
    listOf elements: Elements, to output: ReportOutput,
    _ members: (Elements.Element, inout JSONWriter) -> Void
  ) {
    var writer = JSONWriter(output: output, isCompact: true)
    writer.list(elements) { element, json in json.object { members(element, &$0) } }
    writer.end()
  }

  /// The parts of the text of the object that `members` writes, and of a line break.
  static func parts(_ members: (inout JSONWriter) -> Void) -> [ReportPart] {
    var writer = JSONWriter(isCompact: true)
    writer.object(members)
    writer.bytes.append(UInt8(ascii: "\n"))
    writer.endPart()
    return writer.parts
  }

  private init(output: ReportOutput? = nil, isCompact: Bool = false) {
    self.output = output
    self.isCompact = isCompact
  }

  // MARK: Members of the object that is being written

  /// A member of text; nothing where there is none.
  @inline(never)
  package mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  @inline(never)
  package mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    digits(of: value)
  }

  @inline(never)
  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    raw(value ? "true" : "false")
  }

  /// A number in decimal notation; `null` for what JSON has no number for.
  @inline(never)
  package mutating func member(_ name: StaticString, decimal value: Double?) {
    key(name)
    if let value, value.isFinite { text("\(value)") } else { raw("null") }
  }

  /// A member that is an object.
  package mutating func object(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }

  /// A member that is an object and whose name is only known when the report is.
  package mutating func object(named name: String, _ members: (inout JSONWriter) -> Void) {
    separate()
    string(name)
    raw(isFlat && isCompact ? ":" : ": ")
    object(members)
  }

  /// A member that is an object in one line.
  package mutating func line(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
    key(name)
    let wasFlat = isFlat
    isFlat = true
    object(members)
    isFlat = wasFlat
  }

  /// A member of text whose name is only known when the report is.
  package mutating func member(named name: String, _ value: String) {
    separate()
    string(name)
    raw(isFlat && isCompact ? ":" : ": ")
    string(value)
  }

  /// A member whose value is JSON already, without blanks; it is laid out like everything else.
  package mutating func member(named name: String, canonical text: String) {
    separate()
    string(name)
    raw(isFlat && isCompact ? ":" : ": ")
    layOut(text)
  }

  /// A member that is a list of texts.
  package mutating func array(_ name: StaticString, _ elements: some Sequence<String>) {
    array(name, elements) { element, json in json.string(element) }
  }

  /// A member that is a list of objects, each with the members that `members` writes.
  package mutating func objects<Elements: Sequence>(
    _ name: StaticString, _ elements: Elements,
    _ members: (Elements.Element, inout JSONWriter) -> Void
  ) {
    array(name, elements) { element, json in json.object { members(element, &$0) } }
  }

  /// A member that is a list of places in one file, each as `[line, column, end line, end column]`.
  mutating func places(
    _ name: StaticString, _ spans: some Sequence<SourceSpan>, in library: SourceLibrary
  ) {
    array(name, spans) { span, json in
      let (start, end) = library[span.source].positions(of: span.range)
      json.bytes.append(UInt8(ascii: "["))
      json.digits(of: start.line)
      json.bytes.append(UInt8(ascii: ","))
      json.digits(of: start.column)
      json.bytes.append(UInt8(ascii: ","))
      json.digits(of: end.line)
      json.bytes.append(UInt8(ascii: ","))
      json.digits(of: end.column)
      json.bytes.append(UInt8(ascii: "]"))
    }
  }

  /// A member that is a long list of objects, each in a line of its own.
  package mutating func rows<Elements: Sequence>(
    _ name: StaticString, _ elements: Elements,
    _ members: (Elements.Element, inout JSONWriter) -> Void
  ) {
    array(name, elements) { element, json in
      let wasFlat = json.isFlat
      json.isFlat = true
      json.object { members(element, &$0) }
      json.isFlat = wasFlat
    }
  }

  /// A member that is a long list of `count` objects, `size` of which make a part of the text; each stands in
  /// a line of its own where they are rows.
  ///
  /// `members` writes the object of a number, and does so when the part is asked for.
  mutating func partedObjects(
    _ name: StaticString, count: Int, partSize size: Int, asRows isFlat: Bool,
    _ members: @escaping @Sendable (Int, inout JSONWriter) -> Void
  ) {
    key(name)
    open("[")
    let depth = depth
    for start in stride(from: 0, to: count, by: size) {
      endPart()
      let indices = start..<min(start + size, count)
      let part = ReportPart { output in
        var writer = JSONWriter(output: output, isCompact: true)
        (writer.depth, writer.isFirst) = (depth, start == 0)
        writer.elements(indices) { index, json in
          json.isFlat = isFlat
          json.object { members(index, &$0) }
          json.isFlat = false
        }
        writer.handOn()
      }
      parts.append(part)
      isFirst = false
    }
    close("]")
  }

  /// Makes a part of what is written so far.
  private mutating func endPart() {
    guard !bytes.isEmpty else { return }
    parts.append(
      ReportPart { [bytes] output in
        var writer = JSONWriter(output: output, isCompact: true)
        writer.bytes = bytes
        writer.handOn()
      })
    bytes = []
  }

  /// A member whose value is written by `value`, a number of which it is known that JSON can hold it.
  package mutating func member(_ name: StaticString, number digits: String) {
    key(name)
    text(digits)
  }

  /// A member that says that there is no value.
  package mutating func null(_ name: StaticString) {
    key(name)
    raw("null")
  }

  // MARK: Parts

  private mutating func array<Elements: Sequence>(
    _ name: StaticString, _ elements: Elements,
    _ element: (Elements.Element, inout JSONWriter) -> Void
  ) {
    key(name)
    list(elements, element)
  }

  private mutating func list<Elements: Sequence>(
    _ elements: Elements, _ element: (Elements.Element, inout JSONWriter) -> Void
  ) {
    open("[")
    self.elements(elements, element)
    close("]")
  }

  private mutating func elements<Elements: Sequence>(
    _ elements: Elements, _ element: (Elements.Element, inout JSONWriter) -> Void
  ) {
    for value in elements {
      separate()
      element(value, &self)
      if bytes.count >= Self.pieceSize { handOn() }
    }
  }

  /// Ends the text with a line break.
  private mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
    handOn()
  }

  private mutating func handOn() {
    guard let output else { return }
    output.write(self)
    bytes.removeAll(keepingCapacity: true)
  }

  @inline(never)
  private mutating func object(_ members: (inout JSONWriter) -> Void) {
    open("{")
    members(&self)
    close("}")
  }

  @inline(never)
  private mutating func open(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    depth += 1
    isFirst = true
  }

  @inline(never)
  private mutating func close(_ bracket: Unicode.Scalar) {
    depth -= 1
    if !isFirst { newLine() }
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  @inline(never)
  private mutating func separate() {
    if !isFirst { raw(isFlat && !isCompact ? ", " : ",") }
    isFirst = false
    newLine()
  }

  private mutating func newLine() {
    if isFlat { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  @inline(never)
  private mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    raw(name)
    raw(isFlat && isCompact ? "\":" : "\": ")
  }

  @inline(never)
  private mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes `text`, which means itself in JSON.
  private mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private mutating func digits(of value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var unit: UInt = 1
    while value.magnitude / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(value.magnitude / unit % 10))
      unit /= 10
    }
  }

  /// Writes JSON that has no blanks between its tokens with line breaks, and shows what is hidden in it.
  private mutating func layOut(_ text: String) {
    var isInString = false
    var isEscaped = false
    var opened = false
    for scalar in text.unicodeScalars {
      if isInString {
        if scalar.isHidden { append(scalar) } else { bytes.append(contentsOf: String(scalar).utf8) }
        if !isEscaped, scalar == "\"" { isInString = false }
        isEscaped = !isEscaped && scalar == "\\"
        continue
      }
      switch scalar {
      case "}", "]":
        depth -= 1
        if !opened { newLine() }
      case _ where opened: newLine()
      default: break
      }
      opened = scalar == "{" || scalar == "["
      if opened { depth += 1 }
      isInString = scalar == "\""
      bytes.append(contentsOf: String(scalar).utf8)
      if scalar == "," { newLine() }
      if scalar == ":" { bytes.append(0x20) }
    }
  }

  @inline(never)
  private mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { contents(of: $0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes the inside of a string: runs of `text` that stand for themselves as they are, and the rest escaped.
  private mutating func contents(of text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    var index = 0
    while index < text.count {
      if Self.isPlain(text[index]) {
        index += 1
        continue
      }
      let scalar = text.codePoint(at: index)
      let width = UTF8.width(scalar)
      if scalar == "#" || scalar == "\"" || scalar == "\\" || scalar.isHidden {
        bytes.append(contentsOf: text[copied..<index])
        append(scalar)
        copied = index + width
      }
      index += width
    }
    bytes.append(contentsOf: text[copied...])
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F
      && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "#")
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    // Two of them could begin a command to the runner of the job whose log the text is printed in.
    case "#" where bytes.last == UInt8(ascii: "#"): raw("\\u0023")
    case "\"": raw("\\\"")
    case "\\": raw("\\\\")
    case "\n": raw("\\n")
    case "\r": raw("\\r")
    case "\t": raw("\\t")
    case _ where scalar.isHidden:
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        text("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      }
    default: bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
  }
}
