/// A text as the lexicon spells it: in lower case, without accents and invisible characters, look-alikes
/// replaced by what they look like.
///
/// Every byte knows the place in the text that it came from.
struct FoldedText {
  /// The UTF-8 of the text as given.
  let source: [UInt8]
  /// The folded UTF-8.
  private(set) var bytes: [UInt8] = []
  /// For each folded byte, and for the end, its offset in `source`; empty where both are the same.
  private var origins: [UInt32] = []
  /// Offsets of folded bytes that look-alikes or invisible characters within a word gave, in order.
  private var disguises: [Int] = []

  /// Folds the text of which `source` is the UTF-8, in one pass over its bytes.
  init(_ source: [UInt8]) {
    self.source = source
    if source.allSatisfy({ $0 < 0x80 && $0 != 0x1B }) {
      bytes = source.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    } else {
      var folder = Folder(capacity: source.count, isMostlyLatin: Self.isMostlyLatin(source))
      folder.fold(source)
      (bytes, origins, disguises) = (folder.bytes, folder.origins, folder.disguises)
    }
  }

  /// The bytes of the source that `range` of the folded bytes came from.
  func origin(of range: Range<Int>) -> Range<Int> {
    if origins.isEmpty { return range }
    let start = Int(origins[range.lowerBound])
    return start..<max(start, Int(origins[range.upperBound]))
  }

  /// Whether a filter that compares letters would miss the word in `range`.
  func isDisguised(_ range: Range<Int>) -> Bool {
    if disguises.isEmpty { return false }
    var low = 0
    var high = disguises.count
    while low < high {
      let middle = (low + high) / 2
      if disguises[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < disguises.count && disguises[low] < range.upperBound
  }

  /// The letters of the source that are drawn like Latin ones and are not, neighbours as one range.
  var lookAlikes: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for index in disguises {
      let range = origin(of: index..<index + 1)
      // A letter of ASCII behind an invisible character is what it looks like.
      guard range.count > 1 || source[range.lowerBound] >= 0x80 else { continue }
      if let last = ranges.last, last.upperBound == range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }

  /// Whether a letter in capitals stands at `index` of the folded bytes.
  func isCapital(at index: Int) -> Bool {
    let origin = origins.isEmpty ? index : Int(origins[index])
    return (0x41...0x5A).contains(source[origin])
  }

  /// Whether letters of ASCII outnumber those of scripts that have look-alikes of them.
  private static func isMostlyLatin(_ source: [UInt8]) -> Bool {
    var latin = 0
    var others = 0
    for byte in source {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: latin += 1
      case 0xCE...0xD6: others += 1
      default: break
      }
    }
    return latin > others
  }
}

/// Follows orders to a terminal, such as one for another colour, which show nothing themselves.
private struct TerminalEscape {
  private enum State {
    case text
    /// Behind the escape character.
    case begun
    /// Behind the bracket, until a letter ends it.
    case parameters
  }

  private var state = State.text

  /// Whether `scalar` belongs to such an order.
  mutating func takes(_ scalar: UInt32) -> Bool {
    switch (state, scalar) {
    case (_, 0x1B):
      state = .begun
      return true
    case (.begun, 0x5B):
      state = .parameters
      return true
    case (.parameters, 0x20...0x3F): return true
    case (.parameters, 0x40...0x7E):
      state = .text
      return true
    default:
      state = .text
      return false
    }
  }
}

/// Folds one text, word by word.
private struct Folder {
  var bytes: [UInt8] = []
  var origins: [UInt32] = []
  var disguises: [Int] = []
  private let isMostlyLatin: Bool
  /// The letters of the word in hand.
  private var word: [Letter] = []

  private struct Letter {
    var scalar: UInt32
    var origin: Int
    /// What it is drawn like, where it belongs to another script.
    var latin: UInt8?
    var isDisguise: Bool
  }

  init(capacity: Int, isMostlyLatin: Bool) {
    self.isMostlyLatin = isMostlyLatin
    bytes.reserveCapacity(capacity)
    origins.reserveCapacity(capacity + 1)
  }

  mutating func fold(_ source: [UInt8]) {
    var offset = 0
    var hasGap = false
    var escape = TerminalEscape()
    for scalar in String(decoding: source, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      defer { offset += width }
      if escape.takes(scalar.value) || Self.isInvisible(scalar.value) {
        hasGap = true
        continue
      }
      if let letter = letter(scalar.value, at: offset, afterGap: hasGap && !word.isEmpty) {
        word.append(letter)
      } else {
        endWord()
        append(Self.plainMark(scalar.value), at: offset)
      }
      hasGap = false
    }
    endWord()
    origins.append(UInt32(clamping: offset))
  }

  /// The letter that `scalar` stands for; `nil` for what is no letter of an alphabet.
  private func letter(_ scalar: UInt32, at origin: Int, afterGap: Bool) -> Letter? {
    switch scalar {
    case 0x41...0x5A:
      return Letter(scalar: scalar | 0x20, origin: origin, latin: nil, isDisguise: afterGap)
    case 0x61...0x7A, 0x30...0x39:
      return Letter(scalar: scalar, origin: origin, latin: nil, isDisguise: afterGap)
    case 0x370...0x52F:
      return Letter(
        scalar: Self.lowercased(scalar), origin: origin, latin: LookAlikes.latin(for: scalar),
        isDisguise: afterGap)
    case 0..<0x80: return nil
    default: break
    }
    if let plain = LookAlikes.withoutAccent(scalar) {
      return Letter(scalar: UInt32(plain), origin: origin, latin: nil, isDisguise: afterGap)
    }
    if let plain = LookAlikes.plainVariant(of: scalar) {
      return Letter(scalar: UInt32(plain), origin: origin, latin: nil, isDisguise: true)
    }
    if let latin = LookAlikes.latin(for: scalar) {
      return Letter(scalar: scalar, origin: origin, latin: latin, isDisguise: afterGap)
    }
    return nil
  }

  /// Writes the word in hand, in Latin letters where it only pretends to be of another script.
  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let hasLatin = word.contains { (0x61...0x7A).contains($0.scalar) }
    let isAllAlike = word.count > 1 && word.allSatisfy { $0.scalar < 0x80 || $0.latin != nil }
    let isFake = hasLatin || (isAllAlike && isMostlyLatin)
    for letter in word {
      if isFake, let latin = letter.latin {
        disguises.append(bytes.count)
        append(UInt32(latin), at: letter.origin)
      } else {
        if letter.isDisguise { disguises.append(bytes.count) }
        append(letter.scalar, at: letter.origin)
      }
    }
    word.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ value: UInt32, at origin: Int) {
    guard let scalar = Unicode.Scalar(value) else { return }
    for byte in String(scalar).utf8 {
      bytes.append(byte)
      origins.append(UInt32(clamping: origin))
    }
  }

  /// Characters that show nothing and combining marks: a reader sees the word without them.
  private static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x300...0x36F, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xE0000...0xE01EF:
      true
    default: false
    }
  }

  /// Typographic marks as ASCII has them.
  private static func plainMark(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x2018, 0x2019, 0x2BC: 0x27
    case 0x201C, 0x201D, 0xAB, 0xBB, 0x300C...0x300F: 0x22
    case 0x2010...0x2011: 0x2D
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
    case 0x2028, 0x2029, 0x85: 0x0A
    // The stroke that ends sentences in the scripts of India.
    case 0x964, 0x965: 0x2E
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    default: scalar
    }
  }

  private static func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x391...0x3A9: scalar + 32
    case 0x410...0x42F: scalar + 32
    case 0x400...0x40F: scalar + 80
    default: scalar
    }
  }
}
