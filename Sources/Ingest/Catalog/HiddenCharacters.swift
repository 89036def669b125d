/// Tells characters that hide something from those that honest text needs.
///
/// Left alone are joiners between emoji and in scripts that write with them, flags of regions, direction
/// marks and balanced isolates and embeddings beside right-to-left letters, one variation selector after a
/// character, and a byte-order mark at the start of a text.
enum HiddenCharacters {
  /// Neighbouring characters of one kind.
  struct Run: Hashable, Sendable {
    /// What they are, such as `zero-width space`.
    let kind: String
    /// Their bytes in the text's UTF-8.
    let range: Range<Int>
    /// What tag characters spell; `nil` for other kinds.
    let decoded: String?
  }

  /// Whether `text` is of printable ASCII and line breaks only, as most texts are.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  /// The hidden characters of `text` in order, each run of one kind once.
  static func runs(in text: String) -> [Run] {
    let scalars = text.unicodeScalars.map(\.value)
    let direction = Direction(of: scalars)
    var runs: [Run] = []
    var offset = 0
    var index = 0
    while index < scalars.count {
      let start = index
      let kind = kind(at: index, in: scalars, direction)
      repeat {
        offset += width(scalars[index])
        index += 1
      } while kind != nil && index < scalars.count
        && self.kind(at: index, in: scalars, direction) == kind
      guard let kind else { continue }
      let length = scalars[start..<index].reduce(0) { $0 + width($1) }
      if kind == tags, isFlag(scalars, start..<index) { continue }
      runs.append(
        Run(
          kind: kind, range: (offset - length)..<offset,
          decoded: kind == tags ? decoded(scalars[start..<index]) : nil))
    }
    return runs
  }

  private static let tags = "tag characters"

  /// What is hidden at `index`; `nil` where nothing is.
  private static func kind(
    at index: Int, in scalars: [UInt32], _ direction: Direction
  ) -> String? {
    let value = scalars[index]
    switch value {
    case 0x09, 0x0A, 0x0D: return nil
    case 0x1B: return "terminal escape"
    case 0x00...0x1F, 0x7F...0x9F: return "control character"
    case 0x20...0x7E: return nil
    case 0xAD: return "soft hyphen"
    case 0x061C, 0x200E, 0x200F: return direction.hasRightToLeft ? nil : "direction mark"
    case 0x115F, 0x1160, 0x180E, 0x3164, 0xFFA0: return "invisible letter"
    case 0x200B: return "zero-width space"
    case 0x200C, 0x200D: return isJoining(scalars, at: index) ? nil : "zero-width joiner"
    case 0x202D, 0x202E: return "bidirectional override"
    case 0x202A...0x202C, 0x2066...0x2069:
      return direction.isHonest ? nil : "bidirectional control"
    case 0x2060...0x2064, 0x206A...0x206F, 0x1D173...0x1D17A: return "invisible operator"
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF:
      let isSecond = index > 0 && isVariationSelector(scalars[index - 1])
      return index == 0 || isSecond ? "variation selectors" : nil
    case 0xFEFF: return index == 0 ? nil : "zero-width no-break space"
    case 0xFFF9...0xFFFB: return "interlinear annotation"
    case 0xE0000...0xE007F: return tags
    default: return nil
    }
  }

  /// Whether a text reads from right to left somewhere, and its controls of direction are balanced.
  private struct Direction {
    let hasRightToLeft: Bool
    /// Whether controls are there for the letters: each one that opens is closed again.
    let isHonest: Bool

    init(of scalars: [UInt32]) {
      hasRightToLeft = scalars.contains { value in
        (0x0590...0x08FF).contains(value) || (0xFB1D...0xFDFF).contains(value)
          || (0xFE70...0xFEFC).contains(value) || (0x10800...0x10FFF).contains(value)
          || (0x1E800...0x1EFFF).contains(value)
      }
      var open: [Bool] = []
      var isBalanced = true
      for value in scalars {
        switch value {
        case 0x202A, 0x202B, 0x202D, 0x202E: open.append(false)
        case 0x2066, 0x2067, 0x2068: open.append(true)
        case 0x202C: isBalanced = open.popLast() == false && isBalanced
        case 0x2069: isBalanced = open.popLast() == true && isBalanced
        default: break
        }
      }
      isHonest = hasRightToLeft && isBalanced && open.isEmpty
    }
  }

  /// Whether a joiner stands where emoji or a script that writes with joiners need one.
  private static func isJoining(_ scalars: [UInt32], at index: Int) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    return usesJoiners(scalars[index - 1]) && usesJoiners(scalars[index + 1])
  }

  /// Arabic and its kin, the scripts of India and its neighbours, Mongolian, symbols and emoji.
  private static func usesJoiners(_ value: UInt32) -> Bool {
    switch value {
    case 0x0600...0x109F, 0x1780...0x18AF, 0x1900...0x1CFF, 0xA840...0xABFF: true
    case 0x2190...0x2BFF, 0x1F000...0x1FAFF: true
    case 0xFE0F, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x11000...0x11FFF: true
    default: false
    }
  }

  /// Whether the tags in `range` make the flag of a region, such as Scotland's: a black flag, two to six
  /// letters or digits, and the tag that ends them.
  private static func isFlag(_ scalars: [UInt32], _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, scalars[range.lowerBound - 1] == 0x1F3F4,
      (3...7).contains(range.count), scalars[range.upperBound - 1] == 0xE007F
    else { return false }
    return scalars[range].dropLast().allSatisfy { value in
      (0xE0030...0xE0039).contains(value) || (0xE0061...0xE007A).contains(value)
    }
  }

  private static func isVariationSelector(_ value: UInt32) -> Bool {
    (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
  }

  /// What tag characters spell, so far as it is printable; at most 200 characters of it.
  private static func decoded(_ run: ArraySlice<UInt32>) -> String {
    let plain = run.map { $0 - 0xE0000 }.filter { $0 >= 0x20 && $0 < 0x7F }
    return String(decoding: plain.prefix(200).map { UInt8($0) }, as: UTF8.self)
  }

  private static func width(_ value: UInt32) -> Int {
    switch value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}
