/// Tags, comments and markers of chat templates.
enum Markup {
  /// One mark and what it does.
  struct Mark {
    enum Kind {
      case commentStart
      case commentEnd
      /// Poses as a role of the conversation or as a privileged part of it, perhaps in the way of a chat
      /// template.
      case role(isTemplate: Bool)
      case tag
    }

    let kind: Kind
    let range: Range<Int>
  }

  /// The mark that begins at `index`; `startsLine` says that a sentence begins there.
  static func mark(at index: Int, in bytes: [UInt8], startsLine: Bool) -> Mark? {
    let rest = bytes[index...]
    switch bytes[index] {
    case UInt8(ascii: "<"):
      if rest.starts(with: "<!--".utf8) {
        return Mark(kind: .commentStart, range: index..<index + 4)
      }
      return angleTag(at: index, in: bytes)
    case UInt8(ascii: "-"):
      return rest.starts(with: "-->".utf8)
        ? Mark(kind: .commentEnd, range: index..<index + 3) : nil
    case UInt8(ascii: "/"):
      return rest.starts(with: "/*".utf8)
        ? Mark(kind: .commentStart, range: index..<index + 2) : nil
    case UInt8(ascii: "*"):
      return rest.starts(with: "*/".utf8)
        ? Mark(kind: .commentEnd, range: index..<index + 2) : nil
    case UInt8(ascii: "["): return bracketTag(at: index, in: bytes)
    case UInt8(ascii: "#"): return startsLine ? heading(at: index, in: bytes) : nil
    default: return nil
    }
  }

  /// Names that a tag or heading of that meaning has: whoever writes them speaks as somebody else.
  private static let roleNames: Set<String> = [
    "important", "critical", "system", "sys", "systemprompt", "instruction", "instructions",
    "override", "systemoverride", "admin", "administrator", "secret", "hidden", "assistant",
    "priority", "directive", "directives", "mandatory", "inst", "imstart", "imend", "user",
    "developer", "root", "command", "urgent", "systemmessage", "systemnote", "prompt", "agent",
    "agentinstructions", "hiddeninstructions", "secretinstructions", "systeminstruction",
    "systeminstructions", "importantinstruction", "importantinstructions", "securitynotice",
    "compliance", "policy", "rule", "rules", "superuser", "endoftext", "systemdirective",
    "internal", "confidential", "toolinstructions", "aiinstructions", "llm", "attention",
  ]
  /// Names that are common in honest tags, as in `<user>` for a value to fill in; they count only in the
  /// forms that chat templates use.
  private static let placeholderNames: Set<String> = [
    "user", "command", "prompt", "rule", "rules", "secret", "policy", "root", "agent", "admin",
    "assistant", "developer", "internal", "instruction", "instructions", "hidden", "priority",
    "llm", "directive",
  ]

  private static let longestTag = 48

  /// `<NAME …>`, `</NAME>`, `<|NAME|>` and `<<NAME>>`.
  private static func angleTag(at index: Int, in bytes: [UInt8]) -> Mark? {
    let end = min(bytes.count, index + longestTag)
    guard let close = bytes[index..<end].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    var stop = close + 1
    if stop < bytes.count, bytes[stop] == UInt8(ascii: ">") { stop += 1 }
    let inside = bytes[(index + 1)..<close]
    let isTemplate = inside.first == UInt8(ascii: "|") || inside.first == UInt8(ascii: "<")
    let isClosing = inside.first == UInt8(ascii: "/")
    let name = letters(of: inside)
    guard !name.isEmpty, inside.first != 0x20 else { return nil }
    guard roleNames.contains(name), !isClosing else {
      return Mark(kind: .tag, range: index..<stop)
    }
    let isRole =
      isTemplate || !placeholderNames.contains(name)
      || hasClosingTag(inside, after: stop, in: bytes)
    return Mark(kind: isRole ? .role(isTemplate: isTemplate) : .tag, range: index..<stop)
  }

  private static let farthestClosingTag = 600

  /// Whether `</` and the same name follow, so that the tag encloses a text and is no value to fill in.
  private static func hasClosingTag(
    _ name: ArraySlice<UInt8>, after start: Int, in bytes: [UInt8]
  ) -> Bool {
    let closing = Array("</".utf8) + name
    let end = min(bytes.count, start + farthestClosingTag)
    var index = start
    while index + closing.count <= end {
      guard let next = bytes[index..<end].firstIndex(of: UInt8(ascii: "<")) else { return false }
      if bytes[next...].starts(with: closing) { return true }
      index = next + 1
    }
    return false
  }

  /// `[INST]`, `[SYSTEM]`, `[[[SYSTEM OVERRIDE]]]`; only in capitals of the source do they stand out, but
  /// the folded text has none, so that names are taken which nobody puts in brackets otherwise.
  private static func bracketTag(at index: Int, in bytes: [UInt8]) -> Mark? {
    var start = index
    while start < bytes.count, bytes[start] == UInt8(ascii: "["), start - index < 4 { start += 1 }
    let end = min(bytes.count, start + longestTag)
    guard start < end, let close = bytes[start..<end].firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    let name = letters(of: bytes[start..<close])
    guard bracketNames.contains(name) else { return nil }
    var stop = close + 1
    while stop < bytes.count, bytes[stop] == UInt8(ascii: "]"), stop - close < 4 { stop += 1 }
    return Mark(kind: .role(isTemplate: name == "inst"), range: index..<stop)
  }

  private static let bracketNames: Set<String> = [
    "inst", "system", "sys", "systemoverride", "systemprompt", "systemmessage", "systemnote",
    "override", "adminoverride", "instruction", "instructions", "hidden", "hiddeninstruction",
    "hiddeninstructions", "systeminstruction", "systeminstructions", "importantinstruction",
    "important", "critical", "directive", "systemdirective", "developer", "assistant",
    "prioritydirective", "prioritymessage", "admin", "internal", "newinstructions",
  ]

  /// `### Instruction`, `## System:`.
  private static func heading(at index: Int, in bytes: [UInt8]) -> Mark? {
    var start = index
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") { start += 1 }
    guard start - index >= 2 else { return nil }
    let end = min(bytes.count, start + longestTag)
    let line = bytes[start..<end].prefix { $0 != 0x0A && $0 != UInt8(ascii: ":") }
    let name = letters(of: line)
    guard headingNames.contains(name) else { return nil }
    return Mark(kind: .role(isTemplate: false), range: index..<line.endIndex)
  }

  private static let headingNames: Set<String> = [
    "instruction", "instructions", "system", "systemprompt", "systeminstruction",
    "systeminstructions", "newinstructions", "override", "systemoverride", "assistant",
    "systemmessage",
  ]

  /// `SYSTEM:`, `ADMIN OVERRIDE:`: a line that poses as somebody else's, in capitals; the colon included.
  static func speaker(at index: Int, in text: FoldedText) -> Range<Int>? {
    guard text.isCapital(at: index) else { return nil }
    let end = min(text.bytes.count, index + longestTag)
    var next = index
    while next < end, text.bytes[next] != UInt8(ascii: ":") {
      let byte = text.bytes[next]
      let isLetter = (0x61...0x7A).contains(byte)
      guard isLetter ? text.isCapital(at: next) : byte == 0x20 || byte == UInt8(ascii: "_") else {
        return nil
      }
      next += 1
    }
    guard next < end, speakerNames.contains(letters(of: text.bytes[index..<next])) else {
      return nil
    }
    return index..<next + 1
  }

  private static let speakerNames: Set<String> = [
    "system", "systemoverride", "systemdirective", "systemnote", "systemnotice", "systemmessage",
    "systeminstruction", "systeminstructions", "systemprompt", "admin", "adminoverride",
    "adminnote", "administrator", "override", "priorityinstruction", "developeroverride",
    "hiddeninstruction", "hiddeninstructions", "secretinstruction", "agentinstruction",
    "agentinstructions", "newinstructions", "newinstruction",
  ]

  /// The letters of `bytes` without what stands between them.
  private static func letters(of bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.filter { (0x61...0x7A).contains($0) }, as: UTF8.self)
  }
}
