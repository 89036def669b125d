/// Texts from inputs, with everything in them that a reader could not see or that would act on a terminal
/// shown as an escape, such as `\u{202E}`.
///
/// Any report may be printed in the log of a CI job, whose runner takes `##[command]` and `##vso[command]` for
/// a command to itself wherever it stands; the character that would open one is shown as an escape too.
package enum VisibleText {
  /// How many code points of one text are shown unless a caller says otherwise.
  package static let usualLimit = 1_000

  /// `text`, cut behind `limit` code points with a count of those left out.
  package static func of(_ text: String, limit: Int = usualLimit) -> String {
    var text = text
    return text.withUTF8 { visible($0, limit: limit) } ?? text
  }

  /// The bytes of a text as they are shown; `nil` where they are shown as they stand.
  private static func visible(_ text: UnsafeBufferPointer<UInt8>, limit: Int) -> String? {
    let plain = text.firstIndex { !isPlain($0) } ?? text.count
    guard plain < text.count || plain > limit else { return nil }
    // Every byte up to there is a code point of its own.
    var shown = min(plain, limit)
    var writer = Writer(text, from: shown)
    while writer.index < text.count {
      guard shown < limit else {
        writer.cut()
        break
      }
      writer.step()
      shown += 1
    }
    return writer.text
  }

  /// Whether `byte` is a visible ASCII character that means nothing to the runner of a CI job.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "#")
  }

  /// Goes over a text and copies the runs of it that are shown as they stand.
  private struct Writer {
    private let source: UnsafeBufferPointer<UInt8>
    private var bytes: [UInt8] = []
    /// The end of what is in `bytes` already.
    private var copied = 0
    /// How many number signs stand before `index` without anything between.
    private var signs = 0
    private var previous: Unicode.Scalar?
    /// The place of the next code point.
    private(set) var index: Int

    /// Goes over `source` from `index` on, before which every byte is shown as it stands.
    init(_ source: UnsafeBufferPointer<UInt8>, from index: Int) {
      self.source = source
      self.index = index
      previous = index > 0 ? Unicode.Scalar(source[index - 1]) : nil
      bytes.reserveCapacity(min(source.count, 4 * VisibleText.usualLimit) + 32)
    }

    /// The text so far.
    var text: String {
      mutating get {
        flush()
        return String(decoding: bytes, as: UTF8.self)
      }
    }

    /// Goes over one code point.
    mutating func step() {
      let scalar = source.codePoint(at: index)
      if let escape = escape(of: scalar) {
        flush()
        bytes.append(contentsOf: escape.utf8)
        index += UTF8.width(scalar)
        copied = index
      } else {
        index += UTF8.width(scalar)
      }
      signs = scalar == "#" ? signs + 1 : 0
      previous = scalar
    }

    /// Ends the text here with a count of what is left out.
    mutating func cut() {
      flush()
      let rest = source[index...].count { $0 & 0xC0 != 0x80 }
      bytes.append(contentsOf: "… (\(rest) more characters)".utf8)
      index = source.count
      copied = index
    }

    private mutating func flush() {
      bytes.append(contentsOf: source[copied..<index])
      copied = index
    }

    /// What is shown for `scalar`, which follows what was gone over; `nil` where it is shown itself.
    private func escape(of scalar: Unicode.Scalar) -> String? {
      switch scalar {
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case "[" where signs > 1, "v" where signs > 1: VisibleText.escape(of: scalar)
      case "\u{FE0F}" where previous?.properties.isEmoji ?? false: nil
      default: scalar.isHidden ? VisibleText.escape(of: scalar) : nil
      }
    }
  }

  private static func escape(of scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }
}

extension Unicode.Scalar {
  /// Whether it controls a terminal, reorders or hides text, or looks like a blank or like nothing.
  var isHidden: Bool {
    if value < 0x7F { return value < 0x20 }
    if properties.isDefaultIgnorableCodePoint || value == 0x2800 { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate,
      .privateUse, .unassigned:
      return true
    default: return false
    }
  }
}
