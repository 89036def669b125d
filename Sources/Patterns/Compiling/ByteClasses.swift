/// Bytes that no instruction and no assertion of a program tells apart, as one symbol each.
///
/// Two symbols follow those of the bytes: one for a newline that ends the text, where the program
/// treats it differently, and one for the end of the text.
struct ByteClasses: Sendable {
  /// The symbol of each of the 256 bytes.
  let symbols: [UInt8]

  /// The symbol of a newline that ends the text.
  let finalNewline: Int

  /// The symbol of the end of the text.
  let end: Int

  /// Some byte of each symbol but the last.
  let examples: [UInt8]

  /// What each symbol is to an assertion; `.other` for all bytes where the program has none.
  let kinds: [ByteKind]

  /// Whether the last byte of a text needs to be looked at before it is read.
  let distinguishesFinalNewline: Bool

  var count: Int { end + 1 }

  init(instructions: [Instruction], transitions: [Transition]) {
    var startsClass = [Bool](repeating: false, count: 257)
    func separate(_ low: UInt8, _ high: UInt8) {
      startsClass[Int(low)] = true
      startsClass[Int(high) + 1] = true
    }
    var assertions: Set<Assertion> = []
    for instruction in instructions {
      switch instruction {
      case .byte(let low, let high, _): separate(low, high)
      case .assert(let assertion, _): assertions.insert(assertion)
      default: break
      }
    }
    for transition in transitions { separate(transition.low, transition.high) }
    let needsWords = assertions.contains(.wordBoundary) || assertions.contains(.notWordBoundary)
    let needsFinalNewline = assertions.contains(.endOfTextOrFinalNewline)
    let needsLines =
      needsFinalNewline || assertions.contains(.startOfLine) || assertions.contains(.endOfLine)
    if needsWords {
      for range in ScalarSet.wordCharacters.ranges {
        separate(UInt8(range.lowerBound), UInt8(range.upperBound))
      }
    }
    if needsLines { separate(0x0A, 0x0A) }
    let needsScalars = assertions.contains(.scalarBoundary)
    if needsScalars { separate(0x80, 0xBF) }

    var symbols: [UInt8] = []
    var examples: [UInt8] = []
    var kinds: [ByteKind] = []
    for byte in UInt8.min...UInt8.max {
      if byte == 0 || startsClass[Int(byte)] {
        examples.append(byte)
        let kind = ByteKind(of: byte)
        let isNeeded =
          switch kind {
          case .word: needsWords
          case .newline, .finalNewline: needsLines
          case .continuation: needsScalars
          case .other, .boundary: true
          }
        kinds.append(isNeeded ? kind : .other)
      }
      symbols.append(UInt8(examples.count - 1))
    }
    self.symbols = symbols
    finalNewline = examples.count
    end = examples.count + 1
    self.examples = examples + [0x0A]
    self.kinds = kinds + [needsLines ? .finalNewline : .other, .boundary]
    distinguishesFinalNewline = needsFinalNewline
  }
}
