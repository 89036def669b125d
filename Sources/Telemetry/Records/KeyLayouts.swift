import Syntax

/// In which orders the keys of records have come so far, and with texts of what length: what to expect.
///
/// Each program that writes to a log has its own order and its own white space, and leaves out some keys now
/// and then. A key that is where it is expected needs no search for its end and no look-up, and a text of the
/// expected length no search either. Nothing is believed: every byte of a key is compared, and whether texts
/// ended where they seemed to is told by the number of quotes in the line.
struct KeyLayouts: Sendable {
  /// A key of the record's own level.
  struct Key: Sendable {
    /// What stands between the value before and that of the key, the key included.
    let text: ShortText
    /// The length of `text`.
    let length: Int32
    /// The length of its texts, with both quotes, as long as all of them have had the same; else 0.
    private(set) var textLength: Int32 = 0
    /// What the key means.
    let meaning: KeyTree.Meaning
    /// Whether another length of its texts is to be noted: there was none yet, or one for all.
    private(set) var isLearning: Bool

    /// No key.
    static let none = Key(text: .nowhere, length: 0, meaning: .nothing, isLearning: false)

    private init(text: ShortText, length: Int32, meaning: KeyTree.Meaning, isLearning: Bool) {
      self.text = text
      self.length = length
      self.meaning = meaning
      self.isLearning = isLearning
    }

    /// A key that means `meaning`, in `range` of `line`; `nil` where that is too long.
    init?(_ line: borrowing RawSpan, _ range: Range<Int>, _ meaning: KeyTree.Meaning) {
      guard let text = ShortText(line, range) else { return nil }
      self.init(text: text, length: Int32(range.count), meaning: meaning, isLearning: true)
    }

    fileprivate mutating func note(textLength length: Int) {
      isLearning = textLength == 0
      textLength = isLearning ? Int32(clamping: length) : 0
    }
  }

  private static let layoutLimit = 12
  /// How many keys a layout has at most; behind them come two places without a key.
  private static let keyLimit = 46
  private static let stride = keyLimit + 2

  /// More unexpected keys in a record are a fault; when there are so many more of those than half of the
  /// other records, nothing is expected for a while.
  private static let tolerance = (keys: 3, faults: 64, pause: 4096)

  /// The keys of each layout in their order, from a multiple of `stride` on; the first layout stays empty, and
  /// the last is empty as long as there is room for another.
  private var keys = [Key](repeating: .none, count: 2 * KeyLayouts.stride)
  private var counts = [0, 0]
  /// The layout of the record before.
  private var last = 0
  private var faults = 0
  private var pause = 0

  /// The place without a key.
  static let nowhere = 0

  /// Whether nothing is expected, because too much of it was wrong.
  var isPaused: Bool { pause > 0 }

  /// The key at `place`, or at the one behind.
  @inline(__always)
  subscript(place: Int) -> Key { keys[place] }

  /// The place of the first key of a record that is in `line`.
  @inline(__always)
  mutating func start(_ line: borrowing RawSpan) -> Int {
    let place = last &* Self.stride
    return keys[place].text.stands(in: line, at: 0) ? place : otherStart(line)
  }

  @inline(never)
  private mutating func otherStart(_ line: borrowing RawSpan) -> Int {
    if pause > 0 {
      pause -= 1
      return Self.nowhere
    }
    if let known = counts.indices.first(where: {
      keys[$0 * Self.stride].text.stands(in: line, at: 0)
    }) {
      last = known
      return known * Self.stride
    }
    // A layout without keys is for the next record of its own kind; there may be none such left.
    return counts[counts.count - 1] == 0 ? (counts.count - 1) * Self.stride : Self.nowhere
  }

  /// The place of `key`, which stands at `offset` where the one at `place` was expected; `nowhere` if none
  /// is kept for it.
  mutating func find(
    _ key: Key?, _ line: borrowing RawSpan, at offset: Int, expecting place: Int
  ) -> Int {
    let layout = place / Self.stride
    guard layout > 0, let key else { return Self.nowhere }
    let start = layout * Self.stride
    let end = start + counts[layout]
    for place in start..<end where keys[place].text.stands(in: line, at: offset) { return place }
    // What opens a record stands first, and nothing else does.
    guard counts[layout] < Self.keyLimit, place <= end, (offset == 0) == (place == start) else {
      return Self.nowhere
    }
    keys.insert(key, at: place)
    keys.remove(at: start + Self.keyLimit)
    counts[layout] += 1
    if layout == counts.count - 1, layout < Self.layoutLimit { addLayout() }
    return place
  }

  private mutating func addLayout() {
    counts.append(0)
    keys += [Key](repeating: .none, count: Self.stride)
  }

  /// Notes that a text of the key at `place` has `length` bytes with its quotes, which was not expected.
  mutating func note(textLength length: Int, at place: Int) {
    keys[place].note(textLength: length)
  }

  /// Notes that a record had `unexpected` keys that were not where they were expected.
  @inline(__always)
  mutating func finish(unexpected: Int) {
    if unexpected > 1 || faults > 0 { judge(unexpected) }
  }

  @inline(never)
  private mutating func judge(_ unexpected: Int) {
    faults = max(0, faults + (unexpected > Self.tolerance.keys ? 2 : -1))
    if faults > Self.tolerance.faults { (last, faults, pause) = (0, 0, Self.tolerance.pause) }
  }
}
